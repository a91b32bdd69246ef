import { plantCaseErrors } from './plant-case-errors.ts';
import { plantEventErrors } from './plant-event-errors.ts';
import { plantMonthErrors } from './plant-month-errors.ts';
import { plantPriceErrors } from './plant-price-errors.ts';
import type { PlantedAnomaly } from './planted-anomaly.ts';
import { randomOf } from './random.ts';
import { agencySeries, agencyTable, compilation } from './statistics/agency-tables.ts';
import { caseRows } from './statistics/case-table.ts';
import { monthTable, monthYears } from './statistics/month-table.ts';
import { priceTable } from './statistics/price-table.ts';
import type { StatisticsTable } from './statistics/table.ts';
import type { ExerciseFile, ExerciseWorld } from './world.ts';

/** The files of a world with errors planted in them, tables of figures drawn from the same profiles, and the truth. */
export interface PlantedExercise {
  readonly files: readonly ExerciseFile[];
  readonly tables: readonly StatisticsTable[];
  readonly planted: readonly PlantedAnomaly[];
}

/**
 * Plants errors such as offices make: in the event files of a world (slips of units, a wrong year; the slips in double
 * reports are there already), and in five tables of figures drawn from the same profiles and seed: cases by year, parcels
 * by month, prices, what agencies publish, and a compilation of them. Each error says whether a reader could see it.
 *
 * @example
 * ```ts
 * import { generateExercise, plantAnomalies } from '@samenbeeld/exercise';
 * const { planted, tables } = plantAnomalies(generateExercise({ seed: 1 }));
 * tables.length // => 5
 * planted.filter(({ kind }) => kind === 'copied_year').length // => 2
 * ```
 */
export function plantAnomalies(world: ExerciseWorld): PlantedExercise {
  const { seed } = world.truth;
  const stream = (name: string) => randomOf(seed, `anomalies ${name}`);
  const events = plantEventErrors(world, stream('events'));
  const cases = plantCaseErrors(caseRows(seed), 'exercise-faelle.csv', stream('cases'));
  const months = plantMonthErrors(monthTable(monthYears(seed)), stream('months'));
  const prices = plantPriceErrors(priceTable(seed), stream('prices'));
  const series = agencySeries(seed);
  const random = stream('agencies');
  const changed = new Map(
    random
      .shuffle(series)
      .slice(0, 2)
      .map((one) => [one, random.int(2020, 2024)] as const),
  );
  const compiled = compilation(series, changed);
  const agencies = [...changed].map(
    ([one, year]): PlantedAnomaly => ({
      kind: 'agency_change',
      file: compiled.name,
      lines: [
        compiled.rows.findIndex(
          ([country, drug, at]) =>
            country === one.country && drug === one.drug && at === String(year),
        ) + 2,
      ],
      columns: ['Kilograms'],
      truth: one.agencies[0],
      written: one.agencies[1],
      visible: true,
    }),
  );
  return {
    files: events.files,
    tables: [cases.table, months.table, prices.table, agencyTable(series), compiled],
    planted: [
      ...events.planted,
      ...cases.planted,
      ...months.planted,
      ...prices.planted,
      ...agencies,
    ],
  };
}
