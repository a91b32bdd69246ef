import { createRequire } from 'node:module';

/** The DuckDB module, passed along so that importing this package loads nothing of it. */
export type DuckDB = typeof import('@duckdb/node-api');

const require = createRequire(import.meta.url);

/** Loads DuckDB on first use; by `import` the names in its hundred files would be looked for before. */
export const loadDuckdb = (): DuckDB => require('@duckdb/node-api') as DuckDB;
