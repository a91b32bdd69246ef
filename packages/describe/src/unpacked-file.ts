import { existsSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isPacked, unfoldFile } from '@samenbeeld/read';

/** A file to look at: itself, or the file in one that gzip packed. */
export interface Unpacked {
  readonly path: string;
  /** Removes what was written. */
  remove(): void;
}

/**
 * The file in a file packed with gzip, under its name without `.gz`, since a name tells what a file holds; any other
 * file as it is. InputError where it is damaged or unfolds to far more than a table would.
 */
export async function unpackedFile(path: string): Promise<Unpacked> {
  const plain = { path, remove: () => undefined };
  if (!existsSync(path) || !statSync(path).isFile() || !(await isPacked(path))) return plain;
  const { path: copy, remove } = await unfoldFile(path);
  const named = join(dirname(copy), basename(copy).replace(/\.gz$/i, ''));
  if (named !== copy) renameSync(copy, named);
  return { path: named, remove };
}
