import { type Finding, inFour, shape, type Text, takes, wrongUse } from '@samenbeeld/schema';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { WithAlpha } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { oneDirection } from '../assumptions.ts';
import { checkAnyOf } from '../check-argument.ts';
import { type CleanSeries, cleanSeries } from '../clean-series.ts';
import { asymptoticNull } from '../kendall-null.ts';
import { kendallScore } from '../kendall-score.ts';
import { type KendallTest, kendallTest } from '../kendall-test.ts';
import { midRanks } from '../mid-ranks.ts';
import { refuseUnsquarable } from '../refuse-unsquarable.ts';
import { slopeInterval } from '../slope-interval.ts';
import { type TrendVerdict, verdictOfTest } from '../verdict.ts';
import { listWarnings, raisedTo } from '../warnings.ts';
import { dependenceWords } from '../words/dependence.ts';
import type { NoConclusion } from '../words/no-trend.ts';
import { trendSays } from '../words/trend.ts';
import { autocorrelations } from './autocorrelation.ts';
import {
  checkCorrection,
  correctionDefinitions,
  correctionNames,
  type SerialCorrection,
} from './corrections.ts';
import { type EvenGrid, evenGrid, findGrid } from './even-grid.ts';

/** How much the variance of the score grows because values depend on each other: n/n*. */
interface SerialFactor {
  readonly factor: number;
  /** Lags whose autocorrelation entered. */
  readonly lags: number;
}

/** The values less a line of the given slope a place. */
function detrended({ places, values }: EvenGrid, slope: number): readonly number[] {
  return values.map((value, i) => value - ((places[i] as number) + 1) * slope);
}

/**
 * `n/n* = 1 + 2/(n(n−1)(n−2)) · Σ (n−k)(n−k−1)(n−k−2) ρ_k`, over the lags whose rank autocorrelation lies outside `±z/√n`
 * (Hamed and Rao 1998).
 */
function hamedRao(grid: EvenGrid, slope: number, lags: number, alpha: number): SerialFactor {
  const n = grid.values.length;
  const { ranks } = midRanks(detrended(grid, slope));
  const limit = normalQuantile(1 - alpha / 2, 0, 1) / Math.sqrt(n);
  let sum = 0;
  let used = 0;
  for (const [i, rho] of autocorrelations(grid.places, [...ranks], lags).entries()) {
    const k = i + 1;
    if (Math.abs(rho) <= limit) continue;
    sum += (n - k) * (n - k - 1) * (n - k - 2) * rho;
    used++;
  }
  return { factor: 1 + (2 / (n * (n - 1) * (n - 2))) * sum, lags: used };
}

/** `n/n* = 1 + 2 Σ (1 − k/n) ρ_k` over the first lags, ρ of the values less their trend (Yue and Wang 2004). */
function yueWang(grid: EvenGrid, slope: number, lags: number): SerialFactor {
  const n = grid.values.length;
  const rho = autocorrelations(grid.places, detrended(grid, slope), lags);
  return {
    factor: 1 + 2 * rho.reduce((sum, value, i) => sum + (1 - (i + 1) / n) * value, 0),
    lags,
  };
}

/** Values freed of their dependence on the one before; the first after each gap is lost. */
interface Whitened {
  readonly values: readonly number[];
  /** The autocorrelation that was taken out. */
  readonly r1: number;
}

/** `x_t − r₁ x_{t−1}` (von Storch 1995). */
function preWhiten({ places, values }: EvenGrid): Whitened {
  const [r1 = 0] = autocorrelations(places, values, 1);
  return { values: whiten(places, values, r1).map(({ value }) => value), r1 };
}

/** As `preWhiten`, the trend taken out before and put back after (Yue, Pilon, Phinney and Cavadias 2002). */
function trendFreePreWhiten(grid: EvenGrid, slope: number): Whitened {
  const rest = detrended(grid, slope);
  const [r1 = 0] = autocorrelations(grid.places, rest, 1);
  return {
    values: whiten(grid.places, rest, r1).map(({ place, value }) => value + place * slope),
    r1,
  };
}

function whiten(
  places: readonly number[],
  values: readonly number[],
  r1: number,
): readonly { readonly place: number; readonly value: number }[] {
  return values.flatMap((value, i) => {
    const place = places[i] as number;
    if (i === 0 || places[i - 1] !== place - 1) return [];
    return [{ place, value: value - r1 * (values[i - 1] as number) }];
  });
}

interface CorrectedTest {
  readonly test: KendallTest;
  /** Of the score, as used. */
  readonly variance: number;
  readonly factor: number | null;
  readonly lags: number;
  readonly r1: number | null;
  readonly slope: number | null;
}

interface Correction {
  readonly correction: SerialCorrection;
  readonly lags: number;
  readonly floor: number;
  readonly gaps: 'kept' | 'closed';
  readonly alpha: number;
}

/** Corrects the plain test of a series on even places. */
function correctTest(placed: EvenGrid, plain: KendallTest, how: Correction): CorrectedTest {
  const line = slopeInterval({ times: placed.places, values: placed.values }, 0.95, 'gilbert');
  const slope = line.estimate ?? 0;
  const grid = how.gaps === 'kept' ? placed : { ...placed, places: placed.values.map((_, i) => i) };
  switch (how.correction) {
    case 'pre_whitening':
      return whitenedTest(preWhiten(grid), slope / grid.step, how.alpha);
    case 'trend_free_pre_whitening':
      return whitenedTest(trendFreePreWhiten(grid, slope), slope / grid.step, how.alpha);
    default:
      return widenedTest(grid, plain, slope, how);
  }
}

