import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
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
import type { FileShape } from '@samenbeeld/read';
import { makeFolder, seal, unseal } from '@samenbeeld/store';
import { manifestFile } from '../own-files.ts';
import { rowByRow } from './stage-rows.ts';
import { type StagedTable, stagedRows, textColumn } from './staged-table.ts';

/** Raised when what is kept is laid out in another way. */
const layout = 4;

interface Kept {
  readonly tables: readonly (Pick<StagedTable, 'head' | 'size' | 'ownLines'> & {
    readonly sha256: string;
  })[];
}

/** The version of this package: what another version has read is not used. */
function version(): string {
  const { version: found } = JSON.parse(readFileSync(manifestFile, 'utf8')) as { version: string };
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

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}

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
    const tables: Kept['tables'][number][] = [];
    for (const [at, table] of staged.entries()) {
      const { head, size, ownLines } = table;
      const cells = table.head.columns.map(({ index }) => textColumn(index));
      await engine.writeParquet(
        `select ${['line as physical_line', ...cells].join(', ')} from ${stagedRows(table)} order by row_no`,
        join(beside, tableFile(at)),
      );
      await chmod(join(beside, tableFile(at)), 0o600);
      const sha256 = await hashOf(join(beside, tableFile(at)));
      tables.push({ head, size, ownLines, sha256 });
    }
    const sealed = await seal(key, JSON.stringify({ tables } satisfies Kept));
    if (sealed === null) return;
    await writeFile(join(beside, 'part.json'), sealed, { mode: 0o600 });
    await rename(beside, join(folder, `part-${key}`)).catch((error: NodeJS.ErrnoException) => {
      // Another process has kept the same part meanwhile.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Brings what was kept of a file back into the engine; null where nothing was, or not as this user kept it. */
export async function takePart(
  engine: Engine,
  folder: string,
  key: string,
  name: string,
): Promise<readonly StagedTable[] | null> {
  const home = join(folder, `part-${key}`);
  const sealed = await readFile(join(home, 'part.json'), 'utf8').catch(() => '');
  const text = unseal(key, sealed);
  const tables = text === null ? null : (JSON.parse(text) as Kept).tables;
  const isRight = async ({ sha256 }: Kept['tables'][number], at: number): Promise<boolean> =>
    (await hashOf(join(home, tableFile(at))).catch(() => '')) === sha256;
  if (tables === null || (await Promise.all(tables.map(isRight))).includes(false)) {
    await forgetPart(home).catch(() => undefined);
    return null;
  }
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
