import {
  type Finding,
  figure,
  filled,
  InputError,
  inEach,
  inFour,
  intervalName,
  range,
  shape,
  sumExact,
  type Text,
  takes,
} from '@samenbeeld/schema';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { WithLevel } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { independentEvents } from '../assumptions.ts';
import { checkCount, checkExposure, countOf } from '../check-count.ts';
import { takesEvents } from '../displacement/require-events.ts';
import { listWarnings } from '../warnings.ts';
import { headed } from '../words/headed.ts';

/** What may be said of a concentration. */
export type ConcentrationVerdict = 'uneven' | 'even_possible' | 'described' | 'no_conclusion';

interface ConcentrationWords {
  readonly verdict: ConcentrationVerdict;
  readonly index: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly holders: number;
  readonly named: Text;
  readonly label: Text | undefined;
}

const places: Text = {
  nl: '{n:# plaats|# plaatsen}',
  fr: '{n:# site|# sites}',
  de: '{n:# Ort|# Orte}',
  en: '{n:# site|# sites}',
};

function concentrationSays(w: ConcentrationWords): Text {
  const { index, interval, holders, verdict } = w;
  const over: Text = {
    nl: `over ${w.named.nl}`,
    fr: `entre ${w.named.fr}`,
    de: `auf ${w.named.de}`,
    en: `over ${w.named.en}`,
  };
  const divided = inEach((language) =>
    filled(over[language], language, { n: holders }, () => null),
  );
  if (verdict === 'no_conclusion' || index === null)
    return headed(
      w.label,
      holders < 2
        ? {
            nl: `Geen conclusie mogelijk: een verdeling ${divided.nl} zegt niets.`,
            fr: `Aucune conclusion possible\u00a0: une répartition ${divided.fr} ne dit rien.`,
            de: `Keine Aussage möglich: Eine Verteilung ${divided.de} besagt nichts.`,
            en: `No conclusion possible: a division ${divided.en} says nothing.`,
          }
        : {
            nl: 'Geen conclusie mogelijk: er is niets te verdelen.',
            fr: 'Aucune conclusion possible\u00a0: il n’y a rien à répartir.',
            de: 'Keine Aussage möglich: Es gibt nichts zu verteilen.',
            en: 'No conclusion possible: there is nothing to divide.',
          },
    );
  const main = inEach((language) => {
    const like = figure(1 / index, language);
    const within = interval
      ? `, ${intervalName(interval.level, language)} ${range(interval, 1 / holders, language)}`
      : '';
    const hhi = `HHI\u00a0${figure(index, language)}${within}`;
    const end = {
      uneven: {
        nl: 'Een gelijke verdeling is uitgesloten.',
        fr: 'Une répartition égale est exclue.',
        de: 'Eine gleichmäßige Verteilung ist ausgeschlossen.',
        en: 'An even division is ruled out.',
      },
      even_possible: {
        nl: 'Een gelijke verdeling is niet uit te sluiten.',
        fr: 'Une répartition égale ne peut être exclue.',
        de: 'Eine gleichmäßige Verteilung lässt sich nicht ausschließen.',
        en: 'An even division cannot be ruled out.',
      },
      described: {
        nl: 'Alleen beschreven, zonder interval.',
        fr: 'À titre descriptif seulement, sans intervalle.',
        de: 'Nur beschrieben, ohne Intervall.',
        en: 'Described only, without an interval.',
      },
    }[verdict][language];
    return {
      nl: `De verdeling ${divided.nl} is zo geconcentreerd als bij ${like} even grote (${hhi}). ${end}`,
      fr: `La répartition ${divided.fr} est aussi concentrée qu’entre ${like} de même taille (${hhi}). ${end}`,
      de: `Die Verteilung ${divided.de} ist so konzentriert wie bei ${like} gleich großen (${hhi}). ${end}`,
      en: `The division ${divided.en} is as concentrated as with ${like} of equal size (${hhi}). ${end}`,
    }[language];
  });
  return headed(w.label, main);
}

