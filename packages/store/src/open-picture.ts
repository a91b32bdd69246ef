import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dialect, type Engine, openEngine } from '@samenbeeld/engine';
import {
  InputError,
  observationFromRow,
  seizureFromRow,
  type TableRow,
  UsageError,
} from '@samenbeeld/schema';
import { fromDataPackage, packagePath } from './data-package.ts';
import type { Picture, PictureFile, PictureMetadata } from './picture.ts';
import { placeOfPicture } from './repair-picture.ts';
import { sha256 } from './sha256.ts';
import { siblingsOf } from './sibling.ts';

const looks = 3;
const patience = 200;
const pause = 10;

/** The text of a package file, and the folder it was read in. */
interface PackageText {
  readonly place: string;
  readonly text: string;
}

/** The package file; between the two renames of a writer there is none for a moment, so it is looked for again. */
async function readPackage(folder: string): Promise<PackageText> {
  for (let attempt = 1; ; attempt += 1) {
    const { place } = await placeOfPicture(folder);
    try {
      return { place, text: await readFile(join(place, packagePath), 'utf8') };
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      const absent = code === 'ENOENT' || code === 'ENOTDIR';
      const inUse = (await siblingsOf(resolve(folder))).some((sibling) => sibling.inUse);
      if (absent && (attempt < looks || inUse) && attempt < patience) {
        await new Promise((done) => setTimeout(done, pause));
        continue;
      }
      const problem = absent
        ? `${folder} is no picture: it has no ${packagePath}`
        : `${packagePath} cannot be read (${code})`;
      throw new InputError(problem, {
        repair: 'name a folder that a build wrote, such as out/north-sea-port',
      });
    }
  }
}

const again = 'build the picture again, or restore the folder from a copy';
const attempts = 5;

async function verify(folder: string, { path, sha256: expected }: PictureFile): Promise<void> {
  const bytes = await readFile(join(folder, path)).catch(() => null);
  const found = bytes === null ? 'no file' : sha256(bytes);
  if (found !== expected)
    throw new InputError(
      `the picture is damaged: expected a file with sha256 ${expected.slice(0, 12)}…, found ${bytes === null ? found : `${found.slice(0, 12)}…`}`,
      { place: { file: path }, repair: again },
    );
}

interface Loaded {
  readonly metadata: PictureMetadata;
  readonly tables: readonly string[];
}

async function load(folder: string, text: string, engine: Engine): Promise<Loaded> {
  const read = fromDataPackage(text);
  if (read.kind === 'wrong')
    throw new InputError(read.problem, { place: { file: packagePath }, repair: again });
  for (const file of read.metadata.files) await verify(folder, file);
  for (const table of read.tables)
    await engine.readParquet(table, join(folder, `data/${table}.parquet`));
  return read;
}

/** Loads everything between two equal readings of the package: another writer may replace the folder meanwhile. */
async function loadWhole(folder: string, engine: Engine): Promise<Loaded> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await readPackage(folder);
    try {
      const loaded = await load(before.place, before.text, engine);
      if ((await readPackage(folder)).text === before.text) return loaded;
    } catch (error) {
      if (attempt === attempts || (await readPackage(folder)).text === before.text) throw error;
    }
    if (attempt === attempts)
      throw new InputError(`${folder} is being replaced again and again`, {
        repair: 'wait until the other build has finished',
      });
  }
}

/**
 * Opens a picture: checks every file against its hash and reads the tables into memory, so that what is seen is one
 * whole picture even while another is written in its place. A crash in the middle of a write is repaired.
 *
 * An InputError says that the folder is no picture, or which file is damaged.
 *
 * @example
 * ```ts
 * import { openPicture } from '@samenbeeld/store';
 * await openPicture('/tmp').catch((error) => error.message) // => '/tmp is no picture: it has no data/datapackage.json. Repair: name a folder that a build wrote, such as out/north-sea-port'
 * ```
 */
export async function openPicture(folder: string): Promise<Picture> {
  await readPackage(folder);
  const engine = await openEngine();
  const { metadata, tables } = await loadWhole(folder, engine).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });

  function select(table: string): string {
    if (!tables.includes(table))
      throw new UsageError(
        `The picture has no table "${table}". It has ${tables.join(', ') || 'none'}.`,
      );
    return `select * from ${dialect.identifier(table)}`;
  }

  async function records<Item>(table: string, item: (row: TableRow) => Item): Promise<Item[]> {
    return tables.includes(table) ? (await engine.rows<TableRow>(select(table))).map(item) : [];
  }

  return {
    folder,
    metadata,
    tables,
    engine,
    has: (table) => tables.includes(table),
    rows: async <Row>(table: string) => engine.rows<Row>(select(table)),
    table: async (name) => engine.query(select(name)),
    observations: () => records('observation', observationFromRow),
    seizures: () => records('seizure', seizureFromRow),
    close: () => engine.close(),
  };
}
