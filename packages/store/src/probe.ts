import { lstat, mkdir, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { inFour, type Text, UsageError, wrongUse } from '@samenbeeld/schema';
import { tryWriting } from './durable.ts';
import { planPath } from './picture-files.ts';
import { holdSibling, releaseSibling, type SiblingKind } from './sibling.ts';

/** A link to something that is not there, with what the machine says of it. */
export const danglingLink = (path: string, code: string | null = null): Text =>
  inFour(
    '{path} is een koppeling die nergens heen leidt{code}. Verwijder haar, of noem een andere plek.',
    '{path} est un lien qui ne mène nulle part{code}. Supprimez-le, ou nommez un autre endroit.',
    '{path} ist eine Verknüpfung, die nirgends hinführt{code}. Entfernen Sie sie, oder nennen Sie einen anderen Ort.',
    '{path} is a link that leads nowhere{code}. Remove it, or name another place.',
    { path, code: code === null ? '' : ` (${code})` },
  );

async function nearestStanding(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    const found = await stat(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
      return null;
    });
    if (found?.isDirectory()) return at;
    if (found)
      throw wrongUse(
        '{at} is een bestand, en daarin kan geen map worden gemaakt. Noem een andere plek.',
        '{at} est un fichier, et aucun dossier ne peut y être créé. Nommez un autre endroit.',
        '{at} ist eine Datei, und darin lässt sich kein Ordner anlegen. Nennen Sie einen anderen Ort.',
        '{at} is a file, and no folder can be made in it. Name another place.',
        { at },
      );
    if (await lstat(at).catch(() => null)) throw new UsageError(danglingLink(at));
    if (dirname(at) === at)
      throw wrongUse(
        '{at} is er niet. Noem een andere plek.',
        '{at} n’existe pas. Nommez un autre endroit.',
        '{at} gibt es nicht. Nennen Sie einen anderen Ort.',
        '{at} is not there. Name another place.',
        { at },
      );
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
