import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { type CellWriter, cellWriter } from './cell.ts';
import { identifier } from './dialect/identifier.ts';
import type { Progress } from './engine.ts';
import type { DuckDB } from './load-duckdb.ts';
import type { Column, Scalar } from './value.ts';

const chunkRows = 2048;
const breath = 32;

/** For each column of the table, in its order, its index in the rows; the table is made where absent. */
async function target(
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
): Promise<readonly number[]> {
  const definition = columns.map(({ name, type }) => `${identifier(name)} ${type}`).join(', ');
  await connection.run(`create table if not exists ${identifier(table)} (${definition})`);
  const found = await connection.runAndReadAll(`select * from ${identifier(table)} limit 0`);
  const existing = found.columnNames().map((name, index) => `${name} ${found.columnType(index)}`);
  const given = columns.map(({ name, type }) => `${name} ${type.replaceAll(' ', '')}`);
  const order = existing.map((column) => given.indexOf(column));
  if (order.length !== given.length || order.includes(-1))
    throw new TypeError(
      `table "${table}" has the columns ${existing.join(', ')}; the rows have ${given.join(', ')}`,
    );
  return order;
}

// Two statements share a transaction only where the caller began one; a second BEGIN would abort it.
async function inTransaction(connection: DuckDBConnection): Promise<boolean> {
  const id = async (): Promise<unknown> =>
    (await connection.runAndReadAll('select txid_current()')).value(0, 0);
  const first = await id();
  return first === (await id());
}

function shown(value: Scalar | undefined): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return 'text that is not one';
  if (typeof value === 'number') return `the number ${value}`;
  return value instanceof Date ? 'a Date' : `the value ${value}`;
}

interface Rows {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly writers: readonly CellWriter[];
}

/** The cells of a row as the engine stores them, in the order given. */
function toCells(
  { table, columns, writers }: Rows,
  row: readonly Scalar[],
  n: number,
): DuckDBValue[] {
  if (row.length !== columns.length)
    throw new RangeError(
      `row ${n} for table "${table}" has ${row.length} cells, expected ${columns.length}`,
    );
  return row.map((value, at) => {
    const written = value === null ? null : writers[at]?.write(value);
    if (written === undefined)
      throw new TypeError(
        `column "${columns[at]?.name}", row ${n}: expected ${columns[at]?.type}, found ${shown(value)}`,
      );
    return written;
  });
}

/** Rows in chunks of cells; each row is checked before its chunk is given out. */
function* chunksOf(
  given: Rows,
  rows: Iterable<readonly Scalar[]>,
): Generator<DuckDBValue[][], undefined> {
  let pending: DuckDBValue[][] = [];
  let count = 0;
  for (const row of rows) {
    count += 1;
    pending.push(toCells(given, row, count));
    if (pending.length < chunkRows) continue;
    yield pending;
    pending = [];
  }
  if (pending.length > 0) yield pending;
  return undefined;
}

/** Appends to a table that is made where it is absent; returns what takes a chunk of cells, and what ends it. */
async function openAppender(
  api: DuckDB,
  connection: DuckDBConnection,
  { table, columns, writers }: Rows,
): Promise<{ append(cells: DuckDBValue[][]): void; close(): void }> {
  const order = await target(connection, table, columns);
  const types: DuckDBType[] = order.map((index) => writers[index]?.type ?? api.VARCHAR);
  const appender = await connection.createAppender(table);
  return {
    append(cells) {
      const chunk = api.DuckDBDataChunk.create(types, cells.length);
      chunk.setRows(cells.map((row) => order.map((from) => row[from] ?? null)));
      appender.appendDataChunk(chunk);
    },
    close: () => appender.closeSync(),
  };
}

/** Appends rows in chunks, all or none; a transaction of the caller is left to the caller. */
export async function insertRows(
  api: DuckDB,
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
  rows: Iterable<readonly Scalar[]>,
  progress: Progress | undefined,
): Promise<number> {
  const given = { table, columns, writers: columns.map((column) => cellWriter(api, column)) };
  const chunks = chunksOf(given, rows);
  const first = chunks.next().value ?? [];
  const second = first.length < chunkRows ? undefined : chunks.next().value;
  // One chunk is appended whole or not at all: no transaction is needed, which is four statements less.
  const own = second !== undefined && !(await inTransaction(connection));
  if (own) await connection.run('begin');
  try {
    const appender = await openAppender(api, connection, given);
    let count = 0;
    try {
      for (let cells: DuckDBValue[][] | undefined = first; cells; ) {
        if (cells.length > 0) appender.append(cells);
        count += cells.length;
        if (count % (chunkRows * breath) === 0 && count > 0) {
          progress?.(count);
          await new Promise((resolve) => setImmediate(resolve));
        }
        cells = count === first.length ? second : chunks.next().value;
      }
    } finally {
      appender.close();
    }
    if (own) await connection.run('commit');
    progress?.(count, count);
    return count;
  } catch (error) {
    if (own) await connection.run('rollback');
    throw error;
  }
}
