import { type Finding, shape, takes, UsageError } from '@samenbeeld/schema';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { type CleanSeries, cleanSeries } from '../clean-series.ts';
import { type KendallTest, kendallTest } from '../kendall-test.ts';
import { refuseUnsquarable } from '../refuse-unsquarable.ts';
import type { TrendVerdict } from '../verdict.ts';
import { dependenceWords } from '../words/dependence.ts';
import type { NoConclusion } from '../words/no-trend.ts';
import { trendSays } from '../words/trend.ts';
import { correctTest } from './correct-test.ts';
import {
  checkCorrection,
  correctionDefinitions,
  correctionNames,
  type SerialCorrection,
} from './corrections.ts';
import { type EvenGrid, evenGrid, findGrid } from './even-grid.ts';

/** Options of `correctedMannKendall`. */
export interface CorrectedMannKendallOptions extends About {
  /** When each value was observed, increasing and evenly spaced but for missing periods; positions where left out. */
  readonly times?: ArrayLike<number>;
  /**
   * - `hamed_rao` (default): the variance of the score times n/n*, from the rank autocorrelations that are significant
   * - `yue_wang`: the same with all given lags of the values less their trend
   * - `pre_whitening`: the test on `x_t − r₁ x_{t−1}`; takes out a part of the trend too
   * - `trend_free_pre_whitening`: the same with the trend taken out before and put back after
   */
  readonly correction?: SerialCorrection;
  /** Lags used by `hamed_rao` (all by default) and `yue_wang` (1 by default). */
  readonly lags?: number | 'all';
  /**
   * The smallest n/n* used, above 0; 1, so that a correction never makes a trend clearer than the plain test. Pass 1e-9 for
   * none, as pyMannKendall has.
   */
  readonly floor?: number;
  /**
   * - `kept` (default): values on both sides of a missing period are no neighbours
   * - `closed`: they are, as in pyMannKendall; then uneven spacing is allowed too
   */
  readonly gaps?: 'kept' | 'closed';
  /** Two-sided significance level; 0.05. */
  readonly alpha?: number;
}

/** A finding whose estimate is tau-a of the tested values. */
export interface CorrectedMannKendall extends Finding {
  readonly details: {
    readonly s: number;
    /** Of the plain test, and as used. */
    readonly variance: number;
    readonly varianceCorrected: number;
    readonly z: number;
    /** n/n* as estimated and as used; null for the whitened tests. */
    readonly factor: number | null;
    readonly factorUsed: number | null;
    readonly lags: number;
    /** First autocorrelation of the values less their trend (of the values themselves for `pre_whitening`). */
    readonly r1: number | null;
    /** Sen's slope that was taken out, per unit of the times. */
    readonly slope: number | null;
    /** `no` below 10 values, and where nothing can be concluded: the plain test is given. */
    readonly corrected: 'yes' | 'no';
    readonly pPlain: number;
    readonly verdictPlain: TrendVerdict;
    readonly alpha: number;
    readonly verdict: TrendVerdict;
    readonly because: NoConclusion | null;
  };
}

/**
 * Mann-Kendall test that allows for values which depend on the one before.
 *
 * For ten values or more, evenly spaced, gaps allowed. Persistence makes the plain test too sure. Below ten values no
 * correction can be trusted: the plain exact test is given, and a warning. The correction is signed, with a floor:
 * n/n* below `floor` is raised to it.
 * Hamed and Rao 1998; Yue and Wang 2004; von Storch 1995; Yue, Pilon, Phinney and Cavadias 2002; reference implementation
 * pyMannKendall (`hamed_rao_modification_test` and its like, without a floor).
 *
 * @param values in time order, null where missing
 * @throws InputError for no values, NaN or infinite values, times that do not increase
 * @throws RefusalError for times that are unevenly spaced
 * @throws UsageError for an unknown correction, lags or a floor out of range
 * @example
 * ```ts
 * import { correctedMannKendall } from '@samenbeeld/trends';
 * const waves = Array.from({ length: 40 }, (_, i) => Math.sin(i / 9) * 10 + i / 8);
 * const { details } = correctedMannKendall(waves);
 * [details.verdictPlain, details.verdict] // => ['falling', 'not_shown']
 * ```
 */
