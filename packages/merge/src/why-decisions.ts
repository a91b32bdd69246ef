import {
  type Decision,
  type Observation,
  parseCorrectionDecision,
  parseCrosswalkDecision,
  type Seizure,
  type Text,
} from '@samenbeeld/schema';
import { currentDecisions, mayDecide } from '@samenbeeld/store';

/** A decision about a figure, and whether it is still in force. */
export interface WhyDecision {
  readonly decision: Decision;
  readonly inForce: boolean;
  /** What has changed since it was taken, where it no longer holds. */
  readonly lapsed: Text | null;
  /** Whether its role may decide in the picture. */
  readonly allowed: boolean;
}

/** What is known of decisions besides what they say. */
export interface DecisionContext {
  /** What has changed since they were taken, by id. */
  readonly lapsed?: ReadonlyMap<string, Text>;
  /** Roles, and codes of services, that may decide; every role where none is named. */
  readonly deciding?: readonly string[];
}

function idsInForce(decisions: readonly Decision[]): ReadonlySet<string> {
  const kinds = [...new Set(decisions.map(({ kind }) => kind))];
  return new Set(
    kinds.flatMap((kind) => [...currentDecisions(decisions, kind).values()].map(({ id }) => id)),
  );
}

function printedOf(record: Observation | Seizure): string | null {
  return record.kind === 'seizure' ? record.substancePrinted : null;
}

/** Whether a decision on a label or a slip is about the very cell a record was read from, or the drug it prints. */
function readsRecord(decision: Decision, records: readonly (Observation | Seizure)[]): boolean {
  if (decision.verdict === 'reopen' || decision.verdict === 'reject') return false;
  if (decision.kind === 'crosswalk') {
    const { source, field, label } = parseCrosswalkDecision(decision);
    return (
      field === 'substance' &&
      records.some((record) => record.source === source && printedOf(record) === label)
    );
  }
  if (decision.kind !== 'correction') return false;
  const { source, column, from } = parseCorrectionDecision(decision);
  return records.some(
    ({ origin, source: own }) =>
      own === source && origin.raw === from && origin.column.includes(column),
  );
}

/** The decisions about subjects, or about the cells of records, in the order they were taken. */
export function decisionsAbout(
  decisions: readonly Decision[],
  subjects: ReadonlySet<string>,
  records: readonly (Observation | Seizure)[],
  { lapsed = new Map(), deciding = [] }: DecisionContext = {},
): readonly WhyDecision[] {
  const inForce = idsInForce(decisions.filter((one) => mayDecide(deciding, one)));
  return decisions
    .filter((decision) => subjects.has(decision.subject) || readsRecord(decision, records))
    .map((decision) => ({
      decision,
      inForce: inForce.has(decision.id) && !lapsed.has(decision.id),
      lapsed: lapsed.get(decision.id) ?? null,
      allowed: mayDecide(deciding, decision),
    }));
}
