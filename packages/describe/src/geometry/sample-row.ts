/** A row with values, as found in a sample of a file. */
export interface SampledCells {
  /** From 1. */
  readonly line: number;
  readonly lines: number;
  readonly cells: readonly (string | null)[];
  /** Columns that hold a value, from the left. */
  readonly filled: readonly number[];
}

/** Cells shown as one; lines from 1, columns from 0, both ends included. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What is known of a table's rows before any part is named. */
export interface SampleRows {
  /** From the beginning; blank rows left out. */
  readonly head: readonly SampledCells[];
  /** The last rows; the same as `head` where the sample is whole. */
  readonly tail: readonly SampledCells[];
  /** All rows are in `head`. */
  readonly whole: boolean;
  readonly merged: readonly MergedCells[];
}

/** Letters of a cell that are looked at: what is longer is a text. */
const longestCell = 2000;

const cut = (cell: string | null): string | null => cell?.slice(0, longestCell) ?? null;

/** A row with its filled columns noted; null where it holds nothing. */
export function sampleRow(
  line: number,
  lines: number,
  cells: readonly (string | null)[],
): SampledCells | null {
  const filled: number[] = [];
  let long = false;
  for (const [at, cell] of cells.entries()) {
    if (cell === null) continue;
    long ||= cell.length > longestCell;
    if (cell.trim() !== '') filled.push(at);
  }
  if (filled.length === 0) return null;
  return { line, lines, cells: long ? cells.map(cut) : cells, filled };
}

/** The texts of a row, joined as they would be read. */
export const rowText = ({ cells }: SampledCells): string =>
  cells
    .map((cell) => (cell ?? '').trim())
    .filter((cell) => cell !== '')
    .join(' ');

const mostColumns = 2000;

/** Rows without the columns beyond those that a look needs. */
export function firstColumns(rows: readonly SampledCells[]): readonly SampledCells[] {
  if (rows.every(({ cells }) => cells.length <= mostColumns)) return rows;
  return rows.flatMap(
    ({ line, lines, cells }) => sampleRow(line, lines, cells.slice(0, mostColumns)) ?? [],
  );
}
