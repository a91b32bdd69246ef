import type { SettledPair } from '@samenbeeld/linkage';
import type { Decision, Text } from '@samenbeeld/schema';

/** What holds of two records after all that roles said of them. */
export interface JudgedPair {
  readonly subject: string;
  readonly verdict: 'same' | 'different' | 'unsure';
  /** Why; `contradicted` where it is agreed but cannot hold beside other decisions, and so is not followed. */
  readonly because: SettledPair['because'] | 'contradicted';
  /** The standing decisions behind it, by time. */
  readonly by: readonly Decision[];
  readonly says: Text;
}

/** Decisions that cannot all hold; "the same" among them is followed for none. */
export interface JudgementConflict {
  /** A chain of "the same" joins what "different" parts, or two rows that one file lists as two finds. */
  readonly kind: 'chain' | 'one file';
  /** Ids of the two records at the ends of the chain. */
  readonly records: readonly [string, string];
  readonly decisions: readonly Decision[];
  readonly says: Text;
}

/** A decision that is not applied to the records at hand. */
export interface LapsedJudgement {
  readonly decision: Decision;
  /** `gone`: a record is not there · `altered`: a record says something else · `not a pair`: the subject names no two records. */
  readonly because: 'gone' | 'altered' | 'not a pair';
  readonly says: Text;
}

/** What follows for two records of which nobody decided. */
export interface FollowingJudgement {
  readonly verdict: 'same' | 'different' | 'contradiction';
  readonly decisions: readonly Decision[];
  readonly says: Text;
}

/** What persons said of records that may be one seizure, as far as it holds. */
export interface SeizureJudgements {
  /** The decisions that count, by subject, for `findDoubleReports`. */
  readonly inForce: ReadonlyMap<string, Decision>;
  /** Every judged pair whose decisions apply, in the order of the subjects. */
  readonly judged: readonly JudgedPair[];
  readonly conflicts: readonly JudgementConflict[];
  /** Standing decisions that do not apply to these records, in the order they were taken. */
  readonly lapsed: readonly LapsedJudgement[];
  /** How many roles must say the same before it counts. */
  readonly agreeing: number;
  /** What follows for a pair from decisions on others; null where nothing does. */
  follows(subject: string): FollowingJudgement | null;
}
