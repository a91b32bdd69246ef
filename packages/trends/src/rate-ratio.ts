import { type Finding, inFour, shape, type Text, takes } from '@samenbeeld/schema';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import type { WithLevel } from './about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from './about.ts';
import { oneCountingRule } from './assumptions.ts';
import { checkTwoCounts } from './check-count.ts';
import {
  type CountDispersion,
  confidenceOfTwo,
  type DispersionFrom,
  type DispersionOptions,
  dispersionUnknown,
  independence,
  type JudgedRatio,
  judgeRatio,
  knownDispersion,
  ratioP,
} from './dispersion.ts';
import { firstWhere } from './first-where.ts';
import { logChoose } from './log-choose.ts';
import type { RatioVerdict } from './verdict.ts';
import { fewOnOneSide } from './warnings.ts';
import { effortSays } from './words/effort.ts';
import { ratioSays } from './words/ratio.ts';

/** Two-sided p values of a binomial test. */
interface BinomialTest {
  /** All outcomes at most as likely as the one observed, as R `binom.test` and SciPy `binomtest` define it. */
  readonly p: number;
  /** Twice the smaller tail, which agrees with the Clopper-Pearson interval. */
  readonly central: number;
}

/** Exact test of `successes` in `trials` against a chance of `chance`, 0 < chance < 1. */
function binomialTest(successes: number, trials: number, chance: number): BinomialTest {
  const odds = Math.log(chance) - Math.log1p(-chance);
  const logMass = (k: number): number => logChoose(trials, k) + k * odds;
  const lower = (k: number): number => (k < 0 ? 0 : binomialCdf(k, trials, chance));
  const upper = (k: number): number =>
    k > trials ? 0 : binomialCdf(trials - k, trials, 1 - chance);
  const central = Math.min(1, 2 * Math.min(lower(successes), upper(successes)));
  const limit = logMass(successes) + 1e-7;
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  if (logMass(mode) <= limit) return { p: 1, central };
  if (successes < mode) {
    const other = firstWhere((k) => logMass(k) <= limit, mode, trials + 1);
    return { p: Math.min(1, lower(successes) + upper(other)), central };
  }
  const other = -firstWhere((k) => logMass(-k) <= limit, -mode, 1);
  return { p: Math.min(1, upper(successes) + lower(other)), central };
}

export interface RateRatioOptions extends About, DispersionOptions, WithLevel {
  /** What the two counts stand against; [1, 1]. */
  readonly exposures?: readonly [number, number];
}

/** A finding whose estimate is the ratio; null where the second count is zero. */
export interface RateRatio extends Finding {
  readonly details: {
    readonly first: number;
    readonly second: number;
    readonly firstExposure: number;
    readonly secondExposure: number;
    /** Twice the smaller tail: the test that the interval inverts. */
    readonly pCentral: number | null;
    /** Variance over the mean that the interval rests on; 1 where none is known. */
    readonly dispersion: number;
    readonly dispersionFrom: DispersionFrom;
    /** The usual dispersion of such counts and the interval at it, where none is known; the verdict follows it. */
    readonly usualDispersion: number | null;
    readonly usualLow: number | null;
    readonly usualHigh: number | null;
    readonly verdict: RatioVerdict;
  };
}

