import { InputError, inFour, type Place, shape, takes } from '@samenbeeld/schema';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import triangularQuantile from '@stdlib/stats-base-dists-triangular-quantile';

/** What is assumed about a number that nobody knows exactly. */
export type Distribution =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | {
      /** Lowest, typical and highest, as price surveys print them. */
      readonly kind: 'triangular' | 'pert';
      readonly low: number;
      readonly mode: number;
      readonly high: number;
      /** What was published where no mode was: the mode, and an end that is pulled in, are worked out from it. */
      readonly fittedTo?: 'mean' | 'median';
      /** The end that was published, where it is pulled in. */
      readonly pulledFrom?: number;
    }
  | {
      /** A share between 0 and 1: successes α and failures β. */
      readonly kind: 'beta';
      readonly alpha: number;
      readonly beta: number;
    }
  | {
      /** Above zero, with a long tail: half lies below the median, 95 % below `p95`. */
      readonly kind: 'lognormal';
      readonly median: number;
      readonly p95: number;
    };

/**
 * Refuses a distribution that is none; returns it.
 *
 * For numbers that a person writes, before anything is calculated with them.
 *
 * @throws InputError for numbers that are not finite or not in order
 * @example
 * ```ts
 * import { checkDistribution } from '@samenbeeld/money';
 * checkDistribution('A-LOSS', { kind: 'fixed', value: 0.15 }) // => { kind: 'fixed', value: 0.15 }
 * ```
 */
export function checkDistribution(
  name: string,
  one: Distribution,
  place: Place = {},
): Distribution {
  takes(
    'checkDistribution',
    ['name', name, shape.text],
    ['one', one, shape.record<Distribution>({ kind: shape.text })],
    ['place', place, shape.options],
  );

  const numbers = Object.values(one).filter((value) => typeof value === 'number');
  const isOrdered = ((): boolean => {
    switch (one.kind) {
      case 'fixed':
        return true;
      case 'uniform':
        return one.low <= one.high;
      case 'triangular':
      case 'pert':
        return one.low <= one.mode && one.mode <= one.high;
      case 'beta':
        return one.alpha > 0 && one.beta > 0;
      case 'lognormal':
        return one.median > 0 && one.p95 >= one.median;
    }
  })();
  if (isOrdered && numbers.length > 0 && numbers.every(Number.isFinite)) return one;
  throw new InputError(
    inFour(
      '{name}: {one} is geen verdeling',
      '{name} : {one} n’est pas une distribution',
      '{name}: {one} ist keine Verteilung',
      '{name}: {one} is no distribution',
      { name, one: JSON.stringify(one) },
    ),
    {
      place,
      repair: inFour(
        'geef eindige getallen op volgorde: low ≤ mode ≤ high; alpha en beta boven nul; 0 < median ≤ p95',
        'donnez des nombres finis dans l’ordre : low ≤ mode ≤ high ; alpha et beta supérieurs à zéro ; 0 < median ≤ p95',
        'endliche Zahlen in Reihenfolge angeben: low ≤ mode ≤ high; alpha und beta über null; 0 < median ≤ p95',
        'give finite numbers in order: low ≤ mode ≤ high; alpha and beta above zero; 0 < median ≤ p95',
      ),
    },
  );
}

/** The value below which a share of the distribution lies. PERT is the beta distribution of Malcolm et al. 1959, λ = 4. */
export function quantileOf(one: Distribution, share: number): number {
  switch (one.kind) {
    case 'fixed':
      return one.value;
    case 'uniform':
      return one.low + share * (one.high - one.low);
    case 'triangular':
      return one.low === one.high
        ? one.low
        : triangularQuantile(share, one.low, one.high, one.mode);
    case 'pert': {
      const width = one.high - one.low;
      if (width === 0) return one.low;
      const alpha = 1 + (4 * (one.mode - one.low)) / width;
      const beta = 1 + (4 * (one.high - one.mode)) / width;
      return one.low + width * betaQuantile(share, alpha, beta);
    }
    case 'beta':
      return betaQuantile(share, one.alpha, one.beta);
    case 'lognormal': {
      const sigma = Math.log(one.p95 / one.median) / normalQuantile(0.95, 0, 1);
      return one.median * Math.exp(sigma * normalQuantile(share, 0, 1));
    }
  }
}
