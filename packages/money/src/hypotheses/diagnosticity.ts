import type { Evidence, Rating } from './hypothesis.ts';

const scale: Readonly<Record<Rating, number>> = { CC: 2, C: 1, N: 0, NA: 0, I: -1, II: -2 };

/**
 * How well a piece of evidence tells the hypotheses apart: the standard deviation of its ratings, 0 where it agrees with all
 * alike (Heuer 1999, chapter 8). What does not apply counts as neither, as it does in the order. 0 to 2.
 */
export function diagnosticityOf({ ratings }: Evidence): number {
  const values = Object.values(ratings).map((rating) => scale[rating]);
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
