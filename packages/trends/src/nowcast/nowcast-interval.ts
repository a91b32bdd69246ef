import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Projection } from './mack.ts';

/**
 * The interval of an ultimate by the lognormal distribution with its mean and standard error (Mack 1993): of what is still to come, where
 * figures were never corrected downward, so that it starts above what is known; otherwise of the ultimate itself.
 */
export function nowcastInterval(
  { known, ultimate, standardError }: Projection,
  onlyUpward: boolean,
  level: number,
): { readonly low: number; readonly high: number; readonly level: number } | null {
  if (standardError === null) return null;
  if (standardError === 0 || ultimate === 0) return { low: ultimate, high: ultimate, level };
  const floor = onlyUpward && ultimate > known ? known : 0;
  const mean = ultimate - floor;
  const variance = Math.log1p((standardError / mean) ** 2);
  const centre = Math.log(mean) - variance / 2;
  const reach = normalQuantile((1 + level) / 2, 0, 1) * Math.sqrt(variance);
  // With a huge variance the mean of a lognormal law lies beyond its upper quantile.
  return {
    low: Math.min(ultimate, floor + Math.exp(centre - reach)),
    high: Math.max(ultimate, floor + Math.exp(centre + reach)),
    level,
  };
}
