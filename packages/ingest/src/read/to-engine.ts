import type { Column, Engine } from '@samenbeeld/engine';
import type { ReadTable } from './table.ts';

function* rowsOf(table: ReadTable): Generator<readonly (string | number | null)[]> {
  for (const { line, lines, cells } of table.rows) yield [line, lines, ...cells];
}

/**
 * Loads a table into the engine as text, as `rows_NAME(line, lines, c1 … cn)` and
 * `columns_NAME(c, letter, h1 … hk)`, where `c` is 1 for `c1`.
 */
export async function toEngine(
  engine: Pick<Engine, 'insert'>,
  table: ReadTable,
  name: string,
): Promise<void> {
  const numbered = (letter: string, count: number): Column[] =>
    Array.from({ length: count }, (_, i) => ({ name: `${letter}${i + 1}`, type: 'VARCHAR' }));
  const headers = table.columns[0]?.headers.length ?? 0;
  await engine.insert(
    `columns_${name}`,
    [
      { name: 'c', type: 'INTEGER' },
      { name: 'letter', type: 'VARCHAR' },
      ...numbered('h', headers),
    ],
    table.columns.map((column) => [column.index + 1, column.letter, ...column.headers]),
  );
  await engine.insert(
    `rows_${name}`,
    [
      { name: 'line', type: 'INTEGER' },
      { name: 'lines', type: 'INTEGER' },
      ...numbered('c', table.columns.length),
    ],
    rowsOf(table),
  );
}
