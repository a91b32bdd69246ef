import { plantCaseErrors } from './plant-case-errors.ts';
import { plantEventErrors } from './plant-event-errors.ts';
import type { PlantedAnomaly, PlantedKind } from './planted-anomaly.ts';
import { type Random, randomOf } from './random.ts';
import { transpose } from './slips.ts';
import { agencySeries, agencyTable, compilation } from './statistics/agency-tables.ts';
import { caseRows } from './statistics/case-table.ts';
import { monthTable, monthYears } from './statistics/month-table.ts';
import { priceSpread, priceTable } from './statistics/price-table.ts';
import type { StatisticsTable } from './statistics/table.ts';
import type { ExerciseFile, ExerciseWorld } from './world.ts';

const kinds: readonly (readonly [
  PlantedKind,
  number,
  (value: number, random: Random) => number | null,
])[] = [
  ['unit_slip', 2, (value) => value * 1000],
  ['decimal_slip', 3, (value) => value * 10],
  ['transposition', 3, (value, random) => (value >= 100 ? transpose(value, random) : null)],
];

/** The table of months with slips in months, and totals of years to which the months do not add up. */
function plantMonthErrors(
  table: StatisticsTable,
  random: Random,
): { readonly table: StatisticsTable; readonly planted: readonly PlantedAnomaly[] } {
  const rows = table.rows.map((row) => [...row]);
  const planted: PlantedAnomaly[] = [];
  const used = new Set<string>();
  const yearOf = ([place = '', period = '']: readonly string[]): string =>
    `${place} ${period.slice(0, 4)}`;
  const change = (
    kind: PlantedKind,
    fits: (period: string) => boolean,
    write: (value: number) => number | null,
  ): void => {
    for (const at of random.shuffle(rows.map((_, index) => index))) {
      const row = rows[at] as string[];
      const truth = row[2] ?? '';
      if (!fits(row[1] ?? '') || used.has(yearOf(row)) || Number(truth) < 30) continue;
      const written = write(Number(truth));
      if (written === null || String(written) === truth) continue;
      row[2] = String(written);
      used.add(yearOf(row));
      planted.push({
        kind,
        file: table.name,
        lines: [at + 2],
        columns: ['Parcels'],
        truth,
        written: row[2],
        visible: true,
      });
      return;
    }
  };
  for (const [kind, count, write] of kinds)
    for (let left = count; left > 0; left -= 1)
      change(
        kind,
        (period) => period.length > 4,
        (value) => write(value, random),
      );
  // Neither a factor nor a swap: the share of the total is drawn so that no digit tells what was meant.
  for (let left = 3; left > 0; left -= 1)
    change(
      'parts_not_total',
      (period) => period.length === 4,
      (value) => Math.round((value * random.int(1031, 1072)) / 1000),
    );
  return { table: { ...table, rows }, planted };
}

/** Prices in another measure than the unit says: a thousand times too much or too little, or ten times. */
function plantPriceErrors(
  table: StatisticsTable,
  random: Random,
): { readonly table: StatisticsTable; readonly planted: readonly PlantedAnomaly[] } {
  const rows = table.rows.map((row) => [...row]);
  const chosen = random.shuffle(rows.map((_, at) => at)).slice(0, 5);
  const factors = [1000, 1 / 1000, 1000, 1 / 1000, 10];
  const planted = chosen.map((at, index): PlantedAnomaly => {
    const factor = factors[index] ?? 1000;
    const row = rows[at] as string[];
    const truth = row[5] ?? '';
    for (const column of [4, 5, 6]) row[column] = (Number(row[column]) * factor).toPrecision(4);
    return {
      kind: 'impossible_price',
      file: table.name,
      lines: [at + 2],
      columns: ['Minimum', 'Typical', 'Maximum'],
      truth,
      written: row[5] ?? '',
      visible: Math.abs(Math.log(factor)) >= 16 * priceSpread,
    };
  });
  return { table: { ...table, rows }, planted };
}

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
