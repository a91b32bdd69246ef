import { inFour, shape, takes, wrongUse } from '@samenbeeld/schema';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { checkProbability, checkTogether, optionsShape } from '../about.ts';
import { checkAnyOf, checkWhole } from '../check-argument.ts';
import { randomOf } from '../sampling/random.ts';
import { listWarnings } from '../warnings.ts';
import { type AlarmChart, alarmChart } from './alarm-chart.ts';
import { type AlarmTime, exceedance, notExamined } from './alarm-time.ts';
import {
  type AlarmsByChance,
  alarmsByChance,
  learntFrom,
  runsFor,
  type Simulate,
} from './by-chance.ts';
import { type CountSeriesOptions, countSeries, refuseShort } from './count-series.ts';

/** Which of the three methods, and its numbers. */
interface EarsChoice {
  /**
   * - `C1` (default): against the 7 counts just before
   * - `C2`: against 7 counts with the last two left out, so that a slow rise does not hide itself
   * - `C3`: what C2 finds above one standard deviation, summed over three periods
   */
  readonly method?: 'C1' | 'C2' | 'C3';
  /** How many counts form the baseline; 7. */
  readonly baseline?: number;
  /** Standard deviations above which is an alarm; 3 for C1 and C2, 2 for C3, as at the CDC. */
  readonly threshold?: number;
  /** Instead of `threshold`: its normal tail, as R `surveillance::earsC` takes it (0.001, and 0.025 for C3). */
  readonly alpha?: number;
  /** Least standard deviation; 0. For sparse counts 0.5 or 1 (Burkom), else one case after seven zeros is an alarm. */
  readonly minSigma?: number;
  /**
   * What C3 is an alarm for. `published` (default): the excess of the three periods together. `surveillance`: what R `earsC` 1.20.3 computes,
   * where the excess of the two periods before decides and the count of the period itself has no part.
   */
  readonly sum?: 'published' | 'surveillance';
}

/** A method with every choice made. */
interface EarsRule {
  readonly name: 'C1' | 'C2' | 'C3';
  readonly lag: number;
  readonly baseline: number;
  readonly threshold: number;
  readonly minSigma: number;
  readonly sum: 'published' | 'surveillance';
}

const lags = { C1: 0, C2: 2, C3: 2 } as const;

function earsRule(options: EarsChoice): EarsRule {
  const name = checkAnyOf('method', options.method ?? 'C1', ['C1', 'C2', 'C3']);
  const { baseline = 7, minSigma = 0, alpha, sum = 'published' } = options;
  checkWhole('baseline', baseline, 3);
  if (alpha !== undefined && options.threshold !== undefined)
    throw wrongUse(
      '`threshold` en `alpha` zeggen hetzelfde: geef een van beide',
      '`threshold` et `alpha` disent la même chose : donnez l’un des deux',
      '`threshold` und `alpha` sagen dasselbe: eines von beiden angeben',
      '`threshold` and `alpha` say the same: pass one of them',
    );
  checkAnyOf('sum', sum, ['published', 'surveillance']);
  const threshold =
    alpha === undefined
      ? (options.threshold ?? (name === 'C3' ? 2 : 3))
      : normalQuantile(1 - checkProbability('alpha', alpha), 0, 1);
  if (!(threshold > 0 && threshold < 100) || !(minSigma >= 0 && minSigma < 1e9))
    throw wrongUse(
      '`threshold` ligt boven nul en `minSigma` niet eronder, niet {threshold} en {minSigma}',
      '`threshold` est au-dessus de zéro et `minSigma` n’est pas au-dessous, et non {threshold} et {minSigma}',
      '`threshold` liegt über null und `minSigma` nicht darunter, nicht {threshold} und {minSigma}',
      '`threshold` must be above zero and `minSigma` not below, got {threshold} and {minSigma}',
      { threshold: String(threshold), minSigma: String(minSigma) },
    );
  return { name, lag: lags[name], baseline, threshold, minSigma, sum };
}

/** Position of the first count that a method can examine. */
function firstExamined({ name, lag, baseline }: EarsRule): number {
  return baseline + lag + (name === 'C3' ? 2 : 0);
}

/** Mean and standard deviation of the baseline of a position; null where one of its counts is missing. */
function baselineOf(
  counts: ArrayLike<number | null>,
  at: number,
  { lag, baseline, minSigma }: EarsRule,
): { readonly mean: number; readonly sigma: number } | null {
  let sum = 0;
  for (let i = at - lag - baseline; i < at - lag; i++) {
    if (counts[i] === null) return null;
    sum += counts[i] as number;
  }
  const mean = sum / baseline;
  let squares = 0;
  for (let i = at - lag - baseline; i < at - lag; i++)
    squares += ((counts[i] as number) - mean) ** 2;
  return { mean, sigma: Math.max(Math.sqrt(squares / (baseline - 1)), minSigma) };
}

