import type {
  DuckDBArrayType,
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListType,
  DuckDBListValue,
  DuckDBResultReader,
  DuckDBStructType,
  DuckDBStructValue,
  DuckDBType,
  DuckDBValue,
} from '@duckdb/node-api';
import type { DuckDB } from './load-duckdb.ts';

/** How a column's values leave the engine. */
type Read = (value: DuckDBValue) => unknown;

/** Whether days and instants leave as ISO text or as `Date`. */
type Dates = 'text' | 'date';

const largest = 2n ** 53n;
const day = 86_400_000;

function safe(value: bigint, column: string): number {
  if (value > largest || value < -largest)
    throw new RangeError(
      `column "${column}" holds an integer beyond 2^53, which a number cannot carry; cast it to VARCHAR in the query`,
    );
  return Number(value);
}

// One division of two exact doubles rounds once; anything longer goes through its decimal text.
function decimal(value: DuckDBDecimalValue, column: string): number {
  if (value.value <= largest && value.value >= -largest && value.scale <= 22)
    return Number(value.value) / 10 ** value.scale;
  safe(value.value / 10n ** BigInt(value.scale), column);
  return Number(value.toString());
}

function instant(milliseconds: number, dates: Dates, digits: number, column: string): unknown {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime()))
    throw new RangeError(`column "${column}" holds a date beyond what a Date can carry`);
  if (dates === 'date') return date;
  const text = date.toISOString();
  if (text.length > 24)
    throw new RangeError(`column "${column}" holds a date beyond the years 0 to 9999`);
  return text.slice(0, digits);
}

/** The reader for a column's type; throws a TypeError for a type that has no safe value here. */
function readerOf(api: DuckDB, type: DuckDBType, column: string, dates: Dates): Read {
  const id = api.DuckDBTypeId;
  const nullable =
    (read: Read): Read =>
    (value) =>
      value === null ? null : read(value);
  switch (type.typeId) {
    case id.SQLNULL:
    case id.BOOLEAN:
    case id.VARCHAR:
    case id.ENUM:
    case id.TINYINT:
    case id.SMALLINT:
    case id.INTEGER:
    case id.UTINYINT:
    case id.USMALLINT:
    case id.UINTEGER:
    case id.FLOAT:
    case id.DOUBLE:
      return (value) => value;
    case id.BIGINT:
    case id.UBIGINT:
    case id.HUGEINT:
    case id.UHUGEINT:
    case id.BIGNUM:
      return nullable((value) => safe(value as bigint, column));
    case id.DECIMAL:
      return nullable((value) => decimal(value as DuckDBDecimalValue, column));
    case id.DATE:
      return nullable((value) => instant((value as DuckDBDateValue).days * day, dates, 10, column));
    case id.TIMESTAMP:
    case id.TIMESTAMP_TZ:
      return nullable((value) =>
        instant(Math.floor(Number((value as { micros: bigint }).micros) / 1000), dates, 24, column),
      );
    case id.UUID:
    case id.TIME:
    case id.INTERVAL:
      return nullable(String);
    case id.BLOB:
      return nullable((value) => Uint8Array.from((value as DuckDBBlobValue).bytes));
    case id.LIST:
    case id.ARRAY: {
      const inner = readerOf(
        api,
        (type as DuckDBListType | DuckDBArrayType).valueType,
        column,
        dates,
      );
      return nullable((value) => (value as DuckDBListValue | DuckDBArrayValue).items.map(inner));
    }
    case id.STRUCT: {
      const { entryNames, entryTypes } = type as DuckDBStructType;
      const inner = entryTypes.map((entry) => readerOf(api, entry, column, dates));
      return nullable((value) => {
        const { entries } = value as DuckDBStructValue;
        return Object.fromEntries(
          entryNames.map((name, index) => [name, inner[index]?.(entries[name] ?? null)]),
        );
      });
    }
    default:
      throw new TypeError(
        `column "${column}" has the type ${type}, which does not leave the engine; cast it to VARCHAR in the query`,
      );
  }
}

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
