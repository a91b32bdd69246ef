import { stat } from 'node:fs/promises';
import type { Engine } from '@samenbeeld/engine';
import {
  type FileHead,
  type FileShape,
  fileHash,
  isPacked,
  refuseUnreadable,
  type TableReader,
  tableReader,
  unfoldFile,
} from '@samenbeeld/read';
import { keepPart, partKey, takePart } from './kept-parts.ts';
import { stageRows } from './stage-rows.ts';
import { stageText, type TextWay } from './stage-text.ts';
import type { ShortForm, StagedTable } from './staged-table.ts';

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
  /** The hash of the file on disk, where it is known already. */
  readonly sha256?: string | undefined;
  /** How the cells of a delimited text are kept while they are read, decided by its beginning. */
  readonly form: (file: string, head: FileHead) => ShortForm;
  /** Reads the file whole, where it is tried in several shapes. */
  readonly tables?: TableReader | undefined;
  /** Told how many bytes of the file are read. */
  readonly read: (done: number) => void;
}

/** Smaller files are read whole: nothing is faster. */
const large = 8_000_000;
/** Packed files from this size on may be large when unfolded. */
const packedLarge = 100_000;

/** Bytes of a file; null where it cannot be looked at: reading it whole says why. */
async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? found.size : null;
}

/** Brings the tables of a file into the engine as text, those kept earlier where they still hold; each is pushed to `staged` as soon as it is there. */
export async function stageFile(
  engine: Engine,
  path: string,
  shape: FileShape,
  staging: Staging,
  staged: StagedTable[],
): Promise<void> {
  refuseUnreadable(path);
  const { keep, name } = staging;
  if (!keep || (await sizeOf(path)) === null) return readFile(engine, path, shape, staging, staged);
  const sha256 = await fileHash(path);
  const key = partKey(path, sha256, shape, keep.description);
  const kept = await takePart(engine, keep.folder, key, name);
  if (kept) {
    staged.push(...kept);
    return;
  }
  await readFile(engine, path, shape, { ...staging, sha256 }, staged);
  await keepPart(engine, keep.folder, key, staged);
}

/** The file in a packed file, read as it would be by itself; the hash is that of the bytes on disk. */
async function readUnfolded(
  engine: Engine,
  path: string,
  packed: number,
  shape: FileShape,
  staging: Staging,
  staged: StagedTable[],
): Promise<void> {
  const copy = await unfoldFile(path);
  try {
    const own: StagedTable[] = [];
    const unfolded = (await sizeOf(copy.path)) ?? packed;
    const read = (done: number): void => staging.read(Math.round((done / unfolded) * packed));
    const sha256 = staging.sha256 ?? (await fileHash(path));
    await readFile(engine, copy.path, shape, { ...staging, sha256, read }, own);
    staged.push(...own.map((table) => ({ ...table, head: { ...table.head, sha256 } })));
  } finally {
    copy.remove();
  }
}

/** A delimited text that may be too long to be held in memory; null where it must be read whole. */
async function readText(
  engine: Engine,
  path: string,
  shape: FileShape,
  way: TextWay,
  staging: Staging,
): Promise<StagedTable | null> {
  const table = `${staging.name}_0`;
  try {
    return await stageText(engine, path, shape, table, way, staging);
  } catch (error) {
    // Rows that came before what is wrong are there already.
    await engine.run(`drop table if exists ${table}`);
    throw error;
  }
}

async function readFile(
  engine: Engine,
  path: string,
  shape: FileShape,
  staging: Staging,
  staged: StagedTable[],
): Promise<void> {
  const size = shape.format === 'csv' ? await sizeOf(path) : null;
  if (size !== null) {
    if (size >= packedLarge && (await isPacked(path)))
      return readUnfolded(engine, path, size, shape, staging, staged);
    const way = staging.way ?? (size < large ? 'whole' : 'rectangle');
    const found = way === 'whole' ? null : await readText(engine, path, shape, way, staging);
    if (found) {
      staged.push(found);
      return;
    }
  }
  const whole = staging.tables ?? tableReader(path);
  for (const [at, table] of (await whole(shape)).entries())
    staged.push(await stageRows(engine, table, `${staging.name}_${at}`));
}
