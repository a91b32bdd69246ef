import { copyFile, link, lstat, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { dialect, openEngine, removeTemporaryFolder, temporaryFolder } from '@samenbeeld/engine';
import {
  englishQuoted,
  expectedFound,
  foundNone,
  InputError,
  inFour,
  observationFromRow,
  quoted,
  seizureFromRow,
  type TableRow,
  wrongUse,
} from '@samenbeeld/schema';
import { fromDataPackage, packagePath } from './data-package.ts';
import { measureFile } from './measure-file.ts';
import type { Picture, PictureMetadata, ReadOptions } from './picture.ts';
import { placeOfPicture } from './repair-picture.ts';
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
        ? inFour(
            '{folder} is geen beeld: er is geen {file}',
            '{folder} n’est pas un tableau : il n’a pas de {file}',
            '{folder} ist kein Lagebild: es hat keine {file}',
            '{folder} is no picture: it has no {file}',
            { folder, file: packagePath },
          )
        : inFour(
            '{file} is niet te lezen ({code})',
            '{file} ne se lit pas ({code})',
            '{file} ist nicht lesbar ({code})',
            '{file} cannot be read ({code})',
            { file: packagePath, code },
          );
      throw new InputError(problem, {
        repair: inFour(
          'noem een map die `samenbeeld build` schreef, zoals out/north-sea-port',
          'nommez un dossier que `samenbeeld build` a écrit, comme out/north-sea-port',
          'einen Ordner nennen, den `samenbeeld build` geschrieben hat, etwa out/north-sea-port',
          'name a folder that a build wrote, such as out/north-sea-port',
        ),
      });
    }
  }
}

const again = inFour(
  'bouw het beeld opnieuw, of zet de map terug uit een kopie',
  'reconstruisez le tableau, ou rétablissez le dossier depuis une copie',
  'das Lagebild neu bauen oder den Ordner aus einer Kopie wiederherstellen',
  'build the picture again, or restore the folder from a copy',
);
const attempts = 5;

/** A folder of this process alone: beside the picture, where its files can be linked, else where the system keeps such. */
function privateFolder(place: string): string {
  try {
    return temporaryFolder('picture', dirname(resolve(place)));
  } catch {
    return temporaryFolder('picture');
  }
}

/** The same file under another name: what replaces the first leaves it alone. Where no link can be made it is copied. */
async function keep(from: string, to: string): Promise<void> {
  const isPlain = (await lstat(from)).isFile();
  await (isPlain ? link(from, to) : Promise.reject()).catch(() => copyFile(from, to));
}

/** A table's file as it was kept, and what shows that somebody wrote into it since. */
interface KeptTable {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly modified: number;
}

async function keepTable(
  folder: string,
  path: string,
  name: string,
  expected: string | undefined,
): Promise<KeptTable> {
  const file = `data/${name}.parquet`;
  const isThere = await keep(join(folder, file), path).then(
    () => true,
    () => false,
  );
  const found = isThere ? (await measureFile(path)).sha256 : null;
  if (found === null || found !== expected) refuseDamaged(file, expected, found);
  const { size, mtimeMs } = await stat(path);
  return { name, path, bytes: size, modified: mtimeMs };
}

interface Kept {
  readonly metadata: PictureMetadata;
  readonly tables: readonly KeptTable[];
}

async function keepTables(folder: string, text: string, kept: string): Promise<Kept> {
  const read = fromDataPackage(text);
  if (read.kind === 'wrong')
    throw new InputError(englishQuoted(read.problem), {
      place: { file: packagePath },
      repair: again,
    });
  await mkdir(kept);
  const hashes = new Map(read.metadata.files.map(({ path, sha256 }) => [path, sha256]));
  const tables: KeptTable[] = [];
  for (const [at, name] of read.tables.entries()) {
    const path = join(kept, `${at}.parquet`);
    tables.push(await keepTable(folder, path, name, hashes.get(`data/${name}.parquet`)));
  }
  await checkBeside(folder, read.metadata);
  return { metadata: read.metadata, tables };
}

/** Files up to this size are held against their hash though they are not read; larger ones would make opening slow. */
const checkedUpTo = 8_000_000;

/** What stands beside the tables: a report or a CSV that was changed afterwards is no part of the picture. */
async function checkBeside(folder: string, { files }: PictureMetadata): Promise<void> {
  for (const { path, bytes, sha256 } of files) {
    if (path.endsWith('.parquet') || bytes > checkedUpTo) continue;
    const found = await measureFile(join(folder, path)).then(
      (measured) => measured.sha256,
      () => null,
    );
    if (found !== sha256) refuseDamaged(path, sha256, found);
  }
}

function refuseDamaged(file: string, expected: string | undefined, found: string | null): never {
  throw new InputError(
    inFour(
      'het beeld is beschadigd; {fault}',
      'le tableau est endommagé ; {fault}',
      'das Lagebild ist beschädigt; {fault}',
      'the picture is damaged: {fault}',
      {
        fault: expectedFound(
          `sha256 ${expected?.slice(0, 12)}…`,
          found === null ? foundNone : `${found.slice(0, 12)}…`,
        ),
      },
    ),
    { place: { file }, repair: again },
  );
}

