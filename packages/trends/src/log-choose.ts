import { gammaln } from 'simple-statistics';

/** Natural logarithm of the number of ways to choose k of n; −∞ where there is none. */
export function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}
