/** How many pairs agree in one way: the place of the level of each comparison. */
export interface Pattern {
  readonly places: readonly number[];
  readonly count: number;
  /** Further rules that bring these pairs together too, one bit a rule. */
  readonly also?: number;
}
