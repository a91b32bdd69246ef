import { headingsOf } from '@samenbeeld/ingest';
import { notShown, ownValue, type TableColumn, type TableRow } from '@samenbeeld/schema';
import type { SampleRow } from '../file-description.ts';
import type { Persons } from '../persons/persons.ts';

/** Records shown of one row. */
const recordsShown = 2;

/** Fields that are the same on all records of a source, or say where a record stands. */
const silent: ReadonlySet<string> = new Set(['id', 'source', 'definition', 'printed']);

function recordOf(
  row: TableRow,
  columns: readonly TableColumn[],
  shows: (text: string) => boolean,
): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(
    columns.flatMap(({ name, field }) => {
      const value = ownValue(row, name);
      if (value === null || value === undefined || silent.has(field) || field.includes('.'))
        return [];
      return [[field, typeof value === 'string' && shows(value) ? notShown : value] as const];
    }),
  );
}

/** The lines to show: one from the beginning, the middle and the end. */
export function chosenLines(lines: readonly number[]): readonly number[] {
  const at = [0, Math.floor(lines.length / 2), lines.length - 1];
  return [...new Set(at.flatMap((index) => lines[index] ?? []))];
}

/** A few raw rows, from the beginning, the middle and the end, and the records that they became. */
export function sampleRows(
  chosen: readonly number[],
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  { table, shows }: Persons,
): readonly SampleRow[] {
  const headings = [...headingsOf(table)];
  const byLine = new Map(table.rows.map((row) => [row.line, row]));
  return chosen.flatMap((line) => {
    const row = byLine.get(line);
    if (!row) return [];
    const own = rows.filter((record) => Number(record['origin_line']) === line);
    return [
      {
        line,
        before: Object.fromEntries(
          headings.map(([column, heading]) => [heading, row.cells[column.index] ?? null]),
        ),
        records: own.length,
        after: own
          .slice(0, recordsShown)
          .map((record) => recordOf(record, columns, (text) => shows(text, line))),
      },
    ];
  });
}
