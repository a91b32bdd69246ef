import {
  formatPeriod,
  freqOf,
  InputError,
  inEach,
  RefusalError,
  type Shape,
  shape,
  type Text,
  UsageError,
} from '@samenbeeld/schema';

/** Figures as they stood at each age: a row per period, oldest first, a column per age; null where not known. */
export type FiguresByAge = readonly (readonly (number | null)[])[];

/** The shape of a revision triangle whose columns are months after the period's end. */
export interface AgedTriangle {
  readonly unit?: string;
  readonly by?: string;
  readonly columns: readonly (string | number)[];
  readonly rows: readonly {
    readonly periodStart: string;
    readonly periodEnd: string;
    readonly values: readonly (number | null)[];
  }[];
}

/** One period and its figures, age by age. */
export interface TriangleRow {
  readonly period: string;
  /** The period in words; null where it has no dates. */
  readonly name: Text | null;
  readonly values: readonly (number | null)[];
  /** Position of the last known figure. */
  readonly last: number;
}

/** A triangle that can be developed. */
export interface Triangle {
  readonly unit: string | null;
  readonly ages: readonly string[];
  readonly rows: readonly TriangleRow[];
}

interface Named {
  readonly period: string;
  readonly name: Text | null;
  readonly values: readonly (number | null)[];
}

/** Refuses what is no triangle of figures by age. */
export function readTriangle(input: FiguresByAge | AgedTriangle): Triangle {
  const named = 'rows' in input ? fromAged(input) : fromFigures(input as FiguresByAge);
  const width = Math.max(0, ...named.map(({ values }) => values.length));
  const rows = named
    .map((row) => ({ ...row, values: padded(row.values, width) }))
    .map((row) => ({ ...row, last: row.values.findLastIndex((value) => value !== null) }));
  for (const { period, values } of rows) checkFigures(period, values);
  const known = rows.filter(({ last }) => last >= 0);
  if (known.length < 3 || width < 2)
    throw new InputError(
      `a nowcast needs at least three periods with figures at two ages or more, found periods: ${known.length}, ages: ${width}`,
      { repair: 'keep earlier publications of the same figures: each adds a column' },
    );
  const end = Math.max(...known.map(({ last }) => last));
  return {
    unit: 'rows' in input ? (input.unit ?? null) : null,
    ages: Array.from({ length: end + 1 }, (_, age) =>
      'rows' in input ? String(input.columns[age]) : String(age + 1),
    ),
    rows: known.map((row) => ({ ...row, values: row.values.slice(0, end + 1) })),
  };
}

function fromFigures(figures: FiguresByAge): readonly Named[] {
  return figures.map((values, i) => ({ period: String(i + 1), name: null, values }));
}

function fromAged({ by, columns, rows }: AgedTriangle): readonly Named[] {
  if (by === 'publication' || columns.some((column) => typeof column === 'string'))
    throw new RefusalError('The columns of this triangle are publication dates and not ages.', {
      dimension: 'age',
      remedy: "Ask for the revision triangle by lag: `{ by: 'lag' }`.",
    });
  const ages = columns as readonly number[];
  if (ages.some((age, i) => i > 0 && !(age > (ages[i - 1] as number))))
    throw new InputError(`expected ages that increase, found ${ages.join(', ')}`, {
      repair: 'sort the columns by age',
    });
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    if (before && row.periodStart <= before.periodStart)
      throw new InputError(
        `periods must increase, found ${row.periodStart} after ${before.periodStart}`,
        { repair: 'sort the rows by period and keep one row per period' },
      );
    if (row.values.length !== columns.length)
      throw new UsageError(
        `each row must have one value per column: got ${row.values.length} values for ${columns.length} columns in the row of ${row.periodStart}`,
      );
  }
  refuseMixed(rows);
  return rows.map(({ periodStart: start, periodEnd: end, values }) => ({
    period: `${start}/${end}`,
    name: inEach((language) => formatPeriod({ start, end }, language)),
    values,
  }));
}

function refuseMixed(rows: AgedTriangle['rows']): void {
  const frequencies = rows.map(({ periodStart: start, periodEnd: end }) => freqOf({ start, end }));
  const other = frequencies.findIndex((frequency) => frequency !== frequencies[0]);
  if (other > 0)
    throw new RefusalError(
      `The triangle mixes frequencies: ${rows[0]?.periodStart}/${rows[0]?.periodEnd} and ${rows[other]?.periodStart}/${rows[other]?.periodEnd}.`,
      { dimension: 'frequency', remedy: 'Keep to years, or to months: one length of period.' },
    );
}

function padded(values: readonly (number | null)[], width: number): readonly (number | null)[] {
  return [...values, ...new Array<null>(width - values.length).fill(null)];
}

function checkFigures(period: string, values: readonly (number | null)[]): void {
  for (const [age, value] of values.entries())
    if (value !== null && !(Number.isFinite(value) && value >= 0))
      throw new InputError(
        `expected figures at or above zero, found ${value} for period ${period} at age ${age + 1}`,
        { repair: 'give each cell the figure as it stood then, and null where none was published' },
      );
}

export const triangleShape: Shape = shape.either(
  shape.list(shape.series),
  shape.record<AgedTriangle>({
    columns: shape.list(shape.anything),
    rows: shape.list(
      shape.record<AgedTriangle['rows'][number]>({
        periodStart: shape.text,
        periodEnd: shape.text,
        values: shape.series,
      }),
    ),
  }),
);
