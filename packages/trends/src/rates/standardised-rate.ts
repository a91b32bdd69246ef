import {
  type Finding,
  figure,
  InputError,
  inEach,
  inFour,
  intervalName,
  quoted,
  range,
  type Shape,
  semicolon,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import type { WithLevel } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { independentEvents } from '../assumptions.ts';
import { checkAnyOf } from '../check-argument.ts';
import { checkCount, checkExposure, countOf, exposureOf } from '../check-count.ts';
import { listWarnings } from '../warnings.ts';
import { withExposure } from '../words/effort.ts';
import { headed } from '../words/headed.ts';
import { perWord, rateSays } from '../words/rate.ts';
import { type CountMethod, countIntervals } from './count-interval.ts';

interface StandardisedWords {
  readonly count: number;
  readonly estimate: number;
  readonly crude: number;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number };
  readonly per: number;
  readonly label: Text | undefined;
}

function standardisedSays(w: StandardisedWords): Text {
  if (w.count === 0) return rateSays(w);
  const says = inEach((language) => {
    const per = w.per === 1 ? '' : ` ${perWord[language]} ${figure(w.per, language)}`;
    const rate = `${figure(w.estimate, language)}${per}`;
    const crude = figure(w.crude, language);
    const within = `${intervalName(w.interval.level, language)} ${range(w.interval, 0, language)}${semicolon[language]}`;
    const count = figure(w.count, language);
    return {
      nl: `Gestandaardiseerd: ${rate} (${within}geteld: ${count}); zonder standaardisatie ${crude}.`,
      fr: `Taux standardisé\u00a0: ${rate} (${within}cas comptés\u00a0: ${count})\u00a0; sans standardisation ${crude}.`,
      de: `Standardisiert: ${rate} (${within}gezählt: ${count}); ohne Standardisierung ${crude}.`,
      en: `Standardised rate: ${rate} (${within}counted: ${count}); without standardisation ${crude}.`,
    }[language];
  });
  return headed(w.label, says);
}

/** One group of a population: what was counted in it, against what, and its weight in the standard population. */
export interface Stratum {
  readonly group?: string;
  readonly count: number;
  readonly exposure: number;
  readonly weight: number;
}

export interface StandardisedRateOptions extends About, WithLevel {
  /** The rate is given per this much exposure (100,000 inhabitants); 1. */
  readonly per?: number;
  /** Interval of the total count that is carried over to the rate: `exact` (default) or `byar`. */
  readonly method?: CountMethod;
}

/** A finding whose estimate is the rate that the standard population would have. */
export interface StandardisedRate extends Finding {
  readonly interval: { readonly low: number; readonly high: number; readonly level: number };
  readonly details: {
    readonly count: number;
    readonly per: number;
    readonly standardError: number;
    /** Without standardisation. */
    readonly crudeRate: number;
    readonly groups: number;
    readonly verdict: 'rate' | 'none_counted';
  };
}

/**
 * The rate that a place would have if its population were made up like a standard population.
 *
 * To compare places or years whose inhabitants, controls or ports differ in kind. `Σ w d/n / Σ w`, with Dobson's interval
 * `DSR + √(Var(DSR)/O) · (L_O − O)` and likewise above, O the total count; never below zero. Where nothing was counted the
 * upper end supposes all that was missed in the group of the largest weight per exposure (Fay and Feuer 1997).
 * Dobson, Kuulasmaa, Eberle and Scherer 1991; for the indirect ratio O/E use `poissonRate(O, E)`.
 *
 * @throws InputError for counts that are no whole numbers, exposures not above zero, weights below zero or all zero
 * @throws UsageError for no strata, or an unknown method
 * @example
 * ```ts
 * import { standardisedRate } from '@samenbeeld/trends';
 * const rate = standardisedRate([{ count: 10, exposure: 1000, weight: 1 }, { count: 30, exposure: 2000, weight: 3 }]);
 * [rate.estimate, rate.interval.low.toFixed(5)] // => [0.01375, '0.00977']
 * ```
 */
