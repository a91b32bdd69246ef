import { headingOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';

/** Columns of which describe says something: a person has to look at each. */
const mostColumns = 1000;
/** Letters of a heading: what is longer is a text, or a line that no delimiter splits. */
const longestHeading = 1000;
/** Letters of a cell that are looked at: nothing that is longer is a code, a figure or a label. */
const longestCell = 2000;

/** A table as describe looks at it, with long texts cut. InputError where it has too many columns, or a heading that is none. */
export function describable(table: ReadTable): ReadTable {
  const { file, sheet, columns, rows, lines } = table;
  const place = { file, ...(sheet !== null && { sheet }), line: lines.title + 1 };
  if (columns.length > mostColumns)
    throw new InputError(
      `expected at most ${mostColumns.toLocaleString('en')} columns to describe, found ${columns.length.toLocaleString('en')}`,
      {
        place,
        repair:
          'describe a copy with some of the columns: where they are alike, one fold in the description takes them all',
      },
    );
  const long = columns.find((column) => headingOf(column).length > longestHeading);
  if (long)
    throw new InputError(
      `expected headings of at most ${longestHeading.toLocaleString('en')} characters, found one of ${headingOf(long).length.toLocaleString('en')}`,
      {
        place: { ...place, column: long.letter },
        repair: 'fetch the file again; else give the column a shorter heading in a copy',
      },
    );
  if (!rows.some(({ cells }) => cells.some((cell) => cell !== null && cell.length > longestCell)))
    return table;
  return {
    ...table,
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell !== null && cell.length > longestCell ? cell.slice(0, longestCell) : cell,
      ),
    })),
  };
}
