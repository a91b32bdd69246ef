import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  chmod,
  lstat,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Engine } from '@samenbeeld/engine';
import { makeFolder } from '@samenbeeld/store';
import type { FileShape } from '../read/table.ts';
import { rowByRow } from './stage-rows.ts';
import { type StagedTable, stagedRows, textColumn } from './staged-table.ts';

/** Raised when what is kept is laid out in another way. */
const layout = 2;

interface Kept {
  readonly tables: readonly Pick<StagedTable, 'head' | 'size' | 'ownLines'>[];
}

/** The version of this package: what another version has read is not used. */
function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  const { version: found } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return found;
}

/** What decides how a file is read: its name and bytes, the description, its layout, and this program. */
export function partKey(
  path: string,
  sha256: string,
  shape: FileShape,
  description: string,
): string {
  const parts = [basename(path), sha256, description, JSON.stringify(shape), version(), layout];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

const tableFile = (at: number): string => `table-${at}.parquet`;

/**
 * Keeps the cells of a file that has been read, in a folder that this user only may read. Written beside and renamed,
 * so that a part is either whole or not there.
 */
export async function keepPart(
  engine: Engine,
  folder: string,
  key: string,
  staged: readonly StagedTable[],
): Promise<void> {
  const beside = join(folder, `unfinished-${randomUUID()}`);
  await makeFolder(beside, 0o700);
  try {
    for (const [at, table] of staged.entries()) {
      const cells = table.head.columns.map(({ index }) => textColumn(index));
      await engine.writeParquet(
        `select ${['line as physical_line', ...cells].join(', ')} from ${stagedRows(table)} order by row_no`,
        join(beside, tableFile(at)),
      );
      await chmod(join(beside, tableFile(at)), 0o600);
    }
    const kept: Kept = {
      tables: staged.map(({ head, size, ownLines }) => ({ head, size, ownLines })),
    };
    await writeFile(join(beside, 'part.json'), JSON.stringify(kept), { mode: 0o600 });
    await rename(beside, join(folder, `part-${key}`)).catch((error: NodeJS.ErrnoException) => {
      // Another process has kept the same part meanwhile.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Brings what was kept of a file back into the engine; null where nothing was. */
export async function takePart(
  engine: Engine,
  folder: string,
  key: string,
  name: string,
): Promise<readonly StagedTable[] | null> {
  const home = join(folder, `part-${key}`);
  const text = await readFile(join(home, 'part.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { tables } = JSON.parse(text) as Kept;
  const staged: StagedTable[] = [];
  for (const [at, { head, size, ownLines }] of tables.entries()) {
    const table = `${name}_${at}`;
    await engine.readParquet(table, join(home, tableFile(at)));
    staged.push({ head, size, text: table, ...rowByRow, ownLines });
  }
  return staged;
}

const own = /^(?:part-[\da-f]{32}|unfinished-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Removes the files that a part has and then its folder; where anything else is in it, that and the folder stay. */
async function forgetPart(folder: string): Promise<void> {
  if (!(await lstat(folder)).isDirectory()) return;
  for (const name of await readdir(folder))
    if (/^(part\.json|(tmp_)?table-\d+\.parquet)$/.test(name)) await unlink(join(folder, name));
  await rmdir(folder).catch(() => undefined);
}

/** Removes what was kept in a folder for resuming, and parts that were never finished; other files stay. */
export async function forgetParts(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (own.test(name)) await forgetPart(join(folder, name));
}
