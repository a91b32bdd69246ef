import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { DuckDB } from './load-duckdb.ts';
import type { Params, Scalar } from './value.ts';

/** Values and their types as DuckDB binds them. */
export interface Bound {
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
export function bind(api: DuckDB, params: Params): Bound {
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
