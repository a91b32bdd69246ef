/** Why a pair weighs what it does, in one respect. Structured; whoever knows the field puts it into words. */
export interface Reason {
  readonly comparison: string;
  readonly level: string;
  /** log2 of m/u, with the term-frequency adjustment; 0 where a record says nothing. */
  readonly weight: number;
  /** Part of `weight` that is due to how rare the shared value is. */
  readonly rarity: number;
  /** What the two records say, column by column; null where withheld or absent. */
  readonly left: readonly (string | null)[];
  readonly right: readonly (string | null)[];
}

/** Two records that may be the same. */
export interface Pair {
  /** Ids; of one table `a` < `b`, of two tables `a` is of the earlier one. */
  readonly a: string;
  readonly b: string;
  /** Names of the tables they stand in. */
  readonly tableA: string;
  readonly tableB: string;
  /** log2 of the posterior odds. */
  readonly weight: number;
  readonly probability: number;
}

/** A pair with its reasons, the prior first in the sum: `weight` = log2 prior odds + the weights of the reasons. */
export interface ExplainedPair extends Pair {
  /** log2 of the prior odds. */
  readonly prior: number;
  readonly reasons: readonly Reason[];
}
