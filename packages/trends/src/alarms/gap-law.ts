import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import chisquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import { logChoose } from '../log-choose.ts';

/** What is known of the gaps before: their mean, or so many gaps of which the sum is known. */
export type GapBasis = { readonly mean: number } | { readonly gaps: number; readonly sum: number };

/** The law of the sum of some gaps where nothing changed. */
export interface GapLaw {
  /** Chance of a sum of at most this. */
  atMost(sum: number): number;
  /** Chance of a sum of at least this. */
  atLeast(sum: number): number;
  /** The greatest sum that is unusually short, and the least that is unusually long; null where none is short enough. */
  limits(alpha: number): { readonly short: number | null; readonly long: number };
}

/**
 * Geometric: whole days without an event between two, zero allowed (Kaminsky et al. 1992; Benneyan 2001). With a known mean the sum of r
 * gaps is negative binomial. With r gaps against m earlier ones, given their joint sum s, it is beta-binomial (s, r, m): exact whatever
 * the true rate.
 */
export function geometricLaw(basis: GapBasis, together: number): GapLaw {
  if ('mean' in basis) {
    const chance = 1 / (1 + basis.mean);
    const atMost = (sum: number): number =>
      sum < 0 ? 0 : negativeBinomialCdf(sum, together, chance);
    const law = { atMost, atLeast: (sum: number): number => 1 - atMost(sum - 1) };
    return { ...law, limits: (alpha) => wholeLimits(law, alpha) };
  }
  const { gaps, sum: before } = basis;
  const mass = (own: number, all: number): number =>
    Math.exp(
      logChoose(own + together - 1, together - 1) +
        logChoose(all - own + gaps - 1, gaps - 1) -
        logChoose(all + together + gaps - 1, together + gaps - 1),
    );
  const between = (low: number, high: number, all: number): number => {
    let total = 0;
    for (let own = low; own <= high; own++) total += mass(own, all);
    return Math.min(1, total);
  };
  const law = {
    atMost: (sum: number): number => (sum < 0 ? 0 : between(0, sum, sum + before)),
    atLeast: (sum: number): number => (sum <= 0 ? 1 : between(sum, sum + before, sum + before)),
  };
  return { ...law, limits: (alpha) => wholeLimits(law, alpha) };
}

/** Exponential: time measured finely. The sum of r gaps is gamma; against m earlier ones its share of the joint sum is beta (r, m). */
export function exponentialLaw(basis: GapBasis, together: number): GapLaw {
  const atMost = (sum: number): number => {
    if ('mean' in basis) return chisquareCdf((2 * sum) / basis.mean, 2 * together);
    return betaCdf(sum / (sum + basis.sum), together, basis.gaps);
  };
  const quantile = (chance: number): number => {
    if ('mean' in basis) return (basis.mean * chisquareQuantile(chance, 2 * together)) / 2;
    const share = betaQuantile(chance, together, basis.gaps);
    return (basis.sum * share) / (1 - share);
  };
  return {
    atMost,
    atLeast: (sum) => 1 - atMost(sum),
    limits: (alpha) => ({ short: quantile(alpha), long: quantile(1 - alpha) }),
  };
}

function wholeLimits(
  law: Omit<GapLaw, 'limits'>,
  alpha: number,
): { readonly short: number | null; readonly long: number } {
  const last = (test: (sum: number) => boolean): number => {
    let high = 1;
    while (test(high)) high *= 2;
    let low = Math.floor(high / 2);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (test(middle)) low = middle;
      else high = middle;
    }
    return test(low) ? low : -1;
  };
  const short = last((sum) => law.atMost(sum) <= alpha);
  return { short: short < 0 ? null : short, long: last((sum) => law.atLeast(sum) > alpha) + 1 };
}
