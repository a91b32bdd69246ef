import type { DuckDBResultReader } from '@duckdb/node-api';
import type { DuckDB } from './load-duckdb.ts';
import { type Dates, readerOf } from './read-value.ts';

/** A result column by column, every value safe. */
export interface ResultColumns {
  readonly names: readonly string[];
  readonly columns: readonly (readonly unknown[])[];
  readonly length: number;
}

/** Takes a result apart; a column name that occurs twice is refused. */
export function readResult(api: DuckDB, result: DuckDBResultReader, dates: Dates): ResultColumns {
  const names = result.columnNames();
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new TypeError(`column "${twice}" occurs twice in the result; name one of them with AS`);
  const readers = names.map((name, index) => readerOf(api, result.columnType(index), name, dates));
  return {
    names,
    columns: result
      .getColumns()
      .map((values, index) => values.map((value) => readers[index]?.(value))),
    length: result.currentRowCount,
  };
}

/** The columns turned into records; assigning to the name `__proto__` would make no column. */
export function toRecords({ names, columns, length }: ResultColumns): Record<string, unknown>[] {
  return Array.from({ length }, (_, row) => {
    const record: Record<string, unknown> = {};
    names.forEach((name, index) => {
      const value = columns[index]?.[row];
      if (name === '__proto__') Object.defineProperty(record, name, { value, enumerable: true });
      else record[name] = value;
    });
    return record;
  });
}
