import gammaln from '@stdlib/math-base-special-gammaln';
import chisquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { poissonCumulative } from '../distributions/poisson-cumulative.ts';

/** Counts up to which the library's chi-square quantile is exact; it errs from about 1,000 on. */
const libraryUpTo = 400;

/** The mean at which at most `count` events have a chance of `share`: Newton's steps from Wilson and Hilferty's value. */
function meanAt(count: number, share: number, start: number): number {
  let mean = start;
  for (let step = 0; step < 50; step++) {
    const slope = Math.exp(count * Math.log(mean) - mean - gammaln(count + 1));
    const change = (poissonCumulative(count, mean) - share) / slope;
    const next = Math.max(mean / 2, mean + change);
    if (Math.abs(next - mean) <= 1e-12 * mean) return next;
    mean = next;
  }
  return mean;
}

/**
 * Exact ends of the mean of a Poisson count (Garwood 1936), `tail` being the error on each side: half of the chi-square
 * quantiles with 2k and 2k + 2 degrees of freedom.
 */
function poissonLimits(
  count: number,
  tail: number,
  roughly: { readonly low: number; readonly high: number },
): { readonly low: number; readonly high: number } {
  if (count <= libraryUpTo)
    return {
      low: count === 0 ? 0 : chisquareQuantile(tail, 2 * count) / 2,
      high: chisquareQuantile(1 - tail, 2 * count + 2) / 2,
    };
  return {
    low: meanAt(count - 1, 1 - tail, roughly.low),
    high: meanAt(count, tail, roughly.high),
  };
}

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
