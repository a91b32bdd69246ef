import { InputError } from '@samenbeeld/schema';

const repairs: Readonly<Record<string, readonly [problem: string, repair: string]>> = {
  ENOSPC: ['the disk is full', 'make room, then record the decision again'],
  EDQUOT: ['the disk quota is used up', 'make room, then record the decision again'],
  EFBIG: ['the file may not grow', 'ask for a larger limit, then record the decision again'],
  EROFS: ['the disk is read-only', 'record decisions in a folder that can be written'],
  EACCES: ['there is no permission to write here', 'ask for permission, or name another folder'],
  EPERM: ['there is no permission to write here', 'ask for permission, or name another folder'],
  EBUSY: ['another program has the file open', 'close it there, then record the decision again'],
  EISDIR: ['a folder has this name', 'name a file'],
  ENOTDIR: ['a part of the path is a file', 'name a path of folders'],
};

/** What keeps a decision from being recorded, as an error that names the file and what to do. */
export function unwritable({ code = 'unknown' }: NodeJS.ErrnoException, file: string): InputError {
  const [problem, repair] = repairs[code] ?? [
    `the file cannot be written (${code})`,
    'check the path and the disk, then record the decision again',
  ];
  return new InputError(`the decision is not recorded: ${problem}`, { place: { file }, repair });
}
