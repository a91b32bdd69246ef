import type { DuckDBResultReader } from '@duckdb/node-api';
import type { ColumnTable } from 'arquero';
import { bind } from './bind.ts';
import { connect } from './connect.ts';
import { identifier } from './dialect/identifier.ts';
import { readParquet, writeParquet } from './dialect/parquet.ts';
import type { Engine, EngineOptions, WaitOptions } from './engine.ts';
import { insertRows } from './insert.ts';
import { loadDuckdb } from './load-duckdb.ts';
import { readResult, toRecords } from './read-result.ts';
import { cancelled, statementError } from './statement-error.ts';
import { removeTemporaryFolder, temporaryFolder } from './temporary-folder.ts';
import type { Column, Params, Scalar } from './value.ts';
import { watchProgress } from './watch-progress.ts';

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
