import {
  argumentKinds,
  colonAfter,
  type Finding,
  figure,
  InputError,
  inEach,
  inFour,
  intervalName,
  paragraph,
  range,
  semicolon,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { mean, median, quantileSorted } from 'simple-statistics';
import type { WithLevel } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { entryIsSeizure } from '../assumptions.ts';
import { checkAnyOf, checkArgument, checkKeyOf, checkWhole } from '../check-argument.ts';
import { knownQuantities } from '../check-count.ts';
import { refuseUnsquarable } from '../refuse-unsquarable.ts';
import { type Random, randomOf } from '../sampling/random.ts';
import { listWarnings, withoutQuantity } from '../warnings.ts';
import { noneKnown, unknownQuantities } from '../words/bands.ts';
import { headed } from '../words/headed.ts';
import { unitAfter } from '../words/unit-word.ts';
import { type QuantityStatistic, type SampleStatistic, statisticOf } from './quantity-statistic.ts';

interface BootstrapOptions {
  readonly replicates: number;
  readonly level: number;
  /** Percentile, or bias-corrected and accelerated. */
  readonly method: 'bca' | 'percentile';
  readonly random: Random;
}

/** An interval with the corrections that went into it. */
interface BootstrapInterval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** Bias and acceleration; null where the percentiles were taken as they are. */
  readonly bias: number | null;
  readonly acceleration: number | null;
}

/**
 * Interval of a statistic by drawing samples of the same size with replacement.
 *
 * BCa: percentiles at `Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z)))`, z₀ from the share of replicates below the estimate (half of those equal),
 * a from the jackknife. Where every replicate lies on one side of the estimate the plain percentiles are taken.
 * Efron 1987; Efron and Tibshirani 1993, chapter 14; as SciPy `bootstrap`.
 *
 * @param values the sample, of two entries or more
 */
function bootstrapInterval(
  values: readonly number[],
  statistic: SampleStatistic,
  { replicates, level, method, random }: BootstrapOptions,
): BootstrapInterval {
  const sorted = Float64Array.from(values).sort();
  const estimate = statistic.of(sorted);
  const draws = drawReplicates(sorted, statistic, replicates, random);
  const tail = (1 - level) / 2;
  const correction = method === 'bca' ? corrections(sorted, statistic, estimate, draws) : null;
  const [low, high] = [tail, 1 - tail].map((share) =>
    quantileSorted(draws as unknown as number[], correction ? adjusted(share, correction) : share),
  ) as [number, number];
  return {
    low,
    high,
    level,
    bias: correction?.bias ?? null,
    acceleration: correction?.acceleration ?? null,
  };
}

function drawReplicates(
  sorted: Float64Array,
  statistic: SampleStatistic,
  replicates: number,
  random: Random,
): Float64Array {
  const n = sorted.length;
  const draws = new Float64Array(replicates);
  const sample = new Float64Array(n);
  const times = new Uint32Array(n);
  for (let b = 0; b < replicates; b++) {
    times.fill(0);
    for (let i = 0; i < n; i++) (times[random.int(0, n - 1)] as number)++;
    // Counting how often each value was drawn leaves the sample in order.
    for (let i = 0, at = 0; i < n; i++)
      for (let k = times[i] as number; k > 0; k--) sample[at++] = sorted[i] as number;
    draws[b] = statistic.of(sample);
  }
  return draws.sort();
}

interface Corrections {
  readonly bias: number;
  readonly acceleration: number;
}

function corrections(
  sorted: Float64Array,
  statistic: SampleStatistic,
  estimate: number,
  draws: Float64Array,
): Corrections | null {
  const below = draws.reduce(
    (sum, draw) => sum + (draw < estimate ? 1 : draw === estimate ? 0.5 : 0),
    0,
  );
  const bias = normalQuantile(below / draws.length, 0, 1);
  if (!Number.isFinite(bias)) return null;
  const left = statistic.without(sorted);
  const mean = left.reduce((sum, value) => sum + value, 0) / left.length;
  // In parts of the largest deviation: its own cube may be beyond every number.
  const largest = left.reduce((most, value) => Math.max(most, Math.abs(mean - value)), 0) || 1;
  const squares = left.reduce((sum, value) => sum + ((mean - value) / largest) ** 2, 0);
  const cubes = left.reduce((sum, value) => sum + ((mean - value) / largest) ** 3, 0);
  return { bias, acceleration: squares > 0 ? cubes / (6 * squares ** 1.5) : 0 };
}

