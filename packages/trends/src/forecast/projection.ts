import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
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

/** Of what forecasts are made: the values as they are, their square roots, their logarithms. */
export type Scale = 'linear' | 'sqrt' | 'log';

/** A value on a scale, and back. */
export const scales: Readonly<
  Record<Scale, { to(value: number): number; from(scaled: number): number }>
> = {
  linear: { to: (value) => value, from: (scaled) => scaled },
  sqrt: { to: Math.sqrt, from: (scaled) => Math.max(0, scaled) ** 2 },
  log: { to: Math.log, from: Math.exp },
};

/** What a value can be. */
export interface Shape {
  /** Of what forecasts are made: values, their square roots or their logarithms. */
  readonly scale: Scale;
  /** Nothing below zero. */
  readonly nonNegative: boolean;
  /** Whole numbers; the ends of an interval are rounded outwards. */
  readonly counts: boolean;
}

/**
 * From normal means and variances on the scale of the shape.
 *
 * @param freedom degrees of freedom that the variance was estimated with: quantiles by t; null takes it as known
 */
export function normalProjection(
  ahead: readonly Ahead[],
  shape: Shape,
  freedom: number | null,
  model: string = '',
): Projection {
  const { scale } = shape;
  const valueAt = (step: number, z: number): number => {
    const { mean, variance } = ahead[step] as Ahead;
    const plain = mean + z * Math.sqrt(variance);
    return limit(scales[scale].from(plain), z, shape);
  };
  return {
    model,
    horizon: ahead.length,
    average: (step) => {
      const { mean, variance } = ahead[step] as Ahead;
      const plain = {
        linear: () => mean,
        sqrt: () => mean ** 2 + variance,
        log: () => Math.exp(mean + variance / 2),
      }[scale]();
      return shape.nonNegative ? Math.max(0, plain) : plain;
    },
    quantile: (step, chance) =>
      valueAt(
        step,
        chance === 0.5
          ? 0
          : freedom === null
            ? normalQuantile(chance, 0, 1)
            : tQuantile(chance, Math.max(1, freedom)),
      ),
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
