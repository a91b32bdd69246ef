import type { Evidence, Rating } from './hypothesis.ts';

const scale: Readonly<Record<Exclude<Rating, 'NA'>, number>> = { CC: 2, C: 1, N: 0, I: -1, II: -2 };

/**
 * How well a piece of evidence tells the hypotheses apart: the standard deviation of its ratings over the hypotheses it bears
 * on, 0 where it agrees with all alike (Heuer 1999, chapter 8). 0 to 2.
 */
export function diagnosticityOf({ ratings }: Evidence): number {
  const values = Object.values(ratings)
    .filter((rating) => rating !== 'NA')
    .map((rating) => scale[rating as Exclude<Rating, 'NA'>]);
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
