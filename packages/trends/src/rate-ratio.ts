import type { Finding } from '@samenbeeld/schema';
import { type About, checkProbability, checkTogether } from './about.ts';
import { binomialTest } from './binomial-test.ts';
import { checkCount, checkExposure } from './check-count.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { type RatioVerdict, verdictOfRatio } from './verdict.ts';
import { ratioSays } from './words/ratio.ts';

/** Options of `rateRatio`. */
export interface RateRatioOptions extends About {
  /** What the two counts stand against; [1, 1]. */
  readonly exposures?: readonly [number, number];
  /** Level of the interval; 0.95. */
  readonly level?: number;
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
    readonly verdict: RatioVerdict;
  };
}

/**
 * How many times as high one rate is as another, given two counts of independent events.
 *
 * For seizures of two years, two ports or two hubs, per control where controls are known. Conditional on
 * a + b: Clopper-Pearson on `a/(a+b)`, ratio `= p/(1−p) · Eb/Ea`. `p` is the two-sided exact binomial test
 * that sums every outcome at most as likely as the one observed (the definition of R `poisson.test` and SciPy
 * `binomtest`); `details.pCentral` is twice the smaller tail, which always agrees with the interval. The
 * sentence follows the interval. Where the second count is zero the interval has no upper end (Infinity).
 * Przyborowski and Wilenski 1940; Clopper and Pearson 1934.
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
  const level = checkProbability('level', options.level ?? 0.95);
  const [firstExposure, secondExposure] = options.exposures ?? [1, 1];
  checkCount('the first count', first);
  checkCount('the second count', second);
  checkExposure('the first exposure', firstExposure);
  checkExposure('the second exposure', secondExposure);
  const total = first + second;
  const scale = secondExposure / firstExposure;
  const share = clopperPearson(first, total, level);
  const interval =
    total === 0
      ? null
      : {
          low: (share.low / (1 - share.low)) * scale,
          high:
            share.high === 1 ? Number.POSITIVE_INFINITY : (share.high / (1 - share.high)) * scale,
          level,
        };
  const test =
    total === 0
      ? null
      : binomialTest(first, total, firstExposure / (firstExposure + secondExposure));
  const verdict = verdictOfRatio(interval);
  const estimate = second === 0 ? null : (first / second) * scale;
  const clear = verdict === 'higher' || verdict === 'lower';
  const warnings: string[] = [...checkTogether(options, 'rate')];
  if (Math.min(first, second) < 10)
    warnings.push('fewer than 10 events on one side: state no percentage change');
  if (test && clear !== test.p <= 1 - level)
    warnings.push(
      'the test and the interval differ at the margin; the sentence follows the interval',
    );
  return {
    kind: 'rate_ratio',
    subject: options.subject ?? '',
    estimate,
    unit: null,
    interval,
    n: total,
    p: test?.p ?? null,
    method: 'Ratio of two Poisson rates, exact conditional',
    definition:
      'binomial a of a + b: Clopper-Pearson interval; two-sided p over outcomes at most as likely',
    assumptions: ['events are independent of each other', 'both counts use the same counting rule'],
    warnings,
    confidence: Math.min(first, second) < 10 ? 'low' : total < 100 ? 'medium' : 'high',
    details: {
      first,
      second,
      firstExposure,
      secondExposure,
      pCentral: test?.central ?? null,
      verdict,
    },
    says: ratioSays({
      verdict,
      first,
      second,
      estimate,
      interval,
      label: options.label,
      controls: options.controls ?? false,
    }),
  };
}
