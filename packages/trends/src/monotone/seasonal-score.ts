import { InputError, inFour } from '@samenbeeld/schema';
import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import { asymptoticNull, exactNull, inversionCounts, type KendallNull } from '../kendall-null.ts';
import { kendallScore, kendallVariance } from '../kendall-score.ts';
import type { SeasonSeries } from './seasons.ts';

/**
 * Covariance of the scores of two seasons without trend (Dietz and Killeen 1981; missing years as Hirsch and Slack
 * 1984): `[K + 4 Σ R_g R_h − n(n_g + 1)(n_h + 1)] / 3`, K the concordance of the two seasons over pairs of years, R the ranks,
 * a missing year having the middle rank.
 */
function seasonCovariance(one: SeasonSeries, other: SeasonSeries): number {
  const years = [...new Set([...one.years, ...other.years])];
  const left = alongYears(one, years);
  const right = alongYears(other, years);
  let concordance = 0;
  for (let i = 0; i < years.length; i++)
    for (let j = i + 1; j < years.length; j++) concordance += step(left, i, j) * step(right, i, j);
  const ranksLeft = ranksOf(left);
  const ranksRight = ranksOf(right);
  const product = ranksLeft.reduce((sum, rank, i) => sum + rank * (ranksRight[i] as number), 0);
  const expected = years.length * (one.values.length + 1) * (other.values.length + 1);
  return (concordance + 4 * product - expected) / 3;
}

function alongYears(
  { years, values }: SeasonSeries,
  all: readonly number[],
): readonly (number | null)[] {
  const byYear = new Map(years.map((year, i) => [year, values[i] as number]));
  return all.map((year) => byYear.get(year) ?? null);
}

function step(values: readonly (number | null)[], i: number, j: number): number {
  const [earlier, later] = [values[i] ?? null, values[j] ?? null];
  return earlier === null || later === null ? 0 : Math.sign(later - earlier);
}

function ranksOf(values: readonly (number | null)[]): readonly number[] {
  const known = values.filter((value) => value !== null);
  return values.map((value) =>
    value === null
      ? (known.length + 1) / 2
      : (known.length + 1 + known.reduce((sum, other) => sum + Math.sign(value - other), 0)) / 2,
  );
}

/** Kendall's score of each season, and of all of them together. */
export interface SeasonalScore {
  readonly s: number;
  readonly variance: number;
  /** Pairs of unequal values within a season, and all pairs within a season. */
  readonly pairs: number;
  readonly allPairs: number;
  readonly bySeason: readonly SeasonScore[];
  /** Whether the seasons move alike (van Belle and Hughes 1984); null where fewer than two can be tested. */
  readonly heterogeneity: { readonly chiSquare: number; readonly p: number } | null;
  /** Continuity correction of the score; none with covariance (Hirsch and Slack 1984). */
  readonly continuity: 0 | 1;
}

/** Kendall's score of one season. */
export interface SeasonScore {
  readonly season: string;
  readonly n: number;
  readonly s: number;
  readonly variance: number;
}

/** Sums the scores of the seasons; seasons of one year count as independent, or with their covariance. */
export function seasonalScore(
  seasons: readonly SeasonSeries[],
  dependence: 'none' | 'between_seasons',
): SeasonalScore {
  const scores = seasons.map(({ season, values }) => {
    const { s, pairs, ties } = kendallScore(values);
    return { season, n: values.length, s, pairs, variance: kendallVariance(values.length, ties) };
  });
  const sum = (of: (score: (typeof scores)[number]) => number): number =>
    scores.reduce((total, score) => total + of(score), 0);
  const covariance = dependence === 'none' ? 0 : 2 * covarianceOf(seasons);
  return {
    s: sum(({ s }) => s),
    variance: sum(({ variance }) => variance) + covariance,
    pairs: sum(({ pairs }) => pairs),
    allPairs: sum(({ n }) => (n * (n - 1)) / 2),
    bySeason: scores.map(({ season, n, s, variance }) => ({ season, n, s, variance })),
    heterogeneity: heterogeneity(scores),
    continuity: dependence === 'none' ? 1 : 0,
  };
}

function covarianceOf(seasons: readonly SeasonSeries[]): number {
  for (const { season, years } of seasons) {
    const twice = years.find((year, i) => years.indexOf(year) < i);
    if (twice !== undefined)
      throw new InputError(
        inFour(
          'verwacht: één waarde van seizoen {season} in een jaar; gevonden: twee',
          'attendu : une valeur de la saison {season} par an ; trouvé : deux',
          'erwartet: ein Wert der Saison {season} im Jahr; gefunden: zwei',
          'expected one value of season {season} in a year, found two',
          { season },
        ),
        inFour(
          'tel de waarden van een seizoen in een jaar op, of noem de seizoenen fijner',
          'sommez les valeurs d’une saison dans l’année, ou nommez les saisons plus finement',
          'die Werte einer Saison im Jahr summieren oder die Saisons feiner benennen',
          'sum the values of a season in a year, or name the seasons more finely',
        ),
      );
  }
  return seasons.reduce(
    (total, one, i) =>
      total +
      seasons.slice(i + 1).reduce((inner, other) => inner + seasonCovariance(one, other), 0),
    0,
  );
}

function heterogeneity(scores: readonly SeasonScore[]): SeasonalScore['heterogeneity'] {
  const z = scores
    .filter(({ variance }) => variance > 0)
    .map(({ s, variance }) => s / Math.sqrt(variance));
  if (z.length < 2) return null;
  const mean = z.reduce((sum, value) => sum + value, 0) / z.length;
  const chiSquare = z.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { chiSquare, p: 1 - chisquareCdf(chiSquare, z.length - 1) };
}

/** The distribution of the summed score without trend: exact over the orderings within each season, or normal. */
export function seasonalNull(
  seasons: readonly SeasonSeries[],
  score: SeasonalScore,
  method: 'exact' | 'asymptotic',
): KendallNull {
  if (method === 'asymptotic') return asymptoticNull(score.variance, score.pairs, score.continuity);
  return exactNull(
    seasons
      .map(({ values }) => inversionCounts(values.length, kendallScore(values).ties))
      .reduce(convolve, [1n]),
  );
}

function convolve(left: readonly bigint[], right: readonly bigint[]): readonly bigint[] {
  const product = Array.from({ length: left.length + right.length - 1 }, () => 0n);
  for (const [i, a] of left.entries())
    for (const [j, b] of right.entries()) product[i + j] = (product[i + j] as bigint) + a * b;
  return product;
}
