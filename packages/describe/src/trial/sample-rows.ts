import { headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { notShown, ownValue, type TableColumn, type TableRow } from '@samenbeeld/schema';
import type { SampleRow } from '../file-description.ts';

/** Records shown of one row. */
const recordsShown = 2;

/** Fields that are the same on all records of a source, or say where a record stands. */
const silent: ReadonlySet<string> = new Set(['id', 'source', 'definition', 'printed']);

function recordOf(
  row: TableRow,
  columns: readonly TableColumn[],
  withheld: readonly string[],
): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(
    columns.flatMap(({ name, field }) => {
      const value = ownValue(row, name);
      if (value === null || value === undefined || silent.has(field) || field.includes('.'))
        return [];
      const shows = typeof value === 'string' && withheld.some((text) => value.includes(text));
      return [[field, shows ? notShown : value] as const];
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
  table: ReadTable,
  personal: Readonly<Record<string, string>>,
): readonly SampleRow[] {
  const headings = [...headingsOf(table)];
  const byLine = new Map(table.rows.map((row) => [row.line, row]));
  return chosen.flatMap((line) => {
    const row = byLine.get(line);
    if (!row) return [];
    const withheld = headings.flatMap(([column, heading]) =>
      ownValue(personal, heading) === undefined ? [] : (row.cells[column.index]?.trim() ?? ''),
    );
    const own = rows.filter((record) => Number(record['origin_line']) === line);
    return [
      {
        line,
        before: Object.fromEntries(
          headings.map(([column, heading]) => [
            heading,
            ownValue(personal, heading) === undefined
              ? (row.cells[column.index] ?? null)
              : notShown,
          ]),
        ),
        records: own.length,
        after: own
          .slice(0, recordsShown)
          .map((record) => recordOf(record, columns, withheld.filter(Boolean))),
      },
    ];
  });
}
