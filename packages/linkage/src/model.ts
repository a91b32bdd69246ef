/** What one level of a comparison was estimated, or stated, to be worth. */
export interface LevelWeight {
  readonly name: string;
  readonly m: number;
  readonly u: number;
  /** log2(m / u); 0 for "null". */
  readonly weight: number;
  readonly from: 'stated' | 'estimated' | 'fixed';
}

/**
 * A Fellegi-Sunter model: the odds that a pair is the same are the prior odds times m/u of each comparison's level.
 * Plain data: it can be written as JSON, read by a person, and given to `linkRecords` instead of being estimated.
 */
export interface LinkageModel {
  /** Probability that two records drawn at random are the same. */
  readonly prior: number;
  readonly comparisons: readonly {
    readonly name: string;
    /** In the order of the comparison's levels, then "else", then "null". */
    readonly levels: readonly LevelWeight[];
  }[];
}
