import { firstWhere } from '../first-where.ts';
/**
 * The least whole count whose cumulative chance reaches `chance`: the quantile of a discrete law. By doubling and halving, since the step-by-step
 * search of the library takes a tenth of a second where the variance is thousands of times the mean.
 */
export function leastCount(cumulative: (count: number) => number, chance: number): number {
  let high = 1;
  while (cumulative(high) < chance && high < Number.MAX_SAFE_INTEGER) high *= 2;
  return firstWhere((count) => cumulative(count) >= chance, -1, high);
}
