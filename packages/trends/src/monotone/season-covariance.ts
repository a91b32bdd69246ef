import type { SeasonSeries } from './seasons.ts';

/**
 * Covariance of the scores of two seasons without trend (Dietz and Killeen 1981; missing years as Hirsch and Slack
 * 1984): `[K + 4 Σ R_g R_h − n(n_g + 1)(n_h + 1)] / 3`, K the concordance of the two seasons over pairs of years, R the ranks,
 * a missing year having the middle rank.
 */
export function seasonCovariance(one: SeasonSeries, other: SeasonSeries): number {
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