export function standardisedRate(
  strata: readonly Stratum[],
  options: StandardisedRateOptions = {},
): StandardisedRate {
  takes(
    'standardisedRate',
    ['strata', strata, shape.list(stratumShape)],
    ['options', options, optionsShape],
  );

  const level = checkProbability('level', options.level ?? 0.95);
  const alike = checkTogether(options, 'rate');
  const method = checkAnyOf('method', options.method ?? 'exact', ['exact', 'byar']);
  const ends = countIntervals[method];
  if (strata.length === 0)
    throw wrongUse(
      '`strata` heeft ten minste één groep, niet geen',
      '`strata` a au moins un groupe, et non aucun',
      '`strata` hat mindestens eine Gruppe, nicht keine',
      '`strata` must have at least one group, got none',
    );
  const per = checkExposure('`per`', options.per ?? 1);
  for (const [i, stratum] of strata.entries()) checkStratum(stratum, i);
  const weights = strata.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0)
    throw new InputError(
      inFour(
        'verwacht: een gewicht boven nul in ten minste één groep; gevonden: geen',
        'attendu : un poids au-dessus de zéro dans au moins un groupe ; trouvé : aucun',
        'erwartet: ein Gewicht über null in mindestens einer Gruppe; gefunden: keines',
        'expected a weight above zero in at least one group, found none',
      ),
      standardAsWeights,
    );
  const shares = strata.map(({ weight, exposure }) => weight / weights / exposure);
  const share = (i: number): number => shares[i] as number;
  const count = strata.reduce((sum, stratum) => sum + stratum.count, 0);
  const rate = strata.reduce((sum, stratum, i) => sum + share(i) * stratum.count, 0);
  const variance = strata.reduce((sum, stratum, i) => sum + share(i) ** 2 * stratum.count, 0);
  const exposure = strata.reduce((sum, stratum) => sum + stratum.exposure, 0);
  const { low, high } = ends(count, (1 - level) / 2);
  const scale = count === 0 ? Math.max(...shares) : Math.sqrt(variance / count);
  const interval = {
    low: Math.max(0, rate + scale * (low - count)) * per,
    high: (rate + scale * (high - count)) * per,
    level,
  };
  const estimate = rate * per;
  const unweighted = strata.some((stratum) => stratum.weight === 0 && stratum.count > 0);
  return {
    kind: 'standardised_rate',
    subject: options.subject ?? '',
    estimate,
    unit: options.unit ?? null,
    interval,
    n: count,
    p: null,
    method: `Direct standardisation, Dobson's interval from the ${method === 'exact' ? 'exact' : "Byar's"} interval of the count`,
    definition:
      'sum w d/n / sum w; interval DSR + sqrt(Var(DSR)/O) (L - O) (Dobson, Kuulasmaa, Eberle and Scherer 1991)',
    assumptions: [
      independentEvents,
      inFour(
        'het tempo is binnen de blootstelling van elke groep gelijk',
        'le taux est constant sur l’exposition de chaque groupe',
        'die Rate ist über die Exposition jeder Gruppe gleich',
        'the rate is constant over the exposure of each group',
      ),
    ],
    warnings: listWarnings(
      alike,
      count < 10 &&
        inFour(
          'minder dan 10 gebeurtenissen: een gestandaardiseerd cijfer zegt weinig',
          'moins de 10 événements\u00a0: un taux standardisé en dit peu',
          'weniger als 10 Ereignisse: Eine standardisierte Rate sagt wenig',
          'fewer than 10 events: a standardised rate says little',
        ),
      unweighted &&
        inFour(
          'een groep met gebeurtenissen heeft geen gewicht: die gebeurtenissen tellen niet mee',
          'un groupe où des événements ont eu lieu n’a pas de poids\u00a0: ces événements ne comptent pas',
          'eine Gruppe mit Ereignissen hat kein Gewicht: Diese Ereignisse gehen nicht ein',
          'a group with events has no weight: its events do not enter',
        ),
    ),
    confidence: count < 10 ? 'low' : count < 50 ? 'medium' : 'high',
    details: {
      count,
      per,
      standardError: Math.sqrt(variance) * per,
      crudeRate: (count / exposure) * per,
      groups: strata.length,
      verdict: count === 0 ? 'none_counted' : 'rate',
    },
    says: withExposure(
      standardisedSays({
        count,
        estimate,
        crude: (count / exposure) * per,
        interval,
        per,
        label: options.label,
      }),
      options,
      [exposure],
    ),
  };
}

const standardAsWeights = inFour(
  'geef de standaardbevolking als gewichten',
  'donnez la population de référence comme poids',
  'die Standardbevölkerung als Gewichte angeben',
  'pass the standard population as the weights',
);

function checkStratum({ group, count, exposure, weight }: Stratum, i: number): void {
  const name = group
    ? quoted(group)
    : inFour('groep {at}', 'groupe {at}', 'Gruppe {at}', 'group {at}', { at: String(i + 1) });
  checkCount(countOf(name), count);
  checkExposure(exposureOf(name), exposure);
  if (!Number.isFinite(weight) || weight < 0)
    throw new InputError(
      inFour(
        'verwacht: een gewicht van nul of meer voor {name}; gevonden: {weight}',
        'attendu : un poids de zéro ou plus pour {name} ; trouvé : {weight}',
        'erwartet: ein Gewicht von null oder mehr für {name}; gefunden: {weight}',
        'expected a weight of zero or more for {name}, found {weight}',
        { name, weight: String(weight) },
      ),
      standardAsWeights,
    );
}

export const stratumShape: Shape = shape.record<Stratum>({
  count: shape.number,
  exposure: shape.number,
  weight: shape.number,
});
