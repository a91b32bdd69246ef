import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { EngineOptions } from './engine.ts';
import type { DuckDB } from './load-duckdb.ts';

const size = /^\d+(\.\d+)?\s*(KB|MB|GB|TB|KiB|MiB|GiB|TiB)$/;

function checkOptions({ memoryLimit, threads }: EngineOptions): void {
  if (memoryLimit !== undefined && !size.test(memoryLimit))
    throw new TypeError(
      `memoryLimit must be a size such as "512MB" or "1GB", not "${memoryLimit}"`,
    );
  if (threads !== undefined && !(Number.isInteger(threads) && threads > 0))
    throw new RangeError(`threads must be a whole number above zero, not ${threads}`);
}

/** An instance that never installs or loads an extension, and a connection whose settings are locked. */
export async function connect(
  api: DuckDB,
  options: EngineOptions,
  spill: string,
): Promise<{ readonly instance: DuckDBInstance; readonly connection: DuckDBConnection }> {
  checkOptions(options);
  const nowhere = join(spill, 'nowhere');
  const instance = await api.DuckDBInstance.create(options.path ?? ':memory:', {
    memory_limit: options.memoryLimit ?? '1GB',
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    // Places that do not exist: an explicit INSTALL or LOAD finds nothing and asks no network.
    custom_extension_repository: nowhere,
    extension_directory: nowhere,
  });
  const connection = await instance.connect();
  await connection.run(
    [
      "set timezone = 'UTC'",
      ...(options.progress
        ? ['set enable_progress_bar = true', 'set enable_progress_bar_print = false']
        : []),
      'set lock_configuration = true',
    ].join('; '),
  );
  return { instance, connection };
}
