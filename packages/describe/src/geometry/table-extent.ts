import type { SampledCells } from './sample-row.ts';

/** As many columns as the rows reach that hold most of the cells. */
function commonFilled(rows: readonly SampledCells[]): number {
  const cells = new Map<number, number>();
  for (const { filled } of rows) {
    const reach = (filled.at(-1) ?? 0) + 1;
    cells.set(reach, (cells.get(reach) ?? 0) + filled.length);
  }
  const [most] = [...cells].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0] ?? 1;
}

/** The columns of the table: those that at least a few of its wide rows fill. */
export function tableWidth(rows: readonly SampledCells[]): number {
  const common = commonFilled(rows);
  const uses: number[] = [];
  for (const { filled } of rows)
    for (const column of filled) uses[column] = (uses[column] ?? 0) + 1;
  const least = Math.max(1, rows.length * 0.02);
  return Math.max(common, uses.findLastIndex((count) => (count ?? 0) >= least) + 1);
}

/** Whether a row fills enough columns to be a row of the table. */
export const isWide = (row: SampledCells, usual: number): boolean =>
  usual <= 2 ? row.filled.length >= usual : row.filled.length >= Math.max(2, usual * 0.4);

/** The number of cells that rows of the body fill; wide rows weigh by the square, since notes can be many. */
export function usualFilled(rows: readonly SampledCells[]): number {
  const sizes = rows.map(({ filled }) => filled.length).sort((a, b) => b - a);
  const half = sizes.reduce((sum, size) => sum + size ** 2, 0) / 2;
  let seen = 0;
  for (const size of sizes) {
    seen += size ** 2;
    if (seen >= half) return size;
  }
  return 1;
}

/** The first column that rows fill, from a row on. */
export const leftEdge = (rows: readonly SampledCells[], from: number): number =>
  Math.min(...rows.slice(from, from + 200).map(({ filled }) => filled[0] ?? 0));
