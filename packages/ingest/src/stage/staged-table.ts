import type { ReadTable } from '@samenbeeld/read';
import type { Mapping } from '../description/description.ts';

/** A table of a file without its rows. */
export type TableHead = Omit<ReadTable, 'rows'>;

/** A value column whose plain figures are kept as numbers beside its cells, and how it was told to read them. */
export interface StagedFigure {
  readonly index: number;
  readonly mapping: Mapping;
}

/** What is known of the columns of a staged table since it was read. */
export interface ShortForm {
  /** Columns of few texts, by index: they are kept as codes of these texts (`e0` …). */
  readonly coded: ReadonlyMap<number, readonly string[]>;
  /** The column of which plain figures are kept as numbers too (`q0` …); NULL for any other cell. */
  readonly figure: StagedFigure | null;
}

/** A table of a file whose cells are in the engine, letter for letter: `t0`, `t1` … by the index of the column. */
export interface StagedTable extends ShortForm {
  readonly head: TableHead;
  /** Data rows. */
  readonly size: number;
  /** The engine's table; it holds the rows in the order of the file. */
  readonly text: string;
  /** SQL of a row's number in `text`. */
  readonly place: string;
  /** SQL of the physical line of a row. */
  readonly line: string;
  /** SQL that tells data rows from others, over their number (`row_no`) and cells; null where there are no others. */
  readonly where: string | null;
  /** No two rows begin on the same line. */
  readonly ownLines: boolean;
  /** The same rows in memory, where they are few and were read whole: what is asked of them needs no statement. */
  readonly held: ReadTable['rows'] | null;
  /** Indexes of columns of which each cell is proved to have no blanks around it. */
  readonly trimmed: ReadonlySet<number>;
}

/** The column that holds the cells of a column. */
export function textColumn(index: number): string {
  return `t${index}`;
}

/** Cells of a column of rows in memory, as the engine holds them: an empty one is NULL. */
export function heldCells(held: ReadTable['rows'], index: number): readonly (string | null)[] {
  return held.map(({ cells }) => cells[index] || null);
}

/** The column of `text` that holds the codes of a coded column. */
export function codeColumn(index: number): string {
  return `e${index}`;
}

/** The column of `text` that holds the numbers of a column of figures. */
export function figureColumn(index: number): string {
  return `q${index}`;
}

/** SQL of a cell as text, over a row of `text`. */
export function keptCell({ coded }: Pick<ShortForm, 'coded'>, index: number): string {
  return coded.has(index) ? `cast(${codeColumn(index)} as VARCHAR)` : textColumn(index);
}

/** SQL of the cells of coded columns as texts, over a row of `text`. */
export function decodedCells(form: Pick<ShortForm, 'coded'>): readonly string[] {
  return [...form.coded.keys()].map((index) => `${keptCell(form, index)} as ${textColumn(index)}`);
}

/**
 * The rows of a staged table as a relation: `row_no`, `line`, its cells, and what is kept beside them. `only` some: a
 * condition over the row as it is kept (codes as codes), asked before any cell is decoded.
 */
export function stagedRows(
  staged: Pick<StagedTable, 'text' | 'place' | 'line' | 'where' | 'coded'>,
  only: string | null = null,
): string {
  const { text, place, line, where } = staged;
  const kept = `(select cast(${place} as INTEGER) as row_no, ${line} as line, * from ${text})`;
  const some = only === null ? kept : `(select * from ${kept} s where ${only})`;
  const decoded = decodedCells(staged);
  const rows = decoded.length === 0 ? some : `(select *, ${decoded.join(', ')} from ${some} s)`;
  return where === null ? rows : `(select * from ${rows} s where ${where})`;
}
