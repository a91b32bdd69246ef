import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { decimalValue } from './decimal-value.ts';
import type { DuckDB } from './load-duckdb.ts';
import type { Column, Scalar } from './value.ts';

/** A column on its way in: its type, and the check that turns a cell into what the engine stores. */
export interface CellWriter {
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
export function cellWriter(api: DuckDB, { name, type }: Column): CellWriter {
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
