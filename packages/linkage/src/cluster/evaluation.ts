import type { Score } from '../evaluate/score.ts';

/** Precision and recall of a record's cluster, averaged over records. */
export interface BCubed {
  readonly precision: number | null;
  readonly recall: number | null;
  /** Harmonic mean of the two. */
  readonly f1: number | null;
}

/** How well clusters agree with the truth. What needs whole entities is null where the truth is verdicts on pairs. */
export interface ClusterEvaluation {
  /** Over pairs of records in one cluster. */
  readonly pairs: Score;
  readonly bCubed: BCubed;
  /** Clusters that hold just one entity, and all of it. */
  readonly exact: number | null;
  /** Clusters with a record of which the truth knows something; a record in none is one of its own. */
  readonly clusters: number;
  readonly entities: number | null;
  /** Clusters that hold records of several entities, or a pair of which the verdict is that they differ. */
  readonly mixed: number;
  /** Entities whose records are in several clusters. */
  readonly split: number | null;
  /** Records of which the truth says nothing; they are not counted. */
  readonly unknown: number;
}
