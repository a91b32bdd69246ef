import type { Random } from './random.ts';

/** A negative-binomial count of a mean, with variance `mean + mean²/theta`; Poisson where theta is infinite. */
export function drawCount(random: Random, mean: number, theta: number): number {
  return drawPoisson(
    random,
    Number.isFinite(theta) ? (mean * drawGamma(random, theta)) / theta : mean,
  );
}

/** A count of a mean, with variance `dispersion` times the mean: by inversion up to a mean of 100, above as `drawCount`. */
export function drawDispersed(random: Random, mean: number, dispersion: number): number {
  if (mean <= 0) return 0;
  const size = dispersion > 1 ? mean / (dispersion - 1) : Number.POSITIVE_INFINITY;
  if (mean > 100) return drawCount(random, mean, size);
  const poisson = size === Number.POSITIVE_INFINITY;
  const ratio = 1 - 1 / dispersion;
  let mass = poisson ? Math.exp(-mean) : dispersion ** -size;
  let count = 0;
  for (let left = random.uniform() - mass; left >= 0 && mass > 1e-300; left -= mass) {
    mass *= poisson ? mean / (count + 1) : (ratio * (size + count)) / (count + 1);
    count += 1;
  }
  return count;
}

/** A gamma number of a shape, scale 1 (Marsaglia and Tsang 2000). */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v))
      return d * v;
  }
}

/** By multiplying uniform numbers; from a mean of 100 on the normal approximation is as good. */
function drawPoisson(random: Random, mean: number): number {
  if (mean >= 100) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let left = random.uniform(); left > limit; left *= random.uniform()) count += 1;
  return count;
}
