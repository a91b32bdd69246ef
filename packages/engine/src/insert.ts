import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { identifier } from './dialect/identifier.ts';
import type { Progress } from './engine.ts';
import type { DuckDB } from './load-duckdb.ts';
import type { Column, Scalar } from './value.ts';

const decimalText = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/;

/**
 * The unscaled integer of DECIMAL(precision, scale): the decimal digits of a number as JavaScript prints them, or
 * those of decimal text, rounded half away from zero beyond the scale. undefined where it does not fit.
 */
function decimalValue(value: Scalar, precision: number, scale: number): bigint | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const match = decimalText.exec(String(value));
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const shift = scale - fraction.length + Number(exponent);
  if (Math.abs(shift) > 400) return undefined;
  const digits = BigInt(whole + fraction);
  const unscaled = shift >= 0 ? digits * 10n ** BigInt(shift) : rounded(digits, -shift);
  if (unscaled >= 10n ** BigInt(precision)) return undefined;
  return sign === '-' ? -unscaled : unscaled;
}

function rounded(digits: bigint, places: number): bigint {
  const unit = 10n ** BigInt(places);
  return (digits + unit / 2n) / unit;
}

/** A column on its way in: its type, and the check that turns a cell into what the engine stores. */
interface CellWriter {
  readonly type: DuckDBType;
  readonly write: (value: Scalar) => DuckDBValue | undefined;
}

const day = 86_400_000;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

function dayNumber(value: Scalar): number | undefined {
  const text = value instanceof Date ? undefined : value;
  if (text !== undefined && !(typeof text === 'string' && isoDay.test(text))) return undefined;
  const time = value instanceof Date ? value.getTime() : Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || time % day !== 0) return undefined;
  // Date.parse rolls some impossible days over into the next month.
  if (text !== undefined && new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  return time / day;
}

/** The writer for a column; `write` returns undefined for a cell that does not fit the type. */
function cellWriter(api: DuckDB, { name, type }: Column): CellWriter {
  const scale = /^DECIMAL\(\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\)$/.exec(type);
  if (scale) {
    const [precision, digits] = [Number(scale[1]), Number(scale[2])];
    return {
      type: api.DECIMAL(precision, digits),
      write: (value) => {
        const unscaled = decimalValue(value, precision, digits);
        return unscaled === undefined
          ? undefined
          : new api.DuckDBDecimalValue(unscaled, precision, digits);
      },
    };
  }
  switch (type) {
    case 'VARCHAR':
      return { type: api.VARCHAR, write: (v) => (typeof v === 'string' ? v : undefined) };
    case 'BOOLEAN':
      return { type: api.BOOLEAN, write: (v) => (typeof v === 'boolean' ? v : undefined) };
    case 'DOUBLE':
      return { type: api.DOUBLE, write: (v) => (typeof v === 'number' ? v : undefined) };
    case 'INTEGER':
      return {
        type: api.INTEGER,
        write: (v) => (typeof v === 'number' && v === (v | 0) ? v : undefined),
      };
    case 'BIGINT':
      return {
        type: api.BIGINT,
        write: (v) => (typeof v === 'number' && Number.isSafeInteger(v) ? BigInt(v) : undefined),
      };
    case 'DATE':
      return {
        type: api.DATE,
        write: (v) => {
          const days = dayNumber(v);
          return days === undefined ? undefined : new api.DuckDBDateValue(days);
        },
      };
    default:
      throw new TypeError(
        `column "${name}" has the type ${type}; expected VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE or DECIMAL(p,s)`,
      );
  }
}

const chunkRows = 2048;
const breath = 32;

/** For each column of the table, in its order, its index in the rows; the table is made where absent. */
async function target(
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
): Promise<readonly number[]> {
  const definition = columns.map(({ name, type }) => `${identifier(name)} ${type}`).join(', ');
  const name = identifier(table);
  const found = await connection.runAndReadAll(
    `create table if not exists ${name} (${definition}); select * from ${name} limit 0`,
  );
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
