import type { Projection } from './projection.ts';

const levels = [0.5, 0.8, 0.95];

/**
 * Weighted interval score of one value against its projection: how far the middle is off, how wide the intervals are, and how
 * far the value lies outside them; the lower the better (Bracher, Ray, Gneiting and Reich 2021), from the median and the
 * intervals of 50, 80 and 95%.
 */
export function intervalScore(projection: Projection, step: number, value: number): number {
  let score = Math.abs(value - projection.quantile(step, 0.5)) / 2;
  for (const level of levels) {
    const alpha = 1 - level;
    const low = projection.quantile(step, alpha / 2);
    const high = projection.quantile(step, 1 - alpha / 2);
    score += (alpha / 2) * (high - low) + Math.max(0, low - value) + Math.max(0, value - high);
  }
  return score / (levels.length + 0.5);
}
