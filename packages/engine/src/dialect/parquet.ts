import { identifier } from './identifier.ts';
import { literal } from './literal.ts';

/** A Parquet file as a relation. */
export function readParquet(path: string): string {
  return `read_parquet(${literal(path)})`;
}

/** The statement that writes an ordered query to one Parquet file, the same bytes whatever the thread count. */
export function writeParquet(
  sql: string,
  path: string,
  metadata: Readonly<Record<string, string>> = {},
): string {
  if (!/\border\s+by\b/i.test(sql))
    throw new TypeError(
      'a written query needs a total order: add ORDER BY over columns that tell every row apart',
    );
  const query = sql.trim().replace(/;$/, '');
  const entries = Object.entries(metadata).map(
    ([key, value]) => `${identifier(key)}: ${literal(value)}`,
  );
  const keyed = entries.length > 0 ? `, kv_metadata {${entries.join(', ')}}` : '';
  return `copy (${query}) to ${literal(path)} (format parquet, compression zstd, row_group_size 122880, per_thread_output false${keyed})`;
}
