import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError, UsageError } from '@samenbeeld/schema';
import { gunzipped } from './gunzip.ts';

/** One file, read once. */
export interface FileBytes {
  /** The name without folders. */
  readonly file: string;
  readonly bytes: Buffer;
  /** Of the bytes on disk, before they are unfolded. */
  readonly sha256: string;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read by this user',
};

/** Bytes of a file that is read whole: its cells take several times that. Delimited text is read in parts instead. */
const longest = 500_000_000;

function refuseLong(file: string, size: number): void {
  if (size <= longest) return;
  throw new InputError(
    `expected at most ${longest / 1e6} MB of a file that must be read whole, found ${Math.ceil(size / 1e6)} MB`,
    { place: { file }, repair: 'fetch a smaller selection, or the table as CSV' },
  );
}

/** Reads a file whole, unfolding gzip; UsageError when it cannot be read, InputError when it is empty or damaged. */
export async function fileBytes(path: string): Promise<FileBytes> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) refuseLong(basename(path), found.size);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `cannot read ${path}: ${reasons[error.code ?? ''] ?? error.code ?? error.message}`,
    );
  });
  const file = basename(path);
  if (bytes.length === 0) {
    throw new InputError('expected a table, found an empty file', {
      place: { file },
      repair: 'fetch the file again',
    });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, bytes: await gunzipped(file, bytes), sha256 };
}
