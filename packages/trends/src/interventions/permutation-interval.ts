/** A difference of means with the test and the interval of all relabellings. */
export interface PermutationResult {
  readonly difference: number;
  readonly p: number;
  /** The smallest p that these units could give. */
  readonly smallestP: number;
  /** Every difference that the test does not reject; null where it could reject none. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/**
 * Randomisation test of a difference of means, and the interval that it inverts (Fisher 1935; Rosenbaum 2002).
 *
 * `changes` holds one number per unit, the treated ones first. Under a true difference δ a relabelling S gives
 * `a − bδ`, with a its difference of means and b that of the treatment itself; it counts as far as the real one where
 * `|a − bδ| ≥ |d − δ|`. That holds for δ from one root to the other, so that the test and the interval are read from
 * the same ends and cannot disagree.
 */
export function permutationInterval(
  changes: readonly number[],
  treated: number,
  sets: readonly (readonly number[])[],
  alpha: number,
): PermutationResult {
  const n = changes.length;
  const total = changes.reduce((sum, value) => sum + value, 0);
  const apart = (sum: number): number => sum / treated - (total - sum) / (n - treated);
  const difference = apart(changes.slice(0, treated).reduce((sum, value) => sum + value, 0));
  const grain = 1e-12 * changes.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const snap = (value: number): number => (Math.abs(value) <= grain ? 0 : value);
  const lows: number[] = [];
  const highs: number[] = [];
  for (const set of sets) {
    const same = set.filter((i) => i < treated).length;
    const a = apart(set.reduce((sum, i) => sum + (changes[i] as number), 0));
    const b = same / treated - (treated - same) / (n - treated);
    const isReal = same === treated;
    const isMirror = same === 0 && treated * 2 === n;
    const roots =
      isReal || isMirror
        ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
        : [snap((difference - a) / (1 - b)), snap((difference + a) / (1 + b))];
    lows.push(Math.min(...roots));
    highs.push(Math.max(...roots));
  }
  const counted = sets.length;
  const boundless = highs.filter((high) => high === Number.POSITIVE_INFINITY).length;
  const needed = Math.floor(alpha * counted + 1e-9);
  const interval =
    boundless > needed
      ? null
      : {
          low: lows.sort((a, b) => a - b)[needed] as number,
          high: highs.sort((a, b) => b - a)[needed] as number,
        };
  const nearer = lows.filter((low) => low > 0).length + highs.filter((high) => high < 0).length;
  return {
    difference: snap(difference),
    p: (counted - nearer) / counted,
    smallestP: boundless / counted,
    interval,
  };
}
