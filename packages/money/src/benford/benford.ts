import {
  argumentKinds,
  type Finding,
  formatNumber,
  headed,
  InputError,
  inEach,
  inFour,
  paragraph,
  percent,
  pValue,
  semicolon,
  shape,
  type Text,
  takes,
  UsageError,
  wrongArgument,
  wrongUse,
} from '@samenbeeld/schema';
import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import { chanceOfDigits, meanDeviation } from './chance-of-digits.ts';
import { type DigitTest, digitLaws, significantDigits } from './digits.ts';

interface BenfordWords {
  readonly verdict: DigitVerdict;
  readonly digits: DigitTest;
  readonly n: number;
  readonly p: number | null;
  readonly label: Text | undefined;
}

const named: Readonly<Record<DigitTest, Text>> = {
  first: {
    nl: 'De eerste cijfers',
    fr: 'Les premiers chiffres',
    de: 'Die ersten Ziffern',
    en: 'The first digits',
  },
  second: {
    nl: 'De tweede cijfers',
    fr: 'Les deuxièmes chiffres',
    de: 'Die zweiten Ziffern',
    en: 'The second digits',
  },
  first_two: {
    nl: 'De eerste twee cijfers',
    fr: 'Les deux premiers chiffres',
    de: 'Die ersten beiden Ziffern',
    en: 'The first two digits',
  },
};

const innocent: Text = {
  nl: 'Tarieven, plafonds en meldgrenzen hebben hetzelfde gevolg; dit is een reden om te kijken, geen bewijs.',
  fr: 'Des tarifs, des plafonds et des seuils de déclaration ont le même effet\u00a0; c’est une raison de regarder, pas une preuve.',
  de: 'Tarife, Obergrenzen und Meldeschwellen wirken ebenso; das ist ein Grund hinzusehen, kein Beweis.',
  en: 'Fees, caps and reporting thresholds have the same effect; this is a reason to look, not proof.',
};

function main({ verdict, digits, n, p }: BenfordWords): Text {
  return inEach((language) => {
    const count = formatNumber(n, language);
    const start = named[digits][language];
    if (verdict === 'no_conclusion' || p === null)
      return {
        nl: `Geen conclusie mogelijk over de cijfers: te weinig bedragen, of alle van dezelfde orde (n = ${count}).`,
        fr: `Aucune conclusion possible sur les chiffres\u00a0: trop peu de montants, ou tous du même ordre (n = ${count}).`,
        de: `Keine Aussage über die Ziffern möglich: zu wenige Beträge, oder alle von gleicher Größenordnung (n = ${count}).`,
        en: `No conclusion possible about the digits: too few amounts, or all of one order of magnitude (n = ${count}).`,
      }[language];
    const test = `${pValue(p, language)}${semicolon[language]}n = ${count}`;
    return verdict === 'deviates'
      ? {
          nl: `${start} wijken sterker af van de wet van Benford dan toeval verklaart (${test}).`,
          fr: `${start} s’écartent de la loi de Benford plus que le hasard ne l’explique (${test}).`,
          de: `${start} weichen stärker vom Benfordschen Gesetz ab, als der Zufall erklärt (${test}).`,
          en: `${start} deviate from Benford’s law by more than chance explains (${test}).`,
        }[language]
      : {
          nl: `Een afwijking van de wet van Benford is niet aantoonbaar (${test}).`,
          fr: `Aucun écart à la loi de Benford ne peut être démontré (${test}).`,
          de: `Eine Abweichung vom Benfordschen Gesetz lässt sich nicht nachweisen (${test}).`,
          en: `No deviation from Benford’s law can be shown (${test}).`,
        }[language];
  });
}

/** The sentence for a verdict about digits; a deviation never stands without its innocent reasons. */
function benfordSays(words: BenfordWords): Text {
  return headed(
    words.label,
    paragraph(main(words), words.verdict === 'deviates' ? innocent : null),
  );
}

/** Nigrini's classes of the mean absolute deviation. */
export type Conformity = 'close' | 'acceptable' | 'marginal' | 'none';

/** What digits say. "Not shown" is not "follows the law". */
export type DigitVerdict = 'deviates' | 'not_shown' | 'no_conclusion';

export interface BenfordOptions {
  /** Which digits; the first. */
  readonly digits?: DigitTest;
  /**
   * Numbers whose size is below this are left out and counted; 0 for first digits, 10 for second and first two (Nigrini 2012):
   * an amount of one whole digit has no second one that grew freely.
   */
  readonly atLeast?: number;
  /** Two-sided level of the test; 0.05. */
  readonly alpha?: number;
  readonly seed?: number;
  /** Samples drawn where there are too many tables to enumerate; 4,999. */
  readonly draws?: number;
  readonly subject?: string;
  readonly label?: Text;
}

