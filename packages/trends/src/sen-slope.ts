import { type Finding, shape, takes, wrongUse } from '@samenbeeld/schema';
import type { WithLevel } from './about.ts';
import { type About, checkProbability, optionsShape } from './about.ts';
import { noMemory, oneDirection } from './assumptions.ts';
import { checkAnyOf } from './check-argument.ts';
import { cleanSeries } from './clean-series.ts';
import { freqOfTimes } from './frequency-of.ts';
import { exactLimit } from './kendall-null.ts';
import { levelAtZero, slopeInterval, withoutInterval } from './slope-interval.ts';
import type { TrendVerdict } from './verdict.ts';
import type { NoConclusion } from './words/no-trend.ts';
import { trendSays } from './words/trend.ts';

export interface SenSlopeOptions extends About, WithLevel {
  /** When each value was observed, increasing, in years; positions where left out. May be unequally spaced. */
  readonly times?: ArrayLike<number>;
  /**
   * How the ends of the interval are ranked among the slopes:
   * - `gilbert` (default): `(N ∓ z√Var)/2` by the normal approximation, rounded
   * - `exact`: the slopes that an exact Mann-Kendall test would not reject; up to 100 values
   * - `asymptotic`: the slopes that the asymptotic Mann-Kendall test would not reject
   */
  readonly ranks?: 'gilbert' | 'exact' | 'asymptotic';
}

/** A finding whose estimate is the median slope. */
export interface SenSlope extends Finding {
  readonly details: {
    readonly slopes: number;
    readonly variance: number;
    /** Ranks of the ends among the ordered slopes, the first being 1; null where no interval is possible. */
    readonly lowRank: number | null;
    readonly highRank: number | null;
    /** Level at time zero: the median value less the slope times the median time. */
    readonly intercept: number | null;
    readonly verdict: TrendVerdict;
    readonly because: NoConclusion | null;
  };
}

/**
 * Sen's slope: the median of the slopes between all pairs of values, with its interval.
 *
 * The size of a monotone trend, hardly moved by one outlier. `(x_j − x_i) / (t_j − t_i)` over i < j, so
 * missing years and unequal spacing are allowed; the estimate is per unit of `times`. The interval runs from
 * the M1-th to the (M2+1)-th ordered slope, `M1 = (N − z√Var)/2`, `M2 = (N + z√Var)/2`, Var corrected for ties.
 * Where a rank falls outside the slopes no interval is possible, and the finding says so.
 * Theil 1950; Sen 1968; Gilbert 1987, §16.5; reference implementation SciPy `theilslopes`.
 *
 * @param values in time order, null where missing
 * @throws InputError for no values, NaN or infinite values, times that do not increase
 * @throws UsageError for exact ranks of more than 100 values, or a level outside 0…1
 * @example
 * ```ts
 * import { senSlope } from '@samenbeeld/trends';
 * senSlope([13312, 5264, 18947, 33732, 40641, 70571, 46789, 45506, 25900, 11466]).estimate // => 2943.5
 * senSlope([1, 2, 4, 3]).interval // => null
 * ```
 */
export function senSlope(
  values: ArrayLike<number | null>,
  options: SenSlopeOptions = {},
): SenSlope {
  takes('senSlope', ['values', values, shape.series], ['options', options, optionsShape]);

  const level = checkProbability('level', options.level ?? 0.95);
  const ranks = checkAnyOf('ranks', options.ranks ?? 'gilbert', ['gilbert', 'exact', 'asymptotic']);
  const series = cleanSeries(values, options.times);
  if (ranks === 'exact' && series.values.length > exactLimit)
    throw wrongUse(
      "`ranks: 'exact'` neemt tot {exactLimit} waarden, niet {n}; gebruik 'asymptotic', dat daar nauwkeurig is",
      "`ranks: 'exact'` prend jusqu’à {exactLimit} valeurs, et non {n} ; utilisez 'asymptotic', précis dans ce cas",
      "`ranks: 'exact'` nimmt bis zu {exactLimit} Werte, nicht {n}; 'asymptotic' verwenden, das dort genau ist",
      "`ranks: 'exact'` takes up to {exactLimit} values, got {n}; use 'asymptotic', which is accurate there",
      { exactLimit: String(exactLimit), n: String(series.values.length) },
    );
  const { estimate, interval, verdict, because, ...rest } = slopeInterval(series, level, ranks);
  const n = series.values.length;
  const unit = options.unit ?? null;
  const per = options.times ? 'year' : 'period';
  return {
    kind: 'sen_slope',
    subject: options.subject ?? '',
    estimate,
    unit: `${unit ?? '1'}/${per}`,
    interval,
    n,
    p: null,
    method: `Sen slope, ${ranks === 'gilbert' ? 'ranks by Gilbert' : `ranks by the ${ranks} Mann-Kendall test`}`,
    definition:
      'median of (x_j - x_i) / (t_j - t_i) over i < j (Theil 1950, Sen 1968); interval by ranks (Gilbert 1987)',
    assumptions: [noMemory, oneDirection],
    warnings: withoutInterval(because),
    confidence: !interval || n < 6 ? 'low' : n < 10 ? 'medium' : 'high',
    details: { ...rest, intercept: levelAtZero([series], estimate), verdict, because },
    says: trendSays(options, {
      verdict,
      because,
      n,
      slope: estimate,
      interval,
      unit,
      per,
      freq: options.times ? freqOfTimes(series.times) : null,
    }),
  };
}
