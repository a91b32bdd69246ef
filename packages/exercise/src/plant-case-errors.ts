import type { PlantedAnomaly, PlantedKind } from './planted-anomaly.ts';
import { type Random, randomOf } from './random.ts';
import { profiles } from './seize.ts';
import { transpose } from './slips.ts';
import { grouped, type StatisticsTable, withComma } from './statistics/table.ts';

/** One row of the table of cases before it is written. */
interface CaseRow {
  readonly place: string;
  readonly substance: string;
  readonly year: number;
  readonly cases: number;
  readonly attempts: number;
  readonly suspects: number;
  readonly men: number;
  readonly population: number;
}

const caseYears = { first: 2004, last: 2025 } as const;
/** Standard deviation of a year against the next, on the log scale, beside what counting alone gives. */
const caseNoise = 0.06;
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

const caseHeader = [
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
function caseCells({
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

/** An error in one cell of the table of cases: how often, in which column, and what is written. */
interface Change {
  readonly kind: PlantedKind;
  readonly count: number;
  readonly column: 'Fälle' | 'Versuche' | 'Tatverdächtige' | 'männlich' | 'weiblich';
  /** What is written for a figure of this row; null where it cannot be. */
  readonly write: (value: number, row: CaseRow, random: Random) => string | null;
}

const times =
  (factor: number) =>
  (value: number): string | null =>
    value >= 30 ? grouped(value * factor) : null;

function swapped(value: number, _: CaseRow, random: Random): string | null {
  const other = value >= 100 ? transpose(value, random) : null;
  return other === null ? null : grouped(other);
}

function withoutZeros(value: number): string | null {
  const cell = grouped(value);
  return /^\d{1,3}\.\d{3}$/.test(cell) && cell.endsWith('0')
    ? cell.replace(/0+$/, '').replace(/\.$/, '')
    : null;
}

/** The errors that are planted in single cells of the table of cases. */
const caseChanges: readonly Change[] = [
  { kind: 'unit_slip', count: 2, column: 'Fälle', write: times(1000) },
  { kind: 'unit_slip', count: 2, column: 'Tatverdächtige', write: times(1000) },
  { kind: 'decimal_slip', count: 2, column: 'Fälle', write: times(10) },
  { kind: 'decimal_slip', count: 2, column: 'Tatverdächtige', write: times(100) },
  { kind: 'transposition', count: 3, column: 'Fälle', write: swapped },
  { kind: 'transposition', count: 2, column: 'männlich', write: swapped },
  { kind: 'lost_zeros', count: 4, column: 'Fälle', write: withoutZeros },
  { kind: 'lost_zeros', count: 3, column: 'Tatverdächtige', write: withoutZeros },
  { kind: 'lost_zeros', count: 2, column: 'männlich', write: withoutZeros },
  {
    kind: 'part_exceeds_whole',
    count: 3,
    column: 'Versuche',
    write: (_, row, random) =>
      row.cases >= 30 ? grouped(Math.round((row.cases * random.int(113, 187)) / 100)) : null,
  },
  {
    kind: 'placeholder',
    count: 2,
    column: 'Fälle',
    write: (value) => (value >= 40 && value < 9000 ? '99.999' : null),
  },
  {
    kind: 'placeholder',
    count: 2,
    column: 'Tatverdächtige',
    write: (value) => (value >= 40 ? '0' : null),
  },
];

type Cells = string[][];

const number = (cell: string): number => Number(cell.replaceAll('.', ''));
const columnOf = (name: string): number => caseHeader.indexOf(name as (typeof caseHeader)[number]);

/** Columns whose figure another column gives to the last digit. */
const tied = new Set(['Tatverdächtige', 'männlich', 'weiblich']);

function isVisible(column: string, truth: number, written: number): boolean {
  if (tied.has(column)) return true;
  const spread = Math.sqrt(2 * caseNoise ** 2 + 2 / Math.max(truth, 1));
  return Math.abs(Math.log(Math.max(written, 0.5) / truth)) >= 4 * spread;
}

/** Figures of one series from a year on, three to six times as many: cases, suspects and their parts alike. */
function shiftLevels(
  rows: readonly CaseRow[],
  used: Set<string>,
  random: Random,
): readonly (readonly [CaseRow[], CaseRow[]])[] {
  const series = random
    .shuffle([...new Set(rows.filter(({ cases }) => cases >= 60).map(seriesKey))])
    .slice(0, 3);
  return series.map((key) => {
    used.add(key);
    const from = random.int(caseYears.first + 5, caseYears.last - 4);
    const factor = random.int(30, 60) / 10;
    const own = rows.filter((row) => seriesKey(row) === key && row.year >= from);
    const scale = (value: number): number => Math.round(value * factor);
    return [
      own,
      own.map((row) => {
        const [suspects, men] = [scale(row.suspects), scale(row.men)];
        return {
          ...row,
          cases: scale(row.cases),
          attempts: scale(row.attempts),
          suspects,
          men: Math.min(suspects, men),
        };
      }),
    ] as const;
  });
}

function seriesKey({ place, substance }: CaseRow): string {
  return `${place} ${substance}`;
}

/**
 * The table of cases with errors: slips, lost zeros, parts above the whole, marks for missing figures, copied years of a
 * place, shifts of level, and a row that stands there twice with another figure. No two errors share a row, and none a
 * series with a shift or a copy.
 */
export function plantCaseErrors(
  all: readonly CaseRow[],
  file: string,
  random: Random,
): { readonly table: StatisticsTable; readonly planted: readonly PlantedAnomaly[] } {
  const planted: PlantedAnomaly[] = [];
  const used = new Set<string>();
  let rows = [...all];
  for (const [from, to] of shiftLevels(rows, used, random)) {
    rows = rows.map((row) => to[from.indexOf(row)] ?? row);
    const at = all.indexOf(from[0] as CaseRow);
    planted.push({
      kind: 'level_shift',
      file,
      lines: [at + 2],
      columns: [],
      truth: null,
      written: null,
      visible: true,
    });
  }
  const copied = random
    .shuffle(
      [...new Set(rows.map(({ place }) => place))].filter(
        (place) => !rows.some((row) => row.place === place && used.has(seriesKey(row))),
      ),
    )
    .slice(0, 2);
  for (const place of copied) {
    const [from, to] = [
      random.int(caseYears.first, caseYears.last - 8),
      random.int(caseYears.last - 6, caseYears.last - 1),
    ];
    const lines: number[] = [];
    rows = rows.map((row, at) => {
      if (row.place !== place) return row;
      used.add(seriesKey(row));
      if (row.year !== to) return row;
      lines.push(at + 2);
      const twin = rows.find((other) => seriesKey(other) === seriesKey(row) && other.year === from);
      return twin ? { ...twin, year: to } : row;
    });
    planted.push({
      kind: 'copied_year',
      file,
      lines,
      columns: [],
      truth: null,
      written: null,
      visible: true,
    });
  }
  const cells: Cells = rows.map((row) => [...caseCells(row)]);
  const taken = new Set<number>();
  for (const { kind, count, column, write } of caseChanges) {
    const at = columnOf(column);
    let left = count;
    for (const line of random.shuffle(rows.map((_, index) => index))) {
      const row = rows[line] as CaseRow;
      // Every series keeps its other years whole, so that they are what one expects of it.
      if (left === 0) break;
      if (taken.has(line) || used.has(seriesKey(row))) continue;
      const truth = cells[line]?.[at] ?? '';
      const written = write(number(truth), row, random);
      if (written === null || written === truth) continue;
      (cells[line] as string[])[at] = written;
      taken.add(line);
      used.add(seriesKey(row));
      left -= 1;
      planted.push({
        kind,
        file,
        lines: [line + 2],
        columns: [column],
        truth,
        written,
        visible: kind === 'lost_zeros' || isVisible(column, number(truth), number(written)),
      });
    }
  }
  const double = random
    .shuffle(rows.map((_, index) => index))
    .find(
      (line) =>
        !taken.has(line) &&
        !used.has(seriesKey(rows[line] as CaseRow)) &&
        (rows[line] as CaseRow).cases >= 30,
    );
  if (double !== undefined) {
    const again = caseCells({
      ...(rows[double] as CaseRow),
      cases: (rows[double] as CaseRow).cases + 7,
    });
    cells.push([...again]);
    planted.push({
      kind: 'duplicate_differs',
      file,
      lines: [double + 2, cells.length + 1],
      columns: [],
      truth: null,
      written: null,
      visible: true,
    });
  }
  return { table: { name: file, header: caseHeader, rows: cells }, planted };
}
