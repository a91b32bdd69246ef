import { medianSorted } from 'simple-statistics';
import { type CostTerms, logLinear, squares } from './cost-family.ts';
import { functionalPruning } from './functional-pruning.ts';
import { type Segmentation, traceBack } from './segmentation.ts';
import { type Sums, squaresAbout, sumsOf } from './sums.ts';

/** 1.4826 times the median distance from the median: the standard deviation of normal values, whatever a few others do. */
const madFactor = 1.482602218505602;

/** Differences this much smaller than the largest are none. */
const noDifference = 1e-12;

/** The share of the largest differences left out, and the mean of a χ²₁ variable without that share of it. */
const trimmed = 0.1;
const meanOfTrimmedSquare = 0.623016;

/**
 * The scatter of values about their level, level shifts or none: the median absolute deviation of their differences,
 * over √2 (Fryzlewicz 2014, Maidstone et al. 2017); their root mean square where more than half of them are equal.
 */
function noiseLevel(values: ArrayLike<number>): number {
  const differences = new Float64Array(values.length - 1);
  for (let i = 1; i < values.length; i++)
    differences[i - 1] = (values[i] as number) - (values[i - 1] as number);
  const centre = medianOf(differences);
  const robust = madFactor * medianOf(differences.map((d) => Math.abs(d - centre)));
  const largest = differences.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
  if (robust > noDifference * largest) return robust / Math.SQRT2;
  if (largest === 0) return 0;
  // In units of the largest, whose square might have no room.
  const squares = differences.reduce((sum, d) => sum + (d / largest) ** 2, 0);
  return largest * Math.sqrt(squares / differences.length / 2);
}

/**
 * How many times the variance of Poisson counts the counts vary, level shifts or none, at least 1: the mean of the
 * standardised squared differences of neighbouring rates, or that without the largest tenth of them if it is less. The
 * first is right for a few events, where squares come in steps, the second where levels shift.
 */
function dispersionOf(counts: ArrayLike<number>, exposures: ArrayLike<number>): number {
  const squares: number[] = [];
  for (let i = 1; i < counts.length; i++) {
    const [y, before] = [counts[i] as number, counts[i - 1] as number];
    const [e, earlier] = [exposures[i] as number, exposures[i - 1] as number];
    if (y + before === 0) continue;
    const rate = (y + before) / (e + earlier);
    squares.push((y / e - before / earlier) ** 2 / (rate * (1 / e + 1 / earlier)));
  }
  if (squares.length === 0) return 1;
  const sorted = Float64Array.from(squares).sort();
  const kept = sorted.subarray(0, Math.max(1, Math.floor(squares.length * (1 - trimmed))));
  return Math.max(1, Math.min(meanOf(sorted), meanOf(kept) / meanOfTrimmedSquare));
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: Float64Array): number {
  return medianSorted(Array.from(values.slice().sort()));
}

/**
 * The segmentation of least `Σ L (ln σ̂² + 1)` plus penalty, exact, where mean and variance both change.
 *
 * PELT (Killick, Fearnhead and Eckley 2012) leaves out the places of the last change that no later values can make
 * good. Without changes that alone is slow, so a place is also left out where its cost exceeds the best one for every
 * mean and variance at which it is not beaten by another place; a Lagrangian dual bounds that cost from below
 * (Truong and Runge 2024).
 */
function meanAndVariance(
  sums: Sums,
  least: number,
  penalty: number,
  minLength: number,
): Segmentation {
  const n = sums.first.length - 1;
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(n + 1);
  best[0] = -penalty;
  const starts = new Int32Array(n + 1);
  const needless = new Int32Array(n + 1);
  const values = new Float64Array(n + 1);
  let size = 0;
  for (let t = minLength; t <= n; t++) {
    if (best[t - minLength] !== Number.POSITIVE_INFINITY) {
      starts[size] = t - minLength;
      needless[size] = n + 1;
      size += 1;
    }
    for (let i = 0; i < size; i++) {
      const start = starts[i] as number;
      const value = (best[start] as number) + normalCost(sums, least, start, t);
      values[i] = value;
      if (value + penalty < (best[t] as number)) {
        best[t] = value + penalty;
        before[t] = start;
      }
    }
    let kept = 0;
    for (let i = 0; i < size; i++) {
      const start = starts[i] as number;
      let last = needless[i] as number;
      const reach = best[t] as number;
      // A change at t beats such a place, but only once a segment that starts at t can end.
      if (
        last > t + minLength &&
        ((values[i] as number) >= reach ||
          (kept > 0 && beaten(sums, best, start, starts[(i * 7919 + t) % kept] as number, t)) ||
          (i + 1 < size && beaten(sums, best, start, starts[i + 1] as number, t)))
      )
        last = t + minLength;
      if (last <= t + 1) continue;
      starts[kept] = start;
      needless[kept] = last;
      kept += 1;
    }
    size = kept;
  }
  return { changes: traceBack(before), cost: best[n] as number };
}