export function correctedMannKendall(
  values: ArrayLike<number | null>,
  options: CorrectedMannKendallOptions = {},
): CorrectedMannKendall {
  takes(
    'correctedMannKendall',
    ['values', values, shape.series],
    ['options', options, optionsShape],
  );

  const alpha = checkProbability('alpha', options.alpha ?? 0.05);
  const correction = checkCorrection(options.correction ?? 'hamed_rao');
  const floor = options.floor ?? 1;
  if (!(floor > 0 && floor <= 1))
    throw new UsageError(`\`floor\` must lie above 0, up to 1, got ${floor}`);
  const gaps = options.gaps ?? 'kept';
  if (!['kept', 'closed'].includes(gaps))
    throw new UsageError(`\`gaps\` must be kept or closed, got ${gaps}`);
  const alike = checkTogether(options, 'trend');
  const known = cleanSeries(values, options.times);
  refuseUnsquarable(known.values);
  const n = known.values.length;
  const plain = kendallTest(known.values, n < 10 ? 'exact' : 'asymptotic', alpha);
  const lags = checkLags(options.lags ?? (correction === 'yue_wang' ? 1 : 'all'), n);
  const corrected = n >= 10 && plain.verdict !== 'no_conclusion';
  const result = corrected
    ? correctTest(gridOf(known, gaps), plain, { correction, lags, floor, gaps, alpha })
    : { ...uncorrected(plain), step: 1 };
  const { test, variance } = result;
  const nothing = test.verdict === 'no_conclusion';
  const clear = test.verdict === 'rising' || test.verdict === 'falling';
  return {
    kind: 'corrected_mann_kendall',
    subject: options.subject ?? '',
    estimate: nothing ? null : test.tauA,
    unit: null,
    interval: null,
    n,
    p: n < 2 ? null : test.p,
    method: corrected
      ? `Mann-Kendall, ${correctionNames[correction]}`
      : 'Mann-Kendall, exact, not corrected',
    definition: correctionDefinitions[correction],
    assumptions: ['one direction over the whole span', 'dependence fades with distance in time'],
    warnings: [
      ...alike,
      ...(n > 1 && n < 10
        ? ['with fewer than 10 values dependence cannot be corrected: plain exact test']
        : []),
      ...(result.factor !== null && result.factor < floor
        ? [`n/n* of ${result.factor.toPrecision(3)} raised to ${floor}`]
        : []),
      ...(clear && correction !== 'pre_whitening' && (result.r1 ?? 0) > 2 / Math.sqrt(n)
        ? ['values depend strongly on the one before: this correction still errs too often']
        : []),
      ...(test.verdict === plain.verdict
        ? []
        : [`without the correction the verdict would be ${plain.verdict}`]),
    ],
    confidence:
      nothing || n < 10 ? 'low' : n < 20 || test.verdict !== plain.verdict ? 'medium' : 'high',
    details: {
      s: test.s,
      variance: test.variance,
      varianceCorrected: variance,
      z: test.s === 0 || variance === 0 ? 0 : (test.s - Math.sign(test.s)) / Math.sqrt(variance),
      factor: result.factor,
      factorUsed: result.factor === null ? null : Math.max(result.factor, floor),
      lags: result.lags,
      r1: result.r1,
      slope: result.slope,
      corrected: corrected ? 'yes' : 'no',
      pPlain: plain.p,
      verdictPlain: plain.verdict,
      alpha,
      verdict: test.verdict,
      because: test.because,
    },
    says: trendSays({
      verdict: test.verdict,
      because: test.because,
      n,
      p: nothing ? null : test.p,
      pRange: null,
      slope: null,
      interval: null,
      unit: null,
      per: 'period',
      label: options.label,
      span: null,
      contested: [],
      also: nothing ? null : dependenceWords(corrected, test.verdict, plain.verdict),
      controls: options.controls ?? false,
    }),
  };
}

function gridOf(series: CleanSeries, gaps: 'kept' | 'closed'): EvenGrid {
  if (gaps === 'kept') return evenGrid(series);
  return findGrid(series) ?? { ...series, places: series.values.map((_, i) => i), step: 1 };
}

function checkLags(lags: number | 'all', n: number): number {
  if (lags === 'all') return Math.max(1, n - 1);
  if (Number.isSafeInteger(lags) && lags >= 1) return Math.min(lags, Math.max(1, n - 1));
  throw new UsageError(`\`lags\` must be a whole number above zero or 'all', got ${lags}`);
}

function uncorrected(test: KendallTest): {
  readonly test: KendallTest;
  readonly variance: number;
  readonly factor: null;
  readonly lags: number;
  readonly r1: null;
  readonly slope: null;
} {
  return { test, variance: test.variance, factor: null, lags: 0, r1: null, slope: null };
}
