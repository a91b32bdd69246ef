import {
  type Finding,
  formatNumber,
  InputError,
  inEach,
  inFour,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import type { About } from '../about.ts';
import { checkTogether, optionsShape } from '../about.ts';
import { checkDispersion } from '../check-count.ts';
import { firstWhere } from '../first-where.ts';
import { listWarnings } from '../warnings.ts';
import { changeSays } from '../words/effort.ts';
import { notProof } from '../words/no-trend.ts';
import {
  examinedOf,
  germanDative,
  manyOf,
  noneOf,
  type PeriodUnit,
} from '../words/period-units.ts';
import { chanceSays, clearlyWords, firstFew, roughly } from './alarm-words.ts';
import {
  alarmsByChance,
  type BorneDispersion,
  borneDispersions,
  dispersionAt,
  type NullPlan,
  runsFor,
  type Simulate,
} from './by-chance.ts';
import { type CountSeries, type CountSeriesOptions, countSeries } from './count-series.ts';
import {
  alarmsWhereNothingChanges,
  type Lattice,
  latticeFor,
  runLength,
  statesBelow,
} from './cusum-chain.ts';

interface CusumWords {
  readonly unit: PeriodUnit;
  readonly examined: number;
  readonly alarms: readonly string[];
  /** Where the last alarm began to build up. */
  readonly since: string | null;
  readonly ratio: number;
  readonly byChance: number;
  /** Whether so many alarms are within what chance gives. */
  readonly mayBeChance: boolean;
  readonly runLength: number | null;
}

const nothing: Text = {
  nl: 'Geen conclusie mogelijk: alle tellingen ontbreken.',
  fr: 'Aucune conclusion possible\u00a0: tous les nombres manquent.',
  de: 'Keine Aussage möglich: Alle Zahlen fehlen.',
  en: 'No conclusion possible: all counts are missing.',
};

function main(w: CusumWords): Text {
  const many = examinedOf(w.unit);
  if (w.alarms.length === 0) {
    const none = noneOf(w.unit, w.examined);
    return {
      nl: `${none.nl} is samen met wat eraan voorafging duidelijk meer geteld dan verwacht.`,
      fr: `${none.fr} le nombre compté, cumulé avec ce qui précède, ne dépasse nettement le nombre attendu.`,
      de: `${none.de} wurde zusammen mit dem, was voranging, deutlich mehr gezählt als erwartet.`,
      en: `${none.en}, taken with what came before, was clearly more counted than expected.`,
    };
  }
  return inEach((language) => {
    const list = firstFew(w.alarms, language);
    const k = w.alarms.length;
    const clearly = w.mayBeChance ? '' : clearlyWords[language];
    const begun = w.since !== null && w.since !== w.alarms.at(-1);
    const since = begun
      ? {
          nl: `; het laatste overschot bouwde zich op sinds ${w.since}`,
          fr: `\u00a0; le dernier excédent s’est accumulé depuis ${w.since}`,
          de: `; der letzte Überschuss baute sich seit ${w.since} auf`,
          en: `; the last excess built up since ${w.since}`,
        }[language]
      : '';
    return {
      nl: `In ${k} van de ${w.examined} ${many.nl} is, samen met wat eraan voorafging, ${clearly}meer geteld dan verwacht (${list}${since}).`,
      fr: `Dans ${k} des ${w.examined} ${many.fr}, le nombre compté, cumulé avec ce qui précède, dépasse ${clearly}le nombre attendu (${list}${since}).`,
      de: `In ${k} der ${w.examined} ${many.de} wurde, zusammen mit dem, was voranging, ${clearly}mehr gezählt als erwartet (${list}${since}).`,
      en: `In ${k} of the ${w.examined} ${many.en}, taken with what came before, ${clearly}more was counted than expected (${list}${since}).`,
    }[language];
  });
}

/** How far false alarms lie apart. */
function apart(unit: PeriodUnit, runLength: number): Text {
  const many = manyOf(unit);
  return inEach((language) => {
    const about =
      runLength < 1e6 ? roughly(runLength, language) : `> ${formatNumber(1_000_000, language)}`;
    return {
      nl: `Verandert er niets, dan komt een vals alarm gemiddeld eens per ${about} ${many.nl}.`,
      fr: `Si rien ne change, une fausse alerte survient en moyenne une fois en ${about} ${many.fr}.`,
      de: `Ändert sich nichts, kommt ein Fehlalarm im Mittel einmal in ${about} ${germanDative(many.de)}.`,
      en: `Where nothing changes, a false alarm comes once in ${about} ${many.en} on average.`,
    }[language];
  });
}

function cusumSays(about: About, w: CusumWords): Text {
  if (w.examined === 0) return changeSays(about, nothing);
  return changeSays(
    about,
    main(w),
    chanceSays(w.unit, w.byChance, w.mayBeChance),
    w.runLength === null ? null : apart(w.unit, w.runLength),
    w.alarms.length === 0 ? notProof : null,
  );
}

interface Step {
  readonly mean: number;
  readonly reference: number;
}

/** A sum that no chart is read to. */
const highest = 1_000_000;

/**
 * The least threshold on the lattice whose false alarms are at least `target` periods apart. Where the mean varies, its false alarms over the
 * given periods are at most so many per `target` periods.
 */
function thresholdFor(
  plan: readonly Step[],
  constant: Step | null,
  lattice: Lattice,
  target: number,
): number {
  const enough = (states: number): boolean =>
    constant
      ? runLength(constant.reference, states, constant.mean, lattice) >= target
      : alarmsWhereNothingChanges(plan, states, lattice, true) <= plan.length / target;
  let high = lattice.q;
  while (!enough(high)) {
    high *= 2;
    if (high > highest * lattice.q)
      throw new InputError(
        inFour(
          'verwacht: een drempel tot {highest} die valse alarmen {target} perioden uit elkaar houdt; gevonden: geen',
          'attendu : un seuil jusqu’à {highest} qui tienne les fausses alertes à {target} périodes de distance ; trouvé : aucun',
          'erwartet: eine Schwelle bis {highest}, die Fehlalarme {target} Zeiträume auseinander hält; gefunden: keine',
          'expected a threshold up to {highest} to keep false alarms {target} periods apart, found none',
          { highest: String(highest), target: String(target) },
        ),
        inFour(
          'mik op een kortere `runLength`, of geef een `threshold`',
          'visez une `runLength` plus courte, ou donnez un `threshold`',
          'eine kürzere `runLength` anstreben oder einen `threshold` angeben',
          'aim at a shorter `runLength`, or pass a `threshold`',
        ),
      );
  }
  return firstWhere(enough, high === lattice.q ? 0 : high / 2, high) / lattice.q;
}

/** One count in a cumulative sum. */
export interface CusumTime {
  readonly period: string;
  readonly count: number | null;
  readonly expected: number;
  /** What is taken off the count. */
  readonly reference: number;
  /** Summed excess after this count; before a restart. */
  readonly sum: number;
  readonly alarm: boolean;
  /** Where the sum last left zero, if it stands above: when the rise began, at the earliest guess. */
  readonly since: string | null;
  /** A missing count leaves the sum as it was. */
  readonly reason: 'missing' | null;
}

/** The sum, count by count. */
function cusumPath(
  series: CountSeries,
  plan: readonly { readonly mean: number; readonly reference: number }[],
  threshold: number,
  restart: boolean,
): readonly CusumTime[] {
  let sum = 0;
  let since: string | null = null;
  return plan.map(({ mean, reference }, i) => {
    const at = series.from + i;
    const period = series.names[at] as string;
    const count = series.counts[at] as number | null;
    if (count !== null) {
      sum = Math.max(0, sum + count - reference);
      since = sum > 0 ? (since ?? period) : null;
    }
    // Sums of multiples of a reference value must reach a threshold that equals them on paper.
    const alarm = count !== null && sum >= threshold - 1e-9;
    const time: CusumTime = {
      period,
      count,
      expected: mean,
      reference,
      sum,
      alarm,
      since,
      reason: count === null ? 'missing' : null,
    };
    if (alarm && restart) {
      sum = 0;
      since = null;
    }
    return time;
  });
}

export interface PoissonCusumOptions extends CountSeriesOptions {
  /** Mean count where nothing changes: one number, or one per count (a season, a number of controls). */
  readonly expected: number | ArrayLike<number>;
  /** How many times as many the chart is to notice soonest; 2. Above 1. */
  readonly times?: number;
  /** Limit of the summed excess; by default the least that keeps `runLength`. */
  readonly threshold?: number;
  /** Mean number of periods between false alarms to aim at; 500. */
  readonly runLength?: number;
  /** Whether the sum starts anew after an alarm; true. */
  readonly restart?: boolean;
  /** Variance over mean of such counts, at least 1 (1: independent events); otherwise as far as the counts bear each. */
  readonly dispersion?: number;
  /** How many series without change are drawn to count the alarms that chance alone gives; by default some hundreds. */
  readonly simulate?: Simulate;
}

/** A finding whose estimate is the summed excess at the end. */
export interface PoissonCusum extends Finding {
  readonly times: readonly CusumTime[];
  readonly details: {
    readonly verdict: 'alarms' | 'none' | 'no_conclusion';
    readonly latest: 'alarm' | 'usual' | 'not_examined';
    readonly examined: number;
    readonly alarms: number;
    readonly alarmPeriods: string;
    /** What is taken off each count; null where it differs between periods. */
    readonly reference: number | null;
    readonly threshold: number;
    /** Mean number of periods until a false alarm of Poisson counts; null where the mean differs between periods. */
    readonly runLength: number | null;
    /** The same of counts that scatter as these do. */
    readonly runLengthDispersed: number | null;
    /** Mean number of periods until an alarm once the mean is `times` as high, of Poisson counts; null as above. */
    readonly delay: number | null;
    /** Variance over mean: declared, or the middle of what the counts bear. */
    readonly dispersion: number | null;
    /** False alarms over the periods where nothing changes, by simulation with the scatter of the counts. */
    readonly falseAlarmsExpected: number;
    /** Chance of at least so many alarms where nothing changed, by the same; null where nothing was examined. */
    readonly chance: number | null;
  };
}

/**
 * Does a small but lasting rise add up? A cumulative sum of what counts exceed a reference value by.
 *
 * For counts with a known mean, where a doubling that lasts matters more than one high count. `S = max(0, S + y − k)` with
 * `k = (μ1 − μ0) / (ln μ1 − ln μ0)`, an alarm where S reaches the threshold; a mean that varies has a reference per period. The time to a
 * false alarm is that of the Markov chain of Brook and Evans 1972, exact where k is a multiple of 1/50, else interpolated.
 * That of counts which scatter more is shorter, and the false alarms stated are simulated with the scatter that the counts show about
 * the expected means, up to one common factor. Lucas 1985; Hawkins and Olwell 1998; reference implementation R `surveillance::arlCusum`.
 *
 * @param counts whole numbers in time order, one per period, null where missing
 * @throws InputError for negative, fractional or NaN counts, gaps, or means that are not above zero
 * @throws UsageError for a ratio not above 1, or a threshold or run length out of range
 * @example
 * ```ts
 * import { poissonCusum } from '@samenbeeld/trends';
 * const weeks = [4, 3, 6, 2, 5, 4, 9, 8, 11, 7];
 * const { details } = poissonCusum(weeks, { expected: 4, times: 7 / 4 });
 * [details.reference?.toFixed(5), details.alarmPeriods] // => ['5.36082', '9']
 * ```
 */
export function poissonCusum(
  counts: ArrayLike<number | null>,
  options: PoissonCusumOptions,
): PoissonCusum {
  takes('poissonCusum', ['counts', counts, shape.series], ['options', options, optionsShape]);

  const alike = checkTogether(options, 'trend');
  const series = countSeries(counts, options);
  const { times: ratio = 2, restart = true } = options;
  if (!(ratio > 1.01 && ratio < 1000))
    throw wrongUse(
      '`times` ligt boven 1.01, als verhouding van gemiddelden, niet {ratio}',
      '`times` est au-dessus de 1.01, comme rapport de moyennes, et non {ratio}',
      '`times` liegt über 1.01, als Verhältnis von Mittelwerten, nicht {ratio}',
      '`times` must be above 1.01, as a ratio of means, got {ratio}',
      { ratio: String(ratio) },
    );
  const means = meansOf(options.expected, series.names);
  const plan = means
    .map((mean) => ({ mean, reference: (mean * (ratio - 1)) / Math.log(ratio) }))
    .slice(series.from);
  const constant = plan.every(({ mean }) => mean === plan[0]?.mean) ? (plan[0] ?? null) : null;
  const average = plan.reduce((sum, { mean }) => sum + mean, 0) / plan.length;
  const lattice = latticeFor(constant?.reference ?? Math.SQRT2, average);
  const threshold =
    checkThreshold(options) ?? thresholdFor(plan, constant, lattice, options.runLength ?? 500);
  const states = statesBelow(threshold, lattice);
  const path = cusumPath(series, plan, threshold, restart);
  const known = path.filter(({ reason }) => reason === null);
  const alarms = known.filter(({ alarm }) => alarm);
  const last = path.at(-1) as CusumTime;
  const lengthAt = (times: number): number | null =>
    constant && runLength(constant.reference, states, constant.mean * times, lattice);
  const n = known.length;
  const learnt = learntBy(series, means);
  const dispersion =
    options.dispersion === undefined ? undefined : checkDispersion(options.dispersion);
  const byChance =
    n === 0
      ? null
      : alarmsByChance({
          method: `cusum ${JSON.stringify([threshold, restart, ratio])}`,
          means: path.map(({ reason, expected }) => (reason === null ? expected : null)),
          learnt,
          parameters: 1,
          dispersion,
          levelKnown: true,
          examined: n,
          alarmsIn: (drawn) => ({ alarms: alarmsIn(drawn, plan, threshold, restart), of: n }),
          simulate: options.simulate ?? { runs: runsFor(n), seed: 1 },
        });
  const borne = n === 0 ? [] : borneDispersions(learnt, 1, dispersion);
  const apart =
    constant && n > 0
      ? dispersedLength(borne, (own) =>
          runLength(constant.reference, states, constant.mean, lattice, own),
        )
      : null;
  const chance = byChance ? byChance.atLeast(alarms.length) : null;
  return {
    kind: 'poisson_cusum',
    subject: options.subject ?? '',
    estimate: n === 0 ? null : last.sum,
    unit: options.unit ?? null,
    interval: null,
    n,
    p: null,
    method: 'Poisson CUSUM, upward',
    definition:
      'S = max(0, S + y - k), k = (m1 - m0) / (ln m1 - ln m0), alarm where S >= h (Lucas 1985); run length by Markov chain (Brook and Evans 1972)',
    assumptions: [
      inFour(
        'het verwachte gemiddelde is bekend',
        'la moyenne attendue est connue',
        'der erwartete Mittelwert ist bekannt',
        'the expected mean is known',
      ),
      inFour(
        'de aantallen hangen niet van elkaar af; de drempel is die van Poisson-aantallen',
        'les nombres ne dépendent pas les uns des autres\u00a0; le seuil est celui de nombres de Poisson',
        'die Anzahlen hängen nicht voneinander ab; die Schwelle ist die von Poisson-Anzahlen',
        'counts do not depend on each other; the threshold is that of Poisson counts',
      ),
    ],
    warnings: listWarnings(
      alike,
      n < path.length &&
        inFour(
          'ontbrekende aantallen, waarover de som stilstaat: {n}',
          'nombres manquants, pendant lesquels la somme n’avance pas\u00a0: {n}',
          'fehlende Anzahlen, über die die Summe stillsteht: {n}',
          'missing counts, over which the sum stands still: {n}',
          { n: path.length - n },
        ),
    ),
    confidence: n === 0 || average < 0.2 ? 'low' : 'medium',
    times: path,
    details: {
      verdict: n === 0 ? 'no_conclusion' : alarms.length > 0 ? 'alarms' : 'none',
      latest: last.reason !== null ? 'not_examined' : last.alarm ? 'alarm' : 'usual',
      examined: n,
      alarms: alarms.length,
      alarmPeriods: alarms.map(({ period }) => period).join(' '),
      reference: constant?.reference ?? null,
      threshold,
      runLength: lengthAt(1),
      runLengthDispersed: apart,
      delay: lengthAt(ratio),
      dispersion: n === 0 ? null : dispersionAt(borne, 0.5),
      falseAlarmsExpected: byChance?.mean ?? 0,
      chance,
    },
    says: cusumSays(options, {
      unit: series.unit,
      examined: n,
      alarms: alarms.map(({ period }) => period),
      since: alarms.at(-1)?.since ?? null,
      ratio,
      byChance: byChance?.mean ?? 0,
      mayBeChance: alarms.length > 0 && (chance as number) > 0.05,
      runLength: apart,
    }),
  };
}

/** Every known count with its mean, whether examined or not: what is known of the scatter. */
function learntBy({ counts }: CountSeries, means: readonly number[]): NullPlan['learnt'] {
  const known = [...counts.keys()].filter((i) => counts[i] !== null);
  return {
    counts: known.map((i) => counts[i] as number),
    means: known.map((i) => means[i] as number),
  };
}

/** Alarms among drawn counts: the path, without its record. */
function alarmsIn(
  drawn: readonly (number | null)[],
  plan: readonly { readonly reference: number }[],
  threshold: number,
  restart: boolean,
): number {
  let [sum, alarms] = [0, 0];
  for (const [i, count] of drawn.entries()) {
    if (count === null) continue;
    sum = Math.max(0, sum + count - (plan[i] as { readonly reference: number }).reference);
    if (sum < threshold - 1e-9) continue;
    alarms += 1;
    if (restart) sum = 0;
  }
  return alarms;
}

const parts = 6;
/** Beyond this a chart of one mean has ever fewer alarms, and a chain ever more states. */
const mostInChain = 1000;

/** False alarms come as often as the dispersions that the counts bear let them come, on average. */
function dispersedLength(
  borne: readonly BorneDispersion[],
  lengthAt: (dispersion: number) => number,
): number {
  const lengths = new Map<number, number>();
  let rate = 0;
  for (let part = 0; part < parts; part++) {
    const dispersion = Math.min(mostInChain, dispersionAt(borne, (part + 0.5) / parts));
    const length = lengths.get(dispersion) ?? lengthAt(dispersion);
    lengths.set(dispersion, length);
    rate += 1 / length / parts;
  }
  return 1 / rate;
}

function meansOf(
  expected: PoissonCusumOptions['expected'],
  names: readonly string[],
): readonly number[] {
  if (typeof expected !== 'number' && expected.length !== names.length)
    throw wrongUse(
      '`expected` is één getal of een per aantal: {nExpected} gevonden voor {nNames} aantallen',
      '`expected` est un seul nombre ou un par nombre compté : trouvé {nExpected} pour {nNames}',
      '`expected` ist eine Zahl oder eine je Anzahl: {nExpected} gefunden für {nNames} Anzahlen',
      '`expected` must be one number or one per count: got {nExpected} for {nNames} counts',
      { nExpected: String(expected.length), nNames: String(names.length) },
    );
  return names.map((name, i) => {
    const mean = typeof expected === 'number' ? expected : (expected[i] as number);
    if (!(Number.isFinite(mean) && mean > 0))
      throw new InputError(
        inFour(
          'het verwachte gemiddelde ligt boven nul; gevonden: {mean} bij {name}',
          'la moyenne attendue est au-dessus de zéro ; trouvé : {mean} en {name}',
          'der erwartete Mittelwert liegt über null; gefunden: {mean} bei {name}',
          'the expected mean must be above zero, found {mean} at {name}',
          { mean: String(mean), name },
        ),
        inFour(
          'geef het gemiddelde aantal van een tijd waarin niets veranderde',
          'donnez le nombre moyen d’un temps où rien n’a changé',
          'die mittlere Anzahl einer Zeit angeben, in der sich nichts änderte',
          'pass the mean count of a time when nothing changed',
        ),
      );
    return mean;
  });
}

function checkThreshold({ threshold, runLength }: PoissonCusumOptions): number | null {
  if (threshold !== undefined && runLength !== undefined)
    throw wrongUse(
      '`threshold` en `runLength` bepalen hetzelfde: geef een van beide',
      '`threshold` et `runLength` décident de la même chose : donnez l’un des deux',
      '`threshold` und `runLength` bestimmen dasselbe: eines von beiden angeben',
      '`threshold` and `runLength` decide the same: pass one of them',
    );
  if (threshold !== undefined && !(threshold > 0 && threshold <= 10_000))
    throw wrongUse(
      '`threshold` ligt boven 0, tot en met 10000, niet {threshold}',
      '`threshold` est au-dessus de 0, jusqu’à 10000, et non {threshold}',
      '`threshold` liegt über 0, bis 10000, nicht {threshold}',
      '`threshold` must lie above 0, up to 10000, got {threshold}',
      { threshold: String(threshold) },
    );
  if (runLength !== undefined && !(runLength >= 2 && runLength <= 1e6))
    throw wrongUse(
      '`runLength` ligt van 2 tot 1000000 perioden, niet {runLength}',
      '`runLength` est de 2 à 1000000 périodes, et non {runLength}',
      '`runLength` liegt von 2 bis 1000000 Zeiträumen, nicht {runLength}',
      '`runLength` must lie from 2 to 1,000,000 periods, got {runLength}',
      { runLength: String(runLength) },
    );
  return threshold ?? null;
}
