import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { quantileSorted } from 'simple-statistics';
import type { Random } from '../sampling/random.ts';
import type { SampleStatistic } from './quantity-statistic.ts';

/** How a bootstrap interval is asked for. */
export interface BootstrapOptions {
  readonly replicates: number;
  readonly level: number;
  /** Percentile, or bias-corrected and accelerated. */
  readonly method: 'bca' | 'percentile';
  readonly random: Random;
}

/** An interval with the corrections that went into it. */
export interface BootstrapInterval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** Bias and acceleration; null where the percentiles were taken as they are. */
  readonly bias: number | null;
  readonly acceleration: number | null;
}

/**
 * Interval of a statistic by drawing samples of the same size with replacement.
 *
 * BCa: percentiles at `Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z)))`, z₀ from the share of replicates below the estimate (half of those equal),
 * a from the jackknife. Where every replicate lies on one side of the estimate the plain percentiles are taken.
 * Efron 1987; Efron and Tibshirani 1993, chapter 14; as SciPy `bootstrap`.
 *
 * @param values the sample, of two entries or more
 */
export function bootstrapInterval(
  values: readonly number[],
  statistic: SampleStatistic,
  { replicates, level, method, random }: BootstrapOptions,
): BootstrapInterval {
  const sorted = Float64Array.from(values).sort();
  const estimate = statistic.of(sorted);
  const draws = drawReplicates(sorted, statistic, replicates, random);
  const tail = (1 - level) / 2;
  const correction = method === 'bca' ? corrections(sorted, statistic, estimate, draws) : null;
  const [low, high] = [tail, 1 - tail].map((share) =>
    quantileSorted(draws as unknown as number[], correction ? adjusted(share, correction) : share),
  ) as [number, number];
  return {
    low,
    high,
    level,
    bias: correction?.bias ?? null,
    acceleration: correction?.acceleration ?? null,
  };
}

function drawReplicates(
  sorted: Float64Array,
  statistic: SampleStatistic,
  replicates: number,
  random: Random,
): Float64Array {
  const n = sorted.length;
  const draws = new Float64Array(replicates);
  const sample = new Float64Array(n);
  const times = new Uint32Array(n);
  for (let b = 0; b < replicates; b++) {
    times.fill(0);
    for (let i = 0; i < n; i++) (times[random.int(0, n - 1)] as number)++;
    // Counting how often each value was drawn leaves the sample in order.
    for (let i = 0, at = 0; i < n; i++)
      for (let k = times[i] as number; k > 0; k--) sample[at++] = sorted[i] as number;
    draws[b] = statistic.of(sample);
  }
  return draws.sort();
}

interface Corrections {
  readonly bias: number;
  readonly acceleration: number;
}

function corrections(
  sorted: Float64Array,
  statistic: SampleStatistic,
  estimate: number,
  draws: Float64Array,
): Corrections | null {
  const below = draws.reduce(
    (sum, draw) => sum + (draw < estimate ? 1 : draw === estimate ? 0.5 : 0),
    0,
  );
  const bias = normalQuantile(below / draws.length, 0, 1);
  if (!Number.isFinite(bias)) return null;
  const left = statistic.without(sorted);
  const mean = left.reduce((sum, value) => sum + value, 0) / left.length;
  // In parts of the largest deviation: its own cube may be beyond every number.
  const largest = left.reduce((most, value) => Math.max(most, Math.abs(mean - value)), 0) || 1;
  const squares = left.reduce((sum, value) => sum + ((mean - value) / largest) ** 2, 0);
  const cubes = left.reduce((sum, value) => sum + ((mean - value) / largest) ** 3, 0);
  return { bias, acceleration: squares > 0 ? cubes / (6 * squares ** 1.5) : 0 };
}

function adjusted(share: number, { bias, acceleration }: Corrections): number {
  const z = bias + normalQuantile(share, 0, 1);
  const reach = 1 - acceleration * z;
  return reach > 0 ? normalCdf(bias + z / reach, 0, 1) : z > 0 ? 1 : 0;
}

/** The fewest values whose studentised replicates say anything. */
const fewestStudentised = 5;

/**
 * Interval of a total by the bootstrap-t on the logarithm: the logarithm of each replicate over the mean, in units of its own standard error, which
 * follows skewed sizes better than percentiles do (Efron and Tibshirani 1993, chapter 12). Null for fewer than five values.
 */
export function studentisedTotal(
  values: readonly number[],
  { replicates, level, random }: Omit<BootstrapOptions, 'method'>,
): { readonly low: number; readonly high: number } | null {
  const n = values.length;
  if (n < fewestStudentised) return null;
  const sorted = Float64Array.from(values).sort();
  const own = relativeError(sorted);
  const sample = new Float64Array(n);
  const scores: number[] = [];
  for (let b = 0; b < replicates; b++) {
    for (let i = 0; i < n; i++) sample[i] = sorted[random.int(0, n - 1)] as number;
    const { mean, error } = relativeError(sample);
    if (error > 0) scores.push(Math.log(mean / own.mean) / error);
  }
  if (scores.length < replicates / 2) return null;
  scores.sort((a, b) => a - b);
  const end = (share: number): number =>
    n * own.mean * Math.exp(-quantileSorted(scores, share) * own.error);
  return { low: end((1 + level) / 2), high: end((1 - level) / 2) };
}

/** Mean of a sample and the standard error of its logarithm; in parts of the largest, whose square may be beyond every number. */
function relativeError(sample: Float64Array): { readonly mean: number; readonly error: number } {
  const n = sample.length;
  const largest = sample.reduce((most, value) => Math.max(most, value), 0);
  if (largest === 0) return { mean: 0, error: 0 };
  let sum = 0;
  for (const value of sample) sum += value / largest;
  const mean = sum / n;
  let squares = 0;
  for (const value of sample) squares += (value / largest - mean) ** 2;
  return { mean: mean * largest, error: Math.sqrt(squares / (n - 1) / n) / mean };
}