/** Keeps every table of one package: another writer may replace the folder meanwhile, and then it is kept anew. */
async function keepWhole(folder: string, first: PackageText, kept: string): Promise<Kept> {
  let { place, text } = first;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await keepTables(place, text, join(kept, String(attempt)));
    } catch (error) {
      const now = await readPackage(folder);
      if (now.text === text) throw error;
      if (attempt === attempts)
        throw new InputError(
          inFour(
            '{folder} wordt telkens weer vervangen',
            '{folder} est sans cesse remplacé',
            '{folder} wird immer wieder ersetzt',
            '{folder} is being replaced again and again',
            { folder },
          ),
          {
            repair: inFour(
              'wacht tot de andere bouw klaar is',
              'attendez que l’autre construction soit finie',
              'warten, bis der andere Bau fertig ist',
              'wait until the other build has finished',
            ),
          },
        );
      ({ place, text } = now);
    }
  }
}

/**
 * Opens a picture: every table is a view of its file, which is kept under a private name and checked against its hash, so
 * that what is seen is one whole picture even while another is written in its place. Rows are read when they are asked for.
 * What stands beside them (the report, the workbooks, the CSV) is checked too, but for files of more than 8 MB. A crash in the
 * middle of a write is repaired.
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
  const first = await readPackage(folder);
  const kept = privateFolder(first.place);
  const data = dirname(join(first.place, packagePath));
  const files = await readdir(data).catch(() => []);
  const reads = files.filter((name) => name.endsWith('.parquet')).map((name) => join(data, name));
  const engine = await openEngine({ reads }).catch((error: unknown) => {
    removeTemporaryFolder(kept);
    throw error;
  });
  async function close(): Promise<void> {
    await engine.close();
    removeTemporaryFolder(kept);
  }
  const { metadata, tables } = await keepWhole(folder, first, kept)
    .then(async (whole) => {
      const views = whole.tables.map(
        ({ name, path }) =>
          `create view ${dialect.identifier(name)} as select * from ${dialect.readParquet(path)}`,
      );
      if (views.length > 0) await engine.run(views.join('; '));
      return whole;
    })
    .catch(async (error: unknown) => {
      await close();
      throw error;
    });
  const names = tables.map(({ name }) => name);

  /** A file that is written into, and not replaced, is the same under every name. */
  async function refuseOverwritten({ name, path, bytes, modified }: KeptTable): Promise<void> {
    const { size, mtimeMs } = await stat(path);
    if (size !== bytes || mtimeMs !== modified)
      throw new InputError(
        inFour(
          'in het bestand is geschreven terwijl het beeld open was',
          'le fichier a été modifié alors que le tableau était ouvert',
          'in die Datei wurde geschrieben, während das Lagebild offen war',
          'the file was written into while the picture was open',
        ),
        {
          place: { file: `data/${name}.parquet` },
          repair: inFour(
            'open het beeld opnieuw',
            'rouvrez le tableau',
            'das Lagebild noch einmal öffnen',
            'open the picture again',
          ),
        },
      );
  }

  async function select(
    table: string,
    { where }: ReadOptions = {},
    what: string = '*',
  ): Promise<string> {
    const found = tables.find(({ name }) => name === table);
    if (!found)
      throw wrongUse(
        'Het beeld heeft geen tabel {table}. Het heeft {names}.',
        'Le tableau n’a pas de table {table}. Il a {names}.',
        'Das Lagebild hat keine Tabelle {table}. Es hat {names}.',
        'The picture has no table {table}. It has {names}.',
        { table: quoted(table), names: names.join(', ') || foundNone },
      );
    await refuseOverwritten(found);
    const condition = where === undefined ? '' : ` where ${where}`;
    return `select ${what} from ${dialect.identifier(table)}${condition}`;
  }

  const rows = async <Row>(table: string, options?: ReadOptions): Promise<readonly Row[]> =>
    engine.rows<Row>(await select(table, options), undefined, options);

  async function records<Item>(
    table: string,
    item: (row: TableRow) => Item,
    options?: ReadOptions,
  ): Promise<readonly Item[]> {
    return names.includes(table) ? (await rows<TableRow>(table, options)).map(item) : [];
  }

  return {
    folder,
    metadata,
    tables: names,
    engine,
    has: (table) => names.includes(table),
    async count(table, options) {
      if (!names.includes(table)) return 0;
      const sql = await select(table, options, 'count(*) as n');
      const [found] = await engine.rows<{ readonly n: number }>(sql, undefined, options);
      return found?.n ?? 0;
    },
    rows,
    table: async (name, options) => engine.query(await select(name, options), undefined, options),
    observations: (options) => records('observation', observationFromRow, options),
    seizures: (options) => records('seizure', seizureFromRow, options),
    close,
  };
}
