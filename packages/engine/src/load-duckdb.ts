/** The DuckDB module, passed along so that importing this package loads nothing of it. */
export type DuckDB = typeof import('@duckdb/node-api');

/** Loads DuckDB on first use. */
export const loadDuckdb = (): Promise<DuckDB> => import('@duckdb/node-api');
