import { permutationInterval } from './permutation-interval.ts';

/** What the periods before a change say about whether treated and control sites moved alike. */
export interface ParallelBefore {
  readonly verdict: 'not_contradicted' | 'contradicted' | 'not_examined';
  /** Difference of the mean slopes per period, treated less controls. */
  readonly slope: number | null;
  readonly p: number | null;
}

/**
 * Compares the slopes of treated and control sites before the change, by the same relabellings as the effect.
 * Fewer than three periods, or too few sites for the test to reject anything: not examined.
 */
export function parallelBefore(
  rows: readonly (readonly number[])[],
  treated: number,
  before: number,
  sets: readonly (readonly number[])[],
  alpha: number,
): ParallelBefore {
  if (before < 3) return { verdict: 'not_examined', slope: null, p: null };
  const middle = (before - 1) / 2;
  const spread = Array.from({ length: before }, (_, t) => (t - middle) ** 2).reduce(
    (sum, value) => sum + value,
    0,
  );
  const slopes = rows.map(
    (row) => row.slice(0, before).reduce((sum, value, t) => sum + value * (t - middle), 0) / spread,
  );
  const { difference, p, smallestP, interval } = permutationInterval(slopes, treated, sets, alpha);
  const verdict =
    smallestP > alpha || !interval
      ? 'not_examined'
      : interval.low > 0 || interval.high < 0
        ? 'contradicted'
        : 'not_contradicted';
  return { verdict, slope: difference, p };
}