/** `L (ln σ² + s²/σ²)` at the variance of most likelihood that is not below `least`. */
function normalCost(sums: Sums, least: number, start: number, end: number): number {
  const length = end - start;
  const mean = ((sums.first[end] as number) - (sums.first[start] as number)) / length;
  const square = ((sums.second[end] as number) - (sums.second[start] as number)) / length;
  const variance = square - mean * mean;
  const used = Math.max(variance, least);
  return length * (Math.log(used) + Math.max(0, variance) / used);
}

/**
 * Whether the last change at `start` costs more than the best of all at `t` for every mean and variance at which it
 * costs less than the last change at `other`: by bisection for a multiplier at which the dual proves it.
 */
function beaten(sums: Sums, best: Float64Array, start: number, other: number, t: number): boolean {
  const { first, second } = sums;
  const reach = best[t] as number;
  const [from, to] = start < other ? [start, other] : [other, start];
  const sign = other < start ? -1 : 1;
  const gap = sign * (to - from);
  const gapFirst = sign * ((first[to] as number) - (first[from] as number));
  const gapSecond = sign * ((second[to] as number) - (second[from] as number));
  const length = t - start;
  const ownFirst = (first[t] as number) - (first[start] as number);
  const ownSecond = (second[t] as number) - (second[start] as number);
  const head = best[start] as number;
  const lead = head - (best[other] as number);
  let low = 0;
  let high = (sign < 0 ? 1 - 1e-6 : 4) * (length / Math.abs(gap));
  for (let step = 0; step < 7; step++) {
    const weight = (low + high) / 2;
    const total = length + weight * gap;
    const mean = (ownFirst + weight * gapFirst) / total;
    const square = (ownSecond + weight * gapSecond) / total;
    const variance = square - mean * mean;
    if (!(variance > 1e-12 * square) || total <= 0) {
      high = weight;
      continue;
    }
    const unit = Math.log(variance) + 1;
    const bound = head + weight * lead + total * unit;
    if (bound >= reach) return true;
    const turn = (gapSecond - square * gap) / total - (2 * mean * (gapFirst - mean * gap)) / total;
    const slope = lead + gap * unit + (total * turn) / variance;
    // The bound is concave in the multiplier, so its tangent says where it cannot reach.
    if (bound + Math.abs(slope) * (slope > 0 ? high - weight : weight - low) < reach) return false;
    if (slope > 0) low = weight;
    else high = weight;
  }
  return false;
}

/**
 * What changes from segment to segment, and on what scale:
 * - `mean`: the mean, of values that scatter evenly
 * - `log_mean`: the mean of the logarithm, so that changes are by a factor
 * - `poisson`: the rate of counts
 * - `variance`: the scatter about one mean
 * - `mean_variance`: mean and scatter together
 */
export type CostKind = 'mean' | 'log_mean' | 'poisson' | 'variance' | 'mean_variance';

/** A way to cost segments, and the optimal segmentation by it. */
export interface CostModel {
  readonly kind: CostKind;
  /** How many parameters a segment has. */
  readonly parameters: number;
  /** Standard deviation (means), dispersion (counts), or null. */
  readonly noise: number | null;
  /** Values whose level is even within a segment: as given, their logarithms, or the roots of the rates. */
  readonly even: readonly number[];
  segment(penalty: number, minLength: number): Segmentation;
  cost(start: number, end: number): number;
  /** Of counts: how many there are in a segment, in units of the dispersion, and what they stand against. */
  readonly events?: (
    start: number,
    end: number,
  ) => { readonly count: number; readonly base: number };
}

