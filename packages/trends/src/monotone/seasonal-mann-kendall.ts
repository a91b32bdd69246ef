import { type Finding, inFour, shape, takes, wrongUse } from '@samenbeeld/schema';
import type { WithAlpha } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { noMemory, oneDirectionInSeasons } from '../assumptions.ts';
import { checkAnyOf } from '../check-argument.ts';
import { type TrendVerdict, verdictOfTest } from '../verdict.ts';
import { listWarnings } from '../warnings.ts';
import type { NoConclusion } from '../words/no-trend.ts';
import { trendSays } from '../words/trend.ts';
import { type SeasonScore, seasonalNull, seasonalScore } from './seasonal-score.ts';
import { byPartOfYear } from './seasonal-words.ts';
import { type SeasonOptions, splitSeasons } from './seasons.ts';

export interface SeasonalMannKendallOptions extends About, SeasonOptions, WithAlpha {
  /**
   * - `auto` (default): exact for up to 40 values with at most 10 in a season, else asymptotic
   * - `exact`: over all orderings within each season, up to 200 values
   * - `asymptotic`: normal, with tie correction and continuity correction
   */
  readonly method?: 'auto' | 'exact' | 'asymptotic';
  /**
   * - `none` (default): the seasons of a year do not depend on each other
   * - `between_seasons`: with the covariance of the seasons (Hirsch and Slack 1984), for ten years or more; asymptotic,
   *   without continuity correction
   */
  readonly dependence?: 'none' | 'between_seasons';
}

/** A finding whose estimate is Kendall's tau-a over the pairs within a season. */
export interface SeasonalMannKendall extends Finding {
  readonly bySeason: readonly SeasonScore[];
  readonly details: {
    readonly s: number;
    readonly variance: number;
    readonly z: number;
    readonly tau: number | null;
    readonly seasons: number;
    /** Whether the seasons move alike: χ² of van Belle and Hughes 1984, and its p. */
    readonly heterogeneity: number | null;
    readonly pHeterogeneity: number | null;
    readonly smallestP: number;
    readonly alpha: number;
    readonly verdict: TrendVerdict;
    readonly because: NoConclusion | null;
  };
}

/**
 * Seasonal Mann-Kendall test: do the values rise or fall, each season compared only with itself in other years?
 *
 * For months, quarters or halves with a season in them. `S` and its variance are summed over the seasons; the exact p
 * counts the orderings within the seasons. With `dependence: 'between_seasons'` the covariance of the seasons is added, so
 * that values which depend on the one before do not make the test too sure. `details.pHeterogeneity` tells whether
 * the seasons go different ways, which one direction would hide.
 * Hirsch, Slack and Smith 1982; Hirsch and Slack 1984; reference implementation pyMannKendall (`seasonal_test`,
 * `correlated_seasonal_test`).
 *
 * @param values in time order, null where missing
 * @throws InputError for no values, NaN or infinite values, times that do not increase, or a single season
 * @throws UsageError for seasons of another number than the values, or an exact test of dependent seasons
 * @example
 * ```ts
 * import { seasonalMannKendall } from '@samenbeeld/trends';
 * const halves = seasonalMannKendall([3, 30, 5, 32, 6, 35, 8, 36, 9, 41], { seasons: 2 });
 * [halves.details.s, halves.details.verdict] // => [20, 'rising']
 * ```
 */
