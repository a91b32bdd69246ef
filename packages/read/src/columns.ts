import { withheldText } from '@samenbeeld/schema';
import { columnLetter } from './column-letter.ts';
import type { ReadColumn } from './table.ts';

/** Cells of a sheet shown as one; lines from 1, columns from 0, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A header row and where it stands. */
export interface HeaderRow {
  readonly line: number;
  readonly cells: readonly (string | null)[];
}

const clean = (text: string | null | undefined): string =>
  withheldText((text ?? '').replace(/^\uFEFF/, '').trim());

/**
 * Columns from header rows. A blank header is filled from its merged range; else from the column to its left,
 * when this column holds values and the headers above are the same, since a header printed over two columns
 * leaves its second half blank.
 */
export function makeColumns(
  headers: readonly HeaderRow[],
  width: number,
  hasValues: (column: number) => boolean,
  merged: readonly MergedRange[] = [],
): ReadColumn[] {
  const columns: ReadColumn[] = [];
  for (let index = 0; index < width; index++) {
    const texts: string[] = [];
    let filled = false;
    const left = columns[index - 1]?.headers;
    for (const { line, cells } of headers) {
      const own = clean(cells[index]);
      const range = merged.find(
        (each) =>
          line >= each.top && line <= each.bottom && index >= each.left && index <= each.right,
      );
      const corner = range && headers.find((header) => header.line === range.top);
      const shared = clean(corner?.cells[range?.left ?? 0]);
      const continues =
        left !== undefined && hasValues(index) && texts.every((text, row) => text === left[row]);
      const text = own || shared || (continues ? (left[texts.length] ?? '') : '');
      filled ||= text !== own;
      texts.push(text);
    }
    const empty = !hasValues(index);
    const at = headers[0] && { headedAt: headers[0].line };
    columns.push({ index, letter: columnLetter(index), headers: texts, filled, empty, ...at });
  }
  return columns;
}
