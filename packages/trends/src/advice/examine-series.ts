import { countUnits, stepOf, sumExact } from '@samenbeeld/schema';
import type { Period } from '../period.ts';
import type { KnownPoint } from '../trend-series.ts';

/** What a series is like, as far as it decides which methods fit. */
export interface ExaminedSeries {
  readonly n: number;
  readonly freq: Period['freq'] | null;
  readonly first: string | null;
  readonly last: string | null;
  /** Periods between the first and the last without a value. */
  readonly missing: number;
  /** Whole numbers of events, to which the laws of counts apply. */
  readonly counts: boolean;
  /** Whether every value, and both ends of every undecided one, has a logarithm. */
  readonly aboveZero: boolean;
  /** Share of zeros, and of pairs of equal values. */
  readonly zeros: number;
  readonly ties: number;
  /** Periods whose rival claims are undecided, and those known as a range. */
  readonly undecided: readonly string[];
  /** Whether some of them are of services that counted apart. */
  readonly apart: boolean;
  readonly rough: readonly string[];
  /** First autocorrelation of the values less their line, and the bound beyond which it is significant at 95 %. */
  readonly lagOne: number | null;
  readonly lagOneBound: number | null;
  readonly dependent: boolean;
  /**
   * Whether dependence is large enough to make trends of nothing, shown or not: the autocorrelation, raised by what a line through n
   * values takes from it, is above 0.2. Of few values even a strong one is seldom significant.
   */
  readonly mayDepend: boolean;
  /** The largest value, null where all are equal, and its share of the sum of all. */
  readonly largest: string | null;
  readonly largestShare: number | null;
  /** Variance over mean, of counts. */
  readonly dispersion: number | null;
}

/** Looks at the points of a series: how many, how even, how dependent, and whether one of them dominates. */
export function examineSeries(points: readonly KnownPoint[], unit: string): ExaminedSeries {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const freq = points[0]?.period.freq ?? null;
  const [first, last] = [points[0]?.period, points.at(-1)?.period];
  const spanned = first && last ? stepOf(last) - stepOf(first) + 1 : 0;
  const isEvents = unit === 'count' || countUnits.has(unit);
  // Rival figures enter at both their ends.
  const ends = points.flatMap(({ value, range }) =>
    value === null ? [range.low, range.high ?? range.low] : [value],
  );
  const counts = isEvents && ends.every((end) => Number.isInteger(end) && end >= 0);
  const positive = values.every((value) => value >= 0);
  const total = sumExact(values);
  const isWhole = values.length === points.length;
  const highs = points.map(({ value, range }) => value ?? range.high ?? range.low);
  const most = Math.max(...highs);
  const apart = highs.some((high) => high < most);
  const at = points[highs.indexOf(most)];
  const lagOne = values.length >= 10 && isWhole ? firstLag(values) : null;
  const lagOneBound = lagOne === null ? null : 1.96 / Math.sqrt(values.length);
  const mean = values.length > 0 ? total / values.length : 0;
  return {
    n: points.length,
    freq,
    first: first?.code ?? null,
    last: last?.code ?? null,
    missing: Math.max(0, spanned - points.length),
    counts,
    zeros: values.length > 0 ? values.filter((value) => value === 0).length / values.length : 0,
    aboveZero: ends.every((end) => end > 0),
    ties: tiedPairs(values),
    undecided: points.filter(({ undecided }) => undecided).map(({ period }) => period.code),
    apart: points.some(({ undecided, apart }) => undecided && apart),
    rough: points
      .filter(({ undecided, range }) => !undecided && range.high !== range.low)
      .map(({ period }) => period.code),
    lagOne,
    lagOneBound,
    dependent: lagOne !== null && Math.abs(lagOne) > (lagOneBound ?? 1),
    mayDepend: lagOne !== null && (values.length * lagOne + 2) / (values.length - 4) > harmful,
    largest: apart ? (at?.period.code ?? null) : null,
    largestShare: positive && total > 0 && isWhole ? most / total : null,
    dispersion: counts && mean > 0 && values.length > 1 ? varianceOf(values, mean) / mean : null,
  };
}

/** Up to this autocorrelation a test for independent values is wrong in less than a tenth of series without a trend. */
const harmful = 0.2;

function tiedPairs(values: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  const pairs = (size: number): number => (size * (size - 1)) / 2;
  const all = pairs(values.length);
  return all === 0 ? 0 : [...sizes.values()].reduce((sum, size) => sum + pairs(size), 0) / all;
}

function varianceOf(values: readonly number[], mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** Autocorrelation at lag one of the residuals of a straight line; 0 where they are all zero. */
function firstLag(values: readonly number[]): number {
  const n = values.length;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  let [covered, spread] = [0, 0];
  for (const [i, value] of values.entries()) {
    covered += (i - middle) * (value - mean);
    spread += (i - middle) ** 2;
  }
  const rest = values.map((value, i) => value - mean - (covered / spread) * (i - middle));
  const whole = rest.reduce((sum, one) => sum + one * one, 0);
  if (whole <= 1e-18 * mean * mean * n) return 0;
  return rest.slice(1).reduce((sum, one, i) => sum + one * (rest[i] as number), 0) / whole;
}
