import type { ColumnTable } from 'arquero';
import type { Column, Params, Scalar } from './value.ts';

/** How far a long statement is, in rows; `total` only where the engine knows it. */
export type Progress = (done: number, total?: number) => void;

/** How to open an engine. */
export interface EngineOptions {
  /** A database file; in memory when absent. */
  readonly path?: string;
  /** Memory before the engine spills to disk, with its unit ("512MB", "1GB"). Default "1GB". */
  readonly memoryLimit?: string;
  /** Default: one a core. Results and files do not depend on it. */
  readonly threads?: number | undefined;
  /**
   * What is to be read, where that is known: of less than 4 MB of plain text, or 400 kB of packed files (Parquet, gzip, workbooks),
   * one thread is the default, which takes a third less of the processor. Files that are not there say nothing.
   */
  readonly reads?: readonly string[];
  /** Where a folder for spilled data is made on demand and removed on close. Default: the system's. */
  readonly spillFolder?: string;
  /** Called during long statements and inserts. */
  readonly progress?: Progress;
}

/** How a statement is waited for. */
export interface WaitOptions {
  /**
   * Ends the statement when it is aborted, whether it runs or waits for its turn: it is then refused with an error named
   * `AbortError`, and the engine takes the next one.
   */
  readonly signal?: AbortSignal;
}

/**
 * A SQL engine in the process. Statements run one after another, in the order they were called.
 *
 * Numbers are safe: an integer beyond 2^53 is refused by column name and never rounded; a DECIMAL becomes the
 * nearest double; BigInt never comes out. NULL is `null`, a LIST an array, a STRUCT an object.
 */
export interface Engine {
  /** The result as an arquero table; dates and timestamps are `Date` in UTC. */
  query(sql: string, params?: Params, options?: WaitOptions): Promise<ColumnTable>;
  /** The result as records; dates are ISO days, timestamps ISO instants. `Row` is asserted, not checked. */
  rows<Row = Readonly<Record<string, unknown>>>(
    sql: string,
    params?: Params,
    options?: WaitOptions,
  ): Promise<readonly Row[]>;
  /** Runs one or more statements for their effect. */
  run(sql: string, params?: Params, options?: WaitOptions): Promise<void>;
  /** Names and types of the result of one statement, without running it. */
  columns(sql: string): Promise<readonly Column<string>[]>;
  /**
   * Appends rows in bulk, all of them or none, and returns how many. Makes the table where it is absent;
   * where it exists, its columns must be these. A cell of the wrong type is refused by column and row.
   * DECIMAL cells may be decimal text, which is taken exactly.
   */
  insert(
    table: string,
    columns: readonly Column[],
    rows: Iterable<readonly Scalar[]>,
  ): Promise<number>;
  /**
   * Writes the result of an ordered query as one Parquet file, the same bytes whatever the thread count.
   * The order must be total: rows that tie may swap. `metadata` travels in the footer of the file.
   */
  writeParquet(
    sql: string,
    path: string,
    metadata?: Readonly<Record<string, string>>,
  ): Promise<void>;
  /**
   * Writes the one text column of a query as lines, each with \r\n, in the order of the query or of the file it reads; the name
   * of the column is the first line. Nothing is quoted.
   */
  writeLines(sql: string, path: string): Promise<void>;
  /** Reads a Parquet file into a table of this name, in the order of the file. */
  readParquet(table: string, path: string): Promise<void>;
  /** Names of the tables, temporary ones too, and of the views that are not temporary; in code-unit order. */
  tables(): Promise<readonly string[]>;
  /** Waits for running statements and frees everything. Closing twice is fine. */
  close(): Promise<void>;
}
