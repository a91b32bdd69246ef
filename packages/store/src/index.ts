export { appendDecision, appendDecisions } from './append-decision.ts';
export { type Audience, audiences } from './audience.ts';
export { checkTarget } from './check-target.ts';
export { type Clearance, type ClearanceOptions, clearance, readersOnly } from './clearance.ts';
export { csvLines } from './csv-lines.ts';
export { currentDecisions, disagreements, isOriginator } from './current-decisions.ts';
export { buildMark } from './data-package.ts';
export { type DecisionDraft, decisionId } from './decision-line.ts';
export { makeFolder } from './durable.ts';
export { type PublishedSeizure, rejectedRestricted } from './embargo.ts';
export { openPicture } from './open-picture.ts';
export type {
  Picture,
  PictureColumn,
  PictureContents,
  PictureDescription,
  PictureFile,
  PictureInput,
  PictureMetadata,
  PictureQuery,
  PictureReads,
  PictureRows,
  ReadOptions,
} from './picture.ts';
export { mayDecide, type PictureDecisions, pictureDecisions } from './picture-decisions.ts';
export {
  type DamagedLine,
  type DecisionsFile,
  readDecisions,
  readDecisionsFile,
  readSoundDecisions,
} from './read-decisions.ts';
export { type ReplacingDraft, recordDecisions } from './record-decisions.ts';
export {
  type ClearanceInput,
  parseReleaseSubject,
  type ReleaseNeeded,
  releaseCommand,
  releaserProblem,
  releaseSubject,
  releasesNeeded,
} from './release.ts';
export { repairPicture } from './repair-picture.ts';
export { roleProblem } from './role-problem.ts';
export { type RecordColumn, rowsOf } from './rows-of.ts';
export { checkFile, seal, unseal, writeThrough } from './seal.ts';
export { type Settling, settleDecisions } from './settle-decisions.ts';
export { roleKey, standingDecisions } from './standing-decisions.ts';
export { writePicture } from './write-picture.ts';
export type { TableMemory } from './write-table.ts';
