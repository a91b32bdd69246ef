import { createReadStream, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { removeTemporaryFolder, temporaryFolder } from '@samenbeeld/engine';
import { bytesAt } from './file-head.ts';
import { lf } from './line-ends.ts';
import { isPacked } from './unfold-file.ts';

/** Titles and headings stand in it many times over; each layout of each source that is tried reads all of it. */
const size = 1 << 17;

/** Formats whose beginning is a smaller file of the same format. */
const lines = /\.(?:csv|tsv|txt|tab)(?:\.gz)?$/i;

/** So many of the first bytes of a file; of one that gzip packed, of the file in it. */
async function firstBytes(path: string, most: number): Promise<Buffer> {
  if (!(await isPacked(path))) return bytesAt(path, 0, most);
  const parts: Uint8Array[] = [];
  let length = 0;
  // A pipeline hands an error on to what is read here; the callback has nothing to add.
  for await (const part of pipeline(createReadStream(path), createGunzip(), () => {})) {
    parts.push(part);
    length += part.length;
    if (length >= most) break;
  }
  return Buffer.concat(parts).subarray(0, most);
}

/**
 * Does something with the beginning of a delimited text, unfolded where it is packed, as a file of the same name: enough to
 * see whose headings it has. Other files, damaged and small ones, are used as they are.
 */
export async function withBeginning<Result>(
  path: string,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || !lines.test(path)) return use(path);
  const bytes = await firstBytes(path, size + 1).catch(() => null);
  if (!bytes || bytes.length <= size) return use(path);
  const folder = temporaryFolder('beginning');
  try {
    const beginning = join(folder, basename(path));
    writeFileSync(beginning, bytes.subarray(0, bytes.lastIndexOf(lf) + 1 || size), { mode: 0o600 });
    return await use(beginning);
  } finally {
    removeTemporaryFolder(folder);
  }
}
