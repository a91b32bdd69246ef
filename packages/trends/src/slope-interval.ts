import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { medianSorted } from 'simple-statistics';
import type { CleanSeries } from './clean-series.ts';
import { kendallNull } from './kendall-null.ts';
import { kendallScore, kendallVariance } from './kendall-score.ts';
import { type TrendVerdict, verdictOfSlope } from './verdict.ts';
import type { NoConclusion } from './words/trend.ts';

/** The numbers of Sen's slope. */
export interface SlopeInterval {
  readonly estimate: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly slopes: number;
  readonly variance: number;
  readonly lowRank: number | null;
  readonly highRank: number | null;
  readonly verdict: TrendVerdict;
  readonly because: NoConclusion | null;
}

/** The median slope of a series already checked, with its interval. */
export function slopeInterval(
  series: CleanSeries,
  level: number,
  ranks: 'gilbert' | 'exact' | 'asymptotic',
): SlopeInterval {
  const n = series.values.length;
  const slopes = orderedSlopes(series);
  const { ties, pairs } = kendallScore(series.values);
  const variance = kendallVariance(n, ties);
  const rank =
    ranks === 'gilbert'
      ? gilbertRank(slopes.length, variance, level)
      : testRank(slopes.length, kendallNull(n, ties, ranks).critical(1 - level));
  const lowRank = pairs > 0 ? rank : null;
  const highRank = lowRank === null ? null : slopes.length + 1 - lowRank;
  const interval =
    lowRank === null || highRank === null
      ? null
      : { low: slopes[lowRank - 1] as number, high: slopes[highRank - 1] as number, level };
  const nothing = n > 1 && pairs === 0 ? 'constant' : 'no_interval';
  return {
    estimate: slopes.length > 0 ? medianSorted(slopes as unknown as number[]) : null,
    interval,
    slopes: slopes.length,
    variance,
    lowRank,
    highRank,
    verdict: verdictOfSlope(interval),
    because: interval ? null : nothing,
  };
}

/** The slopes between all pairs of values, in increasing order. */
function orderedSlopes({ times, values }: CleanSeries): Float64Array {
  const n = values.length;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let k = 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++)
      slopes[k++] =
        ((values[j] as number) - (values[i] as number)) /
        ((times[j] as number) - (times[i] as number));
  return slopes.sort();
}

/** Rank of the lower end by the normal approximation (Gilbert 1987); null where it falls outside the slopes. */
function gilbertRank(slopes: number, variance: number, level: number): number | null {
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const rank = Math.round((slopes - z * Math.sqrt(variance)) / 2);
  return rank >= 1 ? rank : null;
}

/** Rank of the first slope at which fewer than `critical` more slopes lie above than below. */
function testRank(slopes: number, critical: number | null): number | null {
  return critical === null ? null : Math.floor((slopes - critical) / 2) + 1;
}
