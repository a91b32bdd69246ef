import { randomUUID } from 'node:crypto';
import { link, lstat, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { InputError, inFour, wrongUse } from '@samenbeeld/schema';
import { isRunning } from './sibling.ts';
import { unwritable } from './unwritable.ts';

/** How long a lock that stands still is respected, and how long anyone waits in all. */
const [limit, patience] = [10_000, 60_000];

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

/** Locks of this very process: the process id of a former run may be ours by chance, and is so in containers. */
const own = new Set<string>();

function holderOf(text: string | null): Holder | null {
  try {
    const { pid, host, token } = JSON.parse(text ?? '') as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' && typeof token === 'string'
      ? { pid, host, token }
      : null;
  } catch {
    return null;
  }
}

/** Whether a holder is known to be gone; of another machine nothing is known. */
function isGone(holder: Holder | null): boolean {
  if (holder?.host !== hostname()) return false;
  return holder.pid === process.pid ? !own.has(holder.token) : !isRunning(holder.pid);
}

const read = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);
const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** The lock of a file, the same under whatever name it is reached. */
async function lockOf(path: string): Promise<string> {
  const folder = (): Promise<string> =>
    realpath(dirname(path)).then(
      (real) => join(real, basename(path)),
      () => path,
    );
  return `${await realpath(path).catch(folder)}.lock`;
}

/** Makes the lock, or returns false where another has it. */
async function take(path: string, lock: string, holder: Holder): Promise<boolean> {
  const file = await open(lock, 'wx', 0o600).catch(async (error: NodeJS.ErrnoException) => {
    // Windows says EPERM or EBUSY of a lock that is just being removed.
    const isTaken = error.code === 'EEXIST' || (isBusy(error) && (await isThere(lock)));
    if (!isTaken) throw unwritable(error, path);
    return null;
  });
  if (file === null) return false;
  try {
    await file.writeFile(JSON.stringify(holder));
    await file.close();
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(lock, { force: true });
    throw unwritable(error as NodeJS.ErrnoException, path);
  }
  return true;
}

function isBusy({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPERM' || code === 'EACCES' || code === 'EBUSY';
}

/** A folder where the lock would lie is somebody's, and not ours to move. */
async function refuseFolder(lock: string): Promise<void> {
  const found = await lstat(lock).catch(() => null);
  if (found?.isDirectory())
    throw wrongUse(
      'De beslissing is niet vastgelegd: {lock} is een map, waar even een slot zou liggen. Verplaats of hernoem haar.',
      'La décision n’est pas enregistrée : {lock} est un dossier, là où un verrou se trouverait un instant. Déplacez-le ou renommez-le.',
      'Die Entscheidung ist nicht festgehalten: {lock} ist ein Ordner, wo kurz eine Sperre läge. Verschieben oder umbenennen.',
      'The decision is not recorded: {lock} is a folder, where a lock would lie for a moment. Move or rename it.',
      { lock },
    );
}

/** Takes a lock away whose holder is gone, unless it has changed hands meanwhile. */
async function takeAway(lock: string, stale: string | null, token: string): Promise<void> {
  const aside = `${lock}.${token}`;
  const moved = await rename(lock, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  // Another may have taken it away and made its own between the look and the move.
  if ((await read(aside)) !== stale) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Waits until the lock is ours. How long it stood still is seen here: no two clocks are compared. */
async function acquire(path: string, lock: string, holder: Holder): Promise<void> {
  const start = performance.now();
  let seen: { readonly text: string | null; readonly since: number } | null = null;
  while (!(await take(path, lock, holder))) {
    const text = await read(lock);
    if (text === null) await refuseFolder(lock);
    const now = performance.now();
    if (seen === null || seen.text !== text) seen = { text, since: now };
    if (isGone(holderOf(text)) || now - seen.since > limit)
      await takeAway(lock, text, holder.token);
    if (now - start > patience)
      throw new InputError(
        inFour(
          'de beslissing is niet vastgelegd: anderen leggen zonder pauze vast',
          'la décision n’est pas enregistrée : d’autres enregistrent sans pause',
          'die Entscheidung ist nicht festgehalten: andere halten ohne Pause fest',
          'the decision is not recorded: others are recording without a pause',
        ),
        {
          place: { file: path },
          repair: inFour(
            'probeer het later opnieuw; legt hier niets anders iets vast, verwijder dan {lock}',
            'réessayez plus tard ; si rien d’autre n’enregistre ici, supprimez {lock}',
            'später noch einmal versuchen; hält hier sonst nichts fest, {lock} entfernen',
            'try again later; if no other process records here, remove {lock}',
            { lock },
          ),
        },
      );
    await wait(5 + Math.random() * 25);
  }
}

/**
 * Does work on a file while no other process does: a lock lies beside the file meanwhile. It is taken over from a process
 * that is gone, and from anyone once it has stood still for ten seconds; `isHeld` tells whether it still is ours.
 */
export async function withFileLock<Result>(
  path: string,
  work: (isHeld: () => Promise<boolean>) => Promise<Result>,
): Promise<Result> {
  const lock = await lockOf(path);
  const holder: Holder = { pid: process.pid, host: hostname(), token: randomUUID() };
  const isHeld = async (): Promise<boolean> => holderOf(await read(lock))?.token === holder.token;
  own.add(holder.token);
  try {
    await acquire(path, lock, holder);
    return await work(isHeld);
  } finally {
    if (await isHeld()) await rm(lock, { force: true, maxRetries: 5 });
    own.delete(holder.token);
  }
}

/** Waits until nobody records into a file, or for as long as a lock is respected. */
export async function whileLocked(path: string): Promise<void> {
  const start = performance.now();
  const lock = await lockOf(path);
  while (performance.now() - start < limit) {
    const text = await read(lock);
    if (text === null || isGone(holderOf(text))) return;
    await wait(10);
  }
}
