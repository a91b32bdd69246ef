import { constants } from 'node:fs';
import { access, lstat, readFile, realpath, stat } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import {
  inFour,
  machineCode,
  machineProblem,
  quoted,
  type Text,
  UsageError,
  wrongUse,
} from '@samenbeeld/schema';
import { packagePath } from './data-package.ts';
import { type PictureFiles, pictureFiles } from './picture-files.ts';
import { danglingLink, probeBeside } from './probe.ts';

const looks = 20;
const shown = 10;

/** Names by which a folder shows that it is somebody's work. */
const projects = [
  '.git',
  '.hg',
  '.svn',
  '.bzr',
  '.jj',
  'package.json',
  'pnpm-workspace.yaml',
  'pyproject.toml',
  'Cargo.toml',
];

/** Whether a path is a folder or lies in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** A folder as the disk knows it, whatever name it is called by. */
async function identity(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found && found.ino !== 0n ? `${found.dev}:${found.ino}` : null;
}

/** Whether a place is the folder or lies in it, by its name or by any other. */
async function holds(folder: string, place: string): Promise<boolean> {
  const own = await identity(folder);
  for (let at = place; ; at = dirname(at)) {
    if (isWithin(at, folder) || (own !== null && own === (await identity(at)))) return true;
    if (dirname(at) === at) return false;
  }
}

function homes(): readonly string[] {
  const own = (() => {
    try {
      return [userInfo().homedir];
    } catch {
      return [];
    }
  })();
  return [...new Set([homedir(), ...own])].filter((home) => isAbsolute(home));
}

const topOfDisk = inFour(
  'de hoofdmap van een schijf of netwerkmap',
  'la racine d’un disque ou d’un partage',
  'die oberste Ebene eines Laufwerks oder einer Freigabe',
  'the top of a disk or a share',
);

/** Refuses a folder that is never a picture's, by what it is and not by what is in it. */
async function refuseByName(asked: string, target: string): Promise<void> {
  const refuse = (what: Text): never => {
    throw wrongUse(
      '{asked} is {what}, en wordt nooit vervangen. Noem een eigen map voor het beeld, zoals {such}.',
      '{asked} est {what}, et n’est jamais remplacé. Nommez un dossier propre au tableau, comme {such}.',
      '{asked} ist {what} und wird nie ersetzt. Nennen Sie einen eigenen Ordner für das Lagebild, etwa {such}.',
      '{asked} is {what}, and is never replaced. Name a folder of its own for the picture, such as {such}.',
      { asked: asked === '' ? '""' : asked, what, such: join('out', 'north-sea-port') },
    );
  };
  if (/^~($|[/\\])/.test(asked))
    throw wrongUse(
      '{asked} begint met "~", wat deze shell niet als uw thuismap leest. Schrijf het pad voluit.',
      '{asked} commence par « ~ », que ce shell ne lit pas comme votre dossier personnel. Écrivez le chemin en entier.',
      '{asked} beginnt mit „~“, was diese Shell nicht als Ihren persönlichen Ordner liest. Schreiben Sie den Pfad ganz aus.',
      '{asked} begins with "~", which this shell does not read as your home folder. Write the path in full.',
      { asked },
    );
  if (dirname(target) === target) refuse(topOfDisk);
  const found = await stat(target).catch(() => null);
  if (found === null) return;
  const here = process.cwd();
  if (await holds(target, here))
    refuse(
      (await identity(here)) === (await identity(target)) || relative(here, target) === ''
        ? inFour(
            'de map waarin u werkt',
            'le dossier où vous travaillez',
            'der Ordner, in dem Sie arbeiten',
            'the folder you work in',
          )
        : inFour(
            'een map om die waarin u werkt',
            'un dossier autour de celui où vous travaillez',
            'ein Ordner um den, in dem Sie arbeiten',
            'a folder around the one you work in',
          ),
    );
  for (const home of homes())
    if (await holds(target, home))
      refuse(
        inFour(
          'uw thuismap, of een map eromheen',
          'votre dossier personnel, ou un dossier autour',
          'Ihr persönlicher Ordner oder einer darum',
          'your home folder, or a folder around it',
        ),
      );
  if (await holds(target, tmpdir()))
    refuse(
      inFour(
        'de map van tijdelijke bestanden, of een map eromheen',
        'le dossier des fichiers temporaires, ou un dossier autour',
        'der Ordner der temporären Dateien oder einer darum',
        'the folder of temporary files, or one around it',
      ),
    );
  if (!found.isDirectory())
    throw wrongUse(
      '{asked} is een bestand; een beeld is een map.',
      '{asked} est un fichier ; un tableau est un dossier.',
      '{asked} ist eine Datei; ein Lagebild ist ein Ordner.',
      '{asked} is a file; a picture is a folder.',
      { asked },
    );
  for (const name of projects)
    if (await lstat(join(target, name)).catch(() => null))
      refuse(
        inFour(
          'de map van een project ({name} staat erin)',
          'le dossier d’un projet (il contient {name})',
          'der Ordner eines Projekts (er enthält {name})',
          'the folder of a project (it holds {name})',
          { name },
        ),
      );
  if ((await stat(dirname(target))).dev !== found.dev) refuse(topOfDisk);
}

