export type { Conflict, ConflictType } from './conflict.ts';
export type { Decision } from './decision.ts';
export { InputError, type Place, RefusalError, UsageError } from './errors.ts';
export type { Finding } from './finding.ts';
export type { Classification, Handling, HandlingCode, Tlp } from './handling.ts';
export type { Interval } from './interval.ts';
export type { Conservation, Issue } from './issue.ts';
export type { Cause, Ceiling, JointTotal, MemberTotal, NotAdded } from './joint-total.ts';
export { type Language, languages, locales, type Text } from './language.ts';
export type {
  Basis,
  Extent,
  Metric,
  MissingReason,
  Observation,
  ObsStatus,
  Stat,
  Wording,
} from './observation.ts';
export type { Origin } from './origin.ts';
export type { Seizure } from './seizure.ts';
export type { Break, Coverage, Definition, Source } from './source.ts';
export {
  observationFromRow,
  observationTable,
  observationToRow,
  seizureFromRow,
  seizureTable,
  seizureToRow,
  type TableColumn,
  type TableRow,
} from './tables.ts';
