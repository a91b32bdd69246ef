import {
  type Break,
  type Decision,
  type Finding,
  formatNumber,
  InputError,
  inEach,
  inFour,
  stepOf,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { WithLevel } from '../about.ts';
import { checkProbability, optionsShape } from '../about.ts';
import { checkOneEach } from '../check-argument.ts';
import { checkExposure, exposureOf } from '../check-count.ts';
import { requireEvents, takesEvents } from '../displacement/require-events.ts';
import { type Period, readPeriod } from '../period.ts';
import { fitCounts } from '../regression/count-model.ts';
import { type Design, dot, leastSquares } from '../regression/least-squares.ts';
import {
  comparablePoints,
  type KnownPoint,
  type TrendSeries,
  trendSeriesShape,
} from '../trend-series.ts';
import { type RatioVerdict, verdictOfRatio } from '../verdict.ts';
import { listWarnings } from '../warnings.ts';
import { type Exposure, effortSays } from '../words/effort.ts';
import { interruptionDesign, type SeasonModel, seasonTerms } from './interruption-design.ts';
import { interruptionSays, type NoInterruption } from './interruption-words.ts';

/** The lag of Newey and West (1994) for a Bartlett kernel: ⌊4 (n/100)^(2/9)⌋. */
function neweyWestLag(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/**
 * Covariance of coefficients that holds where errors depend on those shortly before (Newey and West 1987).
 *
 * `n/(n−k) · (X'WX)⁻¹ [Σ_l (1 − l/(q+1)) Σ_t (s_t s'_{t−l} + s_{t−l} s'_t)] (X'WX)⁻¹`, s the scores. Observations are
 * paired by their time, so that a missing period is a gap and not a neighbour. Equals R sandwich
 * `NeweyWest(lag = q, prewhite = FALSE, adjust = TRUE)` where none is missing.
 *
 * @param errors what is left of each observation on the scale of its score: residual times weight
 */
function neweyWest(
  design: Design,
  errors: readonly number[],
  unscaled: readonly (readonly number[])[],
  times: readonly number[],
  lag: number,
): readonly (readonly number[])[] {
  const n = design.length;
  const width = unscaled.length;
  const scores = design.map((row, i) => row.map((x) => x * (errors[i] as number)));
  const at = new Map(times.map((time, i) => [time, i]));
  const meat = Array.from({ length: width }, () => new Float64Array(width));
  const add = (left: readonly number[], right: readonly number[], weight: number): void => {
    for (const [a, row] of meat.entries())
      for (let b = 0; b < width; b += 1)
        row[b] = (row[b] as number) + weight * (left[a] as number) * (right[b] as number);
  };
  for (const [i, score] of scores.entries()) {
    add(score, score, 1);
    for (let l = 1; l <= lag; l += 1) {
      const before = scores[at.get((times[i] as number) - l) ?? -1];
      if (!before) continue;
      add(score, before, 1 - l / (lag + 1));
      add(before, score, 1 - l / (lag + 1));
    }
  }
  const middle = unscaled.map((row) =>
    meat.map((_, b) =>
      dot(
        row,
        meat.map((line) => line[b] as number),
      ),
    ),
  );
  const scale = n / (n - width);
  return middle.map((row) => unscaled.map((other) => scale * dot(row, other)));
}

/** How much residuals depend on those before. */
interface ResidualAutocorrelation {
  /** Correlation with the residual one period before; null where it cannot be known. */
  readonly first: number | null;
  /** Ljung and Box's test over `lags`. */
  readonly p: number | null;
  readonly lags: number;
}

/**
 * Autocorrelation of residuals, paired by time, with the test of Ljung and Box (1978):
 * `Q = n(n+2) Σ r_l²/(n−l)`, χ² with as many degrees of freedom as lags (10, or a fifth of the values if fewer).
 */
function residualAutocorrelation(
  residuals: readonly number[],
  times: readonly number[],
): ResidualAutocorrelation {
  const n = residuals.length;
  const lags = Math.max(1, Math.min(10, Math.floor(n / 5)));
  const mean = residuals.reduce((sum, value) => sum + value, 0) / n;
  const centred = residuals.map((value) => value - mean);
  const squares = centred.reduce((sum, value) => sum + value * value, 0);
  if (!(squares > 0)) return { first: null, p: null, lags };
  const at = new Map(times.map((time, i) => [time, centred[i] as number]));
  const correlation = (lag: number): number =>
    centred.reduce((sum, value, i) => sum + value * (at.get((times[i] as number) - lag) ?? 0), 0) /
    squares;
  const all = Array.from({ length: lags }, (_, i) => correlation(i + 1));
  const statistic =
    n * (n + 2) * all.reduce((sum, value, i) => sum + (value * value) / (n - i - 1), 0);
  return { first: all[0] ?? null, p: 1 - chisquareCdf(statistic, lags), lags };
}

/** A fitted course with a change in it. */
interface InterruptionFit {
  readonly coefficients: readonly number[];
  /** Standard errors by the model alone, those of Newey and West, and the ones that intervals are made of. */
  readonly modelErrors: readonly number[];
  readonly robustErrors: readonly number[];
  readonly errors: readonly number[];
  readonly lag: number;
  /** Pearson's χ² over its degrees of freedom for counts; null for logarithms. */
  readonly dispersion: number | null;
  readonly degreesOfFreedom: number;
  readonly fitted: readonly number[];
  readonly autocorrelation: ResidualAutocorrelation;
}

/** Counts: Poisson likelihood with variance φ·mean, φ at least 1; where the residuals depend on each other, the larger errors. */
function fitCountCourse(
  design: Design,
  counts: readonly number[],
  offset: readonly number[],
  times: readonly number[],
): InterruptionFit | null {
  const fit = fitCounts(design, counts, { offset });
  if (!fit.converged || fit.degreesOfFreedom < 1) return null;
  const lag = neweyWestLag(counts.length);
  const pearson = counts.map((count, i) => {
    const mean = fit.fitted[i] as number;
    return (count - mean) / Math.sqrt(mean);
  });
  const autocorrelation = residualAutocorrelation(pearson, times);
  const scale = Math.max(1, fit.dispersion);
  const modelErrors = fit.unscaled.map((row, i) => Math.sqrt(scale * (row[i] as number)));
  const residuals = counts.map((count, i) => count - (fit.fitted[i] as number));
  const robust = rootsOf(neweyWest(design, residuals, fit.unscaled, times, lag));
  return {
    coefficients: fit.coefficients,
    modelErrors,
    robustErrors: robust,
    errors: (autocorrelation.p ?? 1) <= 0.05 ? larger(modelErrors, robust) : modelErrors,
    lag,
    dispersion: fit.dispersion,
    degreesOfFreedom: fit.degreesOfFreedom,
    fitted: fit.fitted,
    autocorrelation,
  };
}

/**
 * Quantities: least squares on logarithms; null where the course fits without a remainder.
 *
 * Newey and West's errors, but never less than the model's: with few values after the change they come out too small.
 */
function fitLogCourse(
  design: Design,
  values: readonly number[],
  offset: readonly number[],
  times: readonly number[],
): InterruptionFit | null {
  const low = values.find((value) => value <= 0);
  if (low !== undefined)
    throw new InputError(
      inFour(
        'verwacht: waarden boven nul voor logaritmen; gevonden: {low}',
        'attendu : des valeurs au-dessus de zéro pour des logarithmes ; trouvé : {low}',
        'erwartet: Werte über null für Logarithmen; gefunden: {low}',
        'expected values above zero for logarithms, found {low}',
        { low: String(low) },
      ),
      inFour(
        "tel de gebeurtenissen (`model: 'counts'`), of neem langere perioden zonder nul",
        "comptez les événements (`model: 'counts'`), ou prenez des périodes plus longues sans zéro",
        "die Ereignisse zählen (`model: 'counts'`) oder längere Zeiträume ohne Null nehmen",
        "count the events (`model: 'counts'`), or take longer periods that hold no zero",
      ),
    );
  const logs = values.map((value, i) => Math.log(value) - (offset[i] as number));
  const fit = leastSquares(design, logs);
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const total = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (fit.degreesOfFreedom < 1 || fit.rss <= 1e-20 * Math.max(1, total)) return null;
  const lag = neweyWestLag(values.length);
  const variance = fit.rss / fit.degreesOfFreedom;
  const modelErrors = fit.unscaled.map((row, i) => Math.sqrt(variance * (row[i] as number)));
  const robust = rootsOf(neweyWest(design, fit.residuals, fit.unscaled, times, lag));
  return {
    coefficients: fit.coefficients,
    modelErrors,
    robustErrors: robust,
    errors: larger(modelErrors, robust),
    lag,
    dispersion: null,
    degreesOfFreedom: fit.degreesOfFreedom,
    fitted: fit.fitted.map((value, i) => Math.exp(value + (offset[i] as number))),
    autocorrelation: residualAutocorrelation(fit.residuals, times),
  };
}

function rootsOf(covariance: readonly (readonly number[])[]): readonly number[] {
  return covariance.map((row, i) => Math.sqrt(Math.max(0, row[i] as number)));
}

function larger(one: readonly number[], other: readonly number[]): readonly number[] {
  return one.map((value, i) => Math.max(value, other[i] as number));
}

/** Values that an earlier and a later course each need. */
const neededOnEachSide = 8;

/** The first period after the change, which must be like those of the series. */
function changeOf(code: string, points: readonly KnownPoint[]): Period {
  const from = readPeriod(code);
  const other = points[0]?.period;
  if (other && other.freq !== from.freq)
    throw wrongUse(
      '`from` is een periode zoals die van de reeks ({code}), niet {code2}',
      '`from` est une période comme celles de la série ({code}), et non {code2}',
      '`from` ist ein Zeitraum wie die der Reihe ({code}), nicht {code2}',
      '`from` must be a period like those of the series ({code}), got {code2}',
      { code: other.code, code2: code },
    );
  return from;
}

/** The logarithm of what each known value stands against. */
function offsetsOf(
  series: TrendSeries,
  points: readonly KnownPoint[],
  exposures: readonly number[] | undefined,
): readonly number[] {
  if (!exposures) return points.map(() => 0);
  checkOneEach('exposures', exposures, 'point', series.points.length);
  const byPeriod = new Map(series.points.map(({ period }, i) => [period, exposures[i] as number]));
  return points.map(({ period }) =>
    Math.log(checkExposure(exposureOf(period.code), byPeriod.get(period.code) as number)),
  );
}

/** What stands in the way of a conclusion before anything is fitted. */
function hindrance(
  points: readonly KnownPoint[],
  from: Period,
  before: number,
  after: number,
  model: 'counts' | 'logarithms',
): NoInterruption | null {
  if (points.some(({ value }) => value === null)) return 'undecided';
  if (model === 'counts') {
    const wrong = points.find(({ value }) => !Number.isSafeInteger(value) || (value as number) < 0);
    if (wrong)
      throw new InputError(
        inFour(
          'verwacht: een geheel aantal gebeurtenissen in {code}; gevonden: {value}',
          'attendu : un nombre entier d’événements en {code} ; trouvé : {value}',
          'erwartet: eine ganze Zahl von Ereignissen in {code}; gefunden: {value}',
          'expected a whole number of events in {code}, found {value}',
          { code: wrong.period.code, value: String(wrong.value) },
        ),
        inFour(
          "tel gebeurtenissen; gebruik `model: 'logarithms'` voor hoeveelheden",
          "comptez des événements ; utilisez `model: 'logarithms'` pour des quantités",
          "Ereignisse zählen; für Mengen `model: 'logarithms'` verwenden",
          "count events; use `model: 'logarithms'` for quantities",
        ),
      );
  }
  if (Math.min(before, after) < neededOnEachSide) return 'too_few';
  if (model === 'logarithms') return null;
  const some = (late: boolean): boolean =>
    points.some(({ period, value }) => period.time >= from.time === late && (value as number) > 0);
  if (!some(false) || !some(true)) return 'nothing_counted';
  return null;
}

export interface InterruptedSeriesOptions extends WithLevel {
  /** The first period after the change, of the series' own frequency ("2023-10"). */
  readonly from: string;
  /** - `counts`: Poisson with over-dispersion · `logarithms`: least squares, Newey-West errors; by the unit where left out */
  readonly model?: 'counts' | 'logarithms';
  /** Whether the yearly course may change too (default), or the level alone. */
  readonly change?: 'level_and_course' | 'level';
  readonly season?: SeasonModel;
  /** What each value stands against (controls, inhabitants, days), one per point of the series. */
  readonly exposures?: readonly number[];
  /** What they count: in which unit, whose, when; named in the sentence. */
  readonly exposure?: Exposure;
  readonly breaks?: readonly Break[];
  readonly overrides?: readonly Decision[];
}

/** One period as counted, as fitted, and as the earlier course would give it. */
export interface CoursePoint {
  readonly period: string;
  readonly value: number;
  readonly fitted: number;
  readonly expected: number;
}

/** A finding whose estimate is the level right after the change over the level that the earlier course gives. */
export interface InterruptedSeries extends Finding {
  readonly course: readonly CoursePoint[];
  readonly details: {
    readonly verdict: RatioVerdict;
    readonly because: NoInterruption | null;
    /** Of the yearly growth factor after the change over that before; null where only the level may change. */
    readonly courseVerdict: RatioVerdict | null;
    readonly courseRatio: number | null;
    readonly courseLow: number | null;
    readonly courseHigh: number | null;
    readonly courseP: number | null;
    readonly before: number;
    readonly after: number;
    /** The logarithm of the estimate; its standard error as used, by the model alone, and of Newey and West. */
    readonly step: number | null;
    readonly stepError: number | null;
    readonly stepModelError: number | null;
    readonly stepRobustError: number | null;
    readonly dispersion: number | null;
    /** Correlation of each residual with the one before, and Ljung and Box's p. */
    readonly autocorrelation: number | null;
    readonly ljungBoxP: number | null;
    readonly lag: number | null;
    readonly season: string;
  };
}

/**
 * Whether a series left its earlier course at a known moment: a step in its level, and a change of its yearly course.
 *
 * For a date set beforehand by something outside the figures (a law, a scanner, a team), never for one picked from
 * the figures. `g(E y_t) = β0 + β1 t + β2 D_t + β3 (t − T0) D_t + season + log exposure`; estimate `exp β2`.
 * Counts: Poisson with variance φ·mean, φ at least 1, and Newey-West errors where the residuals depend on each other.
 * Other quantities: logarithms by least squares, Newey-West errors of lag ⌊4(n/100)^(2/9)⌋. Never less than the
 * model's own error. Fewer than eight values on a side: no conclusion possible.
 * Wagner et al. 2002; Newey and West 1987; reference implementations R `glm(quasipoisson)`, sandwich `NeweyWest`.
 *
 * @param series one value per period, null where missing
 * @throws RefusalError as `trendOf`, and for `model: 'counts'` on kilograms or other measures
 * @throws InputError for values at or below zero under logarithms, counts that are no whole numbers, unreadable periods
 * @throws UsageError for a `from` of another frequency, exposures of another length, or a season that does not fit
 * @example
 * ```ts
 * import { interruptedSeries } from '@samenbeeld/trends';
 * const points = Array.from({ length: 20 }, (_, i) => ({ period: String(2000 + i), value: (i < 10 ? 60 : 30) + (i % 3) }));
 * interruptedSeries({ subject: 'BE', unit: 'seizure', points }, { from: '2010', change: 'level' }).details.verdict // => 'lower'
 * ```
 */
export function interruptedSeries(
  series: TrendSeries,
  options: InterruptedSeriesOptions,
): InterruptedSeries {
  takes(
    'interruptedSeries',
    ['series', series, trendSeriesShape],
    ['options', options, optionsShape],
  );

  const level = checkProbability('level', options.level ?? 0.95);
  const model = options.model ?? (takesEvents(series.unit) ? 'counts' : 'logarithms');
  if (model === 'counts')
    requireEvents(
      inEach(() => "`model: 'counts'`"),
      series.unit,
    );
  const { points, warnings } = comparablePoints(
    series,
    options.breaks ?? [],
    options.overrides ?? [],
  );
  const from = changeOf(options.from, points);
  const offset = offsetsOf(series, points, options.exposures);
  const course = (options.change ?? 'level_and_course') === 'level_and_course';
  const season = seasonTerms(
    points.map(({ period }) => period),
    options.season ?? 'auto',
  );
  const before = points.filter(({ period }) => period.time < from.time).length;
  const after = points.length - before;
  const because = hindrance(points, from, before, after, model);
  const design = interruptionDesign(
    points.map(({ period }) => period),
    from,
    course,
    season,
  );
  const times = points.map(({ period }) => stepOf(period));
  const values = points.map(({ value }) => value as number);
  const fit = because
    ? null
    : model === 'counts'
      ? fitCountCourse(design, values, offset, times)
      : fitLogCourse(design, values, offset, times);
  const step = fit && ratioOf(fit, 2, level);
  const turn = fit && course ? ratioOf(fit, 3, level) : null;
  const bounded = step !== null && Math.log(step.high / step.low) < 14;
  const why = because ?? (fit === null ? 'no_remainder' : bounded ? null : 'not_determined');
  const interval = why ? null : step && { low: step.low, high: step.high, level };
  const verdict = verdictOfRatio(interval);
  const courseVerdict = turn ? (why ? 'no_conclusion' : verdictOfRatio(turn)) : null;
  const dependent = (fit?.autocorrelation.p ?? 1) <= 0.05;
  const first = fit?.autocorrelation.first ?? null;
  return {
    kind: 'interrupted_series',
    subject: series.subject,
    estimate: why ? null : (step?.ratio ?? null),
    unit: 'ratio',
    interval,
    n: points.length,
    p: why ? null : (step?.p ?? null),
    method:
      model === 'counts'
        ? 'Interrupted series, quasi-Poisson'
        : 'Interrupted series, logarithms by least squares',
    definition: `log mean = b0 + b1 t + b2 D${course ? ' + b3 (t - T0) D' : ''} + season; exp b2; the larger of the errors by the model and of Newey and West 1987${model === 'counts' ? ' where residuals depend on each other' : ''}`,
    assumptions: [
      inFour(
        'zonder de verandering was het eerdere verloop doorgegaan',
        'sans le changement, l’évolution antérieure se serait poursuivie',
        'ohne die Veränderung hätte sich der frühere Verlauf fortgesetzt',
        'without the change the earlier course would have gone on',
      ),
      inFour(
        'het moment van de verandering is niet uit de cijfers gekozen',
        'le moment du changement n’a pas été choisi d’après les chiffres',
        'der Zeitpunkt der Veränderung wurde nicht nach den Zahlen gewählt',
        'the moment of the change was not picked from the figures',
      ),
      inFour(
        'op dat moment veranderde er niets anders',
        'rien d’autre n’a changé à ce moment',
        'zu diesem Zeitpunkt veränderte sich nichts anderes',
        'nothing else changed at that moment',
      ),
    ],
    warnings: listWarnings(
      warnings,
      season.unknown &&
        inFour(
          'met het seizoen is geen rekening gehouden: er zijn te weinig jaren bekend',
          'la saison n’est pas prise en compte\u00a0: trop peu d’années sont connues',
          'die Saison ist nicht berücksichtigt: Zu wenige Jahre sind bekannt',
          'the season is not taken into account: too few years are known',
        ),
      dependent &&
        first !== null &&
        inFour(
          'de residuen hangen van elkaar af (r = {r}): het interval kan te smal zijn',
          'les résidus dépendent les uns des autres (r = {r})\u00a0: l’intervalle est peut-être trop étroit',
          'die Residuen hängen voneinander ab (r = {r}): Das Intervall ist vielleicht zu schmal',
          'residuals depend on each other (r = {r}): the interval may be too narrow',
          { r: inEach((language) => formatNumber(first, language, 2)) },
        ),
    ),
    confidence:
      why || points.length < 24 ? 'low' : dependent || points.length < 48 ? 'medium' : 'high',
    course: fit && !why ? courseOf(points, values, design, offset, fit, course) : [],
    details: {
      verdict,
      because: why,
      courseVerdict,
      courseRatio: turn?.ratio ?? null,
      courseLow: turn?.low ?? null,
      courseHigh: turn?.high ?? null,
      courseP: turn?.p ?? null,
      before,
      after,
      step: step ? Math.log(step.ratio) : null,
      stepError: fit?.errors[2] ?? null,
      stepModelError: fit?.modelErrors[2] ?? null,
      stepRobustError: fit?.robustErrors[2] ?? null,
      dispersion: fit?.dispersion ?? null,
      autocorrelation: first,
      ljungBoxP: fit?.autocorrelation.p ?? null,
      lag: fit?.lag ?? null,
      season: season.name,
    },
    says: interruptionSays({
      verdict,
      because: why,
      courseVerdict,
      ratio: step?.ratio ?? null,
      interval,
      course: turn && !why ? { ...turn, level } : null,
      from: from.code,
      before,
      after,
      needed: neededOnEachSide,
      dependence: dependent ? first : null,
      label: series.label,
      effort: effortSays({ ...options, ...series }, options.exposures),
    }),
  };
}

interface Ratio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

function ratioOf(fit: InterruptionFit, column: number, level: number): Ratio {
  const value = fit.coefficients[column] as number;
  const error = fit.errors[column] as number;
  const reach = error * tQuantile((1 + level) / 2, fit.degreesOfFreedom);
  return {
    ratio: Math.exp(value),
    low: Math.exp(value - reach),
    high: Math.exp(value + reach),
    p: error > 0 ? 2 * tCdf(-Math.abs(value / error), fit.degreesOfFreedom) : value === 0 ? 1 : 0,
  };
}

function courseOf(
  points: readonly KnownPoint[],
  values: readonly number[],
  design: readonly (readonly number[])[],
  offset: readonly number[],
  fit: InterruptionFit,
  course: boolean,
): readonly CoursePoint[] {
  return points.map(({ period }, i) => ({
    period: period.code,
    value: values[i] as number,
    fitted: fit.fitted[i] as number,
    expected: Math.exp(
      dot(
        (design[i] as readonly number[]).map((x, j) => (j === 2 || (course && j === 3) ? 0 : x)),
        fit.coefficients,
      ) + (offset[i] as number),
    ),
  }));
}
