/** Whether the values differ by no more than rounding does. */
export function asGoodAsEqual(values: readonly number[]): boolean {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return !(high - low > Math.max(1e-12 * Math.max(Math.abs(low), Math.abs(high)), 1e-140));
}
