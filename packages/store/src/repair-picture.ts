import { lstat, rename, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { syncPath } from './durable.ts';
import { pictureFiles } from './picture-files.ts';
import { siblingsOf } from './sibling.ts';

const patience = 2000;
const pause = 10;

type Found = 'whole' | 'repaired' | 'aside' | 'absent';

/** Anything of that name, also a link that leads nowhere: a picture is never put in its place. */
async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function isPicture(path: string): Promise<boolean> {
  return pictureFiles(path).then(
    ({ isOurs }) => isOurs,
    () => false,
  );
}

/** The picture set aside last; null where none is, or a writer is still at work on it. */
async function lastAside(target: string): Promise<{ path: string; inUse: boolean } | null> {
  const found: { path: string; inUse: boolean; time: number }[] = [];
  for (const { path, kind, inUse } of await siblingsOf(target)) {
    const age = kind === 'old' ? await stat(path).catch(() => null) : null;
    if (age?.isDirectory() && (await isPicture(path)))
      found.push({ path, inUse, time: age.ctimeMs });
  }
  const [last = null] = found.sort((a, b) => b.time - a.time);
  return last && { path: last.path, inUse: found.some(({ inUse }) => inUse) };
}

/**
 * Where a picture is to be read: its folder, or the one set aside where a crash left it there and it cannot be put back
 * (a folder that may only be read).
 */
export async function placeOfPicture(
  folder: string,
): Promise<{ readonly found: Found; readonly place: string }> {
  const target = resolve(folder);
  for (let waited = 0; ; waited += pause) {
    if (await exists(target)) return { found: 'whole', place: folder };
    const aside = await lastAside(target);
    if (aside === null)
      return { found: (await exists(target)) ? 'whole' : 'absent', place: folder };
    if (!aside.inUse || waited >= patience) {
      const moved = await rename(aside.path, target).then(
        () => true,
        () => false,
      );
      if (moved) {
        await syncPath(dirname(target)).catch(() => undefined);
        return { found: 'repaired', place: folder };
      }
      if (waited >= patience && !(await exists(target)))
        return { found: 'aside', place: aside.path };
    }
    await new Promise((done) => setTimeout(done, pause));
  }
}

/**
 * Puts a picture back that a crash left aside between the two renames of a write. While a writer is still at work it is
 * given two seconds. Returns what was found: `whole` (it stands where it belongs), `repaired`, `aside` (it may be read but
 * not put back: the folder around it is shut), or `absent`.
 */
export async function repairPicture(folder: string): Promise<Found> {
  return (await placeOfPicture(folder)).found;
}
