import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { median } from 'simple-statistics';
import type { CleanSeries } from './clean-series.ts';
import { type KendallNull, kendallNull } from './kendall-null.ts';
import { kendallScore, kendallVariance } from './kendall-score.ts';
import { countSlopes, rankedSlopes } from './monotone/ranked-slopes.ts';
import { type TrendVerdict, verdictOfSlope } from './verdict.ts';
import type { NoConclusion } from './words/no-trend.ts';

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

/** What the score of the series says about the ranks of the ends. */
export interface SlopeRanks {
  readonly level: number;
  /** Variance of the score without trend. */
  readonly variance: number;
  /** Pairs of unequal values. */
  readonly pairs: number;
  /** The test whose unrejected slopes make the interval; null for ranks by the normal approximation (Gilbert 1987). */
  readonly test: KendallNull | null;
}

/** The median slope of a series already checked, with its interval. */
export function slopeInterval(
  series: CleanSeries,
  level: number,
  ranks: 'gilbert' | 'exact' | 'asymptotic',
): SlopeInterval {
  const n = series.values.length;
  const { ties, pairs } = kendallScore(series.values);
  return slopesWithin([series], {
    level,
    variance: kendallVariance(n, ties),
    pairs,
    test: ranks === 'gilbert' ? null : kendallNull(n, ties, ranks),
  });
}

/** The median of the slopes between two values of the same group, with its interval. */
export function slopesWithin(
  groups: readonly CleanSeries[],
  { level, variance, pairs, test }: SlopeRanks,
): SlopeInterval {
  const slopes = countSlopes(groups);
  const rank = test
    ? testRank(slopes, test.critical(1 - level))
    : gilbertRank(slopes, variance, level);
  const lowRank = pairs > 0 ? rank : null;
  const highRank = lowRank === null ? null : slopes + 1 - lowRank;
  const middle = slopes === 0 ? [] : [Math.ceil(slopes / 2), Math.floor(slopes / 2) + 1];
  const ends = lowRank === null || highRank === null ? [] : [lowRank, highRank];
  const found = rankedSlopes(groups, [...new Set(middle), ...ends]);
  const [first = 0, second = first] = found.slice(0, new Set(middle).size);
  const [low, high] = found.slice(new Set(middle).size);
  // An interval of zero alone would rule out every change, where equal values merely tell nothing of its size.
  const tied = low === 0 && high === 0;
  const interval = low === undefined || high === undefined || tied ? null : { low, high, level };
  const nothing = slopes > 0 && pairs === 0 ? 'constant' : tied ? 'tied' : 'no_interval';
  return {
    estimate: slopes > 0 ? (first + second) / 2 : null,
    interval,
    slopes,
    variance,
    lowRank,
    highRank,
    verdict: verdictOfSlope(interval),
    because: interval ? null : nothing,
  };
}

/** Where the line of a slope stands at time zero: the median value less the slope times the median time (Conover 1999). */
export function levelAtZero(groups: readonly CleanSeries[], slope: number | null): number | null {
  if (slope === null) return null;
  const middle = (part: 'times' | 'values'): number =>
    median(groups.flatMap((group) => group[part]));
  return middle('values') - slope * middle('times');
}

/** Why there is no interval, as a warning. */
export function withoutInterval(because: NoConclusion | null): readonly string[] {
  if (because === null) return [];
  return because === 'tied'
    ? ['because of ties the size of the change cannot be told from zero']
    : ['the ranks of the interval fall outside the slopes'];
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
