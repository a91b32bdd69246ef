import { median } from 'simple-statistics';

/**
 * Logarithm of Student's t density, up to a constant: a normal with the tails that real registers have, so that one odd
 * figure is no proof. With eight degrees of freedom where none are given.
 */
export function tailed(z: number, freedom = 8): number {
  return (-(freedom + 1) / 2) * Math.log(1 + (z * z) / freedom);
}

/** Median of numbers that are already there; NaN where there are none. */
export function medianOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : median(values as number[]);
}

/**
 * Median and spread of a sample: the median absolute deviation times 1.4826 estimates the standard deviation of a normal
 * (Hampel 1974), and up to half of the values may be wrong.
 */
export function robust(values: readonly number[]): {
  readonly center: number;
  readonly spread: number;
} {
  const center = medianOf(values);
  return { center, spread: 1.4826 * medianOf(values.map((value) => Math.abs(value - center))) };
}
