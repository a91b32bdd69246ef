import type { ReadRow } from '@samenbeeld/read';
import { cellText } from '../compile/cell-text.ts';
import type { Filled, FillRow } from './fill-down.ts';

/** Filled cells by the number of their row and the index of their column. */
export function filledByRow(
  filled: readonly Filled[],
): ReadonlyMap<number, ReadonlyMap<number, Filled>> {
  const byRow = new Map<number, Map<number, Filled>>();
  for (const one of filled) {
    const own = byRow.get(one.row) ?? new Map<number, Filled>();
    byRow.set(one.row, own.set(one.column, one));
  }
  return byRow;
}

/** A row that was read whole, as filling looks at it. */
export function fillRow({ line, lines, cells }: ReadRow): FillRow {
  return { line, lines, cell: (index) => cellText(cells[index]) };
}

/** Rows that were read whole, with the filled cells in their places. */
export function filledRows(
  rows: readonly ReadRow[],
  filled: readonly Filled[],
): readonly ReadRow[] {
  const byRow = filledByRow(filled);
  return rows.map((row, at) => {
    const own = byRow.get(at);
    if (!own) return row;
    const cells = [...row.cells];
    for (const [column, { text }] of own) cells[column] = text;
    return { ...row, cells };
  });
}