/**
 * How many times as high one rate is as another, given two counts of events.
 *
 * For seizures of two years, two ports or two hubs, per control where controls are known. Conditional on
 * a + b: Clopper-Pearson on `a/(a+b)`, ratio `= p/(1−p) · Eb/Ea`. `p` is the two-sided exact binomial test
 * that sums every outcome at most as likely as the one observed (the definition of R `poisson.test` and SciPy
 * `binomtest`); `details.pCentral` is twice the smaller tail, which always agrees with the interval. Where the second
 * count is zero the interval has no upper end (Infinity). Przyborowski and Wilenski 1940; Clopper and Pearson 1934.
 *
 * Finds come in series and effort moves, so that two counts differ more than independent events would. With `series` or
 * `dispersion` that enters interval and p (quasi-Poisson, McCullagh and Nelder 1989). Without, `interval` is that of
 * independent events, `details.usual` that at the usual dispersion, and verdict and sentence follow the latter.
 *
 * @param first count whose rate is asked for
 * @param second count it is compared with
 * @throws InputError for counts that are no whole numbers, or exposures that are not above zero
 * @example
 * ```ts
 * import { rateRatio } from '@samenbeeld/trends';
 * const { estimate, interval } = rateRatio(24, 15);
 * [estimate, interval?.low.toFixed(4), interval?.high.toFixed(4)] // => [1.6, '0.8057', '3.2801']
 * ```
 */
export function rateRatio(
  first: number,
  second: number,
  options: RateRatioOptions = {},
): RateRatio {
  takes(
    'rateRatio',
    ['first', first, shape.number],
    ['second', second, shape.number],
    ['options', options, optionsShape],
  );
  return compareRates(first, second, options, knownDispersion(options)).finding;
}

/** `rateRatio` with a dispersion that is known already, or not at all, and what it is judged by. */
export function compareRates(
  first: number,
  second: number,
  options: Omit<RateRatioOptions, keyof DispersionOptions>,
  known: CountDispersion | null,
): { readonly finding: RateRatio; readonly judged: JudgedRatio } {
  const level = checkProbability('level', options.level ?? 0.95);
  const [firstExposure, secondExposure] = options.exposures ?? [1, 1];
  checkTwoCounts([first, second], [firstExposure, secondExposure]);
  const total = first + second;
  const scale = secondExposure / firstExposure;
  const judged = judgeRatio(first, second, scale, level, known);
  const { interval, dispersion, usual, verdict } = judged;
  const test =
    total === 0
      ? null
      : binomialTest(first, total, firstExposure / (firstExposure + secondExposure));
  const estimate = second === 0 ? null : (first / second) * scale;
  const p =
    known && (known.factor > 1 || known.degreesOfFreedom !== null)
      ? ratioP(first, second, scale, level, known)
      : (test?.p ?? null);
  const apart = interval !== null && (interval.low > 1 || interval.high < 1);
  const warnings: Text[] = [...checkTogether(options, 'rate')];
  if (Math.min(first, second) < 10) warnings.push(fewOnOneSide);
  if (p !== null && apart !== p <= 1 - level)
    warnings.push(
      inFour(
        'de toets en het interval verschillen op de grens; de zin volgt het interval',
        'le test et l’intervalle diffèrent à la limite\u00a0; la phrase suit l’intervalle',
        'Test und Intervall unterscheiden sich an der Grenze; der Satz folgt dem Intervall',
        'the test and the interval differ at the margin; the sentence follows the interval',
      ),
    );
  if (usual) warnings.push(dispersionUnknown);
  const finding: RateRatio = {
    kind: 'rate_ratio',
    subject: options.subject ?? '',
    estimate,
    unit: null,
    interval,
    n: total,
    p,
    method: `Ratio of two rates, ${dispersion.factor === 1 ? 'exact conditional' : 'quasi-Poisson'}`,
    definition:
      'binomial a of a + b: Clopper-Pearson interval; two-sided p over outcomes at most as likely',
    assumptions: [independence(known), oneCountingRule],
    warnings,
    confidence: confidenceOfTwo(first, second, known),
    details: {
      first,
      second,
      firstExposure,
      secondExposure,
      pCentral: test?.central ?? null,
      dispersion: dispersion.factor,
      dispersionFrom: dispersion.from,
      usualDispersion: usual?.factor ?? null,
      usualLow: usual?.interval.low ?? null,
      usualHigh: usual?.interval.high ?? null,
      verdict,
    },
    says: ratioSays({
      ...judged,
      first,
      second,
      estimate,
      label: options.label,
      effort: effortSays(options, options.exposures),
    }),
  };
  return { finding, judged };
}
