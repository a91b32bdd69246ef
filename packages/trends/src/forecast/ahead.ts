/** Mean and variance of a value some steps ahead. */
export interface Ahead {
  readonly mean: number;
  readonly variance: number;
}
