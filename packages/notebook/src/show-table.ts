import { formatNumber, ownValue, UsageError } from '@samenbeeld/schema';
import { type Grid, grid, heading, type Marking, output, paragraph } from './html.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/** What an arquero table offers. */
interface ArqueroLike {
  columnNames(): string[];
  objects(): object[];
}

/** What a danfo.js frame offers. */
interface DanfoLike {
  readonly columns: string[];
  readonly values: unknown[] | unknown[][];
}

/** A table from any of the libraries, or plain records. */
export type TableLike = ArqueroLike | DanfoLike | readonly object[];

/** A table of your own under the banner of its picture, or the one stated for it. */
export interface ShownTable extends View {
  readonly kind: 'shown-table';
  readonly marking: Marking;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const shownAtOnce = 40;

function isArquero(table: TableLike): table is ArqueroLike {
  return 'columnNames' in table && 'objects' in table;
}

function recordsOf(
  columns: readonly string[],
  records: readonly object[],
): readonly (readonly unknown[])[] {
  return records.map((record) =>
    columns.map((name) => ownValue(record as Readonly<Record<string, unknown>>, name)),
  );
}

function contents(table: TableLike): Pick<ShownTable, 'columns' | 'rows'> {
  if (isArquero(table)) {
    const columns = table.columnNames();
    return { columns, rows: recordsOf(columns, table.objects()) };
  }
  if ('columns' in table && 'values' in table && !Array.isArray(table)) {
    const values = table.values as readonly unknown[];
    return {
      columns: table.columns,
      rows: values.map((row) => (Array.isArray(row) ? (row as readonly unknown[]) : [row])),
    };
  }
  if (!Array.isArray(table))
    throw new UsageError(
      '`show` takes a finding, an arquero table, a danfo frame or a list of records; one record goes in brackets: `show([record])`.',
    );
  const records = table as readonly object[];
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return { columns, rows: recordsOf(columns, records) };
}

function gridOf({ marking, columns, rows }: ShownTable): Grid {
  const { language } = marking;
  const isNumber = (at: number): boolean =>
    rows.some((row) => typeof row[at] === 'number') &&
    rows.every((row) => typeof row[at] === 'number' || row[at] === null || row[at] === undefined);
  const text = (value: unknown, column: string): string => {
    if (value === null || value === undefined || Number.isNaN(value)) return '–';
    if (Array.isArray(value) && value.every((part) => typeof part !== 'object'))
      return value.length === 0 ? '–' : value.join(', ');
    if (typeof value !== 'number')
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    return /year|jaar|jahr|année/i.test(column)
      ? String(value)
      : formatNumber(Number(value.toFixed(3)), language);
  };
  return {
    headings: columns.map((label, at) => ({ label, number: isNumber(at) })),
    rows: rows
      .slice(0, shownAtOnce)
      .map((row) => columns.map((column, at) => text(row[at], column))),
  };
}

/** A table, with its size. */
export function showTable(marking: Marking, table: TableLike): ShownTable {
  const { columns, rows } = contents(table);
  const { language } = marking;
  return view<ShownTable>({ kind: 'shown-table', marking, columns, rows }, (value) => [
    output(marking, [
      heading(
        `${rows.length} ${words.rows[language]} × ${columns.length} ${words.fields[language]}`,
      ),
      grid(gridOf(value)),
      ...(rows.length > shownAtOnce
        ? [paragraph(`… ${rows.length - shownAtOnce} ${words.more[language]}`, 'quiet')]
        : []),
    ]),
  ]);
}
