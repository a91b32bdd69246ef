import { mkdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { languages, machineProblem, UsageError } from '@samenbeeld/schema';
import { modesFor } from './audience.ts';
import { checkContents } from './check-contents.ts';
import { checkTarget } from './check-target.ts';
import { type Clearance, checkClearance } from './clearance.ts';
import { packagePath, toDataPackage, type WrittenTable } from './data-package.ts';
import { makeFolder, syncPath, writeDurably } from './durable.ts';
import type { PictureContents, PictureFile } from './picture.ts';
import { planPath, removePicture } from './picture-files.ts';
import { repairPicture } from './repair-picture.ts';
import { sha256 } from './sha256.ts';
import { holdSibling, releaseSibling } from './sibling.ts';
import { swapFolder, sweepSiblings } from './swap-folder.ts';
import { writeTable } from './write-table.ts';

async function withEngine<Result>(
  given: Engine | undefined,
  use: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  if (given) return use(given);
  const engine = await openEngine();
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}

async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  modes: ReturnType<typeof modesFor>,
): Promise<readonly PictureFile[]> {
  const paths = Object.keys(files).sort();
  const written: PictureFile[] = [];
  for (const path of paths) {
    const content = files[path] ?? '';
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await makeFolder(dirname(join(folder, path)), modes.folder);
    await writeDurably(join(folder, path), bytes, modes.file);
    written.push({ path, bytes: bytes.length, sha256: sha256(bytes) });
  }
  return written;
}

async function fill(
  folder: string,
  contents: PictureContents,
  clearance: Clearance,
): Promise<void> {
  const modes = modesFor(clearance.audience);
  const plan = [
    // The engine may write a file under another name first.
    ...contents.tables.flatMap(({ name }) =>
      ['csv', 'parquet'].flatMap((ending) => [
        `data/${name}.${ending}`,
        `data/tmp_${name}.${ending}`,
      ]),
    ),
    ...Object.keys(contents.files ?? {}),
    'data/HANDLING.txt',
  ];
  await writeDurably(join(folder, planPath), JSON.stringify(plan), modes.file);
  await makeFolder(join(folder, 'data'), modes.folder);
  const tables: WrittenTable[] = [];
  const sources = new Set(contents.metadata.sources.map(({ id }) => id));
  if (contents.tables.length > 0)
    await withEngine(contents.engine, async (engine) => {
      for (const table of contents.tables)
        tables.push(await writeTable(folder, table, engine, clearance, sources));
    });
  const marking = languages.map((language) => clearance.banner[language]).join('\n\n');
  const files = [
    ...tables.flatMap(({ parquet, csv }) => [csv, parquet]),
    ...(await writeFiles(
      folder,
      { ...contents.files, 'data/HANDLING.txt': `${marking}\n` },
      modes,
    )),
  ];
  await writeDurably(
    join(folder, packagePath),
    toDataPackage(contents.metadata, tables, files, clearance),
    modes.file,
  );
  await unlink(join(folder, planPath));
  await syncPath(join(folder, 'data'));
  await syncPath(folder);
}

/** How a picture is written. */
export interface WriteOptions {
  /** Told the whole picture under a name of its own, before it takes its place: where this throws, nothing is replaced. */
  readonly check?: (folder: string) => Promise<void>;
}

/**
 * Writes a picture as a folder: each table as `data/<name>.parquet` and `data/<name>.csv`, the Frictionless data package
 * `data/datapackage.json` with the hash of every file, the marking in `data/HANDLING.txt`, and further files beside.
 * The same contents give the same bytes.
 *
 * The folder is made beside its place and renamed into it, so that a reader sees the old picture or the new one, also
 * after a crash. What is not public can be read by its owner alone. A folder that `checkTarget` refuses is not replaced
 * (UsageError), nor one where the machine refuses to write (a full disk, a file open in Excel). Sources that the
 * clearance does not cover, or synthetic ones among published ones, are refused (RefusalError).
 *
 * @example
 * ```ts
 * import { clearance, openPicture, writePicture } from '@samenbeeld/store';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const folder = `${await mkdtemp(`${tmpdir()}/picture-`)}/ports`;
 * const handling = { h: [], h3Text: [], tlp: 'CLEAR', classification: 'none', purposes: [], audiences: [], originators: [] } as const;
 * const title = { nl: 'Havens', fr: 'Ports', de: 'Häfen', en: 'Ports' };
 * const ports = { name: 'ports', columns: [{ name: 'port', type: 'VARCHAR' }, { name: 'kg', type: 'DECIMAL(38,12)' }], rows: [['NLVLI', 4157]] } as const;
 * await writePicture(folder, { metadata: { name: 'ports', title, sources: [], inputs: [] }, tables: [ports] }, clearance(handling, 'public'));
 * const picture = await openPicture(folder);
 * await picture.rows('ports') // => [{ port: 'NLVLI', kg: 4157 }]
 * await picture.close();
 * ```
 */
export async function writePicture(
  folder: string,
  contents: PictureContents,
  clearance: Clearance,
  { check }: WriteOptions = {},
): Promise<void> {
  checkClearance(clearance);
  checkContents(contents, clearance);
  if ((await repairPicture(folder)) === 'aside')
    throw new UsageError(
      `The picture of ${folder} was left aside by a build that was stopped, and cannot be put back: the folder around it may not be written. Name another folder.`,
    );
  const target = await checkTarget(folder);
  try {
    await makeFolder(dirname(target));
    await sweepSiblings(target);
    const made = holdSibling(target, 'new');
    try {
      await mkdir(made, { mode: modesFor(clearance.audience).folder });
      await fill(made, contents, clearance);
      await check?.(made);
      await swapFolder(made, target);
    } finally {
      await removePicture(made);
      releaseSibling(made);
    }
  } catch (error) {
    throw machineProblem(error, folder);
  }
}
