import type { DuckDBAppender, DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
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

interface Plan {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly writers: readonly CellWriter[];
  /** For each column of the table, its index in a row. */
  readonly order: readonly number[];
}

function toCells(
  { table, columns, writers, order }: Plan,
  row: readonly Scalar[],
  n: number,
): DuckDBValue[] {
  if (row.length !== columns.length)
    throw new RangeError(
      `row ${n} for table "${table}" has ${row.length} cells, expected ${columns.length}`,
    );
  return order.map((from) => {
    const value = row[from];
    const written = value === null ? null : writers[from]?.write(value as Scalar);
    if (written === undefined)
      throw new TypeError(
        `column "${columns[from]?.name}", row ${n}: expected ${columns[from]?.type}, found ${shown(value)}`,
      );
    return written;
  });
}

function appendChunk(
  api: DuckDB,
  appender: DuckDBAppender,
  types: DuckDBType[],
  rows: DuckDBValue[][],
): void {
  const chunk = api.DuckDBDataChunk.create(types, rows.length);
  chunk.setRows(rows);
  appender.appendDataChunk(chunk);
}

async function appendRows(
  api: DuckDB,
  appender: DuckDBAppender,
  plan: Plan,
  rows: Iterable<readonly Scalar[]>,
  progress: Progress | undefined,
): Promise<number> {
  const types = plan.order.map((index) => plan.writers[index]?.type ?? api.VARCHAR);
  let pending: DuckDBValue[][] = [];
  let count = 0;
  for (const row of rows) {
    count += 1;
    pending.push(toCells(plan, row, count));
    if (pending.length < chunkRows) continue;
    appendChunk(api, appender, types, pending);
    pending = [];
    if (count % (chunkRows * breath) > 0) continue;
    progress?.(count);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (pending.length > 0) appendChunk(api, appender, types, pending);
  return count;
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
  const writers = columns.map((column) => cellWriter(api, column));
  const own = !(await inTransaction(connection));
  if (own) await connection.run('begin');
  try {
    const plan = { table, columns, writers, order: await target(connection, table, columns) };
    const appender = await connection.createAppender(table);
    let count: number;
    try {
      count = await appendRows(api, appender, plan, rows, progress);
    } finally {
      appender.closeSync();
    }
    if (own) await connection.run('commit');
    progress?.(count, count);
    return count;
  } catch (error) {
    if (own) await connection.run('rollback');
    throw error;
  }
}
