import { inFour, type Text } from '@samenbeeld/schema';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { median } from 'simple-statistics';
import type { CleanSeries } from './clean-series.ts';
import { type KendallNull, kendallNull } from './kendall-null.ts';
import { kendallScore, kendallVariance } from './kendall-score.ts';
import { randomOf } from './sampling/random.ts';
import { partialSort } from './season/partial-sort.ts';
import { type TrendVerdict, verdictOfSlope } from './verdict.ts';
import { tiedWithZero } from './warnings.ts';
import type { NoConclusion } from './words/no-trend.ts';

/** Up to this many slopes all of them are kept. */
const sortUpTo = 300_000;
const sampleSize = 200_000;

/** How many slopes there are between two values of the same group. */
function countSlopes(groups: readonly CleanSeries[]): number {
  return groups.reduce((sum, { values }) => sum + (values.length * (values.length - 1)) / 2, 0);
}

/**
 * The slopes of the given ranks (the first being 1) among all slopes between two values of the same group.
 *
 * Exact. Where there are too many to keep, a sample says between which two slopes the ranks lie; one pass over the pairs
 * then counts those below and keeps only those between (after Floyd and Rivest 1975).
 */
function rankedSlopes(groups: readonly CleanSeries[], ranks: readonly number[]): readonly number[] {
  const total = countSlopes(groups);
  if (total > sortUpTo) {
    const sample = sampleSlopes(groups, total);
    for (let width = 5; width < 500; width *= 4) {
      const found = selectSlopes(groups, ranks, bracketOf(ranks, total, sample, width));
      if (found) return found;
    }
  }
  const slopes = allSlopes(groups, total);
  const places = ranks.map((rank) => rank - 1);
  partialSort(
    slopes,
    places.toSorted((a, b) => a - b),
  );
  return places.map((place) => slopes[place] as number);
}

function allSlopes(groups: readonly CleanSeries[], total: number): Float64Array {
  const slopes = new Float64Array(total);
  let k = 0;
  for (const { times, values } of groups)
    for (let i = 0; i < values.length; i++)
      for (let j = i + 1; j < values.length; j++)
        slopes[k++] =
          ((values[j] as number) - (values[i] as number)) /
          ((times[j] as number) - (times[i] as number));
  return slopes;
}

/** Which slopes are sampled decides the time only, never the result: the seed is fixed. */
function sampleSlopes(groups: readonly CleanSeries[], total: number): Float64Array {
  const random = randomOf(1);
  const sample: number[] = [];
  for (const { times, values } of groups) {
    const n = values.length;
    const share = Math.ceil((sampleSize * n * (n - 1)) / 2 / total);
    for (let k = 0; k < share && n > 1; k++) {
      const one = random.int(0, n - 1);
      const other = (one + random.int(1, n - 1)) % n;
      const [i, j] = [Math.min(one, other), Math.max(one, other)];
      sample.push(
        ((values[j] as number) - (values[i] as number)) /
          ((times[j] as number) - (times[i] as number)),
      );
    }
  }
  return Float64Array.from(sample).sort();
}

interface Bracket {
  readonly low: number;
  readonly high: number;
}

/** Between which sampled slopes the ranks lie, all but surely. */
function bracketOf(
  ranks: readonly number[],
  total: number,
  sample: Float64Array,
  width: number,
): Bracket {
  const size = sample.length;
  const margin = (share: number): number => width * (1 + Math.sqrt(size * share * (1 - share)));
  const first = ranks.reduce((a, b) => Math.min(a, b), total) / total;
  const last = ranks.reduce((a, b) => Math.max(a, b), 1) / total;
  return {
    low: sample[Math.floor(first * size - margin(first))] ?? Number.NEGATIVE_INFINITY,
    high: sample[Math.ceil(last * size + margin(last))] ?? Number.POSITIVE_INFINITY,
  };
}

/** The ranked slopes, or null where one lies outside the bracket. */
function selectSlopes(
  groups: readonly CleanSeries[],
  ranks: readonly number[],
  { low, high }: Bracket,
): readonly number[] | null {
  let below = 0;
  let atLow = 0;
  let atHigh = 0;
  let size = 0;
  let inside = new Float64Array(1 << 18);
  for (const series of groups) {
    const values = Float64Array.from(series.values);
    const times = Float64Array.from(series.times);
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      const time = times[i] as number;
      for (let j = i + 1; j < values.length; j++) {
        const slope = ((values[j] as number) - value) / ((times[j] as number) - time);
        if (slope < low) below++;
        else if (slope <= high) {
          if (slope === low) atLow++;
          else if (slope === high) atHigh++;
          else {
            if (size === inside.length) inside = enlarged(inside);
            inside[size++] = slope;
          }
        }
      }
    }
  }
  const sorted = inside.subarray(0, size).sort();
  const found = ranks.map((rank) => {
    if (rank <= below) return null;
    const place = rank - below - atLow;
    if (place <= 0) return low;
    if (place <= size) return sorted[place - 1] as number;
    return place <= size + atHigh ? high : null;
  });
  return found.every((slope) => slope !== null) ? found : null;
}

function enlarged(list: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * list.length);
  larger.set(list);
  return larger;
}

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
export function withoutInterval(because: NoConclusion | null): readonly Text[] {
  if (because === null) return [];
  return because === 'tied'
    ? [tiedWithZero]
    : [
        inFour(
          'de rangen van het interval vallen buiten de hellingen',
          'les rangs de l’intervalle tombent hors des pentes',
          'die Ränge des Intervalls liegen außerhalb der Steigungen',
          'the ranks of the interval fall outside the slopes',
        ),
      ];
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
