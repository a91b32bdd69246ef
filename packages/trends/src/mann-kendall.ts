import { type Finding, shape, takes } from '@samenbeeld/schema';
import type { WithAlpha } from './about.ts';
import { type About, checkProbability, optionsShape } from './about.ts';
import { noMemory, oneDirection } from './assumptions.ts';
import { checkAnyOf } from './check-argument.ts';
import { cleanSeries } from './clean-series.ts';
import { kendallTest } from './kendall-test.ts';
import type { TrendVerdict } from './verdict.ts';
import { fewForDependence, listWarnings } from './warnings.ts';
import type { NoConclusion } from './words/no-trend.ts';
import { trendSays } from './words/trend.ts';

export interface MannKendallOptions extends About, WithAlpha {
  /** When each value was observed, increasing; positions where left out. The test uses only their order. */
  readonly times?: ArrayLike<number>;
  /**
   * - `auto` (default): exact for up to 10 values, with or without ties, else asymptotic
   * - `exact`: over all distinct orderings of the values, up to 100 of them
   * - `asymptotic`: normal, with tie correction and continuity correction
   */
  readonly method?: 'auto' | 'exact' | 'asymptotic';
}

/** A finding whose estimate is Kendall's tau-a. */
export interface MannKendall extends Finding {
  readonly details: {
    readonly s: number;
    readonly variance: number;
    readonly z: number;
    readonly tauA: number | null;
    readonly tauB: number | null;
    readonly pExact: number | null;
    readonly pAsymptotic: number | null;
    /** The smallest p these values could have given in any order. */
    readonly smallestP: number;
    readonly alpha: number;
    readonly verdict: TrendVerdict;
    readonly because: NoConclusion | null;
  };
}

const exactUpTo = 10;

/**
 * Mann-Kendall test: do the values rise or fall more often than chance would have it?
 *
 * For a monotone trend, also of few or skewed values. Not for a rise followed by a fall, nor for values that
 * depend on the one before. `S = Σ sgn(x_j − x_i)` over pairs i < j; `Z = (S ∓ 1) / √Var`, tau-a
 * `S / (n(n−1)/2)`, tau-b corrected for ties. Exact p by Kendall's recursion on inversions, with ties by its
 * multiset form; asymptotic p with tie and continuity correction.
 * Mann 1945; Kendall 1975; reference implementations pyMannKendall (`original_test`) and SciPy (`kendalltau`).
 *
 * Fewer than four values, or values with which no order could reach `alpha`, give "no conclusion possible".
 *
 * @param values in time order, null where missing
 * @throws InputError for no values, NaN or infinite values, times that do not increase
 * @throws UsageError for an exact test of more than 100 values, or an alpha outside 0…1
 * @example
 * ```ts
 * import { mannKendall } from '@samenbeeld/trends';
 * const rotterdam = mannKendall([13312, 5264, 18947, 33732, 40641, 70571, 46789, 45506, 25900, 11466]);
 * [rotterdam.details.s, rotterdam.details.variance, rotterdam.details.verdict] // => [11, 125, 'not_shown']
 * rotterdam.p?.toFixed(5) // => '0.38072'
 * ```
 */
export function mannKendall(
  values: ArrayLike<number | null>,
  options: MannKendallOptions = {},
): MannKendall {
  takes('mannKendall', ['values', values, shape.series], ['options', options, optionsShape]);

  const alpha = checkProbability('alpha', options.alpha ?? 0.05);
  const method = checkAnyOf('method', options.method ?? 'auto', ['auto', 'exact', 'asymptotic']);
  const { values: known } = cleanSeries(values, options.times);
  const chosen = method === 'auto' ? (known.length <= exactUpTo ? 'exact' : 'asymptotic') : method;
  const { verdict, because, n, ...test } = kendallTest(known, chosen, alpha);
  const nothing = verdict === 'no_conclusion';
  return {
    kind: 'mann_kendall',
    subject: options.subject ?? '',
    estimate: nothing ? null : test.tauA,
    unit: null,
    interval: null,
    n,
    p: n < 2 ? null : test.p,
    method: `Mann-Kendall, ${chosen}`,
    definition:
      'S = sum of sgn(x_j - x_i) over i < j; two-sided p of |S| without trend (Mann 1945, Kendall 1975)',
    assumptions: [noMemory, oneDirection],
    warnings: listWarnings(n < 10 && fewForDependence),
    confidence: nothing || n < 6 ? 'low' : n < 10 ? 'medium' : 'high',
    details: {
      s: test.s,
      variance: test.variance,
      z: test.z,
      tauA: test.tauA,
      tauB: test.tauB,
      pExact: chosen === 'exact' && n >= 2 ? test.p : null,
      pAsymptotic: test.pAsymptotic,
      smallestP: test.smallestP,
      alpha,
      verdict,
      because,
    },
    says: trendSays(options, {
      verdict,
      because,
      n,
      p: nothing ? null : test.p,
    }),
  };
}