/** What C2 exceeds 1 by, or why that is not known. */
function excess(
  counts: ArrayLike<number | null>,
  at: number,
  rule: EarsRule,
): number | 'base_missing' | 'flat_base' {
  const base = baselineOf(counts, at, rule);
  if (!base || counts[at] === null) return 'base_missing';
  const above = (counts[at] as number) - base.mean;
  return above === 0 && base.sigma === 0 ? 'flat_base' : Math.max(0, above / base.sigma - 1);
}

/** One count held against its baseline. */
function earsTime(
  counts: ArrayLike<number | null>,
  at: number,
  period: string,
  rule: EarsRule,
): AlarmTime {
  const count = counts[at] as number | null;
  if (at < firstExamined(rule)) return notExamined(period, count, 'short_history');
  if (count === null) return notExamined(period, count, 'missing');
  const base = baselineOf(counts, at, rule);
  if (!base) return notExamined(period, count, 'base_missing');
  const { mean: expected, sigma } = base;
  if (rule.name !== 'C3') {
    const upper = expected + rule.threshold * sigma;
    return judged(period, count, expected, upper, exceedance(count, expected, upper));
  }
  let room = rule.threshold;
  for (let back = 1; back <= 2; back++) {
    const found = excess(counts, at - back, rule);
    if (typeof found === 'string') return notExamined(period, count, found);
    room -= found;
  }
  if (sigma === 0 && (rule.sum === 'published' || room < 0))
    return notExamined(period, count, 'flat_base');
  if (rule.sum === 'surveillance')
    return judged(period, count, expected, Math.max(0, count + room * sigma), null);
  // Where the two periods before are enough by themselves no count is low enough.
  const upper = room < 0 ? null : expected + (1 + room) * sigma;
  const score = upper === null ? null : exceedance(count, expected, upper);
  return judged(period, count, expected, upper, score);
}

function judged(
  period: string,
  count: number,
  expected: number,
  upper: number | null,
  score: number | null,
): AlarmTime {
  const alarm = upper === null || count > upper;
  return { period, count, expected, upper, score, p: null, alarm, reason: null };
}

/** Chance of an alarm of normal counts: by Student's law for one count, by simulation for sums, whose terms share their baselines. */
function earsRate(rule: EarsRule): number {
  const { name, baseline, threshold } = rule;
  return name === 'C3'
    ? rateOfSums(rule)
    : tCdf(-threshold / Math.sqrt(1 + 1 / baseline), baseline - 1);
}

const draws = 20_000;

function rateOfSums({ baseline, lag, threshold, sum }: EarsRule): number {
  const random = randomOf(20_030_101);
  const values = Array.from({ length: draws }, () => random.normal());
  const excess = new Float64Array(draws);
  let alarms = 0;
  for (let at = baseline + lag; at < draws; at++) {
    let [total, squares] = [0, 0];
    for (let i = at - lag - baseline; i < at - lag; i++) {
      total += values[i] as number;
      squares += (values[i] as number) ** 2;
    }
    const mean = total / baseline;
    const sigma = Math.sqrt((squares - total * mean) / (baseline - 1));
    excess[at] = Math.max(0, ((values[at] as number) - mean) / sigma - 1);
    const before = (excess[at - 1] as number) + (excess[at - 2] as number);
    if (before + (sum === 'published' ? (excess[at] as number) : 0) > threshold) alarms += 1;
  }
  return alarms / (draws - baseline - lag);
}

/**
 * How many alarms come over the same periods where nothing changes: counts of one level, with the scatter of those not examined
 * where they are many, else of all.
 */
function earsByChance(
  counts: readonly (number | null)[],
  from: number,
  rule: EarsRule,
  examined: number,
  simulate: Simulate | undefined,
): AlarmsByChance {
  const first = Math.max(from, firstExamined(rule));
  const learnt = learntFrom(counts, from);
  const mean = learnt.reduce((sum, count) => sum + count, 0) / learnt.length;
  const means = counts
    .slice(first - firstExamined(rule))
    .map((count) => (count === null ? null : Math.max(mean, 0.5 / learnt.length)));
  return alarmsByChance({
    method: `ears ${JSON.stringify(rule)}`,
    means,
    learnt: { counts: learnt, means: learnt.map(() => 1) },
    parameters: 1,
    levelKnown: false,
    examined,
    alarmsIn: (drawn) => {
      let alarms = 0;
      for (let at = firstExamined(rule); at < drawn.length; at++)
        if (earsTime(drawn, at, '', rule).alarm) alarms += 1;
      return { alarms, of: examined };
    },
    simulate: simulate ?? { runs: runsFor(examined), seed: 1 },
  });
}

