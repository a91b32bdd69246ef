import { type Finding, shape, takes, wrongUse } from '@samenbeeld/schema';
import type { WithLevel } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { oneDirectionInSeasons } from '../assumptions.ts';
import { checkAnyOf } from '../check-argument.ts';
import { freqOfSeasons } from '../frequency-of.ts';
import { levelAtZero, slopesWithin, withoutInterval } from '../slope-interval.ts';
import type { TrendVerdict } from '../verdict.ts';
import type { NoConclusion } from '../words/no-trend.ts';
import { trendSays } from '../words/trend.ts';
import { seasonalNull, seasonalScore } from './seasonal-score.ts';
import { byPartOfYear } from './seasonal-words.ts';
import { type SeasonOptions, splitSeasons } from './seasons.ts';

export interface SeasonalSenSlopeOptions extends About, SeasonOptions, WithLevel {
  /**
   * How the ends of the interval are ranked among the slopes:
   * - `gilbert` (default): `(N ∓ z√Var)/2` by the normal approximation, rounded
   * - `exact`: the slopes that the exact seasonal Mann-Kendall test would not reject; up to 200 values
   * - `asymptotic`: the slopes that the asymptotic test would not reject
   */
  readonly ranks?: 'gilbert' | 'exact' | 'asymptotic';
  /** Whether the variance holds the covariance between seasons (Hirsch and Slack 1984); `none`. */
  readonly dependence?: 'none' | 'between_seasons';
}

/** A finding whose estimate is the median slope within seasons, per year. */
export interface SeasonalSenSlope extends Finding {
  readonly details: {
    readonly slopes: number;
    readonly seasons: number;
    readonly variance: number;
    readonly lowRank: number | null;
    readonly highRank: number | null;
    /** Level at time zero: the median value less the slope times the median time. */
    readonly intercept: number | null;
    readonly verdict: TrendVerdict;
    readonly because: NoConclusion | null;
  };
}

/**
 * Seasonal Sen slope: the median of the slopes between values of the same season, with its interval.
 *
 * The size of a change per year in months, quarters or halves that have a season. The ranks of the interval come from
 * the variance of the seasonal Mann-Kendall score, as those of `senSlope` come from the plain one.
 * Hirsch, Slack and Smith 1982; Gilbert 1987, chapter 17; reference implementation pyMannKendall (`seasonal_sens_slope`).
 *
 * @param values in time order, null where missing
 * @throws InputError for no values, NaN or infinite values, times that do not increase, or a single season
 * @throws UsageError for seasons of another number than the values, or exact ranks of dependent seasons
 * @example
 * ```ts
 * import { seasonalSenSlope } from '@samenbeeld/trends';
 * seasonalSenSlope([3, 30, 5, 32, 7, 34, 9, 36], { seasons: 2 }).estimate // => 2
 * ```
 */
export function seasonalSenSlope(
  values: ArrayLike<number | null>,
  options: SeasonalSenSlopeOptions = {},
): SeasonalSenSlope {
  takes('seasonalSenSlope', ['values', values, shape.series], ['options', options, optionsShape]);

  const level = checkProbability('level', options.level ?? 0.95);
  const ranks = options.ranks ?? 'gilbert';
  const dependence = options.dependence ?? 'none';
  checkAnyOf('ranks', ranks, ['gilbert', 'exact', 'asymptotic']);
  checkAnyOf('dependence', dependence, ['none', 'between_seasons']);
  if (ranks === 'exact' && (dependence !== 'none' || values.length > 200))
    throw wrongUse(
      "`ranks: 'exact'` neemt tot 200 waarden van seizoenen die niet van elkaar afhangen; gebruik 'asymptotic'",
      "`ranks: 'exact'` prend jusqu’à 200 valeurs de saisons indépendantes ; utilisez 'asymptotic'",
      "`ranks: 'exact'` nimmt bis zu 200 Werte voneinander unabhängiger Saisons; 'asymptotic' verwenden",
      "`ranks: 'exact'` takes up to 200 values of seasons that do not depend on each other; use 'asymptotic'",
    );
  const alike = checkTogether(options, 'trend');
  const seasons = splitSeasons(values, options);
  const score = seasonalScore(seasons, dependence);
  const {
    estimate,
    interval,
    verdict,
    because: nothing,
    ...rest
  } = slopesWithin(seasons, {
    level,
    variance: Math.max(0, score.variance),
    pairs: score.variance > 0 ? score.pairs : 0,
    test: ranks === 'gilbert' ? null : seasonalNull(seasons, score, ranks),
  });
  const because = nothing === 'constant' && score.pairs > 0 ? 'no_interval' : nothing;
  const n = seasons.reduce((sum, season) => sum + season.values.length, 0);
  const years = Math.max(...seasons.map((season) => season.values.length));
  const unit = options.unit ?? null;
  return {
    kind: 'seasonal_sen_slope',
    subject: options.subject ?? '',
    estimate,
    unit: `${unit ?? '1'}/year`,
    interval,
    n,
    p: null,
    method: `Seasonal Sen slope, ${ranks === 'gilbert' ? 'ranks by Gilbert' : `ranks by the ${ranks} seasonal Mann-Kendall test`}`,
    definition:
      'median of (x_j - x_i) / (t_j - t_i) over pairs of one season (Hirsch, Slack and Smith 1982); interval by ranks (Gilbert 1987)',
    assumptions: [oneDirectionInSeasons],
    warnings: [...alike, ...withoutInterval(because)],
    confidence: !interval || years < 4 ? 'low' : years < 10 ? 'medium' : 'high',
    details: {
      ...rest,
      seasons: seasons.length,
      intercept: levelAtZero(seasons, estimate),
      verdict,
      because,
    },
    says: trendSays(options, {
      verdict,
      because,
      n,
      slope: estimate,
      interval,
      unit,
      per: 'year',
      freq: freqOfSeasons(
        typeof options.seasons === 'object' ? seasons.length : (options.seasons ?? 12),
      ),
      also: interval ? byPartOfYear(false) : null,
    }),
  };
}
