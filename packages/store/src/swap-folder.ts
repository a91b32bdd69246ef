import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncPath } from './durable.ts';
import { holdSibling, releaseSibling, siblingsOf } from './sibling.ts';

const rivals = 20;

function code(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

async function setAside(folder: string, aside: string): Promise<boolean> {
  try {
    await rename(folder, aside);
    return true;
  } catch (error) {
    if (code(error) === 'ENOENT') return false;
    throw error;
  }
}

// Renamed before it is removed, so that what is called `old` is always whole.
async function discard(aside: string, folder: string): Promise<void> {
  const gone = holdSibling(folder, 'gone');
  await rename(aside, gone).catch(() => undefined);
  await rm(gone, { recursive: true, force: true });
  releaseSibling(gone);
}

/** Puts a finished folder in the place of the former one, which is set aside and then removed. */
export async function swapFolder(made: string, folder: string): Promise<void> {
  const aside = holdSibling(folder, 'old');
  try {
    for (let attempt = 1; ; attempt += 1) {
      const had = await setAside(folder, aside);
      try {
        await rename(made, folder);
        break;
      } catch (error) {
        // Another writer or a repair was quicker: what stands there is whole, and is set aside in its turn.
        const rival = ['ENOTEMPTY', 'EEXIST'].includes(code(error));
        if (rival && had) await discard(aside, folder);
        if (rival && attempt < rivals) continue;
        if (had && !rival) await rename(aside, folder);
        throw error;
      }
    }
    await syncPath(dirname(folder));
    await discard(aside, folder);
  } finally {
    releaseSibling(aside);
  }
}

/** Removes what former writers left behind when they were stopped. */
export async function sweepSiblings(folder: string): Promise<void> {
  for (const { path, inUse } of await siblingsOf(folder))
    if (!inUse) await rm(path, { recursive: true, force: true });
}