/** Squares about the mean over σ²: minus twice the log-likelihood of normal values of known scatter. */
export function meanModel(
  kind: 'mean' | 'log_mean',
  values: readonly number[],
  sigma: number | undefined,
): CostModel {
  const even = kind === 'log_mean' ? values.map(Math.log) : values;
  const noise = sigma ?? noiseLevel(even);
  const scaled = centred(even).map((value) => value / noise);
  const sums = sumsOf(scaled);
  const terms: CostTerms = {
    family: squares,
    a: new Float64Array(scaled.length).fill(1),
    b: scaled,
    c: scaled.map((value) => value * value),
    ...rangeOf(scaled),
  };
  return {
    kind,
    parameters: 1,
    noise,
    even,
    segment: (penalty, minLength) => functionalPruning(terms, penalty, minLength),
    cost: (start, end) => squaresAbout(sums, start, end),
  };
}

/** Deviance over the dispersion: minus twice the quasi-log-likelihood of counts, up to what no segmentation changes. */
export function poissonModel(
  counts: readonly number[],
  exposures: readonly number[],
  dispersion: number | undefined,
): CostModel {
  const noise = dispersion ?? dispersionOf(counts, exposures);
  const rates = counts.map((count, i) => count / (exposures[i] as number));
  const { low, high } = rangeOf(rates);
  const events = sumsOf(counts).first;
  const base = sumsOf(exposures).first;
  // A rate of zero has no logarithm; this one is as good to twelve digits.
  const least = high * 1e-12;
  const terms: CostTerms = {
    family: logLinear,
    a: Float64Array.from(exposures, (exposure) => (2 * exposure) / noise),
    b: Float64Array.from(counts, (count) => (2 * count) / noise),
    c: new Float64Array(counts.length),
    low: Math.max(low, least),
    high,
  };
  const cost = (start: number, end: number): number => {
    const count = (events[end] as number) - (events[start] as number);
    const exposure = (base[end] as number) - (base[start] as number);
    return count === 0 ? 0 : (2 * (count - count * Math.log(count / exposure))) / noise;
  };
  return {
    kind: 'poisson',
    parameters: 1,
    noise,
    even: rates.map(Math.sqrt),
    segment: (penalty, minLength) => functionalPruning(terms, penalty, minLength),
    cost,
    events: (start, end) => ({
      count: ((events[end] as number) - (events[start] as number)) / noise,
      base: (base[end] as number) - (base[start] as number),
    }),
  };
}

/** `ln σ² + (y − m)²/σ²`: minus twice the log-likelihood of normal values about one mean. */
export function varianceModel(values: readonly number[]): CostModel {
  const about = centred(values).map((value) => value * value);
  const least = rounding(values);
  const total = sumsOf(about).first;
  const terms: CostTerms = {
    family: logLinear,
    a: about,
    b: new Float64Array(about.length).fill(1),
    c: new Float64Array(about.length),
    low: 1 / Math.max(least, rangeOf(about).high),
    high: 1 / least,
  };
  const cost = (start: number, end: number): number => {
    const square = (total[end] as number) - (total[start] as number);
    const variance = Math.max(least, square / (end - start));
    return (end - start) * Math.log(variance) + square / variance;
  };
  return {
    kind: 'variance',
    parameters: 1,
    noise: null,
    even: values,
    segment: (penalty, minLength) => functionalPruning(terms, penalty, minLength),
    cost,
  };
}

/** Minus twice the log-likelihood of normal values whose mean and variance are those of the segment. */
export function meanVarianceModel(values: readonly number[]): CostModel {
  const sums = sumsOf(centred(values));
  const least = rounding(values);
  return {
    kind: 'mean_variance',
    parameters: 2,
    noise: null,
    even: values,
    segment: (penalty, minLength) => meanAndVariance(sums, least, penalty, minLength),
    cost: (start, end) => normalCost(sums, least, start, end),
  };
}

function centred(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Float64Array.from(values, (value) => value - mean);
}

function rangeOf(values: ArrayLike<number>): { readonly low: number; readonly high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i] as number);
    high = Math.max(high, values[i] as number);
  }
  return { low, high };
}

/** The variance that rounding alone gives: the smallest step between values, squared, over twelve (Sheppard). */
function rounding(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const range = (sorted.at(-1) as number) - (sorted[0] as number);
  let step = range;
  for (let i = 1; i < sorted.length; i++) {
    const gap = (sorted[i] as number) - (sorted[i - 1] as number);
    if (gap > 1e-9 * range) step = Math.min(step, gap);
  }
  return (step * step) / 12;
}
