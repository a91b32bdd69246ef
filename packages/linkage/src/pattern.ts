/** Rules of which a pattern can tell that they bring its pairs together too: one bit each. */
export const mostRules = 30;

/** How many pairs agree in one way: the place of the level of each comparison. */
export interface Pattern {
  readonly places: readonly number[];
  readonly count: number;
  /** Further rules that bring these pairs together too, one bit a rule. */
  readonly also?: number;
}