function adjusted(share: number, { bias, acceleration }: Corrections): number {
  const z = bias + normalQuantile(share, 0, 1);
  const reach = 1 - acceleration * z;
  return reach > 0 ? normalCdf(bias + z / reach, 0, 1) : z > 0 ? 1 : 0;
}

/** The fewest values whose studentised replicates say anything. */
const fewestStudentised = 5;

/**
 * Interval of a total by the bootstrap-t on the logarithm: the logarithm of each replicate over the mean, in units of its own standard error, which
 * follows skewed sizes better than percentiles do (Efron and Tibshirani 1993, chapter 12). Null for fewer than five values.
 */
function studentisedTotal(
  values: readonly number[],
  { replicates, level, random }: Omit<BootstrapOptions, 'method'>,
): { readonly low: number; readonly high: number } | null {
  const n = values.length;
  if (n < fewestStudentised) return null;
  const sorted = Float64Array.from(values).sort();
  const own = relativeError(sorted);
  const sample = new Float64Array(n);
  const scores: number[] = [];
  for (let b = 0; b < replicates; b++) {
    for (let i = 0; i < n; i++) sample[i] = sorted[random.int(0, n - 1)] as number;
    const { mean, error } = relativeError(sample);
    if (error > 0) scores.push(Math.log(mean / own.mean) / error);
  }
  if (scores.length < replicates / 2) return null;
  scores.sort((a, b) => a - b);
  const end = (share: number): number =>
    n * own.mean * Math.exp(-quantileSorted(scores, share) * own.error);
  return { low: end((1 + level) / 2), high: end((1 - level) / 2) };
}

/** Mean of a sample and the standard error of its logarithm; in parts of the largest, whose square may be beyond every number. */
function relativeError(sample: Float64Array): { readonly mean: number; readonly error: number } {
  const n = sample.length;
  const largest = sample.reduce((most, value) => Math.max(most, value), 0);
  if (largest === 0) return { mean: 0, error: 0 };
  let sum = 0;
  for (const value of sample) sum += value / largest;
  const mean = sum / n;
  let squares = 0;
  for (const value of sample) squares += (value / largest - mean) ** 2;
  return { mean: mean * largest, error: Math.sqrt(squares / (n - 1) / n) / mean };
}

interface BootstrapWords {
  readonly statistic: QuantityStatistic;
  readonly estimate: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly n: number;
  readonly unit: string;
  /** Whether one seizure is half of a total or more. */
  readonly dominated: boolean;
  /** Whether few large seizures carry a total. */
  readonly carried: boolean;
  readonly unknown: number;
  readonly label: Text | undefined;
}

const names: Readonly<Record<QuantityStatistic, Text>> = {
  median: {
    nl: 'Mediaan per inbeslagname',
    fr: 'Médiane par saisie',
    de: 'Median je Sicherstellung',
    en: 'Median per seizure',
  },
  geometric_mean: {
    nl: 'Meetkundig gemiddelde per inbeslagname',
    fr: 'Moyenne géométrique par saisie',
    de: 'Geometrisches Mittel je Sicherstellung',
    en: 'Geometric mean per seizure',
  },
  total: {
    nl: 'Totaal van de bekende inbeslagnames',
    fr: 'Total des saisies connues',
    de: 'Summe der bekannten Sicherstellungen',
    en: 'Total of the known seizures',
  },
};

const noInterval: Text = {
  nl: 'Een interval is niet te geven: daarvoor zijn verschillende hoeveelheden nodig.',
  fr: 'Aucun intervalle ne peut être donné\u00a0: il faudrait des quantités différentes.',
  de: 'Ein Intervall lässt sich nicht angeben: Dafür werden unterschiedliche Mengen gebraucht.',
  en: 'No interval can be given: that needs quantities that differ.',
};

const asMany: Text = {
  nl: 'Het interval geldt voor het te verwachten totaal van evenveel inbeslagnames uit dezelfde bron; wat een andere reeks van zoveel inbeslagnames weegt, loopt verder uiteen.',
  fr: 'L’intervalle porte sur le total attendu pour autant de saisies de même origine\u00a0; ce que pèse une autre série de ce nombre varie davantage.',
  de: 'Das Intervall gilt für die zu erwartende Summe ebenso vieler Sicherstellungen gleicher Herkunft; was eine andere solche Reihe wiegt, streut stärker.',
  en: 'The interval is that of the total to be expected of as many seizures from the same source; what another set of as many weighs varies more.',
};