export interface ConcentrationOptions extends About, WithLevel {
  /** How many times as much as chance the counts vary; 1. */
  readonly dispersion?: number;
  /** What the holders are, with the forms that go with their number: `{n:# vendor|# vendors}`, in German the accusative; places. */
  readonly holders?: Text;
}

/** A finding whose estimate is the Herfindahl-Hirschman index of the values. */
export interface Concentration extends Finding {
  readonly details: {
    readonly verdict: ConcentrationVerdict;
    readonly holders: number;
    readonly total: number;
    /** (H − 1/n) / (1 − 1/n): 0 where all are equal, 1 where one has all. */
    readonly normalised: number | null;
    /** 1/H: as many equal holders would give this index. */
    readonly effectiveNumber: number | null;
    readonly gini: number | null;
    /** Gini times n/(n − 1), which reaches 1. */
    readonly giniCorrected: number | null;
    readonly theil: number | null;
    /** The index that chance alone does not raise, for counts. */
    readonly unbiased: number | null;
  };
}

/**
 * How concentrated something is on few of several holders: ports, hubs, agencies, years.
 *
 * `H = Σ s²`, normalised `(H − 1/n)/(1 − 1/n)`, effective number `1/H`; Gini `Σ (2i − n − 1) x_(i) / (n Σx)`; Theil
 * `Σ s ln(ns)`. A holder with zero counts as a holder. Where the unit counts events ("seizure") the interval is that
 * of the concentration behind the counts: Simpson's (1949) unbiased `Σ x(x−1)/(N(N−1))` with his exact variance, at
 * shares with half an event added to each, and Student's t; never above what was seen at its lower end nor below it at its upper.
 * Kilograms and unnamed units are described without an interval.
 * Herfindahl 1950; Gini 1912; Theil 1967; Simpson 1949.
 *
 * @param values one per holder, in one unit
 * @throws InputError for negative, NaN or infinite values, or counts that are no whole numbers
 * @example
 * ```ts
 * import { concentration } from '@samenbeeld/trends';
 * const { estimate, details } = concentration([25900, 8939, 3725], { unit: 'kg' });
 * [estimate, details.normalised, details.gini].map((value) => value?.toFixed(6)) // => ['0.514121', '0.271181', '0.383345']
 * ```
 */
