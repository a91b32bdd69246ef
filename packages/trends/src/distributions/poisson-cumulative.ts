import gammaln from '@stdlib/math-base-special-gammaln';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import poissonCdf from '@stdlib/stats-base-dists-poisson-cdf';

/**
 * Chance of at most so many events. Above a mean of 1000 by summing masses, since the incomplete gamma function of the library (0.3.1) errs there
 * by up to 0.05; above ten million by the normal distribution.
 */
export function poissonCumulative(count: number, mean: number): number {
  if (count < 0) return 0;
  if (mean <= 1000) return poissonCdf(count, mean);
  if (mean > 1e7) return normalCdf((count + 0.5 - mean) / Math.sqrt(mean), 0, 1);
  const below = count <= mean;
  let at = below ? count : count + 1;
  let mass = Math.exp(at * Math.log(mean) - mean - gammaln(at + 1));
  let sum = 0;
  while (mass > 0 && mass > sum * 1e-17 && at >= 0) {
    sum += mass;
    mass *= below ? at / mean : mean / (at + 1);
    at += below ? -1 : 1;
  }
  return below ? sum : 1 - sum;
}
