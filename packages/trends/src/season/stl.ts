import { bisquareWeights } from './bisquare-weights.ts';
import { smoothCycles } from './cycle-subseries.ts';
import { loess } from './loess.ts';
import { lowPass } from './low-pass.ts';
import type { StlSettings } from './stl-settings.ts';

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
