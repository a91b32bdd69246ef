/** A set of values a claim allows: [low, high) or, where `closed`, [low, high]. `high: null` has no upper end. */
export interface Interval {
  readonly low: number;
  readonly high: number | null;
  readonly closed: boolean;
}
