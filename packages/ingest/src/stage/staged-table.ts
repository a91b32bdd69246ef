import type { ReadTable } from '../read/table.ts';

/** A table of a file without its rows. */
export type TableHead = Omit<ReadTable, 'rows'>;

/** A table of a file whose cells are in the engine, letter for letter: `t0`, `t1` … by the index of the column. */
export interface StagedTable {
  readonly head: TableHead;
  /** Data rows. */
  readonly size: number;
  /** The engine's table; it holds the rows in the order of the file. */
  readonly text: string;
  /** SQL of a row's number in `text`. */
  readonly place: string;
  /** SQL of the physical line of a row. */
  readonly line: string;
  /** SQL that tells data rows from others in `text`; null where there are no others. */
  readonly where: string | null;
  /** No two rows begin on the same line. */
  readonly ownLines: boolean;
}

/** The column of `text` that holds the cells of a column. */
export function textColumn(index: number): string {
  return `t${index}`;
}

/** The rows of a staged table as a relation: `row_no`, `line`, and its cells. */
export function stagedRows({ text, place, line, where }: StagedTable): string {
  return `(select cast(${place} as INTEGER) as row_no, ${line} as line, * from ${text}${where === null ? '' : ` where ${where}`})`;
}
