/** Kilograms without the dust of floating point: to the milligram. */
export function toMilligram(kg: number): number {
  return Math.round(kg * 1e6) / 1e6;
}
