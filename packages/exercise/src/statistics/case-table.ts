import { profiles } from '../profiles.ts';
import { type Random, randomOf } from '../random.ts';
import { grouped, withComma } from './table.ts';

/** One row of the table of cases before it is written. */
export interface CaseRow {
  readonly place: string;
  readonly substance: string;
  readonly year: number;
  readonly cases: number;
  readonly attempts: number;
  readonly suspects: number;
  readonly men: number;
  readonly population: number;
}

export const caseYears = { first: 2004, last: 2025 } as const;
/** Standard deviation of a year against the next, on the log scale, beside what counting alone gives. */
export const caseNoise = 0.06;
/** Cases behind each find of the exercise's profiles. */
const casesPerFind = 700;

/** A count around a mean: normal with Poisson variance, never negative. */
export function countAround(mean: number, random: Random): number {
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
}

function seriesOf(
  place: string,
  substance: string,
  mean: number,
  growth: number,
  random: Random,
): readonly CaseRow[] {
  const years = Array.from(
    { length: caseYears.last - caseYears.first + 1 },
    (_, at) => caseYears.first + at,
  );
  const perCase = 0.7 + random.int(0, 300) / 1000;
  const inhabitants = 200_000 + random.int(0, 1_800_000);
  return years.map((year, at) => {
    const cases = countAround(
      mean * (1 + growth * at) * Math.exp(caseNoise * random.normal()),
      random,
    );
    const suspects = countAround(cases * perCase, random);
    return {
      place,
      substance,
      year,
      cases,
      attempts: countAround(cases * 0.09, random),
      suspects,
      men: suspects - Math.min(suspects, countAround(suspects * 0.16, random)),
      population: inhabitants + 2000 * at,
    };
  });
}

/** Yearly cases and suspects by place and drug, with the means of the profiles that the finds are drawn from. */
export function caseRows(seed: number): readonly CaseRow[] {
  const random = randomOf(seed, 'statistics cases');
  return profiles
    .filter(({ basis }) => basis !== 'entered_via_port')
    .flatMap(({ place, mean, growth, substances }) => {
      const weights = Object.values(substances).reduce((sum, weight) => sum + weight, 0);
      const rows = Object.entries(substances).flatMap(([substance, weight]) =>
        seriesOf(place, substance, (casesPerFind * mean * weight) / weights, growth / 4, random),
      );
      // One population a place and year, whatever the drug.
      const populations = new Map(
        rows
          .slice(0, caseYears.last - caseYears.first + 1)
          .map(({ year, population }) => [year, population]),
      );
      return rows.map((row) => ({
        ...row,
        population: populations.get(row.year) ?? row.population,
      }));
    });
}

export const caseHeader = [
  'Gebiet',
  'Stoff',
  'Jahr',
  'Fälle',
  'HZ',
  'Versuche',
  'Versuche in %',
  'Tatverdächtige',
  'männlich',
  'weiblich',
] as const;

/** A row as it is printed, in the order of the header. */
export function caseCells({
  place,
  substance,
  year,
  cases,
  attempts,
  suspects,
  men,
  population,
}: CaseRow): readonly string[] {
  return [
    place,
    substance,
    String(year),
    grouped(cases),
    withComma((100_000 * cases) / population, 1),
    grouped(attempts),
    cases === 0 ? '0,0' : withComma((100 * attempts) / cases, 1),
    grouped(suspects),
    grouped(men),
    grouped(suspects - men),
  ];
}
