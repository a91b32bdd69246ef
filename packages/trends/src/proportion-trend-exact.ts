import { logChoose } from './log-choose.ts';

/** Two-sided p values of the exact test. */
export interface ExactProportionTrend {
  readonly p: number;
  readonly smallestP: number;
}

/** Whether the exact distribution is small enough to work out. */
export function exactIsFeasible(
  totals: readonly number[],
  successes: number,
  scores: readonly number[],
): boolean {
  const span = Math.max(...scores) - Math.min(...scores);
  return (
    scores.every(Number.isInteger) &&
    totals.reduce((sum, total) => sum + total, 0) <= 2000 &&
    (successes + 1) * (successes * span + 1) <= 500_000
  );
}

/**
 * The distribution of Σ score × successes given all totals (multivariate hypergeometric), by convolution over
 * the groups; p is the chance of a sum at least as far from its mean.
 */
export function exactProportionTrend(
  successes: readonly number[],
  totals: readonly number[],
  scores: readonly number[],
): ExactProportionTrend {
  const lowest = Math.min(...scores);
  const steps = scores.map((score) => score - lowest);
  const all = successes.reduce((sum, count) => sum + count, 0);
  const size = totals.reduce((sum, total) => sum + total, 0);
  const width = all * Math.max(...steps) + 1;
  let mass = new Float64Array((all + 1) * width);
  mass[0] = 1;
  for (const [g, total] of totals.entries()) {
    const next = new Float64Array(mass.length);
    const typical = logChoose(total, Math.round((total * all) / size));
    for (let r = 0; r <= Math.min(total, all); r++) {
      const weight = Math.exp(logChoose(total, r) - typical);
      const shift = r * (steps[g] as number);
      for (let used = 0; used + r <= all; used++)
        for (let t = 0; t + shift < width; t++) {
          const before = mass[used * width + t] as number;
          if (before > 0) {
            const to = (used + r) * width + t + shift;
            next[to] = (next[to] as number) + before * weight;
          }
        }
    }
    mass = next;
  }
  const chances = mass.subarray(all * width);
  const whole = chances.reduce((sum, chance) => sum + chance, 0);
  const mean =
    (all * totals.reduce((sum, total, g) => sum + total * (steps[g] as number), 0)) / size;
  const observed = successes.reduce((sum, count, g) => sum + count * (steps[g] as number), 0);
  let furthest = 0;
  for (const [t, chance] of chances.entries())
    if (chance > 0) furthest = Math.max(furthest, Math.abs(t - mean));
  const beyond = (distance: number): number =>
    Math.min(
      1,
      chances.reduce(
        (sum, chance, t) => (Math.abs(t - mean) >= distance - 1e-9 ? sum + chance : sum),
        0,
      ) / whole,
    );
  return { p: beyond(Math.abs(observed - mean)), smallestP: beyond(furthest) };
}
