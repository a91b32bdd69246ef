import { dialect, type Engine } from '@samenbeeld/engine';
import { type StagedTable, stagedRows, textColumn } from './staged-table.ts';

/** From this many columns on, a statement that names each of them costs more than one that reads them as rows. */
export const manyColumns = 100;

/** In a table of so few rows already: to plan a column and compile its expressions takes longer than to read its cells. */
const fewRows = 20_000;
const someColumns = 8;

/** Whether cells of so many columns are read as rows sooner than by the name of each. */
export function readAsRows({ size }: Pick<StagedTable, 'size'>, columns: number): boolean {
  return columns >= (size <= fewRows ? someColumns : manyColumns);
}

/** Asks something of the cells of some columns as rows of `name` (the column of the staged table), `cell`, `row_no` and `line`. */
export async function askCells<Row>(
  engine: Engine,
  staged: StagedTable,
  indexes: readonly number[],
  question: (cells: string) => string,
): Promise<readonly Row[]> {
  const view = `${staged.text}_rows`;
  await engine.run(
    `create or replace temporary view ${view} as select r.* from ${stagedRows(staged)} r`,
  );
  try {
    const cells = dialect.unpivot({
      from: view,
      columns: indexes.map(textColumn),
      name: 'name',
      value: 'cell',
    });
    return await engine.rows<Row>(question(cells));
  } finally {
    await engine.run(`drop view if exists ${view}`);
  }
}