/** A finding whose estimate is the mean absolute deviation from Benford's shares. */
export interface Benford extends Finding {
  readonly details: {
    readonly digits: DigitTest;
    readonly chiSquare: number | null;
    readonly degreesOfFreedom: number;
    readonly pChiSquare: number | null;
    readonly conformity: Conformity | null;
    /** Share of samples of this size that follow the law and yet lie beyond Nigrini's limit of marginal conformity. */
    readonly falsePositives: number | null;
    readonly method: 'exact' | 'simulated' | 'none';
    /** Zeros, and numbers below `atLeast`. */
    readonly leftOut: number;
    /** Powers of ten from the smallest to the largest number. */
    readonly orders: number;
    readonly verdict: DigitVerdict;
  };
  /** One row a class of digits. */
  readonly table: readonly {
    readonly digits: number;
    readonly count: number;
    readonly expected: number;
  }[];
}

const fewest = 10;

/**
 * Whether the digits of amounts are spread as Benford's law has it, with how often chance alone would look so.
 *
 * A screen for sets of amounts that grew freely over several orders of magnitude; never a proof. Fees, prices with a usual
 * end, caps and reporting thresholds break the law innocently. `p` is an exact multinomial test of the likelihood ratio for
 * small samples (over all tables of counts), and simulated with a seed for larger ones. The estimate is the mean absolute
 * deviation, classed by Nigrini's limits, which do not look at the sample's size: `details.falsePositives` says how many
 * samples of this size that follow the law would be called non-conforming. χ² = N Σ (p̂ − p)² / p with 8, 9 or 89 degrees
 * of freedom. Benford 1938; Nigrini 2012, *Benford's Law*, chapters 5 and 7.
 *
 * @param values amounts; sign and currency do not matter
 * @throws InputError for NaN or infinite values
 * @throws UsageError for an unknown test or a level outside 0…1
 * @example
 * ```ts
 * import { benford } from '@samenbeeld/money';
 * const doubling = Array.from({ length: 400 }, (_, i) => 2 ** (i / 10));
 * benford(doubling).details.verdict // => 'not_shown'
 * benford(doubling.map((amount) => 5000 + amount)).details.verdict // => 'deviates'
 * ```
 */
