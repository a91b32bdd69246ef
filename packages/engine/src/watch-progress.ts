import type { DuckDBConnection } from '@duckdb/node-api';
import type { Progress } from './engine.ts';

const every = 100;

/** Runs a statement while telling how far it is. */
export async function watchProgress<Result>(
  connection: DuckDBConnection,
  progress: Progress | undefined,
  statement: () => Promise<Result>,
): Promise<Result> {
  if (!progress) return statement();
  const timer = setInterval(() => {
    const { rows_processed: done, total_rows_to_process: total } = connection.progress;
    if (total > 0n) progress(Number(done), Number(total));
  }, every);
  try {
    return await statement();
  } finally {
    clearInterval(timer);
  }
}
