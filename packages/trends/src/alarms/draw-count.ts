import type { Random } from '../sampling/random.ts';

/**
 * A count with this mean and variance `dispersion` times the mean: negative binomial, Poisson at dispersion 1.
 * By inversion, in parts of mean 100 at most, since both families add up; normal above a million.
 */
export function drawCount(random: Random, mean: number, dispersion: number): number {
  if (mean > 1e6)
    return Math.max(0, Math.round(mean + Math.sqrt(dispersion * mean) * random.normal()));
  let total = 0;
  for (let left = mean; left > 0; left -= 100)
    total += drawPart(random, Math.min(left, 100), dispersion);
  return total;
}

function drawPart(random: Random, mean: number, dispersion: number): number {
  const size = dispersion > 1 ? mean / (dispersion - 1) : Number.POSITIVE_INFINITY;
  const ratio = 1 - 1 / dispersion;
  let mass = size === Number.POSITIVE_INFINITY ? Math.exp(-mean) : dispersion ** -size;
  let count = 0;
  for (let left = random.uniform() - mass; left >= 0 && mass > 1e-300; left -= mass) {
    mass *=
      size === Number.POSITIVE_INFINITY
        ? mean / (count + 1)
        : (ratio * (size + count)) / (count + 1);
    count += 1;
  }
  return count;
}
