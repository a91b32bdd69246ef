import { statSync } from 'node:fs';
import { join } from 'node:path';
import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBResultReader,
  DuckDBType,
  DuckDBValue,
} from '@duckdb/node-api';
import type { ColumnTable } from 'arquero';
import { identifier } from './dialect/identifier.ts';
import { readParquet, writeParquet } from './dialect/parquet.ts';
import { writeLines } from './dialect/write-lines.ts';
import type { Engine, EngineOptions, Progress, WaitOptions } from './engine.ts';
import { insertRows } from './insert.ts';
import { type DuckDB, loadDuckdb } from './load-duckdb.ts';
import { readResult, toRecords } from './read-result.ts';
import { removeTemporaryFolder, temporaryFolder } from './temporary-folder.ts';
import type { Column, Params, Scalar } from './value.ts';

const every = 100;

/** Runs a statement while telling how far it is. */
async function watchProgress<Result>(
  connection: DuckDBConnection,
  progress: Progress | undefined,
  statement: () => Promise<Result>,
): Promise<Result> {
  if (!progress) return statement();
  const timer = setInterval(() => {
    const { rows_processed: done, total_rows_to_process: total } = connection.progress;
    if (total > 0n) progress(Number(done), Number(total));
  }, every);
  try {
    return await statement();
  } finally {
    clearInterval(timer);
  }
}

const limit = 120;

function firstLine(sql: string): string {
  const line = sql.trim().split('\n', 1)[0]?.trim() ?? '';
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}

const quotesCells = /^(Conversion|Invalid Input|Out of Range|Constraint) Error/;