export function benford(values: readonly number[], options: BenfordOptions = {}): Benford {
  takes('benford', ['values', values, shape.numbers], ['options', options, shape.options]);

  const test = options.digits ?? 'first';
  const alpha = options.alpha ?? 0.05;
  const law = Object.hasOwn(digitLaws, test) ? digitLaws[test] : undefined;
  if (!law)
    throw new UsageError(
      wrongArgument('digits', argumentKinds.anyOf('first', 'second', 'first_two'), test),
    );
  if (!(alpha > 0 && alpha < 1))
    throw wrongUse(
      '`alpha` ligt tussen 0 en 1, niet {alpha}',
      '`alpha` est entre 0 et 1, et non {alpha}',
      '`alpha` liegt zwischen 0 und 1, nicht {alpha}',
      '`alpha` must lie between 0 and 1, got {alpha}',
      { alpha: String(alpha) },
    );
  const odd = values.findIndex((value) => !Number.isFinite(value));
  if (odd >= 0)
    throw new InputError(
      inFour(
        'verwacht: eindige bedragen; gevonden: {a} op plaats {b}',
        'attendu : des montants finis ; trouvé : {a} à la position {b}',
        'erwartet: endliche Beträge; gefunden: {a} an Stelle {b}',
        'expected finite amounts, found {a} at position {b}',
        { a: String(values[odd]), b: String(odd + 1) },
      ),
      inFour(
        'laat weg wat ontbreekt',
        'laissez de côté ce qui manque',
        'Fehlendes weglassen',
        'leave out what is missing',
      ),
    );
  const atLeast = options.atLeast ?? (test === 'first' ? 0 : 10);
  const used = values.filter((value) => value !== 0 && Math.abs(value) >= atLeast);
  const n = used.length;
  const at = new Map(law.classes.map((digits, index) => [digits, index]));
  const counts = law.classes.map(() => 0);
  for (const value of used) {
    const index = at.get(law.classOf(significantDigits(value))) as number;
    counts[index] = (counts[index] as number) + 1;
  }
  const sizes = used.map(Math.abs);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const smallest = sizes.reduce((least, size) => Math.min(least, size), largest);
  const orders = n === 0 ? 0 : Math.log10(largest / smallest);
  const isEnough = n >= fewest && orders >= 1;
  const chance = isEnough
    ? chanceOfDigits(counts, law.expected, law.limits, {
        seed: options.seed ?? 1,
        draws: options.draws ?? 4999,
      })
    : null;
  const deviation = n === 0 ? null : meanDeviation(counts, law.expected);
  const chiSquare = isEnough
    ? counts.reduce((sum, count, i) => {
        const mean = n * (law.expected[i] as number);
        return sum + (count - mean) ** 2 / mean;
      }, 0)
    : null;
  const verdict: DigitVerdict =
    chance === null ? 'no_conclusion' : chance.p <= alpha ? 'deviates' : 'not_shown';
  const falsePositives = chance?.beyond[2] ?? null;
  const freedom = law.classes.length - 1;
  return {
    kind: 'benford',
    subject: options.subject ?? '',
    estimate: isEnough ? deviation : null,
    unit: null,
    interval: null,
    n,
    p: chance?.p ?? null,
    method: `Benford, ${test.replace('_', ' ')} digit${test === 'first_two' ? 's' : ''}, ${chance?.method ?? 'not tested'}`,
    definition:
      'P(d) = log10(1 + 1/d); likelihood ratio over multinomial samples; mean absolute deviation by Nigrini’s limits (Benford 1938, Nigrini 2012)',
    assumptions: [
      inFour(
        'de bedragen zijn vrij ontstaan: geen tarieven, maxima, prijspunten of drempels',
        'les montants se sont formés librement\u00a0: ni tarifs, ni plafonds, ni paliers de prix, ni seuils',
        'die Beträge sind frei entstanden: keine Gebühren, Obergrenzen, Preispunkte oder Schwellen',
        'amounts grew freely: no fees, caps, price points or thresholds',
      ),
      inFour(
        'de bedragen hangen niet van elkaar af',
        'les montants ne dépendent pas les uns des autres',
        'die Beträge hängen nicht voneinander ab',
        'amounts do not depend on each other',
      ),
    ],
    warnings: [
      ...(isEnough && n < law.advised
        ? [
            inFour(
              'minder dan {few} bedragen: Nigrini’s grenzen noemen veel steekproeven afwijkend',
              'moins de {few} montants\u00a0: les limites de Nigrini déclarent non conformes beaucoup d’échantillons',
              'weniger als {few} Beträge: Nigrinis Grenzen nennen viele Stichproben abweichend',
              'fewer than {few} amounts: Nigrini’s limits call many samples non-conforming',
              { few: law.advised },
            ),
          ]
        : []),
      ...(isEnough && orders < 3
        ? [
            inFour(
              'de bedragen beslaan minder dan drie ordes van grootte: de wet hoeft niet op te gaan',
              'les montants couvrent moins de trois ordres de grandeur\u00a0: la loi ne s’applique pas forcément',
              'die Beträge umfassen weniger als drei Größenordnungen: Das Gesetz muss nicht gelten',
              'the amounts span fewer than three orders of magnitude: the law need not hold',
            ),
          ]
        : []),
      ...(falsePositives !== null && falsePositives > 0.05
        ? [
            inFour(
              'van steekproeven van deze omvang die de wet volgen, ligt {share} buiten Nigrini’s grens',
              'des échantillons de cette taille qui suivent la loi, {share} dépassent la limite de Nigrini',
              'von Stichproben dieses Umfangs, die dem Gesetz folgen, liegen {share} außerhalb von Nigrinis Grenze',
              'of samples of this size that follow the law, {share} lie beyond Nigrini’s limit',
              { share: inEach((language) => percent(falsePositives, language)) },
            ),
          ]
        : []),
    ],
    confidence: 'low',
    details: {
      digits: test,
      chiSquare,
      degreesOfFreedom: freedom,
      pChiSquare: chiSquare === null ? null : 1 - chisquareCdf(chiSquare, freedom),
      conformity: isEnough && deviation !== null ? conformityOf(deviation, law.limits) : null,
      falsePositives,
      method: chance?.method ?? 'none',
      leftOut: values.length - n,
      orders,
      verdict,
    },
    says: benfordSays({ verdict, digits: test, n, p: chance?.p ?? null, label: options.label }),
    table: law.classes.map((digits, i) => ({
      digits,
      count: counts[i] as number,
      expected: n * (law.expected[i] as number),
    })),
  };
}

function conformityOf(deviation: number, limits: readonly number[]): Conformity {
  const at = limits.findIndex((limit) => deviation <= limit);
  return (['close', 'acceptable', 'marginal'] as const)[at] ?? 'none';
}
