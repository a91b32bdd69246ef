import { type Column, dialect, type Engine, type Scalar } from '@samenbeeld/engine';
import type { ReadTable } from '@samenbeeld/read';
import { type StagedTable, textColumn } from './staged-table.ts';

/** The columns of a staged table that is filled row by row. */
export function stagedColumns(indexes: readonly number[]): readonly Column[] {
  return [
    { name: 'physical_line', type: 'INTEGER' },
    ...indexes.map((index): Column => ({ name: textColumn(index), type: 'VARCHAR' })),
  ];
}

/** How rows are found in a table filled row by row, and their cells kept. */
export const rowByRow: Omit<StagedTable, 'head' | 'size' | 'text'> = {
  place: dialect.rowPlace(),
  line: 'physical_line',
  where: null,
  held: null,
  ownLines: false,
  trimmed: new Set(),
  coded: new Map(),
  figure: null,
};

function* rowsOf({ rows, columns }: ReadTable): Generator<readonly Scalar[]> {
  for (const { line, cells } of rows)
    yield [line, ...columns.map(({ index }) => cells[index] || null)];
}

/** So many cells are looked at in memory sooner than an engine has made ready for the question. */
const fewCells = 100_000;

/** Characters that an engine may hold otherwise than memory does, or whose kinds it may know otherwise: halves of pairs, none, and those beyond the first plane. */
const heldOtherwise = /[\0\ud800-\udfff]/;

/** The rows of a table where they are few and the engine holds them letter for letter. */
function heldRows({ rows, columns }: ReadTable): ReadTable['rows'] | null {
  if (rows.length * columns.length > fewCells) return null;
  const isPlain = rows.every(({ cells }) =>
    columns.every(({ index }) => !heldOtherwise.test(cells[index] ?? '')),
  );
  return isPlain ? rows : null;
}

/** Brings a table that was read whole into the engine. */
export async function stageRows(
  engine: Engine,
  table: ReadTable,
  text: string,
): Promise<StagedTable> {
  const { rows, ...head } = table;
  await engine.insert(text, stagedColumns(table.columns.map(({ index }) => index)), rowsOf(table));
  return { head, size: rows.length, text, ...rowByRow, held: heldRows(table) };
}