/** What lies in a folder, read between two equal readings of its package: another writer may replace it meanwhile. */
async function look(folder: string): Promise<PictureFiles | null> {
  const read = (): Promise<string | null> =>
    readFile(join(folder, packagePath), 'utf8').catch(() => null);
  for (let attempt = 1; ; attempt += 1) {
    if ((await lstat(folder).catch(() => null)) === null) return null;
    const text = await read();
    try {
      const files = await pictureFiles(folder);
      if (files.foreign.length === 0 || (await read()) === text || attempt === looks) return files;
    } catch (error) {
      if (attempt === looks || machineCode(error) !== 'ENOENT') throw error;
    }
  }
}

/**
 * Refuses to replace a folder that holds anything a picture did not put there, or that cannot be listed whole. A damaged
 * picture is repaired by building it again, as far as its package still names what is in it.
 */
export async function checkContentsOf(folder: string, asked: string): Promise<void> {
  const found = await look(folder).catch((error: unknown) => {
    const code = machineCode(error);
    if (code === '') throw error;
    throw wrongUse(
      'De inhoud van {asked} is niet volledig op te sommen ({code}); de map wordt niet vervangen: er kan iets van u in staan. Noem een nieuwe map.',
      'Le contenu de {asked} ne peut être listé en entier ({code}) ; le dossier n’est pas remplacé : il contient peut-être quelque chose à vous. Nommez un nouveau dossier.',
      'Der Inhalt von {asked} lässt sich nicht ganz auflisten ({code}); der Ordner wird nicht ersetzt: Es kann etwas von Ihnen darin liegen. Nennen Sie einen neuen Ordner.',
      '{asked} cannot be listed whole ({code}), and is not replaced: something of yours may be in it. Name a new folder.',
      { asked, code },
    );
  });
  if (found === null) return;
  if (!found.isOurs && found.own.length + found.foreign.length > 0)
    throw wrongUse(
      '{asked} is niet leeg en geen beeld, en wordt niet vervangen. Kies een nieuwe map, of maak deze eerst leeg.',
      '{asked} n’est ni vide ni un tableau, et n’est pas remplacé. Choisissez un nouveau dossier, ou videz d’abord celui-ci.',
      '{asked} ist nicht leer und kein Lagebild und wird nicht ersetzt. Wählen Sie einen neuen Ordner, oder leeren Sie diesen zuerst.',
      '{asked} is not empty and no picture, and is not replaced. Choose a new folder, or empty it first.',
      { asked },
    );
  const { foreign } = found;
  if (foreign.length === 0) return;
  const names = foreign.slice(0, shown).join(', ');
  const more = foreign.length > shown ? ` + ${foreign.length - shown}` : '';
  throw wrongUse(
    'In {asked} staan bestanden die niet bij het beeld horen ({names}). Zet ze eerst elders: een beeld wordt als geheel vervangen.',
    '{asked} contient des fichiers qui ne font pas partie de son tableau ({names}). Déplacez-les d’abord : un tableau est remplacé en entier.',
    'In {asked} liegen Dateien, die nicht zum Lagebild gehören ({names}). Verschieben Sie sie zuerst: Ein Lagebild wird als Ganzes ersetzt.',
    '{asked} holds files that are not part of its picture ({names}). Move them elsewhere first: a picture is replaced as a whole.',
    { asked, names: `${names}${more}` },
  );
}