const fewLarge: Text = {
  nl: 'Enkele grote vangsten dragen dit totaal: zo’n interval bevat de werkelijke waarde dan minder vaak dan zijn percentage zegt.',
  fr: 'Quelques grosses saisies portent ce total\u00a0: un tel intervalle contient alors la vraie valeur moins souvent que son niveau ne l’indique.',
  de: 'Wenige große Funde tragen diese Summe: Ein solches Intervall enthält den wahren Wert dann seltener, als sein Niveau angibt.',
  en: 'A few large finds carry this total: such an interval then holds the true value less often than its level says.',
};

const oneFind: Text = {
  nl: 'Eén vangst maakt de helft of meer van het totaal uit; op dit interval valt niet te bouwen.',
  fr: 'Une seule saisie représente la moitié du total ou plus\u00a0; cet intervalle n’est pas fiable.',
  de: 'Ein einziger Fund macht die Hälfte der Summe oder mehr aus; auf dieses Intervall ist kein Verlass.',
  en: 'One find is half of the total or more; this interval cannot be relied on.',
};

function bootstrapSays(w: BootstrapWords): Text {
  const { estimate, interval } = w;
  const unknown = w.unknown > 0 ? unknownQuantities(w.unknown) : null;
  if (estimate === null) return headed(w.label, paragraph(noneKnown, unknown));
  const main = inEach((language) => {
    const gap = semicolon[language];
    const within = interval
      ? `${intervalName(interval.level, language)} ${range(interval, 0, language)}${gap}`
      : '';
    return `${names[w.statistic][language]}${colonAfter[language]} ${figure(estimate, language)}${unitAfter(w.unit, estimate, language)} (${within}n\u00a0=\u00a0${w.n}).`;
  });
  const total = interval && w.statistic === 'total';
  return headed(
    w.label,
    paragraph(
      main,
      interval ? null : noInterval,
      total ? (w.dominated ? oneFind : asMany) : null,
      total && w.carried && !w.dominated ? fewLarge : null,
      unknown,
    ),
  );
}

export interface BootstrapQuantityOptions extends About, WithLevel {
  /**
   * - `median` (default): of the seizures
   * - `geometric_mean`: of the seizures, which must all be above zero
   * - `total`: sum over as many seizures as there are
   */
  readonly statistic?: QuantityStatistic;
  /**
   * - `bca`: bias-corrected and accelerated; the default but for a total
   * - `percentile`: percentiles of the replicates
   * - `log_t`: the default of a `total`, and for it alone: bootstrap-t on the logarithm; with fewer than five seizures `bca`
   */
  readonly method?: 'bca' | 'percentile' | 'log_t';
  /** Number of samples drawn, 2,000 or more; 2,000. */
  readonly replicates?: number;
  /** Where the stream of draws starts; the same seed gives the same interval. 1. */
  readonly seed?: number;
}

/** A finding whose estimate is the statistic of the known seizures. */
export interface BootstrapQuantity extends Finding {
  readonly details: {
    readonly statistic: QuantityStatistic;
    readonly replicates: number;
    readonly seed: number;
    readonly bias: number | null;
    readonly acceleration: number | null;
    /** How many seizures of one size would make the total as uncertain: `(Σx)²/Σx²`. */
    readonly effective: number | null;
    /** Share of the largest seizure in the total. */
    readonly largestShare: number | null;
    readonly unknown: number;
    readonly verdict: 'interval' | 'no_interval' | 'no_conclusion';
  };
}

