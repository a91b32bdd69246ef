import type { IssueLog } from './issue-log.ts';
import type { RawRow } from './layout.ts';

/** Whether a cell holds more than blanks. */
export const hasValue = (cell: string | null): boolean =>
  cell !== null && (cell.charCodeAt(0) > 32 || cell.trim() !== '');

/** Index after the last cell with a value. */
export const filledSize = (cells: readonly (string | null)[]): number =>
  cells.findLastIndex(hasValue) + 1;

/** As many cells as most rows have, the larger number where two are as common. */
export function commonWidth(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0] ?? 0;
}

/** Whether a row fits in `limit` cells; one that does not is rejected, and a shorter one noted. */
export function fitsRow({ line, cells }: RawRow, limit: number, log: IssueLog): boolean {
  if (cells.length === limit) return true;
  const size = filledSize(cells);
  if (size > limit) {
    log.add(
      'rejection',
      'row.too-long',
      { line },
      `expected ${limit} cells, found ${size}`,
      'quote the cell that holds the delimiter, or correct the row',
    );
    return false;
  }
  if (cells.length > limit) {
    log.add(
      'note',
      'row.trailing-empty',
      { line },
      `${cells.length - limit} empty cells after the last column are dropped`,
      'none needed',
    );
  }
  if (cells.length < limit) {
    log.add(
      'note',
      'row.too-short',
      { line },
      `expected ${limit} cells, found ${cells.length}: the missing ones count as empty`,
      'ask the publisher whether a value was meant',
    );
  }
  return true;
}

/** The rows that fit in `limit` cells; the others are rejected, and shorter ones noted. */
export function fitRows(rows: readonly RawRow[], limit: number, log: IssueLog): readonly RawRow[] {
  return rows.filter((row) => fitsRow(row, limit, log));
}