/** Characters and names that Windows keeps for itself. */
const notOnWindows = /[<>:"|?*]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

function checkNames(asked: string, target: string): void {
  if (asked.includes('\0'))
    throw wrongUse(
      'In een pad staat geen teken met code nul.',
      'Un chemin ne contient pas de caractère de code zéro.',
      'Ein Pfad enthält kein Zeichen mit dem Code null.',
      'A path holds no character of code zero.',
    );
  if (process.platform !== 'win32') return;
  const parts = target.slice(parse(target).root.length).split(sep);
  const wrong = parts.find((part) => notOnWindows.test(part));
  if (wrong !== undefined)
    throw wrongUse(
      '{wrong} kan onder Windows geen map heten. Noem een andere plek.',
      '{wrong} ne peut nommer un dossier sous Windows. Nommez un autre endroit.',
      '{wrong} kann unter Windows kein Ordner heißen. Nennen Sie einen anderen Ort.',
      '{wrong} cannot name a folder on Windows. Name another place.',
      { wrong: quoted(wrong) },
    );
}

/** What a write would be refused, known before the work. */
async function probe(target: string): Promise<void> {
  await probeBeside(target, 'new');
  for (const folder of [target, join(target, 'data')])
    await access(folder, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
}

/**
 * Where a picture may be written: the folder itself, links followed. Called before the work, so that what cannot be
 * written is said at once and nothing of the user's is ever replaced.
 *
 * A UsageError refuses the top of a disk or share, the folder one works in and those around it, a home folder, the root of
 * a repository or project, a file, a folder with anything in it that is not of a picture or that cannot be listed whole, a
 * folder that holds one of the files `reads`, and a place where nothing can be written, with what to do.
 *
 * @example
 * ```ts
 * import { checkTarget } from '@samenbeeld/store';
 * await checkTarget('.').catch((error) => error.message.slice(0, 27)) // => '. is the folder you work in'
 * ```
 */
export async function checkTarget(folder: string, reads: readonly string[] = []): Promise<string> {
  checkNames(folder, resolve(folder));
  const link = await lstat(folder).catch(() => null);
  const target = await realpath(folder).catch((error: NodeJS.ErrnoException) => {
    if (link?.isSymbolicLink()) throw new UsageError(danglingLink(folder, String(error.code)));
    return resolve(folder);
  });
  await refuseByName(folder, target);
  for (const path of reads) {
    const read = await realpath(path).catch(() => resolve(path));
    if (isWithin(read, target))
      throw wrongUse(
        '{path} staat in {folder}, en die map wordt als geheel vervangen. Noem een andere map.',
        '{path} se trouve dans {folder}, qui est remplacé en entier. Nommez un autre dossier.',
        '{path} liegt in {folder}, und dieser Ordner wird als Ganzes ersetzt. Nennen Sie einen anderen.',
        '{path} lies in {folder}, which is replaced as a whole. Name another folder.',
        { path, folder },
      );
  }
  await checkContentsOf(target, folder);
  await probe(target).catch((error: unknown) => {
    throw machineProblem(error, folder);
  });
  return target;
}
