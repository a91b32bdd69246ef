import { type Finding, inFour, shape, takes } from '@samenbeeld/schema';
import type { WithLevel } from './about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from './about.ts';
import { independentEvents } from './assumptions.ts';
import { checkAnyOf } from './check-argument.ts';
import { checkCount, checkDispersion, checkExposure } from './check-count.ts';
import { countIntervals } from './rates/count-interval.ts';
import { listWarnings } from './warnings.ts';
import { withExposure } from './words/effort.ts';
import { rateSays } from './words/rate.ts';

export interface PoissonRateOptions extends About, WithLevel {
  /**
   * - `exact` (default): by the chi-square distribution (Garwood 1936)
   * - `byar`: Byar's approximation (Rothman and Boice 1979); too narrow below for a handful of events
   */
  readonly method?: 'exact' | 'byar';
  /** The rate is given per this much exposure (100,000 inhabitants); 1. */
  readonly per?: number;
  /**
   * Variance of such counts over that of independent events, at least 1; 1. The interval is that of the effective count, k/φ events
   * in 1/φ of the exposure, so that it serves to compare counts that vary more than chance.
   */
  readonly dispersion?: number;
}

/** A finding whose estimate is the rate. */
export interface PoissonRate extends Finding {
  readonly interval: { readonly low: number; readonly high: number; readonly level: number };
  readonly details: {
    readonly count: number;
    readonly exposure: number;
    readonly per: number;
    /** The interval of the count itself. */
    readonly countLow: number;
    readonly countHigh: number;
    readonly verdict: 'rate' | 'none_counted';
  };
}

/**
 * The rate behind a count of independent events, with its interval.
 *
 * For seizures, finds or reports counted over a time, a population or a number of controls. Not for kilograms,
 * nor for events that come in clusters. Exact: `L = χ²(α/2; 2k)/2` (0 at k = 0), `U = χ²(1−α/2; 2k+2)/2`;
 * Byar: `L = k(1 − 1/(9k) − z/(3√k))³`, `U = (k+1)(1 − 1/(9(k+1)) + z/(3√(k+1)))³`; both over the exposure.
 * Garwood 1936; reference implementations R `poisson.test` and SciPy `chi2`.
 *
 * @param count number of events
 * @param given what they stand against (years, inhabitants, controls); 1
 * @throws InputError for a count that is no whole number, or an exposure that is not above zero
 * @example
 * ```ts
 * import { poissonRate } from '@samenbeeld/trends';
 * const { interval } = poissonRate(3);
 * [interval.low.toFixed(5), interval.high.toFixed(5)] // => ['0.61867', '8.76727']
 * ```
 */
export function poissonRate(
  count: number,
  given?: number,
  options: PoissonRateOptions = {},
): PoissonRate {
  takes(
    'poissonRate',
    ['count', count, shape.number],
    ['exposure', given, shape.maybe(shape.number)],
    ['options', options, optionsShape],
  );

  const exposure = given ?? 1;
  const level = checkProbability('level', options.level ?? 0.95);
  const alike = checkTogether(options, 'rate');
  const method = options.method ?? 'exact';
  checkCount(inFour('het aantal', 'le nombre', 'die Anzahl', 'the count'), count);
  const scale =
    checkExposure('`per`', options.per ?? 1) /
    checkExposure(
      inFour('de blootstelling', 'l’exposition', 'die Bezugsgröße', 'the exposure'),
      exposure,
    );
  const ends = countIntervals[checkAnyOf('method', method, ['exact', 'byar'])];
  const dispersion = checkDispersion(options.dispersion);
  const effective = ends(count / dispersion, (1 - level) / 2);
  const [low, high] = [effective.low * dispersion, effective.high * dispersion];
  const interval = { low: low * scale, high: high * scale, level };
  const per = options.per ?? 1;
  const estimate = count * scale;
  return {
    kind: 'poisson_rate',
    subject: options.subject ?? '',
    estimate,
    unit: options.unit ?? null,
    interval,
    n: count,
    p: null,
    method: `Poisson rate, ${method === 'exact' ? 'exact interval' : "Byar's approximation"}`,
    definition:
      method === 'exact'
        ? 'count / exposure; chi-square interval (Garwood 1936)'
        : "count / exposure; Byar's interval (Rothman and Boice 1979)",
    assumptions: [
      independentEvents,
      inFour(
        'het tempo is over de hele blootstelling gelijk',
        'le taux est constant sur toute l’exposition',
        'die Rate ist über die gesamte Exposition gleich',
        'the rate is constant over the exposure',
      ),
    ],
    warnings: listWarnings(
      alike,
      count < 10 &&
        inFour(
          'minder dan 10 gebeurtenissen: geef geen verandering in procenten',
          'moins de 10 événements\u00a0: ne donnez pas de variation en pourcentage',
          'weniger als 10 Ereignisse: keine Veränderung in Prozent angeben',
          'fewer than 10 events: state no percentage change',
        ),
    ),
    confidence: count < 10 ? 'low' : count < 50 ? 'medium' : 'high',
    details: {
      count,
      exposure,
      per,
      countLow: low,
      countHigh: high,
      verdict: count === 0 ? 'none_counted' : 'rate',
    },
    says: withExposure(
      rateSays({ count, estimate, interval, per, label: options.label }),
      options,
      given === undefined ? undefined : [given],
    ),
  };
}
