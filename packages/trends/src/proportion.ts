import { type Finding, InputError, inFour, shape, takes } from '@samenbeeld/schema';
import type { WithLevel } from './about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from './about.ts';
import { checkCount, checkDispersion, checkExposure } from './check-count.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { rateSays } from './words/rate.ts';

export interface ProportionOptions extends About, WithLevel {
  /** The share is given per this many (1,000 persons checked); 1. */
  readonly per?: number;
  /**
   * Variance of such shares over that of independent events, at least 1, as `overDispersion` with `trials` gives it; 1. The
   * interval is then that of the effective numbers, `successes/φ` of `trials/φ`.
   */
  readonly dispersion?: number;
}

/** A finding whose estimate is the share. */
export interface Proportion extends Finding {
  readonly interval: { readonly low: number; readonly high: number; readonly level: number };
  readonly details: {
    readonly successes: number;
    readonly trials: number;
    readonly per: number;
    readonly dispersion: number;
    readonly verdict: 'share' | 'none_counted';
  };
}

/**
 * The share behind a count that is part of another, with its exact interval.
 *
 * For hits of checks: persons with drugs of persons checked. `successes/trials`; the interval that two one-sided binomial tests
 * leave (Clopper and Pearson 1934; R `binom.test`, SciPy `binomtest`). It describes the checks that were made. Shares of several
 * actions differ by more than chance, and then an action says less of others: with `dispersion` φ the interval is that of
 * `successes/φ` in `trials/φ`, the effective numbers of Korn and Graubard (1998).
 *
 * @param successes how many count
 * @param trials all of them, above zero
 * @throws InputError for counts that are no whole numbers, or more successes than trials
 * @throws UsageError for a level that is no probability, or a dispersion below 1
 * @example
 * ```ts
 * import { proportion } from '@samenbeeld/trends';
 * const { estimate, interval } = proportion(130, 1127, { per: 1000 });
 * [estimate, interval.low, interval.high].map((one) => one?.toFixed(1)) // => ['115.4', '97.3', '135.5']
 * ```
 */
export function proportion(
  successes: number,
  trials: number,
  options: ProportionOptions = {},
): Proportion {
  takes(
    'proportion',
    ['successes', successes, shape.number],
    ['trials', trials, shape.number],
    ['options', options, optionsShape],
  );

  const level = checkProbability('level', options.level ?? 0.95);
  const per = checkExposure('`per`', options.per ?? 1);
  const dispersion = checkDispersion(options.dispersion);
  const warnings = checkTogether(options, 'rate');
  checkExposure(
    inFour('het aantal pogingen', 'le nombre d’essais', 'die Zahl der Versuche', 'the trials'),
    checkCount(
      inFour('het aantal pogingen', 'le nombre d’essais', 'die Zahl der Versuche', 'the trials'),
      trials,
    ),
  );
  if (
    checkCount(
      inFour('het aantal treffers', 'le nombre de succès', 'die Zahl der Treffer', 'the successes'),
      successes,
    ) > trials
  )
    throw new InputError(
      inFour(
        'verwacht: hoogstens {trials} treffers; gevonden: {successes}',
        'attendu : au plus {trials} succès ; trouvé : {successes}',
        'erwartet: höchstens {trials} Treffer; gefunden: {successes}',
        'expected at most {trials} successes, found {successes}',
        { trials: String(trials), successes: String(successes) },
      ),
      inFour(
        'geef al wat gecontroleerd is als pogingen, de treffers inbegrepen',
        'donnez tout ce qui a été contrôlé comme essais, succès compris',
        'alles Kontrollierte als Versuche angeben, die Treffer eingeschlossen',
        'pass all that were checked as the trials, the successes included',
      ),
    );
  const ends = clopperPearson(successes / dispersion, trials / dispersion, level);
  const interval = { low: ends.low * per, high: ends.high * per, level };
  const estimate = (successes / trials) * per;
  return {
    kind: 'proportion',
    subject: options.subject ?? '',
    estimate,
    unit: options.unit ?? null,
    interval,
    n: trials,
    p: null,
    method: 'Share, exact binomial interval',
    definition:
      dispersion === 1
        ? 'successes / trials; interval of Clopper and Pearson (1934)'
        : 'successes / trials; interval of Clopper and Pearson at the effective numbers (Korn and Graubard 1998)',
    assumptions: [
      inFour(
        'elke poging telt één keer',
        'chaque essai compte une fois',
        'jeder Versuch zählt einmal',
        'every trial counts once',
      ),
      inFour(
        'de pogingen zijn onafhankelijk van elkaar',
        'les essais sont indépendants les uns des autres',
        'die Versuche sind unabhängig voneinander',
        'trials are independent of each other',
      ),
    ],
    warnings: [...warnings],
    confidence: trials < 30 ? 'low' : trials < 200 ? 'medium' : 'high',
    details: {
      successes,
      trials,
      per,
      dispersion,
      verdict: successes === 0 ? 'none_counted' : 'share',
    },
    says: rateSays({ count: successes, of: trials, estimate, interval, per, label: options.label }),
  };
}
