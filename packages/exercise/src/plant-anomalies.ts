import { yearOf } from './calendar.ts';
import { caseRows, countAround, plantCaseErrors } from './plant-case-errors.ts';
import type { PlantedAnomaly, PlantedKind } from './planted-anomaly.ts';
import { type Random, randomOf } from './random.ts';
import { profiles, scale } from './seize.ts';
import { transpose } from './slips.ts';
import { plantAgencyChanges } from './statistics/agency-tables.ts';
import type { StatisticsTable } from './statistics/table.ts';
import type { ExerciseFile, ExerciseWorld, Report, TrueSeizure } from './world.ts';

/** A series by month, each year with its total. */
interface MonthYear {
  readonly place: string;
  readonly year: number;
  readonly months: readonly number[];
}

const monthNoise = 0.08;
const parcelsPerFind = 110;

/** Parcels with drugs by place and month from 2018 on. */
function monthYears(seed: number): readonly MonthYear[] {
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
function monthTable(years: readonly MonthYear[]): StatisticsTable {
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

/** Median retail price in euro a gram. */
const retail: Readonly<Record<string, number>> = {
  COC: 60,
  HER: 28,
  CAN_RESIN: 9,
  CAN_HERB: 10,
  AMF: 9,
  KETA: 25,
};
const priceSpread = 0.35;

/** Prices by country, drug, level of sale and year: retail a gram, wholesale a kilogram. */
function priceTable(seed: number): StatisticsTable {
  const random = randomOf(seed, 'statistics prices');
  const years = Array.from({ length: 8 }, (_, at) => 2018 + at);
  const rows = ['BE', 'NL', 'LU', 'FR', 'DE'].flatMap((country) =>
    Object.entries(retail).flatMap(([drug, median]) =>
      (['retail', 'wholesale'] as const).flatMap((level) =>
        years.map((year) => {
          const usual =
            (level === 'retail' ? median : 450 * median) * Math.exp(priceSpread * random.normal());
          const width = 1.2 + random.int(0, 60) / 100;
          return [
            country,
            drug,
            level,
            String(year),
            (usual / width).toFixed(2),
            usual.toFixed(2),
            (usual * width).toFixed(2),
            level === 'retail' ? 'g' : 'kg',
          ];
        }),
      ),
    ),
  );
  return {
    name: 'exercise-prices.csv',
    header: ['Country', 'Drug', 'Level', 'Year', 'Minimum', 'Typical', 'Maximum', 'Unit'],
    rows,
  };
}

const quantityHeadings = new Set(['Hoeveelheid', 'Quantité', 'Stoff Menge', 'Menge']);

function quantityColumn({ header }: ExerciseFile): number {
  return (header.at(-1) ?? []).findIndex(
    (name, at) => quantityHeadings.has(name) || quantityHeadings.has(header[0]?.[at] ?? ''),
  );
}

/** Spreads of its profile by which a quantity lies above the middle of its like. */
function above(seizure: TrueSeizure, kg: number): number {
  const profile = profiles.find(
    ({ place, basis, country }) =>
      place === seizure.place && basis === seizure.basis && country === seizure.seizingCountry,
  );
  if (!profile) return 0;
  return Math.log(kg / (profile.median * (scale[seizure.substance] ?? 1))) / profile.spread;
}

/** A cell times a factor, written as its office writes numbers. */
function timesCell(cell: string | number | null, factor: number): string | number | null {
  if (typeof cell === 'number') return Number((cell * factor).toPrecision(12));
  const number = /\d[\d.  ]*(?:,\d+)?/.exec(cell ?? '')?.[0].trimEnd();
  if (!cell || number === undefined) return null;
  const mark = /[.  ](?=\d{3})/.exec(number)?.[0] ?? '';
  const value = Number(number.replace(/[.  ]/g, '').replace(',', '.')) * factor;
  const [whole = '', fraction] = String(Number(value.toPrecision(12))).split('.');
  const text = whole.replace(/\B(?=(?:\d{3})+$)/g, mark);
  return cell.replace(number, fraction === undefined ? text : `${text},${fraction}`);
}

interface Row {
  readonly seizure: TrueSeizure;
  readonly report: Report;
  readonly file: ExerciseFile;
  readonly at: number;
}

function visibleAlone(seizure: TrueSeizure, report: Report): boolean {
  return report.quantity !== null && report.unit === 'kg' && above(seizure, report.quantity) >= 4;
}

/** Slips that the world holds already, in double reports and alone; a gross weight is none. */
function known(world: ExerciseWorld, row: Row): PlantedAnomaly | null {
  const kinds = {
    factor_1000: 'unit_slip',
    factor_10: 'decimal_slip',
    transposed: 'transposition',
  } as const;
  const { seizure, report, file, at } = row;
  const told = report.told;
  if (told !== 'factor_1000' && told !== 'factor_10' && told !== 'transposed') return null;
  if (report.rejected !== null) return null;
  const double = world.truth.doubles.some(
    ({ seizure: id, readable }) => readable && id === seizure.id,
  );
  return {
    kind: kinds[told],
    file: file.name,
    lines: [report.line],
    columns: [],
    truth: String(seizure.kg),
    written: String(file.rows[at]?.[quantityColumn(file)] ?? ''),
    visible: double || (told === 'factor_1000' && visibleAlone(seizure, report)),
  };
}

/** The event files with further slips of units and of a year, beside those that the world holds. */
function plantEventErrors(
  world: ExerciseWorld,
  random: Random,
): { readonly files: readonly ExerciseFile[]; readonly planted: readonly PlantedAnomaly[] } {
  const rows = world.truth.seizures.flatMap((seizure) =>
    seizure.reports.flatMap((report): Row[] => {
      const file = world.files.find(({ name }) => name === report.file);
      return file
        ? [{ seizure, report, file, at: report.line - file.title.length - file.header.length - 1 }]
        : [];
    }),
  );
  const cells = new Map(world.files.map((file) => [file.name, file.rows.map((row) => [...row])]));
  const planted = rows.flatMap((row) => known(world, row) ?? []);
  const plain = rows.filter(
    ({ report, seizure }) =>
      report.told === 'same' &&
      report.rejected === null &&
      report.quantity !== null &&
      report.batch === null &&
      report.unit === 'kg' &&
      seizure.reports.length === 1,
  );
  const chosen = random.shuffle(plain);
  for (const { seizure, report, file, at } of chosen.slice(0, 8)) {
    const column = quantityColumn(file);
    const row = cells.get(file.name)?.[at];
    const truth = row?.[column] ?? null;
    const written = timesCell(truth, 1000);
    if (!row || written === null || report.quantity === null) continue;
    row[column] = written;
    planted.push({
      kind: 'unit_slip',
      file: file.name,
      lines: [report.line],
      columns: [],
      truth: String(truth),
      written: String(written),
      visible: visibleAlone(seizure, { ...report, quantity: report.quantity * 1000 }),
    });
  }
  for (const { report, file, at } of chosen
    .filter(({ file: { office } }) => office === 'be-customs')
    .slice(8, 10)) {
    const row = cells.get(file.name)?.[at];
    const dates = file.dates[0] ?? 1;
    const truth = row?.[dates];
    if (!row || typeof truth !== 'string') continue;
    const written = `${yearOf(truth) + 10}${truth.slice(4)}`;
    row[dates] = written;
    planted.push({
      kind: 'date_outside',
      file: file.name,
      lines: [report.line],
      columns: [],
      truth,
      written,
      visible: true,
    });
  }
  return {
    files: world.files.map((file) => ({ ...file, rows: cells.get(file.name) ?? file.rows })),
    planted,
  };
}

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
  const agencies = plantAgencyChanges(seed, stream('agencies'));
  return {
    files: events.files,
    tables: [cases.table, months.table, prices.table, ...agencies.tables],
    planted: [
      ...events.planted,
      ...cases.planted,
      ...months.planted,
      ...prices.planted,
      ...agencies.planted,
    ],
  };
}
