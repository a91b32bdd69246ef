import { partialSort } from './partial-sort.ts';

/**
 * Weights of points by their remainder: `(1 − (|r| / 6 median|r|)²)²`, and 0 beyond (Cleveland 1979).
 *
 * @param asOriginal selects the median as the original program does, which hands the two middle ranks of an even number of
 *   values to the sort in the wrong order and so now and then misses one
 */
export function bisquareWeights(remainder: Float64Array, asOriginal: boolean): Float64Array {
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
