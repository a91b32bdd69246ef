import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The DuckDB module, passed along so that importing this package loads nothing of it. */
export type DuckDB = typeof import('@duckdb/node-api');

/** Loads DuckDB on first use; by `require`, since `import` first reads its hundreds of files for what they export. */
export async function loadDuckdb(): Promise<DuckDB> {
  return require('@duckdb/node-api') as DuckDB;
}
