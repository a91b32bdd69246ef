import type { Ends } from '../newcombe.ts';

/** A numerator or a denominator with its variance. */
export interface Measured {
  readonly value: number;
  readonly variance: number;
}

/**
 * The interval of a ratio of two correlated, roughly normal figures (Fieller 1954): every q with
 * `(N − qD)² ≤ z² (V_N − 2qC + q² V_D)`. Null where the denominator cannot be told from zero: then it has no ends.
 */
export function fieller(
  numerator: Measured,
  denominator: Measured,
  covariance: number,
  z: number,
): Ends | null {
  const square = z * z;
  const a = denominator.value ** 2 - square * denominator.variance;
  if (!(a > 0)) return null;
  const b = numerator.value * denominator.value - square * covariance;
  const c = numerator.value ** 2 - square * numerator.variance;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return { low: (b - root) / a, high: (b + root) / a };
}
