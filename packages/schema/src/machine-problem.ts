import { UsageError } from './errors.ts';

const full = 'the disk is full, or your share of it is';
const shut = 'you may not write there, or another program has it open';
const unread = 'the place cannot be reached or read';

const free = 'Free some space, or name a place on another disk';
const close =
  'Close it in other programs (Excel locks what it shows), or name a place that is yours';
const other = 'Name another place';

/** What the machine may answer, in words, and what to do. */
const answers: ReadonlyMap<string, readonly [what: string, todo: string]> = new Map([
  ['ENOSPC', [full, free]],
  ['EDQUOT', [full, free]],
  ['EFBIG', ['the file is larger than the disk takes', free]],
  ['EROFS', ['the disk can only be read', other]],
  ['EACCES', [shut, close]],
  ['EPERM', [shut, close]],
  ['EBUSY', ['another program or the system is using it', close]],
  ['ETXTBSY', ['another program is using it', close]],
  ['ENOTDIR', ['a part of the path is a file, and nothing can lie in it', other]],
  ['ENOENT', ['no such folder can be made there', other]],
  ['ENAMETOOLONG', ['the name is too long for this disk', 'Name a shorter one']],
  ['EINVAL', ['the name is none that this disk takes', other]],
  ['EILSEQ', ['the name is none that this disk takes', other]],
  ['ELOOP', ['links lead back to themselves', other]],
  ['EISDIR', ['a folder is where a file is expected', other]],
  ['ENOTEMPTY', ['something else is in its place', other]],
  ['EEXIST', ['something else is in its place', other]],
  ['EXDEV', ['it lies on two disks', other]],
  ['EMLINK', ['the folder holds as much as it can', other]],
  ['ENODEV', [unread, other]],
  ['ENXIO', [unread, other]],
  ['EIO', ['the disk reports a fault', `${other}, and have the disk looked at`]],
  ['ESTALE', [unread, 'Connect the network drive anew, or name another place']],
  ['ETIMEDOUT', [unread, 'Connect the network drive anew, or name another place']],
  ['EHOSTDOWN', [unread, 'Connect the network drive anew, or name another place']],
  ['EMFILE', ['too many files are open', 'Close other programs and try again']],
  ['ENFILE', ['too many files are open', 'Close other programs and try again']],
  ['ENOMEM', ['the memory is used up', 'Close other programs and try again']],
]);

/** What the machine says by a code, in words, and what to do; a code that is unknown keeps something from being written. */
export function machineAnswer(code: string): readonly [what: string, todo: string] {
  return answers.get(code) ?? ['the file cannot be written', other];
}

/** The code of an error that came from the machine ("ENOSPC"); empty where it came from elsewhere. */
export function machineCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return answers.has(code) ? code : '';
}

/**
 * What the machine refused (a full disk, a missing permission, a file that is open elsewhere) as a UsageError that says
 * what to do; any other error as it is. `place` is named where the error names none.
 *
 * @example
 * ```ts
 * import { machineProblem } from '@samenbeeld/schema';
 * const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
 * String(machineProblem(full, 'out/ports')) // => 'UsageError: out/ports cannot be written: the disk is full, or your share of it is (ENOSPC). Free some space, or name a place on another disk.'
 * ```
 */
export function machineProblem(error: unknown, place?: string): unknown {
  const code = machineCode(error);
  const answer = answers.get(code);
  if (!answer) return error;
  const { path, syscall } = error as { readonly path?: string; readonly syscall?: string };
  const [what, todo] = answer;
  const reading = syscall === 'scandir' || syscall === 'read' || syscall === 'stat';
  // An error of the engine names a place only where it is another one than what is written.
  const another = syscall === undefined ? path : undefined;
  const where = another ?? place ?? path ?? 'What this needs to write';
  return new UsageError(
    `${where} cannot be ${reading ? 'read' : 'written'}: ${what} (${code}). ${todo}.`,
  );
}