/**
 * A typical or total quantity of seizures, with an interval that supposes no distribution.
 *
 * For kilograms, which follow no Poisson or normal law: a few large finds carry the total. Samples of as many seizures are
 * drawn with replacement, with a seed. The interval of a total is that of the total to be expected of as many seizures from the same
 * source: what another set of them weighs varies more, and finds larger than any seen are not in it. Where few large finds carry
 * the total (fewer than 30 seizures of one size would make it as uncertain, or would by how sizes spread) the sentence says that it holds less often than its
 * level; with one find of half the total or more, that it cannot be relied on (Athreya 1987).
 * Efron 1987; reference implementation SciPy `bootstrap`.
 *
 * @param quantities one entry per seizure, in one unit; null where the quantity is not known
 * @throws InputError for negative, NaN or infinite quantities, or zero with the geometric mean
 * @throws UsageError for an unknown statistic or method, fewer than 2,000 replicates, or a seed that is no whole number
 * @example
 * ```ts
 * import { bootstrapQuantity } from '@samenbeeld/trends';
 * const { estimate, interval } = bootstrapQuantity([2, 3, 5, 8, 12, 20, 40, 41, 55, 60], { seed: 7 });
 * [estimate, interval !== null && interval.low < 16 && interval.high > 16] // => [16, true]
 * ```
 */
export function bootstrapQuantity(
  quantities: ArrayLike<number | null>,
  options: BootstrapQuantityOptions = {},
): BootstrapQuantity {
  takes(
    'bootstrapQuantity',
    ['quantities', quantities, shape.series],
    ['options', options, optionsShape],
  );

  const level = checkProbability('level', options.level ?? 0.95);
  const alike = checkTogether(options, 'sum');
  const { statistic = 'median', replicates = 2000, seed = 1 } = options;
  const method = options.method ?? (statistic === 'total' ? 'log_t' : 'bca');
  checkKeyOf('statistic', statistic, statisticOf);
  checkAnyOf('method', method, ['bca', 'percentile', 'log_t']);
  if (method === 'log_t' && statistic !== 'total')
    throw wrongUse(
      "`method: 'log_t'` is voor een totaal, niet voor de maat {statistic}",
      "`method: 'log_t'` est pour un total, et non pour la statistique {statistic}",
      "`method: 'log_t'` gilt einer Summe, nicht der Kennzahl {statistic}",
      "`method: 'log_t'` is for a total, got the statistic {statistic}",
      { statistic },
    );
  checkWhole('replicates', replicates, 2000);
  checkArgument(Number.isSafeInteger(seed), 'seed', argumentKinds.wholeNumber, seed);
  const known = quantitiesFor(quantities, statistic);
  const unknown = quantities.length - known.length;
  const n = known.length;
  const spread = n > 1 && known.some((quantity) => quantity !== known[0]);
  const found = spread
    ? bootstrapInterval(known, statisticOf[statistic], {
        replicates,
        level,
        method: method === 'percentile' ? method : 'bca',
        random: randomOf(seed),
      })
    : null;
  const studentised =
    found && method === 'log_t'
      ? studentisedTotal(known, { replicates, level, random: randomOf(seed) })
      : null;
  const estimate = n > 0 ? statisticOf[statistic].of(Float64Array.from(known).sort()) : null;
  const total = known.reduce((sum, quantity) => sum + quantity, 0);
  const largestShare = total > 0 ? known.reduce((a, b) => Math.max(a, b), 0) / total : null;
  const effective = effectiveNumber(known.toSorted((a, b) => a - b));
  const dominated = statistic === 'total' && largestShare !== null && largestShare >= 0.5;
  // A sample without its source's largest finds looks steadier than it is: how sizes spread tells of those it lacks.
  const carried =
    statistic === 'total' &&
    effective !== null &&
    Math.min(effective, n / Math.exp(upperSpread(known))) < steady;
  const { low, high } = studentised ?? found ?? { low: 0, high: 0 };
  const interval = found && { low, high, level };
  return {
    kind: 'bootstrap_quantity',
    subject: options.subject ?? '',
    estimate,
    unit: options.unit ?? 'kg',
    interval,
    n,
    p: null,
    method: `Bootstrap over seizures, ${studentised ? 'studentised on the logarithm' : method === 'percentile' ? 'percentile' : 'BCa'}, ${replicates} replicates, seed ${seed}`,
    definition: `${statistic.replace('_', ' ')} of seizures; interval by resampling with replacement (Efron 1987)`,
    assumptions: [
      entryIsSeizure,
      inFour(
        'vangsten zijn onafhankelijk van elkaar',
        'les saisies sont indépendantes les unes des autres',
        'Funde sind unabhängig voneinander',
        'seizures are independent of each other',
      ),
    ],
    warnings: listWarnings(
      alike,
      unknown > 0 && withoutQuantity(unknown, quantities.length),
      spread &&
        n < 10 &&
        inFour(
          'met minder dan 10 vangsten is een bootstrapinterval te smal',
          'avec moins de 10 saisies, un intervalle par bootstrap est trop étroit',
          'bei weniger als 10 Funden ist ein Bootstrap-Intervall zu schmal',
          'with fewer than 10 seizures a bootstrap interval is too narrow',
        ),
      dominated &&
        inFour(
          'één vangst is de helft van het totaal of meer: op het interval valt niet te vertrouwen',
          'une seule saisie fait la moitié du total ou plus\u00a0: l’intervalle n’est pas fiable',
          'ein einziger Fund macht die Hälfte der Summe oder mehr aus: Auf das Intervall ist kein Verlass',
          'one seizure is half of the total or more: its interval is not to be trusted',
        ),
      carried &&
        !dominated &&
        found &&
        inFour(
          'enkele grote vangsten dragen het totaal: het interval klopt minder vaak dan het niveau belooft',
          'quelques grosses saisies portent le total\u00a0: l’intervalle contient la vraie valeur moins souvent que son niveau ne l’annonce',
          'wenige große Funde tragen die Summe: Das Intervall trifft seltener zu, als sein Niveau verspricht',
          'few large finds carry the total: the interval holds less often than its level',
        ),
      method === 'bca' &&
        found &&
        found.bias === null &&
        inFour(
          'alle herhalingen liggen aan één kant van de schatting: gewone percentielen',
          'toutes les répliques sont du même côté de l’estimation\u00a0: percentiles simples',
          'alle Wiederholungen liegen auf einer Seite der Schätzung: einfache Perzentile',
          'every replicate lies on one side of the estimate: plain percentiles',
        ),
    ),
    confidence:
      !interval || n < 10 || dominated
        ? 'low'
        : unknown > 0 || n < 30 || carried
          ? 'medium'
          : 'high',
    details: {
      statistic,
      replicates,
      seed,
      bias: found?.bias ?? null,
      acceleration: found?.acceleration ?? null,
      effective,
      largestShare,
      unknown,
      verdict: n === 0 ? 'no_conclusion' : interval ? 'interval' : 'no_interval',
    },
    says: bootstrapSays({
      statistic,
      estimate,
      interval,
      n,
      unit: options.unit ?? 'kg',
      dominated,
      carried,
      unknown,
      label: options.label,
    }),
  };
}

