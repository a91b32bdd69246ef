import { readFileSync, type Stats, statSync } from 'node:fs';

/** Why a file cannot be read: `megabytes` are what may be read at once, `code` is what the system says of it. */
export type FileProblem =
  | {
      readonly kind:
        | 'absent'
        | 'denied'
        | 'long-name'
        | 'circle'
        | 'folder'
        | 'pipe'
        | 'socket'
        | 'device';
    }
  | { readonly kind: 'large'; readonly megabytes: number }
  | { readonly kind: 'other'; readonly code: string };

const reasons: ReadonlyMap<string, FileProblem> = new Map([
  ['ENOENT', { kind: 'absent' }],
  ['ENOTDIR', { kind: 'absent' }],
  ['EACCES', { kind: 'denied' }],
  ['EPERM', { kind: 'denied' }],
  ['ENAMETOOLONG', { kind: 'long-name' }],
  ['ELOOP', { kind: 'circle' }],
]);

/** What an error that the system gives for a file says of it. */
export function fileErrorProblem({ code, message }: NodeJS.ErrnoException): FileProblem {
  return reasons.get(code ?? '') ?? { kind: 'other', code: code ?? message };
}

function kindOf(found: Stats): FileProblem | null {
  if (found.isFile()) return null;
  if (found.isDirectory()) return { kind: 'folder' };
  if (found.isFIFO()) return { kind: 'pipe' };
  return { kind: found.isSocket() ? 'socket' : 'device' };
}

/**
 * Why a path cannot be read as a file; null where it can. To open a pipe waits for ever, and a device never ends. `most` is
 * how many bytes may be read at once.
 *
 * @example
 * ```ts
 * import { fileProblem } from '@samenbeeld/engine';
 * fileProblem('/nowhere/a.csv') // => { kind: 'absent' }
 * ```
 */
export function fileProblem(
  path: string,
  most: number = Number.POSITIVE_INFINITY,
): FileProblem | null {
  try {
    const found = statSync(path);
    const large: FileProblem = { kind: 'large', megabytes: Math.floor(most / 1e6) };
    return kindOf(found) ?? (found.size > most ? large : null);
  } catch (error) {
    return fileErrorProblem(error as NodeJS.ErrnoException);
  }
}

/**
 * The text of a small file that a person wrote, or why it cannot be read. What says that it is empty is not read: some files
 * of the system then never end.
 *
 * @example
 * ```ts
 * import { readText } from '@samenbeeld/engine';
 * readText('/nowhere/a.yaml') // => { problem: { kind: 'absent' } }
 * ```
 */
export function readText(
  path: string,
  most: number = 50_000_000,
): { readonly text: string } | { readonly problem: FileProblem } {
  const problem = fileProblem(path, most);
  if (problem !== null) return { problem };
  try {
    return { text: statSync(path).size === 0 ? '' : readFileSync(path, 'utf8') };
  } catch (error) {
    return { problem: fileErrorProblem(error as NodeJS.ErrnoException) };
  }
}
