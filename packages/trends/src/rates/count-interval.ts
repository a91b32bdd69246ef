import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { poissonLimits } from '../distributions/poisson-limits.ts';

/** How the interval of a count of independent events is found. */
export type CountMethod = 'exact' | 'byar';

/** Byar's approximation, after Wilson and Hilferty. */
function byar(count: number, tail: number): { readonly low: number; readonly high: number } {
  const z = normalQuantile(1 - tail, 0, 1);
  const above = count + 1;
  return {
    low:
      count === 0
        ? 0
        : Math.max(0, count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3),
    high: above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3,
  };
}

/** Ends of the interval of a count, `tail` being the error on each side. */
export const countIntervals: Readonly<
  Record<CountMethod, (count: number, tail: number) => { low: number; high: number }>
> = {
  exact: (count, tail) => poissonLimits(count, tail, byar(count, tail)),
  byar,
};
