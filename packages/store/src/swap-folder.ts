import { lstat, rename, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '@samenbeeld/schema';
import { checkContentsOf } from './check-target.ts';
import { packagePath } from './data-package.ts';
import { patiently, renamePatiently, syncPath } from './durable.ts';
import { removePicture } from './picture-files.ts';
import { holdSibling, releaseSibling, siblingsOf } from './sibling.ts';

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
export async function swapFolder(made: string, folder: string): Promise<void> {
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
export async function sweepSiblings(folder: string): Promise<void> {
  for (const { path, kind, inUse } of await siblingsOf(folder)) {
    if (inUse || !(await lstat(path).catch(() => null))?.isDirectory()) continue;
    // A removal that was stopped after the list and before its folder leaves that folder, empty.
    if (kind === 'gone') await rmdir(join(path, dirname(packagePath))).catch(() => undefined);
    if (!(await removePicture(path))) await rmdir(path).catch(() => undefined);
  }
}