/** Seizures of one size beyond which the interval of a total held as often as its level says, in every law that was tried. */
const steady = 30;

/** Null where nothing was weighed. */
function effectiveNumber(sorted: readonly number[]): number | null {
  const largest = sorted.at(-1) ?? 0;
  if (largest === 0) return null;
  const sum = sorted.reduce((all, quantity) => all + quantity / largest, 0);
  return sum ** 2 / sorted.reduce((all, quantity) => all + (quantity / largest) ** 2, 0);
}

/**
 * Variance of the logarithms of sizes, by those above their median. Were sizes lognormal, n / exp(variance) would be the effective
 * number to be expected.
 */
function upperSpread(quantities: readonly number[]): number {
  const logs = quantities.filter((size) => size > 0).map((size) => Math.log(size));
  if (logs.length === 0) return 0;
  const middle = median(logs);
  const above = logs.filter((log) => log >= middle);
  return mean(above.map((log) => (log - middle) ** 2));
}

function quantitiesFor(
  quantities: ArrayLike<number | null>,
  statistic: QuantityStatistic,
): readonly number[] {
  const known = knownQuantities(quantities);
  if (statistic === 'geometric_mean' && known.includes(0))
    throw new InputError(
      inFour(
        'verwacht: hoeveelheden boven nul voor een meetkundig gemiddelde; gevonden: 0',
        'attendu : des quantités au-dessus de zéro pour une moyenne géométrique ; trouvé : 0',
        'erwartet: Mengen über null für ein geometrisches Mittel; gefunden: 0',
        'expected quantities above zero for a geometric mean, found 0',
      ),
      inFour(
        "gebruik `statistic: 'median'`, of null waar nul voor onbekend staat",
        "utilisez `statistic: 'median'`, ou null là où zéro veut dire inconnu",
        "`statistic: 'median'` verwenden, oder null, wo die Null für unbekannt steht",
        "use `statistic: 'median'`, or null where zero stands for not known",
      ),
    );
  refuseUnsquarable(known);
  return known;
}
