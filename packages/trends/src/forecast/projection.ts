import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Ahead } from './ahead.ts';

/** What is known of the values to come. */
export interface Projection {
  /** The model chosen, by name ("ETS(A,N,A)"); empty where the method says it all. */
  readonly model: string;
  readonly horizon: number;
  /** Expected value at a step, the first being 0. */
  average(step: number): number;
  /** The value that the one at a step stays below with a given chance. */
  quantile(step: number, chance: number): number;
}

/** What a value can be. */
export interface Shape {
  /** Forecasts are made of logarithms. */
  readonly log: boolean;
  /** Nothing below zero. */
  readonly nonNegative: boolean;
  /** Whole numbers; the ends of an interval are rounded outwards. */
  readonly counts: boolean;
}

/** From normal means and variances, of logarithms where the shape says so. */
export function normalProjection(
  ahead: readonly Ahead[],
  shape: Shape,
  model: string = '',
): Projection {
  const valueAt = (step: number, z: number): number => {
    const { mean, variance } = ahead[step] as Ahead;
    const plain = mean + z * Math.sqrt(variance);
    return limit(shape.log ? Math.exp(plain) : plain, z, shape);
  };
  return {
    model,
    horizon: ahead.length,
    average: (step) => {
      const { mean, variance } = ahead[step] as Ahead;
      const plain = shape.log ? Math.exp(mean + variance / 2) : mean;
      return shape.nonNegative ? Math.max(0, plain) : plain;
    },
    quantile: (step, chance) => valueAt(step, chance === 0.5 ? 0 : normalQuantile(chance, 0, 1)),
  };
}

function limit(value: number, side: number, { nonNegative, counts }: Shape): number {
  const kept = nonNegative ? Math.max(0, value) : value;
  if (!counts) return kept;
  return side === 0 ? Math.round(kept) : side < 0 ? Math.floor(kept) : Math.ceil(kept);
}

/** From simulated values, sorted, one list a step. */
export function sampleProjection(
  steps: readonly Float64Array[],
  averages: readonly number[],
  model: string,
): Projection {
  return {
    model,
    horizon: steps.length,
    average: (step) => averages[step] as number,
    quantile: (step, chance) => {
      const sorted = steps[step] as Float64Array;
      return sorted[Math.max(0, Math.ceil(chance * sorted.length - 1e-9) - 1)] as number;
    },
  };
}
