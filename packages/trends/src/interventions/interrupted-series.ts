import { type Break, type Decision, type Finding, takes } from '@samenbeeld/schema';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { checkProbability, optionsShape } from '../about.ts';
import { requireEvents, takesEvents } from '../displacement/require-events.ts';
import { stepOf } from '../period-step.ts';
import { dot } from '../regression/least-squares.ts';
import {
  comparablePoints,
  type KnownPoint,
  type TrendSeries,
  trendSeriesShape,
} from '../trend-series.ts';
import { type RatioVerdict, verdictOfRatio } from '../verdict.ts';
import { type Exposure, effortSays } from '../words/effort.ts';
import { changeOf, hindrance, neededOnEachSide, offsetsOf } from './check-interruption.ts';
import { fitCountCourse, fitLogCourse, type InterruptionFit } from './fit-interruption.ts';
import { interruptionDesign, type SeasonModel, seasonTerms } from './interruption-design.ts';
import { interruptionSays, type NoInterruption } from './interruption-words.ts';

/** Options of `interruptedSeries`. */
export interface InterruptedSeriesOptions {
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
  /** Level of the intervals; 0.95. */
  readonly level?: number;
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
  if (model === 'counts') requireEvents("`model: 'counts'`", series.unit);
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
      'without the change the earlier course would have gone on',
      'the moment of the change was not picked from the figures',
      'nothing else changed at that moment',
    ],
    warnings: [
      ...warnings,
      ...(season.unknown ? ['the season is not taken into account: too few years are known'] : []),
      ...(dependent && first !== null
        ? [
            `residuals depend on each other (r = ${first.toFixed(2)}): the interval may be too narrow`,
          ]
        : []),
    ],
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
