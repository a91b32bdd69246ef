import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { constants, lstatSync, readFileSync } from 'node:fs';
import { copyFile, link, lstat, realpath, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import {
  inFour,
  machineProblem,
  officeHandling,
  type Text,
  UsageError,
  wrongUse,
} from '@samenbeeld/schema';
import { modesFor } from './audience.ts';
import { type Clearance, checkClearance, clearance } from './clearance.ts';
import { makeFolder, renamePatiently, syncPath, writeDurably } from './durable.ts';
import { danglingLink, probeBeside } from './probe.ts';
import { holdSibling, releaseSibling, siblingsOf } from './sibling.ts';

/**
 * Writes one file that holds figures (a report, a chart, a workbook): whole or not at all, and only with a clearance.
 * Everything in the house that is not a picture is written here. What is not public can be read by its owner alone.
 *
 * @throws UsageError where the machine refuses to write, or something stands there and `replace` is false
 *
 * @example
 * ```ts
 * import { clearance, writeThrough } from '@samenbeeld/store';
 * const handling = { h: [], h3Text: [], tlp: 'CLEAR', classification: 'none', purposes: [], audiences: [], originators: [] } as const;
 * const { mkdtemp, readFile } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const folder = await mkdtemp(`${tmpdir()}/write-through-`);
 * await writeThrough(`${folder}/ports.svg`, '<svg/>', clearance(handling, 'public'));
 * await readFile(`${folder}/ports.svg`, 'utf8') // => '<svg/>'
 * ```
 */
export async function writeThrough(
  path: string,
  bytes: string | Uint8Array,
  clearance: Clearance,
  { replace = true }: { readonly replace?: boolean } = {},
): Promise<void> {
  checkClearance(clearance);
  const target = await realpath(path).catch(() => resolve(path));
  const folders = modesFor(clearance.audience).folder;
  try {
    await makeFolder(dirname(target), folders);
    for (const { path: left, kind, inUse } of await siblingsOf(target))
      if (kind === 'part' && !inUse && (await lstat(left)).isFile())
        await rm(left, { force: true });
    const part = holdSibling(target, 'part');
    try {
      await writeDurably(part, bytes, modesFor(clearance.audience).file);
      if (replace) await renamePatiently(part, target);
      else await placeNew(part, target, path);
      await syncPath(dirname(target));
    } finally {
      await rm(part, { force: true });
      releaseSibling(part);
    }
  } catch (error) {
    throw machineProblem(error, path);
  }
}

const existsAlready = (path: string): Text =>
  inFour(
    '{path} bestaat al, en wordt niet vervangen. Noem een ander bestand.',
    '{path} existe déjà, et n’est pas remplacé. Nommez un autre fichier.',
    '{path} gibt es schon und wird nicht ersetzt. Nennen Sie eine andere Datei.',
    '{path} exists already, and is not replaced. Name another file.',
    { path },
  );

/** Gives a finished file its name where nothing has that name, also where something got it a moment ago. */
async function placeNew(part: string, target: string, asked: string): Promise<void> {
  try {
    await link(part, target).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error;
      // A file system without links.
      await copyFile(part, target, constants.COPYFILE_EXCL);
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(existsAlready(asked));
  }
}

/**
 * Refuses a file that cannot be written, before the work: a path in which no folder can be made or nothing written, a folder,
 * a link that leads nowhere, and where `replace` is false anything that stands there.
 *
 * @throws UsageError with what to do
 */
export async function checkFile(
  path: string,
  { replace = true }: { readonly replace?: boolean } = {},
): Promise<void> {
  const standing = await lstat(path).catch(() => null);
  if (standing && !replace) throw new UsageError(existsAlready(path));
  const real = standing?.isSymbolicLink() ? await stat(path).catch(() => null) : standing;
  if (standing && !real) throw new UsageError(danglingLink(path));
  if (real?.isDirectory())
    throw wrongUse(
      '{path} is een map waar een bestand wordt verwacht. Noem een bestand erin.',
      '{path} est un dossier là où un fichier est attendu. Nommez-y un fichier.',
      '{path} ist ein Ordner, wo eine Datei erwartet wird. Nennen Sie eine Datei darin.',
      '{path} is a folder where a file is expected. Name a file in it.',
      { path },
    );
  await probeBeside(await realpath(path).catch(() => resolve(path)), 'part').catch(
    (error: unknown) => {
      throw machineProblem(error, path);
    },
  );
}

function keyFile(): string {
  const folder =
    process.platform === 'win32'
      ? (process.env['LOCALAPPDATA'] ?? homedir())
      : (process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'));
  return join(folder, 'samenbeeld', 'cache.key');
}

/** The user's own key; null where there is none, or others could have read or laid it there. */
function readKey(): string | null {
  try {
    const { mode, uid } = lstatSync(keyFile());
    const isOwn = !process.getuid || (uid === process.getuid() && (mode & 0o077) === 0);
    const key = readFileSync(keyFile(), 'utf8').trim();
    return isOwn && /^[\da-f]{64}$/.test(key) ? key : null;
  } catch {
    return null;
  }
}

/** Makes the key where there is none. Where it cannot be kept nothing is sealed, and nothing believed. */
async function ownKey(): Promise<string | null> {
  const standing = readKey();
  if (standing !== null) return standing;
  const key = `${randomBytes(32).toString('hex')}\n`;
  const own = clearance(officeHandling, 'internal');
  await writeThrough(keyFile(), key, own, { replace: false }).catch(() => undefined);
  return readKey();
}

function sealOf(key: string, name: string, content: string): string {
  return createHmac('sha256', key).update(`${name}\n`).update(content).digest('hex');
}

/**
 * A text with a seal before it that only this user can make: a hash of its name and content under a key that lies in the
 * user's own folder. Null where no key can be kept.
 */
export async function seal(name: string, content: string): Promise<string | null> {
  const key = await ownKey();
  return key === null ? null : `${sealOf(key, name, content)}\n${content}`;
}

/** The content of a sealed text; null where this user has not sealed it under this name, or any of it has changed. */
export function unseal(name: string, sealed: string): string | null {
  const key = readKey();
  const end = sealed.indexOf('\n');
  if (key === null || end < 0) return null;
  const content = sealed.slice(end + 1);
  const [given, right] = [
    Buffer.from(sealed.slice(0, end)),
    Buffer.from(sealOf(key, name, content)),
  ];
  return given.length === right.length && timingSafeEqual(given, right) ? content : null;
}
