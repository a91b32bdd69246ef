import { lstat, mkdir, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Engine, openEngine } from '@samenbeeld/engine';
import {
  inFour,
  languages,
  machineProblem,
  quoted,
  RefusalError,
  wrongUse,
} from '@samenbeeld/schema';
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
    throw wrongUse(
      'Het beeld staat in {folder}. Wat er eerst stond, was niet volledig te verwijderen en blijft in {gone}: kijk of er iets van u in zit.',
      'Le tableau est dans {folder}. Ce qui s’y trouvait n’a pu être supprimé en entier et reste dans {gone} : regardez s’il contient quelque chose à vous.',
      'Das Lagebild steht in {folder}. Was vorher dort lag, ließ sich nicht ganz entfernen und bleibt in {gone}: Sehen Sie nach, ob etwas von Ihnen darin ist.',
      'The picture stands in {folder}. What stood there before could not be removed whole, and is kept in {gone}: look whether something of yours is in it.',
      { folder, gone },
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
    throw wrongUse(
      '{name} kan geen naam van een beeld zijn: gebruik kleine letters, cijfers en "-".',
      '{name} ne peut nommer un tableau : employez minuscules, chiffres et « - ».',
      '{name} kann kein Lagebild heißen: Kleinbuchstaben, Ziffern und „-“ verwenden.',
      '{name} cannot name a picture: use lower case, digits and "-".',
      { name: quoted(metadata.name) },
    );
  const names = tables.map(({ name }) => name);
  for (const name of names) {
    if (!tableName.test(name))
      throw wrongUse(
        '{name} kan geen naam van een tabel zijn: gebruik kleine letters, cijfers en "_".',
        '{name} ne peut nommer une table : employez minuscules, chiffres et « _ ».',
        '{name} kann keine Tabelle heißen: Kleinbuchstaben, Ziffern und „_“ verwenden.',
        '{name} cannot name a table: use lower case, digits and "_".',
        { name: quoted(name) },
      );
    if (names.indexOf(name) !== names.lastIndexOf(name))
      throw wrongUse(
        'De tabel {name} is twee keer gegeven.',
        'La table {name} est donnée deux fois.',
        'Die Tabelle {name} ist zweimal angegeben.',
        'The table {name} is given twice.',
        { name: quoted(name) },
      );
  }
  for (const path of Object.keys(files))
    if (!filePath.test(path) || path === 'data' || path.startsWith('data/'))
      throw wrongUse(
        '{path} kan geen bestand van een beeld zijn: gebruik een pad in de map, buiten data/.',
        '{path} ne peut être un fichier d’un tableau : employez un chemin dans le dossier, hors de data/.',
        '{path} kann keine Datei eines Lagebilds sein: einen Pfad im Ordner verwenden, außerhalb von data/.',
        '{path} cannot be a file of a picture: use a path inside the folder, outside data/.',
        { path: quoted(path) },
      );
  if (!engine && tables.some((table) => 'sql' in table))
    throw wrongUse(
      'Een tabel als zoekvraag heeft de engine nodig waarin ze loopt: geef engine.',
      'Une table donnée comme requête demande le moteur où elle s’exécute : donnez engine.',
      'Eine Tabelle als Abfrage braucht die Engine, in der sie läuft: engine angeben.',
      'A table given as a query needs the engine it runs in: pass engine.',
    );
  checkSources({ metadata, tables }, clearance);
}

function checkSources({ metadata }: PictureContents, clearance: Clearance): void {
  const synthetic = metadata.sources.filter((source) => source.synthetic).map(({ id }) => id);
  if (synthetic.length > 0 && synthetic.length < metadata.sources.length)
    throw new RefusalError(
      inFour(
        'Verzonnen en gepubliceerde bronnen staan nooit in één beeld; verzonnen is hier: {list}.',
        'Des sources fictives et publiées ne figurent jamais dans un même tableau ; fictif ici : {list}.',
        'Erfundene und veröffentlichte Quellen stehen nie in einem Lagebild; erfunden ist hier: {list}.',
        'Synthetic and published sources never share a picture; synthetic here: {list}.',
        { list: synthetic.join(', ') },
      ),
      {
        dimension: 'synthetic',
        remedy: inFour(
          'Bouw de oefening als een eigen beeld.',
          'Construisez l’exercice comme un tableau à part.',
          'Bauen Sie die Übung als eigenes Lagebild.',
          'Build the exercise as a picture of its own.',
        ),
      },
    );
  if (synthetic.length > 0 !== clearance.synthetic)
    throw new RefusalError(
      clearance.synthetic
        ? inFour(
            'De vrijgave is voor een oefening, maar geen bron is verzonnen.',
            'L’autorisation est pour un exercice, mais aucune source n’est fictive.',
            'Die Freigabe gilt einer Übung, aber keine Quelle ist erfunden.',
            'The clearance is for an exercise, but no source is synthetic.',
          )
        : inFour(
            'De bronnen zijn verzonnen ({list}), maar de vrijgave is niet voor een oefening.',
            'Les sources sont fictives ({list}), mais l’autorisation n’est pas pour un exercice.',
            'Die Quellen sind erfunden ({list}), aber die Freigabe gilt keiner Übung.',
            'The sources are synthetic ({list}), but the clearance is not for an exercise.',
            { list: synthetic.join(', ') },
          ),
      {
        dimension: 'synthetic',
        remedy: inFour(
          'Vraag de vrijgave met dezelfde `synthetic`.',
          'Demandez l’autorisation avec le même `synthetic`.',
          'Fragen Sie die Freigabe mit demselben `synthetic` an.',
          'Ask for the clearance with the same "synthetic".',
        ),
      },
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
      inFour(
        'De vrijgave is voor een zwakkere markering, of andere inhoud, dan die van {list}.',
        'L’autorisation est pour un marquage plus faible, ou un autre contenu, que celui de {list}.',
        'Die Freigabe gilt einer schwächeren Kennzeichnung oder anderem Inhalt als dem von {list}.',
        'The clearance is for a weaker handling, or other content, than that of {list}.',
        { list: stricter.map(({ id }) => id).join(', ') },
      ),
      {
        dimension: 'handling',
        remedy: inFour(
          'Vraag haar met de markering en de bestanden van elke bron.',
          'Demandez-la avec le marquage et les fichiers de chaque source.',
          'Fragen Sie sie mit der Kennzeichnung und den Dateien jeder Quelle an.',
          'Ask for it with the handling and the files of each source.',
        ),
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
    throw wrongUse(
      'Het beeld van {folder} is terzijde gelegd door een bouw die is afgebroken, en kan niet terug: in de map eromheen mag niet worden geschreven. Noem een andere map.',
      'Le tableau de {folder} a été mis de côté par une construction interrompue, et ne peut être remis : le dossier autour n’est pas accessible en écriture. Nommez un autre dossier.',
      'Das Lagebild von {folder} wurde von einem abgebrochenen Bau beiseitegelegt und kann nicht zurück: In den Ordner darum darf nicht geschrieben werden. Nennen Sie einen anderen Ordner.',
      'The picture of {folder} was left aside by a build that was stopped, and cannot be put back: the folder around it may not be written. Name another folder.',
      { folder },
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
