import { access, rename, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { syncPath } from './durable.ts';
import { siblingsOf } from './sibling.ts';

const patience = 2000;
const pause = 10;

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Puts a picture back that a crash left aside between the two renames of a write. While a writer is still at work it is
 * given two seconds. Returns what was found: `whole` (it stands where it belongs), `repaired`, or `absent`.
 */
export async function repairPicture(folder: string): Promise<'whole' | 'repaired' | 'absent'> {
  const target = resolve(folder);
  for (let waited = 0; ; waited += pause) {
    if (await exists(target)) return 'whole';
    const aside = (await siblingsOf(target)).filter(({ kind }) => kind === 'old');
    if (aside.length === 0) return (await exists(target)) ? 'whole' : 'absent';
    if (aside.some(({ inUse }) => inUse) && waited < patience) {
      await new Promise((done) => setTimeout(done, pause));
      continue;
    }
    const ages = await Promise.all(
      aside.map(async ({ path }) => ({
        path,
        time: await stat(path).then(
          ({ ctimeMs }) => ctimeMs,
          () => 0,
        ),
      })),
    );
    const latest = ages.sort((a, b) => b.time - a.time)[0]?.path ?? '';
    const moved = await rename(latest, target).then(
      () => true,
      () => false,
    );
    if (moved) {
      await syncPath(dirname(target));
      return 'repaired';
    }
    if (waited >= patience && !(await exists(target)))
      throw new Error(`${latest} could not be put back as ${target}`);
  }
}