export interface EarsOptions extends CountSeriesOptions, EarsChoice {
  /** How many series without change are drawn to count the alarms that chance alone gives; by default some hundreds. */
  readonly simulate?: { readonly runs: number; readonly seed: number };
}

/** Counts held against the few before them. */
export type Ears = AlarmChart;

/**
 * Which counts lie above the few just before them? EARS C1, C2 and C3 of the CDC.
 *
 * For series without years of history. `C = (y − ȳ) / s` over a baseline of 7 counts, just before (C1) or two periods
 * earlier (C2, where an outbreak does not raise its own bound so soon; the finding warns where the base of the latest count holds
 * an alarm); C3 sums `max(0, C2 − 1)` over three periods. There is no season in it, and a mean of seven counts is
 * nervous: for normal counts false alarms have the rate `P(t₆ > z √(7/8))`, eleven times the normal tail at z = 3, and counts that
 * scatter have more. The number of false alarms stated is simulated with the level and the scatter of the series.
 * Hutwagner et al. 2003; Fricker et al. 2008; reference implementation R `surveillance::earsC`.
 *
 * @param counts whole numbers in time order, one per period, null where missing
 * @throws InputError for negative, fractional or NaN counts, gaps, or fewer counts than the baseline needs
 * @throws UsageError for a threshold and an alpha at once, or options out of range
 * @example
 * ```ts
 * import { ears } from '@samenbeeld/trends';
 * ears([3, 4, 2, 3, 5, 4, 3, 12], { method: 'C1' }).details.alarms // => 1
 * ```
 */
export function ears(counts: ArrayLike<number | null>, options: EarsOptions = {}): Ears {
  takes('ears', ['counts', counts, shape.series], ['options', options, optionsShape]);

  const alike = checkTogether(options, 'trend');
  const series = countSeries(counts, options);
  const rule = earsRule(options);
  const first = firstExamined(rule);
  if (series.counts.length <= first)
    refuseShort(
      `ears ${rule.name}`,
      first + 1,
      series.counts.length,
      inFour(
        'verkort de basislijn, of gebruik `gapChart` voor zeldzame gebeurtenissen',
        'raccourcissez la ligne de base, ou utilisez `gapChart` pour des événements rares',
        'die Basislinie verkürzen oder `gapChart` für seltene Ereignisse verwenden',
        'shorten the baseline, or use `gapChart` for rare events',
      ),
    );
  const from = options.examine === undefined ? first : series.from;
  const times = series.names
    .slice(from)
    .map((period, i) => earsTime(series.counts, from + i, period, rule));
  const flat = times.filter(
    ({ expected, upper, reason }) => reason === null && expected === upper,
  ).length;
  return alarmChart(
    series,
    times,
    {
      kind: 'ears',
      method: `EARS ${rule.name}, baseline of ${rule.baseline}`,
      definition: `${definitions[rule.name]}; above ${rule.threshold} (Hutwagner et al. 2003)`,
      assumptions: [
        inFour(
          'geen seizoen en geen trend binnen de vergelijkingsperiode',
          'ni saison ni tendance dans la période de référence',
          'keine Saison und kein Trend innerhalb des Vergleichszeitraums',
          'no season and no trend within the baseline',
        ),
        inFour(
          'de aantallen zijn bij benadering normaal verdeeld',
          'les nombres suivent à peu près une loi normale',
          'die Anzahlen sind annähernd normalverteilt',
          'counts are close to normal',
        ),
      ],
      warnings: listWarnings(
        alike,
        flat > 0 &&
          inFour(
            'de vergelijkingsperiode schommelt niet, zodat elk hoger aantal een alarm is: {n}; zet `minSigma` op 0,5 of 1, of gebruik `gapChart`',
            'la période de référence ne varie pas, de sorte que tout nombre supérieur est une alerte\u00a0: {n}\u00a0; réglez `minSigma` (0,5 ou 1), ou utilisez `gapChart`',
            'der Vergleichszeitraum schwankt nicht, sodass jede höhere Anzahl ein Alarm ist: {n}; setzen Sie `minSigma` auf 0,5 oder 1, oder nehmen Sie `gapChart`',
            'the baseline does not vary, so that any count above it is an alarm: {n}; set `minSigma` (0.5 or 1), or use `gapChart`',
            { n: flat },
          ),
      ),
      together: rule.name === 'C3',
      justBefore: rule,
      nominalRate: earsRate(rule),
      byChance: (examined) => earsByChance(series.counts, from, rule, examined, options.simulate),
    },
    options,
  );
}

const definitions = {
  C1: '(count - mean) / standard deviation of the counts just before',
  C2: '(count - mean) / standard deviation of the counts up to three periods before',
  C3: 'sum over three periods of what C2 exceeds 1 by',
} as const;