/** The engine's message on one line, without the cell values it may quote: they can be personal data. */
function short(message: string): string {
  const [head = ''] = message.split(/\n\s*LINE \d+:/, 1);
  if (!quotesCells.test(message)) return head.replace(/\s+/g, ' ').trim();
  const [line = ''] = head.split('\n', 1);
  return line
    .replace(/(string|value|number|key|format):? (["']).*\2/, '$1 $2…$2')
    .replace(/\d{4,}/g, '…')
    .trim();
}

/** What the machine refused, as Node calls it, by what the engine says of it. */
const refused: readonly (readonly [said: RegExp, code: string])[] = [
  [/no space left on device|not enough space on the disk|max_temp_directory_size/i, 'ENOSPC'],
  [/disk quota exceeded/i, 'EDQUOT'],
  [/read-only file system/i, 'EROFS'],
  [/^IO Error.*(permission denied|access is denied)/i, 'EACCES'],
  [/^IO Error.*being used by another process/i, 'EBUSY'],
  [/^IO Error.*(input\/output error|device i\/o)/i, 'EIO'],
  [/^IO Error.*too many open files/i, 'EMFILE'],
];

/**
 * The error of a statement: what the engine says, and the first line of the SQL. Where the machine refused it (a full
 * disk, also of the spill folder), `code` says so as it does in errors of Node.
 */
function statementError(sql: string, cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause);
  const error = new Error(`${short(message)} In: ${firstLine(sql)}`);
  const code = refused.find(([said]) => said.test(message))?.[1];
  if (code === undefined) return error;
  const isSpill = /offload|temp_directory/.test(message);
  return Object.assign(error, { code, ...(isSpill && { path: 'The folder of temporary files' }) });
}

/** The error of a statement that its caller ended before it was done. */
function cancelled(sql: string, { reason }: AbortSignal): Error {
  const error = new Error(`cancelled before it was done. In: ${firstLine(sql)}`, { cause: reason });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
}

const size = /^\d+(\.\d+)?\s*(KB|MB|GB|TB|KiB|MiB|GiB|TiB)$/;

function checkOptions({ memoryLimit, threads }: EngineOptions): void {
  if (memoryLimit !== undefined && !size.test(memoryLimit))
    throw new TypeError(
      `memoryLimit must be a size such as "512MB" or "1GB", not "${memoryLimit}"`,
    );
  if (threads !== undefined && !(Number.isInteger(threads) && threads > 0))
    throw new RangeError(`threads must be a whole number above zero, not ${threads}`);
}

/** So many bytes of files are worth more than one thread, whose turns cost more than they save of a few thousand rows. */
const worthThreads = 4_000_000;

/** Files that hold as many bytes as are read of them. Whatever else is read is packed, to a tenth as a rule. */
const isPlain = /\.(csv|tsv|json|txt|ya?ml)$/i;

/** The threads that were asked for, one where little is known to be read, or as many as the engine takes by itself. */
function threadsFor({ threads, reads = [] }: EngineOptions): number | undefined {
  if (threads !== undefined) return threads;
  const sizes = reads.flatMap((path) => {
    const file = statSync(path, { throwIfNoEntry: false });
    return file ? [isPlain.test(path) ? file.size : file.size * 10] : [];
  });
  if (sizes.length === 0) return undefined;
  return sizes.reduce((sum, bytes) => sum + bytes, 0) < worthThreads ? 1 : undefined;
}

/** An instance that never installs or loads an extension, and a connection whose settings are locked. */
async function connect(
  api: DuckDB,
  options: EngineOptions,
  spill: string,
): Promise<{ readonly instance: DuckDBInstance; readonly connection: DuckDBConnection }> {
  checkOptions(options);
  const nowhere = join(spill, 'nowhere');
  const threads = threadsFor(options);
  const instance = await api.DuckDBInstance.create(options.path ?? ':memory:', {
    memory_limit: options.memoryLimit ?? '1GB',
    ...(threads === undefined ? {} : { threads: String(threads) }),
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    // Places that do not exist: an explicit INSTALL or LOAD finds nothing and asks no network.
    custom_extension_repository: nowhere,
    extension_directory: nowhere,
  });
  const connection = await instance.connect();
  await connection.run(
    [
      "set timezone = 'UTC'",
      ...(options.progress
        ? ['set enable_progress_bar = true', 'set enable_progress_bar_print = false']
        : []),
      'set lock_configuration = true',
    ].join('; '),
  );
  return { instance, connection };
}

/** Values and their types as DuckDB binds them. */
interface Bound {
  readonly values: DuckDBValue[] | Record<string, DuckDBValue>;
  readonly types: DuckDBType[] | Record<string, DuckDBType>;
}

type Pair = readonly [DuckDBValue, DuckDBType];

const day = 86_400_000;

function bindNumber(api: DuckDB, value: number): Pair {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return [value, api.DOUBLE];
  return value === (value | 0) ? [value, api.INTEGER] : [BigInt(value), api.BIGINT];
}

function bindDate(api: DuckDB, value: Date): Pair {
  const time = value.getTime();
  if (Number.isNaN(time)) throw new TypeError('a parameter is an invalid Date');
  return time % day === 0
    ? [new api.DuckDBDateValue(time / day), api.DATE]
    : [new api.DuckDBTimestampValue(BigInt(time) * 1000n), api.TIMESTAMP];
}

function bindList(api: DuckDB, list: readonly Scalar[]): Pair {
  const pairs = list.map((value) => bindOne(api, value));
  const types = new Map(
    pairs.filter(([value]) => value !== null).map(([, type]) => [String(type), type]),
  );
  const numeric = [...types.keys()].every((name) => /^(INTEGER|BIGINT|DOUBLE)$/.test(name));
  if (types.size > 1 && !numeric)
    throw new TypeError(`a list parameter mixes ${[...types.keys()].sort().join(' and ')}`);
  const item = types.size > 1 ? api.DOUBLE : ([...types.values()][0] ?? api.VARCHAR);
  const items = pairs.map(([value]) => (types.size > 1 && value !== null ? Number(value) : value));
  return [api.listValue(items), api.LIST(item)];
}

function bindOne(api: DuckDB, value: Scalar | readonly Scalar[]): Pair {
  if (value === null) return [null, api.SQLNULL];
  if (typeof value === 'string') return [value, api.VARCHAR];
  if (typeof value === 'boolean') return [value, api.BOOLEAN];
  if (typeof value === 'number') return bindNumber(api, value);
  if (value instanceof Date) return bindDate(api, value);
  if (Array.isArray(value)) return bindList(api, value);
  throw new TypeError(
    `a parameter must be text, a number, a truth value, a Date, null or a list of these, not ${value === undefined ? 'undefined' : typeof value}`,
  );
}

/** Parameters as values with explicit types, so that an integer stays one. */
function bind(api: DuckDB, params: Params): Bound {
  if (Array.isArray(params)) {
    const pairs = params.map((value: Scalar | readonly Scalar[]) => bindOne(api, value));
    return { values: pairs.map(([value]) => value), types: pairs.map(([, type]) => type) };
  }
  const pairs = Object.entries(params).map(([name, value]) => [name, bindOne(api, value)] as const);
  return {
    values: Object.fromEntries(pairs.map(([name, [value]]) => [name, value])),
    types: Object.fromEntries(pairs.map(([name, [, type]]) => [name, type])),
  };
}

/**
 * Opens a SQL engine in the process: DuckDB, in memory or on a file, with a memory limit, a spill folder and
 * locked settings. It never installs or loads an extension. DuckDB and arquero are loaded here, not on import.
 *
 * Throws a TypeError or RangeError for a wrong option; statements throw an Error with the engine's message and
 * the first line of the SQL, without the cell values.
 *
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.insert('find', [{ name: 'port', type: 'VARCHAR' }, { name: 'kg', type: 'DECIMAL(38,12)' }], [['NLVLI', 4157], ['BEGNE', 619]])
 * await engine.rows('select sum(kg) as kg, count(*) as n from find') // => [{ kg: 4776, n: 2 }]
 * await engine.rows('select port from find where kg > ?', [1000]) // => [{ port: 'NLVLI' }]
 * (await engine.query('select kg from find order by port')).array('kg') // => [619, 4157]
 * await engine.close();
 * ```
 */
export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const api = await loadDuckdb();
  const spill = temporaryFolder('spill', options.spillFolder);
  const { instance, connection } = await connect(api, options, spill).catch((error: unknown) => {
    removeTemporaryFolder(spill);
    throw error;
  });

  let closed = false;
  let last: Promise<unknown> = Promise.resolve();

  function enqueue<Result>(sql: string, work: () => Promise<Result>): Promise<Result> {
    if (closed) return Promise.reject(new Error(`the engine is closed. In: ${sql}`));
    const next = last.then(() => watchProgress(connection, options.progress, work));
    last = next.catch(() => undefined);
    return next;
  }

  function statement<Result>(
    sql: string,
    params: Params | undefined,
    use: (result: DuckDBResultReader) => Result,
    { signal }: WaitOptions = {},
  ): Promise<Result> {
    return enqueue(sql, async () => {
      if (signal?.aborted) throw cancelled(sql, signal);
      const bound = params === undefined ? undefined : bind(api, params);
      // Said again until it is heard: a statement that is only just being prepared takes no notice.
      let timer: NodeJS.Timeout | undefined;
      const interrupt = (): void => {
        connection.interrupt();
        timer = setInterval(() => connection.interrupt(), 20);
      };
      signal?.addEventListener('abort', interrupt, { once: true });
      try {
        const result = await connection
          .runAndReadAll(sql, bound?.values, bound?.types)
          .catch((error: unknown) => {
            throw statementError(sql, error);
          });
        if (signal?.aborted) throw cancelled(sql, signal);
        return use(result);
      } catch (error) {
        throw signal?.aborted ? cancelled(sql, signal) : error;
      } finally {
        clearInterval(timer);
        signal?.removeEventListener('abort', interrupt);
      }
    });
  }

  async function query(sql: string, params?: Params, options?: WaitOptions): Promise<ColumnTable> {
    const { names, columns } = await statement(
      sql,
      params,
      (result) => readResult(api, result, 'date'),
      options,
    );
    const { table } = await import('arquero');
    return table(names.map((name, index) => [name, columns[index] ?? []]));
  }

  async function columnsOf(sql: string): Promise<readonly Column<string>[]> {
    return enqueue(sql, async () => {
      const prepared = await connection.prepare(sql).catch((error: unknown) => {
        throw statementError(sql, error);
      });
      const columns = Array.from({ length: prepared.columnCount }, (_, index) => ({
        name: prepared.columnName(index),
        type: String(prepared.columnType(index)),
      }));
      prepared.destroySync();
      return columns;
    });
  }

  function insert(
    table: string,
    columns: readonly Column[],
    rows: Iterable<readonly Scalar[]>,
  ): Promise<number> {
    return enqueue(`insert into ${table}`, () =>
      insertRows(api, connection, table, columns, rows, options.progress),
    );
  }

  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    await last;
    connection.closeSync();
    instance.closeSync();
    removeTemporaryFolder(spill);
  }

  return {
    query,
    rows: <Row>(sql: string, params?: Params, options?: WaitOptions) =>
      statement(
        sql,
        params,
        (result) => toRecords(readResult(api, result, 'text')) as Row[],
        options,
      ),
    run: (sql, params, options) => statement(sql, params, () => undefined, options),
    columns: columnsOf,
    insert,
    writeParquet: async (sql, path, metadata) =>
      statement(writeParquet(sql, path, metadata), undefined, () => undefined),
    writeLines: (sql, path) => statement(writeLines(sql, path), undefined, () => undefined),
    readParquet: (table, path) =>
      statement(
        `create or replace table ${identifier(table)} as select * from ${readParquet(path)}`,
        undefined,
        () => undefined,
      ),
    tables: () =>
      statement(
        "select table_name from duckdb_tables() where schema_name = 'main' and not internal union all select view_name from duckdb_views() where schema_name = 'main' and not internal and not temporary",
        undefined,
        (result) => result.getColumns()[0]?.map(String).sort() ?? [],
      ),
    close,
  };
}