export function seasonalMannKendall(
  values: ArrayLike<number | null>,
  options: SeasonalMannKendallOptions = {},
): SeasonalMannKendall {
  takes(
    'seasonalMannKendall',
    ['values', values, shape.series],
    ['options', options, optionsShape],
  );

  const alpha = checkProbability('alpha', options.alpha ?? 0.05);
  const dependence = checkAnyOf('dependence', options.dependence ?? 'none', [
    'none',
    'between_seasons',
  ]);
  const alike = checkTogether(options, 'trend');
  const seasons = splitSeasons(values, options);
  const sizes = seasons.map((season) => season.values.length);
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const years = Math.max(...sizes);
  const method = methodOf(options.method ?? 'auto', dependence, n, years);
  const score = seasonalScore(seasons, dependence);
  const { s, variance, pairs, allPairs, heterogeneity } = score;
  const usable = n >= 4 && pairs > 0 && variance > 0;
  const distribution = usable ? seasonalNull(seasons, score, method) : null;
  const p = distribution?.p(s) ?? 1;
  const smallestP = distribution?.p(pairs) ?? 1;
  const verdict = usable ? verdictOfTest(p, Math.sign(s), alpha, smallestP) : 'no_conclusion';
  const nothing = verdict === 'no_conclusion';
  const because = !nothing ? null : allPairs > 0 && pairs === 0 ? 'constant' : 'too_few';
  const apart = heterogeneity !== null && heterogeneity.p <= alpha;
  return {
    kind: 'seasonal_mann_kendall',
    subject: options.subject ?? '',
    estimate: nothing ? null : s / allPairs,
    unit: null,
    interval: null,
    n,
    p: allPairs > 0 ? p : null,
    method: `Seasonal Mann-Kendall, ${method}${dependence === 'none' ? '' : ', with covariance between seasons'}`,
    definition:
      'S and its variance summed over seasons, two-sided p (Hirsch, Slack and Smith 1982; Hirsch and Slack 1984)',
    assumptions: [
      dependence === 'none'
        ? noMemory
        : inFour(
            'waarden van verschillende jaren hangen niet van elkaar af',
            'les valeurs d’années différentes ne dépendent pas les unes des autres',
            'Werte verschiedener Jahre hängen nicht voneinander ab',
            'values of different years do not depend on each other',
          ),
      oneDirectionInSeasons,
    ],
    warnings: listWarnings(
      alike,
      apart &&
        inFour(
          'de seizoenen bewegen niet gelijk: één richting verhult de verschillen',
          'les saisons n’évoluent pas de même\u00a0: une seule direction cache leurs différences',
          'die Jahreszeiten verlaufen nicht gleich: Eine einzige Richtung verdeckt ihre Unterschiede',
          'the seasons do not move alike: one direction hides their differences',
        ),
      dependence === 'between_seasons' &&
        years < 10 &&
        inFour(
          'met minder dan 10 jaren is de covariantie tussen seizoenen grof',
          'avec moins de 10 ans, la covariance entre saisons est approximative',
          'bei weniger als 10 Jahren ist die Kovarianz zwischen den Jahreszeiten grob',
          'with fewer than 10 years the covariance between seasons is rough',
        ),
    ),
    confidence: nothing || years < 4 ? 'low' : years < 10 || apart ? 'medium' : 'high',
    bySeason: score.bySeason,
    details: {
      s,
      variance,
      z: s === 0 || !usable ? 0 : (s - score.continuity * Math.sign(s)) / Math.sqrt(variance),
      tau: allPairs > 0 ? s / allPairs : null,
      seasons: seasons.length,
      heterogeneity: heterogeneity?.chiSquare ?? null,
      pHeterogeneity: heterogeneity?.p ?? null,
      smallestP,
      alpha,
      verdict,
      because,
    },
    says: trendSays(options, {
      verdict,
      because,
      n,
      p: nothing ? null : p,
      per: 'year',
      also: nothing ? null : byPartOfYear(apart),
    }),
  };
}

function methodOf(
  asked: 'auto' | 'exact' | 'asymptotic',
  dependence: 'none' | 'between_seasons',
  n: number,
  years: number,
): 'exact' | 'asymptotic' {
  checkAnyOf('method', asked, ['auto', 'exact', 'asymptotic']);
  if (asked === 'auto')
    return dependence === 'none' && n <= 40 && years <= 10 ? 'exact' : 'asymptotic';
  if (asked === 'exact' && dependence !== 'none')
    throw wrongUse(
      "`method: 'exact'` vraagt seizoenen die niet van elkaar afhangen; gebruik 'asymptotic' met `dependence`",
      "`method: 'exact'` demande des saisons indépendantes ; utilisez 'asymptotic' avec `dependence`",
      "`method: 'exact'` verlangt voneinander unabhängige Saisons; 'asymptotic' mit `dependence` verwenden",
      "`method: 'exact'` needs seasons that do not depend on each other; use 'asymptotic' with `dependence`",
    );
  if (asked === 'exact' && n > 200)
    throw wrongUse(
      "`method: 'exact'` neemt tot 200 waarden, niet {n}; gebruik 'asymptotic', dat daar nauwkeurig is",
      "`method: 'exact'` prend jusqu’à 200 valeurs, et non {n} ; utilisez 'asymptotic', précis dans ce cas",
      "`method: 'exact'` nimmt bis zu 200 Werte, nicht {n}; 'asymptotic' verwenden, das dort genau ist",
      "`method: 'exact'` takes up to 200 values, got {n}; use 'asymptotic', which is accurate there",
      { n: String(n) },
    );
  return asked;
}
