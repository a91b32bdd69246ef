import { stat } from 'node:fs/promises';
import type { Engine } from '@samenbeeld/engine';
import { readTable } from '../read/read-table.ts';
import { survey } from '../read/survey.ts';
import type { FileShape } from '../read/table.ts';
import { isPacked, unfoldFile } from '../read/unfold-file.ts';
import { keepPart, partKey, takePart } from './kept-parts.ts';
import { stageRows } from './stage-rows.ts';
import { stageText } from './stage-text.ts';
import type { StagedTable } from './staged-table.ts';

/** How the rows of a file reach the engine: see `stageFile`. */
export type Way = 'rectangle' | 'stream' | 'whole';

/** What bringing a file into the engine needs to know. */
export interface Staging {
  /** Names of the tables begin so. */
  readonly name: string;
  /** Found by looking when absent. */
  readonly way?: Way | undefined;
  /** A folder in which the cells of each file are kept as soon as they are read, and the hash of the description. */
  readonly keep?: { readonly folder: string; readonly description: string } | undefined;
  /** Told how many bytes of the file are read. */
  readonly read: (done: number) => void;
}

/** Smaller files are read whole: nothing is faster. */
const large = 8_000_000;
/** Packed files from this size on may be large when unfolded. */
const packedLarge = 100_000;

/** A file that cannot be looked at is read whole, which says why. */
async function wayOf(path: string, { way }: Staging): Promise<Way> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return 'whole';
  return way ?? (found.size < large ? 'whole' : 'rectangle');
}

/** Brings the tables of a file into the engine as text, those kept earlier where they still hold; each is pushed to `staged` as soon as it is there. */
export async function stageFile(
  engine: Engine,
  path: string,
  shape: FileShape,
  staging: Staging,
  staged: StagedTable[],
): Promise<void> {
  const { keep, name } = staging;
  const found = await stat(path).catch(() => null);
  if (!keep || !found?.isFile()) return readFile(engine, path, shape, staging, staged);
  const key = await partKey(path, shape, keep.description);
  const kept = await takePart(engine, keep.folder, key, name);
  if (kept) {
    staged.push(...kept);
    return;
  }
  await readFile(engine, path, shape, staging, staged);
  await keepPart(engine, keep.folder, key, staged);
}

/** Delimited text that gzip packed and that may be large when unfolded. */
async function isLargePacked(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size < packedLarge) return false;
  return isPacked(path);
}

/** The file in a packed file, read as it would be by itself; the hash is that of the bytes on disk. */
async function readUnfolded(
  engine: Engine,
  path: string,
  shape: FileShape,
  staging: Staging,
  staged: StagedTable[],
): Promise<void> {
  const copy = await unfoldFile(path);
  try {
    const own: StagedTable[] = [];
    await readFile(engine, copy.path, shape, staging, own);
    const { sha256 } = await survey(path, null, () => undefined);
    staged.push(...own.map((table) => ({ ...table, head: { ...table.head, sha256 } })));
  } finally {
    copy.remove();
  }
}

async function readFile(
  engine: Engine,
  path: string,
  shape: FileShape,
  staging: Staging,
  staged: StagedTable[],
): Promise<void> {
  if (shape.format === 'csv' && (await isLargePacked(path)))
    return readUnfolded(engine, path, shape, staging, staged);
  const way = await wayOf(path, staging);
  if (shape.format === 'csv' && way !== 'whole') {
    const { name, read } = staging;
    const found = await stageText(engine, path, shape, `${name}_0`, way, (done) => read(done));
    if (found) {
      staged.push(found);
      return;
    }
  }
  for (const [at, table] of (await readTable(path, shape)).entries())
    staged.push(await stageRows(engine, table, `${staging.name}_${at}`));
}
