/**
 * Kilograms without the dust of floating point: to the milligram, as totals of finds are.
 *
 * @example
 * ```ts
 * import { toMilligram } from '@samenbeeld/merge';
 * toMilligram(33.3333333) // => 33.333333
 * ```
 */
export function toMilligram(kg: number): number {
  return Math.round(kg * 1e6) / 1e6;
}
