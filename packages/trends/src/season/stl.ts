import { partialSort } from './partial-sort.ts';
import type { Smoother, StlSettings } from './stl-settings.ts';

/** Locally weighted regression at every point of an evenly spaced series, tricube kernel (Cleveland 1979). */
function loess(
  values: Float64Array,
  smoother: Smoother,
  weights: Float64Array | null = null,
): Float64Array {
  const n = values.length;
  const smooth = new Float64Array(n);
  if (n < 2) {
    smooth.set(values);
    return smooth;
  }
  const { window } = smoother;
  const jump = Math.min(smoother.jump, n - 1);
  const half = (window + 1) >> 1;
  const at = (i: number): void => {
    const left = window >= n ? 0 : Math.min(Math.max(i + 1 - half, 0), n - window);
    const right = window >= n ? n - 1 : left + window - 1;
    const fit = localFit(values, i, left, right, smoother, weights);
    smooth[i] = Number.isNaN(fit) ? (values[i] as number) : fit;
  };
  let last = 0;
  at(0);
  for (let i = jump; i < n; i += jump) {
    at(i);
    draw(smooth, last, i);
    last = i;
  }
  if (last < n - 1) {
    at(n - 1);
    draw(smooth, last, n - 1);
  }
  return smooth;
}

/**
 * The local fit at one position, which may lie outside the series; NaN where every weight is zero.
 *
 * @param left first position that takes part
 * @param right last position that takes part
 */
function localFit(
  values: Float64Array,
  at: number,
  left: number,
  right: number,
  { window, degree }: Smoother,
  weights: Float64Array | null,
): number {
  const n = values.length;
  const reach = Math.max(at - left, right - at) + (window > n ? (window - n) >> 1 : 0);
  const [near, far] = [0.001 * reach, 0.999 * reach];
  let total = 0;
  let first = 0;
  let second = 0;
  let level = 0;
  let product = 0;
  for (let j = left; j <= right; j++) {
    const x = j - at;
    const distance = Math.abs(x);
    if (distance > far) continue;
    const share = distance / reach;
    const rest = distance <= near ? 1 : 1 - share * share * share;
    const kernel = rest * rest * rest;
    const weight = weights === null ? kernel : kernel * (weights[j] as number);
    const weighted = weight * (values[j] as number);
    total += weight;
    first += weight * x;
    second += weight * x * x;
    level += weighted;
    product += weighted * x;
  }
  if (!(total > 0)) return Number.NaN;
  const mean = level / total;
  if (degree === 0 || reach === 0) return mean;
  const centre = first / total;
  const spread = second / total - centre * centre;
  // As in Cleveland's program: points all but in one place bear no slope.
  if (!(Math.sqrt(Math.max(spread, 0)) > 0.001 * (n - 1))) return mean;
  return mean - (centre * (product / total - centre * mean)) / spread;
}

function draw(smooth: Float64Array, from: number, to: number): void {
  const step = ((smooth[to] as number) - (smooth[from] as number)) / (to - from);
  for (let i = from + 1; i < to; i++) smooth[i] = (smooth[from] as number) + step * (i - from);
}

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
