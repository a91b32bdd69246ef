import { type CostTerms, logLinear, squares } from './cost-family.ts';
import { functionalPruning } from './functional-pruning.ts';
import { meanAndVariance, normalCost } from './mean-and-variance.ts';
import { dispersionOf, noiseLevel } from './noise-level.ts';
import type { Segmentation } from './segmentation.ts';
import { squaresAbout, sumsOf } from './sums.ts';

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
