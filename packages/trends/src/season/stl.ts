import { localFit, loess, type Smoother } from './loess.ts';
import { partialSort } from './partial-sort.ts';
import type { StlSettings } from './stl-settings.ts';

/**
 * Smooths the values of each position of the cycle (all Januaries, all Februaries) by themselves, and carries each one cycle
 * beyond both ends; a cycle longer at either end than the series.
 */
function smoothCycles(
  values: Float64Array,
  period: number,
  smoother: Smoother,
  weights: Float64Array | null,
): Float64Array {
  const n = values.length;
  const cycles = new Float64Array(n + 2 * period);
  for (let position = 0; position < period; position++) {
    const own = every(values, position, period);
    const ownWeights = weights && every(weights, position, period);
    const k = own.length;
    const smooth = loess(own, smoother, ownWeights);
    const right = Math.min(smoother.window, k) - 1;
    const left = Math.max(0, k - smoother.window);
    const before = localFit(own, -1, 0, right, smoother, ownWeights);
    const after = localFit(own, k, left, k - 1, smoother, ownWeights);
    cycles[position] = Number.isNaN(before) ? (smooth[0] as number) : before;
    for (let j = 0; j < k; j++) cycles[position + (j + 1) * period] = smooth[j] as number;
    cycles[position + (k + 1) * period] = Number.isNaN(after) ? (smooth[k - 1] as number) : after;
  }
  return cycles;
}

function every(values: Float64Array, from: number, step: number): Float64Array {
  const own = new Float64Array(Math.ceil((values.length - from) / step));
  for (let j = 0; j < own.length; j++) own[j] = values[from + j * step] as number;
  return own;
}

/**
 * Weights of points by their remainder: `(1 − (|r| / 6 median|r|)²)²`, and 0 beyond (Cleveland 1979).
 *
 * @param asOriginal selects the median as the original program does, which hands the two middle ranks of an even number of
 *   values to the sort in the wrong order and so now and then misses one
 */
function bisquareWeights(remainder: Float64Array, asOriginal: boolean): Float64Array {
  const sizes = remainder.map(Math.abs);
  const n = sizes.length;
  const [upper, lower] = [n >> 1, n - (n >> 1) - 1];
  const sorted = Float64Array.from(sizes);
  if (asOriginal) partialSort(sorted, [upper, lower]);
  else sorted.sort();
  const reach = 3 * ((sorted[upper] as number) + (sorted[lower] as number));
  return sizes.map((size) => {
    if (size <= 0.001 * reach) return 1;
    return size <= 0.999 * reach ? (1 - (size / reach) ** 2) ** 2 : 0;
  });
}

/** Moving averages over a period, a period and three points, one after another: what is slower than the season. */
function lowPass(values: Float64Array, period: number): Float64Array {
  return movingAverage(movingAverage(movingAverage(values, period), period), 3);
}

/** Means of every `width` values in a row; shorter than the series by `width - 1`. */
function movingAverage(values: Float64Array, width: number): Float64Array {
  const means = new Float64Array(values.length - width + 1);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] as number;
    if (i >= width) sum -= values[i - width] as number;
    if (i >= width - 1) means[i - width + 1] = sum / width;
  }
  return means;
}

/** A series as season, trend and remainder, which add up to it. */
export interface StlParts {
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  readonly remainder: Float64Array;
  /** Robustness weights, 1 where nothing was set aside. */
  readonly weights: Float64Array;
}

/** Seasonal-trend decomposition by loess (Cleveland, Cleveland, McRae and Terpenning 1990, sections 2 and 3). */
export function stl(values: Float64Array, settings: StlSettings): StlParts {
  const n = values.length;
  let weights: Float64Array | null = null;
  let trend = new Float64Array(n);
  let seasonal = new Float64Array(n);
  for (let outer = 0; outer <= settings.outer; outer++) {
    for (let inner = 0; inner < settings.inner; inner++) {
      const cycles = smoothCycles(less(values, trend), settings.period, settings.seasonal, weights);
      const low = loess(lowPass(cycles, settings.period), settings.lowPass);
      seasonal = less(cycles.subarray(settings.period, settings.period + n), low);
      trend = loess(less(values, seasonal), settings.trend, weights) as Float64Array<ArrayBuffer>;
    }
    if (outer < settings.outer)
      weights = bisquareWeights(less(less(values, trend), seasonal), settings.asOriginal);
  }

  if (settings.periodic) seasonal = meanOfCycle(seasonal, settings.period);
  return {
    seasonal,
    trend,
    remainder: less(less(values, seasonal), trend),
    weights: weights ?? new Float64Array(n).fill(1),
  };
}

function less(values: Float64Array, other: Float64Array): Float64Array<ArrayBuffer> {
  const rest = new Float64Array(values.length);
  for (let i = 0; i < rest.length; i++) rest[i] = (values[i] as number) - (other[i] as number);
  return rest;
}

function meanOfCycle(seasonal: Float64Array, period: number): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(period);
  for (let i = 0; i < seasonal.length; i++)
    sums[i % period] = (sums[i % period] as number) + (seasonal[i] as number);
  return new Float64Array(seasonal.length).map(
    (_, i) => (sums[i % period] as number) / Math.ceil((seasonal.length - (i % period)) / period),
  );
}