export function concentration(
  values: readonly number[],
  options: ConcentrationOptions = {},
): Concentration {
  takes('concentration', ['values', values, shape.numbers], ['options', options, optionsShape]);

  const level = checkProbability('level', options.level ?? 0.95);
  const alike = checkTogether(options, 'sum');
  const counted = takesEvents(options.unit);
  for (const [i, value] of values.entries()) {
    if (counted)
      checkCount(
        countOf(
          inFour('houder {at}', 'détenteur {at}', 'Inhaber {at}', 'holder {at}', {
            at: String(i + 1),
          }),
        ),
        value,
      );
    if (!Number.isFinite(value) || value < 0)
      throw new InputError(
        inFour(
          'verwacht: nul of meer voor houder {a}; gevonden: {value}',
          'attendu : zéro ou plus pour le détenteur {a} ; trouvé : {value}',
          'erwartet: null oder mehr für Inhaber {a}; gefunden: {value}',
          'expected zero or more for holder {a}, found {value}',
          { a: String(i + 1), value: String(value) },
        ),
        inFour(
          'laat een houder weg waarvan de waarde niet bekend is; nul is een waarde',
          'laissez de côté un détenteur dont la valeur est inconnue ; zéro est une valeur',
          'einen Inhaber weglassen, dessen Wert nicht bekannt ist; null ist ein Wert',
          'leave out a holder whose value is not known; zero is a value',
        ),
      );
  }
  const n = values.length;
  const total = sumExact(values);
  const spread = n > 1 && total > 0 ? measures(values, total) : null;
  const events =
    total /
    checkExposure(
      inFour('de spreiding', 'la dispersion', 'die Streuung', 'the dispersion'),
      options.dispersion ?? 1,
    );
  const reach = spread && counted && events >= 2 ? behindCounts(values, events, level) : null;
  const interval =
    spread && reach
      ? {
          low: Math.max(1 / n, Math.min(reach.low, spread.index)),
          high: Math.min(1, Math.max(reach.high, spread.index)),
          level,
        }
      : null;
  const verdict: ConcentrationVerdict = !spread
    ? 'no_conclusion'
    : !interval
      ? 'described'
      : interval.low > (1 / n) * (1 + 1e-12)
        ? 'uneven'
        : 'even_possible';
  return {
    kind: 'concentration',
    subject: options.subject ?? '',
    estimate: spread?.index ?? null,
    unit: null,
    interval,
    n: counted ? total : n,
    p: null,
    method: interval
      ? "Herfindahl-Hirschman index, interval by Simpson's variance"
      : 'Herfindahl-Hirschman index, described',
    definition: 'sum of squared shares; Gini, Theil and the effective number beside it',
    assumptions: [
      inFour(
        'er zijn geen andere houders dan deze',
        'il n’y a pas d’autres détenteurs que ceux-ci',
        'es gibt keine anderen Inhaber als diese',
        'the holders are all there are',
      ),
      ...(interval ? [independentEvents] : []),
    ],
    warnings: listWarnings(
      alike,
      interval &&
        events < 30 &&
        inFour(
          'minder dan 30 gebeurtenissen: het interval is grof',
          'moins de 30 événements\u00a0: l’intervalle est approximatif',
          'weniger als 30 Ereignisse: Das Intervall ist grob',
          'fewer than 30 events: the interval is rough',
        ),
      spread &&
        !interval &&
        inFour(
          'beschreven zonder interval: wat verdeeld wordt, is geen aantal onafhankelijke gebeurtenissen',
          'décrit sans intervalle\u00a0: ce qui est réparti n’est pas un nombre d’événements indépendants',
          'ohne Intervall beschrieben: Was verteilt wird, ist keine Anzahl unabhängiger Ereignisse',
          'described without an interval: what is divided is no count of independent events',
        ),
    ),
    confidence: !interval || events < 30 ? 'low' : events < 100 ? 'medium' : 'high',
    details: {
      verdict,
      holders: n,
      total,
      normalised: spread && (spread.index - 1 / n) / (1 - 1 / n),
      effectiveNumber: spread && 1 / spread.index,
      gini: spread?.gini ?? null,
      giniCorrected: spread && (spread.gini * n) / (n - 1),
      theil: spread?.theil ?? null,
      unbiased: reach?.unbiased ?? null,
    },
    says: concentrationSays({
      verdict,
      index: spread?.index ?? null,
      interval,
      holders: n,
      named: options.holders ?? places,
      label: options.label,
    }),
  };
}

function measures(
  values: readonly number[],
  total: number,
): { readonly index: number; readonly gini: number; readonly theil: number } {
  const n = values.length;
  const shares = values.map((value) => value / total);
  const sorted = values.toSorted((a, b) => a - b);
  return {
    index: shares.reduce((sum, share) => sum + share * share, 0),
    gini: sorted.reduce((sum, value, i) => sum + (2 * (i + 1) - n - 1) * value, 0) / (n * total),
    theil: shares.reduce((sum, share) => sum + (share > 0 ? share * Math.log(n * share) : 0), 0),
  };
}

/** Simpson's index and its interval, for `events` events with the shares of the values. */
function behindCounts(
  values: readonly number[],
  events: number,
  level: number,
): { readonly unbiased: number; readonly low: number; readonly high: number } {
  const total = sumExact(values);
  const n = values.length;
  const squares = values.reduce((sum, value) => sum + (value / total) ** 2, 0);
  const unbiased = (events * squares - 1) / (events - 1);
  const even = values.map((value) => ((value / total) * events + 0.5) / (events + n / 2));
  const second = even.reduce((sum, share) => sum + share ** 2, 0);
  const third = even.reduce((sum, share) => sum + share ** 3, 0);
  const variance =
    (4 * (events - 2) * third + 2 * second - 2 * (2 * events - 3) * second ** 2) /
    (events * (events - 1));
  const reach = tQuantile((1 + level) / 2, events - 1) * Math.sqrt(Math.max(0, variance));
  return { unbiased, low: unbiased - reach, high: unbiased + reach };
}
