import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { leastCount } from '../distributions/least-count.ts';
import { poissonCumulative } from '../distributions/poisson-cumulative.ts';
import type { MackProjection } from './mack.ts';

/** What is known of the figures that an interval is drawn of. */
export interface FigureKind {
  /** Never corrected downward. */
  readonly onlyUpward: boolean;
  /** Whole numbers, as are the ends. */
  readonly counts: boolean;
}

/** Above this many still to come a count is as good as a measure. */
const many = 1000;

/**
 * The interval of an ultimate by its mean and standard error: of what is still to come, where figures were never corrected downward,
 * so that it does not start below what is known; otherwise of the ultimate itself. By the lognormal distribution (Mack 1993), of
 * counts still to come by the negative binomial, which may be none.
 */
export function nowcastInterval(
  { known, ultimate, standardError }: MackProjection,
  { onlyUpward, counts }: FigureKind,
  level: number,
): { readonly low: number; readonly high: number; readonly level: number } | null {
  if (standardError === null) return null;
  if (standardError === 0 || ultimate === 0) return { low: ultimate, high: ultimate, level };
  const floor = onlyUpward && ultimate > known ? known : 0;
  const mean = ultimate - floor;
  if (counts && floor > 0 && mean < many) {
    const at = countWith(mean, standardError ** 2 / mean);
    const low = Math.min(Math.floor(ultimate), floor + at((1 - level) / 2));
    return { low, high: Math.max(Math.ceil(ultimate), floor + at((1 + level) / 2)), level };
  }
  const variance = Math.log1p((standardError / mean) ** 2);
  const centre = Math.log(mean) - variance / 2;
  const reach = normalQuantile((1 + level) / 2, 0, 1) * Math.sqrt(variance);
  // With a huge variance the mean of a lognormal law lies beyond its upper quantile.
  const [low, high] = [
    Math.min(ultimate, floor + Math.exp(centre - reach)),
    Math.max(ultimate, floor + Math.exp(centre + reach)),
  ];
  return counts ? { low: Math.floor(low), high: Math.ceil(high), level } : { low, high, level };
}

/** The quantiles of a count with this mean and dispersion. */
function countWith(mean: number, dispersion: number): (chance: number) => number {
  const cumulative = (count: number): number =>
    count < 0
      ? 0
      : dispersion <= 1
        ? poissonCumulative(count, mean)
        : negativeBinomialCdf(count, mean / (dispersion - 1), 1 / dispersion);
  return (chance) => leastCount(cumulative, chance);
}
