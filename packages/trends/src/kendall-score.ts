/** Kendall's score of a sequence, with the sizes of its groups of equal values. */
export interface KendallScore {
  /** Later-minus-earlier signs summed over all pairs. */
  readonly s: number;
  /** Pairs of unequal values: the largest possible score. */
  readonly pairs: number;
  /** Sizes of groups of two or more equal values. */
  readonly ties: readonly number[];
}

/** By merge sort, so that ten thousand points take milliseconds (Knight 1966). */
export function kendallScore(values: readonly number[]): KendallScore {
  const n = values.length;
  let sorted = Float64Array.from(values);
  let spare = new Float64Array(n);
  let inversions = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let left = start;
      let right = middle;
      for (let out = start; out < end; out++) {
        const fromLeft =
          left < middle && (right >= end || (sorted[left] as number) <= (sorted[right] as number));
        if (!fromLeft) inversions += middle - left;
        spare[out] = sorted[fromLeft ? left++ : right++] as number;
      }
    }
    [sorted, spare] = [spare, sorted];
  }
  const ties: number[] = [];
  for (let start = 0, i = 1; i <= n; i++) {
    if (i < n && sorted[i] === sorted[start]) continue;
    if (i - start > 1) ties.push(i - start);
    start = i;
  }
  const tied = ties.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const pairs = (n * (n - 1)) / 2 - tied;
  return { s: pairs - 2 * inversions, pairs, ties };
}

/** Variance of S without trend, corrected for ties (Kendall 1975): `[n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18`. */
export function kendallVariance(n: number, ties: readonly number[]): number {
  const term = (size: number): number => size * (size - 1) * (2 * size + 5);
  return (term(n) - ties.reduce((sum, size) => sum + term(size), 0)) / 18;
}
