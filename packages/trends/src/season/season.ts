import type { SeasonTest } from './season-test.ts';

/** What may be said about a season. "not_shown" is not "no season". */
export type SeasonVerdict = 'shown' | 'not_shown' | 'no_conclusion';

export interface Season extends SeasonTest {
  readonly period: number;
  readonly verdict: SeasonVerdict;
  /** 0 (nothing but remainder) to 1 (nothing but season). */
  readonly strength: number;
  /** Positions in the cycle, the first being 1, of the highest and the lowest mean. */
  readonly highest: number;
  readonly lowest: number;
  /** From the lowest to the highest mean, in the unit of the values. */
  readonly amplitude: number;
  /** Mean of each position, the first being that of position 1. */
  readonly pattern: readonly number[];
  /** Its part of each value. */
  readonly values: readonly number[];
}

/** Describes a season by its strength, its test and its shape. */
export function describeSeason(
  part: Float64Array,
  strength: number,
  period: number,
  test: SeasonTest,
  alpha: number,
  startsAt: number,
): Season {
  const pattern = meanPattern(part, period, startsAt);
  const [high, low] = [Math.max(...pattern), Math.min(...pattern)];
  const shown = test.p <= alpha ? 'shown' : 'not_shown';
  return {
    ...test,
    period,
    verdict: test.smallestP > alpha ? 'no_conclusion' : shown,
    strength,
    highest: pattern.indexOf(high) + 1,
    lowest: pattern.indexOf(low) + 1,
    amplitude: high - low,
    pattern,
    values: Array.from(part),
  };
}

function meanPattern(part: Float64Array, period: number, startsAt: number): readonly number[] {
  const sums = new Array<number>(period).fill(0);
  const counts = new Array<number>(period).fill(0);
  for (const [t, value] of part.entries()) {
    const position = (t + startsAt - 1) % period;
    sums[position] = (sums[position] as number) + value;
    counts[position] = (counts[position] as number) + 1;
  }
  return sums.map((sum, position) => sum / (counts[position] as number));
}
