import { profiles } from '../profiles.ts';
import { randomOf } from '../random.ts';
import { countAround } from './case-table.ts';
import type { StatisticsTable } from './table.ts';

/** A series by month, each year with its total. */
export interface MonthYear {
  readonly place: string;
  readonly year: number;
  readonly months: readonly number[];
}

export const monthNoise = 0.08;
const parcelsPerFind = 110;

/** Parcels with drugs by place and month from 2018 on. */
export function monthYears(seed: number): readonly MonthYear[] {
  const random = randomOf(seed, 'statistics months');
  return profiles.slice(0, 12).flatMap(({ place, mean, growth }) =>
    Array.from({ length: 8 }, (_, at) => ({
      place,
      year: 2018 + at,
      months: Array.from({ length: 12 }, (__, month) =>
        countAround(
          parcelsPerFind *
            mean *
            (1 + (growth * (12 * at + month)) / 12) *
            Math.exp(monthNoise * random.normal()),
          random,
        ),
      ),
    })),
  );
}

/** The table of parcels: twelve rows a year and one for the year, English marks. */
export function monthTable(years: readonly MonthYear[]): StatisticsTable {
  return {
    name: 'exercise-parcels.csv',
    header: ['Place', 'Period', 'Parcels'],
    rows: years.flatMap(({ place, year, months }) => [
      ...months.map((count, at) => [
        place,
        `${year}-${String(at + 1).padStart(2, '0')}`,
        String(count),
      ]),
      [place, String(year), String(months.reduce((sum, count) => sum + count, 0))],
    ]),
  };
}
