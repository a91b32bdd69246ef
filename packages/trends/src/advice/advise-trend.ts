import {
  type Break,
  type Decision,
  type Finding,
  inFour,
  paragraph,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { checkProbability, optionsShape } from '../about.ts';
import type { LogLinearTrend } from '../monotone/log-linear-trend.ts';
import { robustTrend } from '../robust-trend.ts';
import { type Trend, trendOf } from '../trend-of.ts';
import {
  comparablePoints,
  type KnownPoint,
  type TrendSeries,
  trendSeriesShape,
} from '../trend-series.ts';
import type { ChangePoints } from '../turning-points/change-points.ts';
import type { Joinpoint } from '../turning-points/joinpoint.ts';
import type { TrendVerdict } from '../verdict.ts';
import { listWarnings } from '../warnings.ts';
import { dependenceWords } from '../words/dependence.ts';
import { effortUnknown } from '../words/effort.ts';
import { endsOf } from '../words/headed.ts';
import { trendSays } from '../words/trend.ts';
import { adviceSays, leftOut } from './advice-words.ts';
import type { AdvisedMethod, AdvisedName } from './advised-method.ts';
import { type ExaminedSeries, examineSeries } from './examine-series.ts';
import { dependsOn, dominance, fewerThan, reasons } from './method-reasons.ts';
import { type AdviceDepth, methodRules, rivalValues, runOverRivals } from './method-rules.ts';
import { type AdvicePlan, planAdvice } from './plan-advice.ts';

/** The trend of a series from which some periods are taken out; what the rest of the call is stays. */
function trendWithout(
  series: TrendSeries,
  periods: readonly string[],
  options: {
    readonly breaks: readonly Break[];
    readonly overrides: readonly Decision[];
    readonly level: number;
  },
): Trend {
  const points = series.points.filter(({ period }) => !periods.includes(period));
  // The records behind the points were compared once, for the whole series.
  const { records: _, comparison: __, ...rest } = series;
  return trendOf({ ...rest, points }, options);
}

const text = (nl: string, fr: string, de: string, en: string): Text => ({ nl, fr, de, en });

/** What each method is called in a table. */
const methodLabels: Readonly<Record<AdvisedName, Text>> = {
  mann_kendall: text(
    'Mann-Kendall met helling van Sen',
    'Mann-Kendall avec pente de Sen',
    'Mann-Kendall mit Sen-Steigung',
    'Mann-Kendall with Sen slope',
  ),
  serial_correction: text(
    'Mann-Kendall, gecorrigeerd voor afhankelijkheid',
    'Mann-Kendall corrigé de la dépendance',
    'Mann-Kendall, um Abhängigkeit korrigiert',
    'Mann-Kendall corrected for dependence',
  ),
  seasonal_mann_kendall: text(
    'Mann-Kendall per seizoen',
    'Mann-Kendall saisonnier',
    'Saisonaler Mann-Kendall',
    'Seasonal Mann-Kendall',
  ),
  log_linear: text(
    'Log-lineaire trend van aantallen',
    'Tendance log-linéaire des nombres',
    'Log-linearer Trend der Anzahlen',
    'Log-linear trend of counts',
  ),
  joinpoint: text('Knikpunten', 'Points de rupture de pente', 'Knickpunkte', 'Joinpoints'),
  change_points: text(
    'Indeling in niveaus',
    'Segmentation en niveaux',
    'Einteilung in Niveaus',
    'Segmentation into levels',
  ),
  ...leftOut,
};

/**
 * Of how many steps a rise or fall is made, where a segmentation suggests breaks in its direction and between them no trend
 * shows; null where there is none, or a trend goes on within a stretch.
 */
function countSteps(
  points: readonly KnownPoint[],
  levels: ChangePoints | null,
  verdict: TrendVerdict,
  level: number,
): number | null {
  if (levels?.details.verdict !== 'break' || (verdict !== 'rising' && verdict !== 'falling'))
    return null;
  const breaks = levels.details.suggested.split(' ');
  const starts = breaks.map((code) => points.findIndex(({ period }) => period.code === code));
  const ends = [0, ...starts, points.length];
  const stretches = ends.slice(1).map((end, i) => points.slice(ends[i], end));
  const means = stretches.map(meanOf);
  const sameWay = means
    .slice(1)
    .every((mean, i) => (verdict === 'rising') === mean > (means[i] as number));
  const goesOn = stretches.some((stretch) =>
    ['rising', 'falling'].includes(robustTrend(stretch, level).verdict),
  );
  return sameWay && !goesOn ? breaks.length : null;
}

function meanOf(stretch: readonly KnownPoint[]): number {
  const middle = ({ value, range }: KnownPoint): number =>
    value ?? (range.low + (range.high ?? range.low)) / 2;
  return stretch.reduce((sum, point) => sum + middle(point), 0) / Math.max(1, stretch.length);
}

export interface AdviseTrendOptions {
  /**
   * - `full` (default): every method that applies, with permutations
   * - `screen`: for many series; no permutations
   */
  readonly depth?: AdviceDepth;
  /** Called before anything is computed, with the methods that apply and about how long they take. */
  readonly onPlan?: (plan: AdvicePlan) => void;
  readonly breaks?: readonly Break[];
  readonly overrides?: readonly Decision[];
  /** Level of intervals, and one minus that of tests; 0.95. */
  readonly level?: number;
  readonly seed?: number;
}

/** A finding whose estimate is Sen's slope per year, with every method that was considered and where they disagree. */
export interface TrendAdvice extends Finding {
  readonly examined: ExaminedSeries;
  readonly plan: AdvicePlan;
  /** Each method with what it says, or why it does not apply. */
  readonly methods: readonly AdvisedMethod[];
  readonly trend: Trend;
  readonly details: {
    readonly verdict: TrendVerdict;
    /** Where joinpoint regression turns and where levels change, joined by spaces; null where the method does not apply. */
    readonly turns: string | null;
    readonly changes: string | null;
    /** Methods whose verdict on direction is another one. */
    readonly disagree: string;
    readonly restsOn: string;
    /** Of how many sudden steps the rise or fall is made, no trend showing between them; null where that is not so. */
    readonly steps: number | null;
    readonly depth: AdviceDepth;
  };
}

/**
 * Which methods a series bears, what they say, and where they disagree.
 *
 * Looks at the number of values, zeros, ties, dependence, declared breaks, undecided and rounded figures and dominance;
 * runs what applies (Mann-Kendall with Sen's slope always; corrected for dependence, seasonal, log-linear for counts,
 * joinpoints and a segmentation into levels where they fit) and says why the others do not. The verdict on direction is that
 * of `trendOf`, and that of the test which allows for dependence where the values may depend on the one before and it shows no
 * trend; it is repeated without the highest value and without the last two, to show what it rests on. A turn or a
 * change found is a suggestion; only a declared break blocks. Where a break in level is suggested and no trend shows on either
 * side of it, the sentence says that the rise or fall is one step, and confidence is at most medium.
 *
 * @throws RefusalError as `trendOf`: ports of a sum that change, a declared break without override (use `trendBySegment`), mixed
 *   frequencies, partial periods, records that are not comparable
 * @throws InputError for unreadable or unsorted periods, NaN or infinite values
 * @example
 * ```ts
 * import { adviseTrend } from '@samenbeeld/trends';
 * const kg = [13312, 5264, 18947, 33732, 40641, 70571, 46789, 45506, 25900, 11466];
 * const points = kg.map((value, i) => ({ period: String(2016 + i), value }));
 * const { details } = adviseTrend({ subject: 'NLRTM COC', unit: 'kg', points });
 * [details.verdict, details.turns, details.changes, details.restsOn] // => ['not_shown', '2021', '', '2024 2025']
 * ```
 */
export function adviseTrend(series: TrendSeries, options: AdviseTrendOptions = {}): TrendAdvice {
  takes('adviseTrend', ['series', series, trendSeriesShape], ['options', options, optionsShape]);

  const level = checkProbability('level', options.level ?? 0.95);
  const depth = options.depth ?? 'full';
  const { breaks = [], overrides = [], seed = 1 } = options;
  const given = { breaks, overrides, level };
  const { points } = comparablePoints(series, breaks, overrides);
  const examined = examineSeries(points, series.unit);
  const plan = planAdvice(examined, depth);
  options.onPlan?.(plan);
  // Said once for all methods, the words on effort end the sentence of the trend and that of the advice.
  const said = trendOf({ ...series, controls: true }, given);
  const trend = series.controls ? said : { ...said, says: paragraph(said.says, effortUnknown) };
  const lists = rivalValues(points);
  const input = {
    times: points.map(({ period }) => period.time),
    periods: points.map(({ period }) => period.code),
    unit: series.unit,
    examined,
    depth,
    level,
    seed,
    rivals: lists.length,
  };
  const beside = methodRules.map((rule): AdvisedMethod => {
    const { method } = rule;
    const refused = rule.refuses(examined, depth);
    const finding = refused === null ? runOverRivals(rule, input, lists) : null;
    const why = finding ? rule.reason(examined) : (refused ?? dependsOn(examined.undecided));
    return { method, label: methodLabels[method], why, finding };
  });
  const methods: readonly AdvisedMethod[] = [
    {
      method: 'mann_kendall',
      label: methodLabels.mann_kendall,
      why: reasons.always,
      finding: trend,
    },
    ...beside,
    ...withoutSome(series, examined, given),
  ];
  const of = (name: AdvisedName): Finding | null =>
    methods.find(({ method }) => method === name)?.finding ?? null;
  const [turning, levels] = [
    of('joinpoint') as Joinpoint | null,
    of('change_points') as ChangePoints | null,
  ];
  const steps = countSteps(points, levels, trend.details.verdict, level);
  // A break beyond doubt stands out from values that depend on the one before; its step is what makes them seem to.
  const overruled =
    steps !== null && (levels?.p ?? 1) < beyondDoubt
      ? null
      : overruledBy(of('serial_correction'), trend.details.verdict);
  const verdict = overruled ? 'not_shown' : trend.details.verdict;
  const disagree = methods.filter(
    ({ finding }) =>
      // The other tests suppose independent values, as the one that is overruled does.
      overruled === null &&
      verdict !== 'no_conclusion' &&
      directionOf(finding) !== null &&
      directionOf(finding) !== verdict,
  );
  const rests = turning && turning.details.withoutLastTwo === 0 && turning.joinpoints.length > 0;
  const lastTwo = points.slice(-2).map(({ period }) => period.code);
  return {
    ...trend,
    // An interval of independent values would say what the verdict does not.
    ...(overruled && { p: overruled.p, interval: null }),
    kind: 'trend_advice',
    method: `${trend.method}; considered: ${methods.map(({ method }) => method).join(', ')}`,
    warnings: listWarnings(
      trend.warnings,
      examined.missing > 0 &&
        inFour(
          'van {n} {n:periode|perioden} binnen de reeks is er geen cijfer',
          'il n’y a pas de chiffre pour {n} {n:période|périodes} de la série',
          'für {n} {n:Zeitraum|Zeiträume} innerhalb der Reihe gibt es keine Zahl',
          '{n} {n:period|periods} within the span {n:has|have} no figure',
          { n: examined.missing },
        ),
      examined.rough.length > 0 &&
        turning &&
        inFour(
          'afgeronde cijfers gaan in keerpunten en niveaus zoals ze gedrukt staan: {periods}',
          'des chiffres arrondis entrent tels qu’imprimés dans les points de rupture et les niveaux\u00a0: {periods}',
          'gerundete Zahlen gehen so, wie sie gedruckt sind, in Knickpunkte und Niveaus ein: {periods}',
          'rounded figures enter joinpoints and levels as printed: {periods}',
          { periods: examined.rough.join(', ') },
        ),
    ),
    confidence: confidenceOf(
      trend,
      disagree.length > 0 || rests === true || overruled !== null,
      steps !== null || examined.mayDepend || examined.n < enoughForDependence,
    ),
    examined,
    plan,
    methods,
    trend,
    details: {
      verdict,
      turns: turning?.details.joinpoints ?? null,
      changes: levels?.details.suggested ?? null,
      disagree: disagree.map(({ method }) => method).join(' '),
      restsOn: rests ? lastTwo.join(' ') : '',
      steps,
      depth,
    },
    says: adviceSays({
      controls: series.controls ?? false,
      trend: said,
      unchecked: examined.n < enoughForDependence && ['rising', 'falling'].includes(verdict),
      overruled: overruled && notShownWords(series, points, overruled, trend.details.verdict),
      examined,
      turning,
      levels,
      counted: of('log_linear') as LogLinearTrend | null,
      disagree,
      steps,
      rests: rests ? lastTwo : null,
    }),
  };
}

/** The p of a break that values which depend on each other hardly ever bring. */
const beyondDoubt = 1e-4;

/** Of fewer values a dependence mostly goes unseen, of 0.3 and of 0.6 alike. */
const enoughForDependence = 30;

/** A rise that is a step is no trend to be sure of, nor one of values that may depend on each other. */
function confidenceOf(
  { confidence }: Trend,
  unsettled: boolean,
  doubtful: boolean,
): Finding['confidence'] {
  if (unsettled) return 'low';
  return doubtful && confidence === 'high' ? 'medium' : confidence;
}

/** The test that allows for dependence, where it shows none of the trend that the test without does. */
function overruledBy(corrected: Finding | null, verdict: TrendVerdict): Finding | null {
  if (verdict !== 'rising' && verdict !== 'falling') return null;
  return directionOf(corrected) === 'not_shown' ? corrected : null;
}

/** That no trend can be shown, what that allows for, and what the test without would say. */
function notShownWords(
  series: TrendSeries,
  points: readonly KnownPoint[],
  { p, n }: Finding,
  plain: TrendVerdict,
): Text {
  return trendSays(
    { label: series.label, controls: true },
    {
      verdict: 'not_shown',
      because: null,
      n,
      p,
      ends: endsOf(points.map(({ period }) => period.code)),
      also: dependenceWords(true, 'not_shown', plain),
    },
  );
}

/** The verdict of a finding on direction, or null where it has none or concludes nothing. */
function directionOf(finding: Finding | null): TrendVerdict | null {
  if (finding === null || finding.kind === 'joinpoint' || finding.kind === 'change_points')
    return null;
  const verdict = finding.details['verdict'];
  return verdict === 'rising' || verdict === 'falling' || verdict === 'not_shown' ? verdict : null;
}

function withoutSome(
  series: TrendSeries,
  examined: ExaminedSeries,
  given: Parameters<typeof trendWithout>[2],
): readonly AdvisedMethod[] {
  const { largest, largestShare, n } = examined;
  const codes = series.points
    .filter(({ value, interval }) => value !== null || interval)
    .map(({ period }) => period);
  const refused = n < 6 ? fewerThan(6) : null;
  return [
    {
      method: 'without_largest',
      label: methodLabels.without_largest,
      why:
        refused ??
        (largest === null
          ? reasons.noHighest
          : largestShare === null
            ? reasons.sensitivity
            : dominance(examined)),
      finding: refused || largest === null ? null : trendWithout(series, [largest], given),
    },
    {
      method: 'without_last_two',
      label: methodLabels.without_last_two,
      why: refused ?? reasons.sensitivity,
      finding: refused ? null : trendWithout(series, codes.slice(-2), given),
    },
  ];
}
