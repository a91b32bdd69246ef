import { lstat, mkdir, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '@samenbeeld/schema';
import { tryWriting } from './durable.ts';
import { planPath } from './picture-files.ts';
import { holdSibling, releaseSibling, type SiblingKind } from './sibling.ts';

async function nearestStanding(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    const found = await stat(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
      return null;
    });
    if (found?.isDirectory()) return at;
    if (found)
      throw new UsageError(`${at} is a file, and no folder can be made in it. Name another place.`);
    if (await lstat(at).catch(() => null))
      throw new UsageError(`${at} is a link that leads nowhere. Remove it, or name another place.`);
    if (dirname(at) === at) throw new UsageError(`${at} is not there. Name another place.`);
  }
}

/** As long a path as a picture's file has. */
const longest = join('data', 'x'.repeat(40));

/**
 * Writes beside a place as the work will, and removes it: throws what the machine refuses while nothing is done yet. Where
 * folders are missing, the nearest one that stands is tried.
 */
export async function probeBeside(
  target: string,
  kind: SiblingKind & ('new' | 'part'),
): Promise<void> {
  const standing = await nearestStanding(dirname(target));
  const far = kind === 'new' ? join(target, longest) : target;
  await lstat(far).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  const content = `[]${' '.repeat(2 ** 16)}`;
  const tried = holdSibling(join(standing, basename(target)), kind);
  try {
    if (kind === 'new') await mkdir(tried, { mode: 0o700 });
    try {
      await tryWriting(kind === 'new' ? join(tried, planPath) : tried, content);
    } finally {
      if (kind === 'new') await rmdir(tried);
    }
  } finally {
    releaseSibling(tried);
  }
}