function whitenedTest({ values, r1 }: Whitened, slope: number, alpha: number): CorrectedTest {
  const test = kendallTest(values, values.length <= 10 ? 'exact' : 'asymptotic', alpha);
  return { test, variance: test.variance, factor: null, lags: 1, r1, slope };
}

function widenedTest(
  grid: EvenGrid,
  plain: KendallTest,
  slope: number,
  { correction, lags, floor, alpha }: Correction,
): CorrectedTest {
  const found =
    correction === 'hamed_rao' ? hamedRao(grid, slope, lags, alpha) : yueWang(grid, slope, lags);
  const variance = plain.variance * Math.max(found.factor, floor);
  const { pairs } = kendallScore(grid.values);
  const distribution = asymptoticNull(variance, pairs);
  const p = distribution.p(plain.s);
  const smallestP = distribution.p(pairs);
  const verdict = verdictOfTest(p, Math.sign(plain.s), alpha, smallestP);
  const [r1 = 0] = autocorrelations(grid.places, detrended(grid, slope), 1);
  return {
    test: {
      ...plain,
      method: 'asymptotic',
      p,
      pAsymptotic: p,
      smallestP,
      verdict,
      because: verdict === 'no_conclusion' ? 'too_few' : null,
    },
    variance,
    ...found,
    r1,
    slope: slope / grid.step,
  };
}

export interface CorrectedMannKendallOptions extends About, WithAlpha {
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

const verdicts: Readonly<Record<TrendVerdict, Text>> = {
  rising: inFour('stijgend', 'hausse', 'steigend', 'rising'),
  falling: inFour('dalend', 'baisse', 'fallend', 'falling'),
  not_shown: inFour(
    'geen trend aantoonbaar',
    'aucune tendance démontrable',
    'kein Trend nachweisbar',
    'no trend shown',
  ),
  no_conclusion: inFour(
    'geen conclusie mogelijk',
    'aucune conclusion possible',
    'keine Aussage möglich',
    'no conclusion possible',
  ),
};

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
    throw wrongUse(
      '`floor` ligt boven 0, tot en met 1, niet {floor}',
      '`floor` est au-dessus de 0, jusqu’à 1, et non {floor}',
      '`floor` liegt über 0, bis 1, nicht {floor}',
      '`floor` must lie above 0, up to 1, got {floor}',
      { floor: String(floor) },
    );
  const gaps = checkAnyOf('gaps', options.gaps ?? 'kept', ['kept', 'closed']);
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
    assumptions: [
      oneDirection,
      inFour(
        'de samenhang neemt af met de afstand in de tijd',
        'la dépendance s’atténue avec la distance dans le temps',
        'die Abhängigkeit nimmt mit dem zeitlichen Abstand ab',
        'dependence fades with distance in time',
      ),
    ],
    warnings: listWarnings(
      alike,
      n > 1 &&
        n < 10 &&
        inFour(
          'met minder dan 10 waarden is niet voor samenhang te corrigeren: gewone exacte toets',
          'avec moins de 10 valeurs, la dépendance ne peut être corrigée\u00a0: test exact simple',
          'bei weniger als 10 Werten lässt sich die Abhängigkeit nicht korrigieren: einfacher exakter Test',
          'with fewer than 10 values dependence cannot be corrected: plain exact test',
        ),
      result.factor !== null && result.factor < floor && raisedTo('n/n*', result.factor, floor),
      clear &&
        correction !== 'pre_whitening' &&
        (result.r1 ?? 0) > 2 / Math.sqrt(n) &&
        inFour(
          'waarden hangen sterk van de vorige af: deze correctie vergist zich nog te vaak',
          'les valeurs dépendent fortement de la précédente\u00a0: cette correction se trompe encore trop souvent',
          'Werte hängen stark vom vorigen ab: Diese Korrektur irrt noch zu oft',
          'values depend strongly on the one before: this correction still errs too often',
        ),
      !(test.verdict === plain.verdict) &&
        inFour(
          'zonder de correctie zou de conclusie zijn: {verdict}',
          'sans la correction, la conclusion serait\u00a0: {verdict}',
          'ohne die Korrektur lautete das Urteil: {verdict}',
          'without the correction the verdict would be: {verdict}',
          { verdict: verdicts[plain.verdict] },
        ),
    ),
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
    says: trendSays(options, {
      verdict: test.verdict,
      because: test.because,
      n,
      p: nothing ? null : test.p,
      also: nothing ? null : dependenceWords(corrected, test.verdict, plain.verdict),
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
  throw wrongUse(
    "`lags` is een geheel getal boven nul of 'all', niet {lags}",
    "`lags` est un nombre entier au-dessus de zéro ou 'all', et non {lags}",
    "`lags` ist eine ganze Zahl über null oder 'all', nicht {lags}",
    "`lags` must be a whole number above zero or 'all', got {lags}",
    { lags: String(lags) },
  );
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
