import { readFileSync, type Stats, statSync } from 'node:fs';

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EACCES', 'it may not be read by this user'],
  ['EPERM', 'it may not be read by this user'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ELOOP', 'its links lead round in a circle'],
]);

/** The words for an error that the system gives for a file, or its code where there are none. */
export function fileErrorWords(error: NodeJS.ErrnoException): string {
  return reasons.get(error.code ?? '') ?? error.code ?? error.message;
}

function kindOf(found: Stats): string | null {
  if (found.isFile()) return null;
  if (found.isDirectory()) return 'it is a folder';
  if (found.isFIFO()) return 'it is a pipe; write what comes out of it to a file first';
  if (found.isSocket()) return 'it is a socket';
  return 'it is a device';
}

/**
 * Why a path cannot be read as a file; null where it can. To open a pipe waits for ever, and a device never ends. `most` is
 * how many bytes may be read at once.
 *
 * @example
 * ```ts
 * import { fileProblem } from '@samenbeeld/engine';
 * fileProblem('/nowhere/a.csv') // => 'there is no such file'
 * ```
 */
export function fileProblem(path: string, most: number = Number.POSITIVE_INFINITY): string | null {
  try {
    const found = statSync(path);
    return (
      kindOf(found) ?? (found.size > most ? `it is larger than ${Math.floor(most / 1e6)} MB` : null)
    );
  } catch (error) {
    return fileErrorWords(error as NodeJS.ErrnoException);
  }
}

/**
 * The text of a small file that a person wrote, or why it cannot be read. What says that it is empty is not read: some files
 * of the system then never end.
 *
 * @example
 * ```ts
 * import { readText } from '@samenbeeld/engine';
 * readText('/nowhere/a.yaml') // => { problem: 'there is no such file' }
 * ```
 */
export function readText(
  path: string,
  most: number = 50_000_000,
): { readonly text: string } | { readonly problem: string } {
  const problem = fileProblem(path, most);
  if (problem !== null) return { problem };
  try {
    return { text: statSync(path).size === 0 ? '' : readFileSync(path, 'utf8') };
  } catch (error) {
    return { problem: fileErrorWords(error as NodeJS.ErrnoException) };
  }
}
