import { lstat, mkdir, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { languages, machineProblem, RefusalError, UsageError } from '@samenbeeld/schema';
import { modesFor } from './audience.ts';
import { checkContentsOf, checkTarget } from './check-target.ts';
import { type Clearance, checkClearance, coversInput } from './clearance.ts';
import { packagePath, toDataPackage, type WrittenTable } from './data-package.ts';
import { makeFolder, patiently, renamePatiently, syncPath, writeDurably } from './durable.ts';
import type { PictureContents, PictureFile } from './picture.ts';
import { planPath, removePicture } from './picture-files.ts';
import { repairPicture } from './repair-picture.ts';
import { coversHandling } from './restrictions.ts';
import { sha256 } from './sha256.ts';
import { holdSibling, releaseSibling, siblingsOf } from './sibling.ts';
import { type TableMemory, writeTable } from './write-table.ts';

const rivals = 20;

function code(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

async function setAside(folder: string, aside: string): Promise<boolean> {
  try {
    await renamePatiently(folder, aside);
    return true;
  } catch (error) {
    if (code(error) === 'ENOENT') return false;
    throw error;
  }
}

// Renamed before it is removed, so that what is called `old` is always whole.
async function discard(aside: string, folder: string): Promise<void> {
  const gone = holdSibling(folder, 'gone');
  const moved = await patiently(() => rename(aside, gone)).then(
    () => true,
    () => false,
  );
  const removed = !moved || (await removePicture(gone));
  releaseSibling(gone);
  if (!removed)
    throw new UsageError(
      `The picture stands in ${folder}. What stood there before could not be removed whole, and is kept in ${gone}: look whether something of yours is in it.`,
    );
}

/** Puts a finished folder in the place of the former one, which is set aside and then removed. */
async function swapFolder(made: string, folder: string): Promise<void> {
  const aside = holdSibling(folder, 'old');
  try {
    for (let attempt = 1; ; attempt += 1) {
      const had = await setAside(folder, aside);
      try {
        // What came into it since it was looked at is not lost.
        if (had) await checkContentsOf(aside, folder);
        await renamePatiently(made, folder);
        break;
      } catch (error) {
        // Another writer or a repair was quicker: what stands there is whole, and is set aside in its turn.
        const rival = ['ENOTEMPTY', 'EEXIST'].includes(code(error));
        if (rival && had) await discard(aside, folder);
        if (rival && attempt < rivals) continue;
        if (had && !rival) await renamePatiently(aside, folder);
        throw error;
      }
    }
    await syncPath(dirname(folder));
    await discard(aside, folder);
  } finally {
    releaseSibling(aside);
  }
}

/**
 * Removes what former writers left behind when they were stopped: folders that hold nothing but what a picture holds. A
 * folder of somebody else that is called alike is left.
 */
async function sweepSiblings(folder: string): Promise<void> {
  for (const { path, kind, inUse } of await siblingsOf(folder)) {
    if (inUse || !(await lstat(path).catch(() => null))?.isDirectory()) continue;
    // A removal that was stopped after the list and before its folder leaves that folder, empty.
    if (kind === 'gone') await rmdir(join(path, dirname(packagePath))).catch(() => undefined);
    if (!(await removePicture(path))) await rmdir(path).catch(() => undefined);
  }
}

const tableName = /^[a-z][a-z0-9_]*$/;
const filePath = /^[^/\\.][^/\\]*(\/[^/\\.][^/\\]*)*$/;

/** Refuses contents that are not well formed, or that the clearance does not cover. */
function checkContents(
  { metadata, tables, files = {}, engine }: PictureContents,
  clearance: Clearance,
): void {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(metadata.name))
    throw new UsageError(
      `"${metadata.name}" cannot name a picture: use lower case, digits and "-".`,
    );
  const names = tables.map(({ name }) => name);
  for (const name of names) {
    if (!tableName.test(name))
      throw new UsageError(`"${name}" cannot name a table: use lower case, digits and "_".`);
    if (names.indexOf(name) !== names.lastIndexOf(name))
      throw new UsageError(`The table "${name}" is given twice.`);
  }
  for (const path of Object.keys(files))
    if (!filePath.test(path) || path === 'data' || path.startsWith('data/'))
      throw new UsageError(
        `"${path}" cannot be a file of a picture: use a path inside the folder, outside data/.`,
      );
  if (!engine && tables.some((table) => 'sql' in table))
    throw new UsageError('A table given as a query needs the engine it runs in: pass engine.');
  checkSources({ metadata, tables }, clearance);
}

function checkSources({ metadata }: PictureContents, clearance: Clearance): void {
  const synthetic = metadata.sources.filter((source) => source.synthetic).map(({ id }) => id);
  if (synthetic.length > 0 && synthetic.length < metadata.sources.length)
    throw new RefusalError(
      `Synthetic and published sources never share a picture; synthetic here: ${synthetic.join(', ')}.`,
      { dimension: 'synthetic', remedy: 'Build the exercise as a picture of its own.' },
    );
  if (synthetic.length > 0 !== clearance.synthetic)
    throw new RefusalError(
      clearance.synthetic
        ? 'The clearance is for an exercise, but no source is synthetic.'
        : `The sources are synthetic (${synthetic.join(', ')}), but the clearance is not for an exercise.`,
      { dimension: 'synthetic', remedy: 'Ask for the clearance with the same "synthetic".' },
    );
  const stricter = metadata.sources.filter(
    ({ id, handling }) =>
      !coversHandling(clearance.original, handling) ||
      !coversInput(clearance, {
        handling,
        files: metadata.inputs.filter(({ source }) => source === id),
      }),
  );
  if (stricter.length > 0)
    throw new RefusalError(
      `The clearance is for a weaker handling, or other content, than that of ${stricter.map(({ id }) => id).join(', ')}.`,
      {
        dimension: 'handling',
        remedy: 'Ask for it with the handling and the files of each source.',
      },
    );
}

/** Uses the engine that is given, or one that is opened once it is needed. */
async function withEngine<Result>(
  given: Engine | undefined,
  use: (engine: () => Promise<Engine>) => Promise<Result>,
): Promise<Result> {
  if (given) return use(async () => given);
  let opened: Promise<Engine> | null = null;
  try {
    return await use(() => {
      opened ??= openEngine();
      return opened;
    });
  } finally {
    await (opened as Promise<Engine> | null)?.then((engine) => engine.close());
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
  kept: { readonly memory?: TableMemory | undefined; readonly standing: string },
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
        tables.push(await writeTable(folder, table, engine, clearance, { sources, ...kept }));
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
  /** What earlier writings into this folder left; a table is taken from it only where its files are what they were. */
  readonly memory?: TableMemory | undefined;
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
  { check, memory }: WriteOptions = {},
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
      await fill(made, contents, clearance, { memory, standing: target });
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
