import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { PictureFile } from './picture.ts';

/** Size and hash of a file that someone else wrote, without holding it in memory. */
export async function measureFile(path: string): Promise<Pick<PictureFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path)) {
    hash.update(part as Buffer);
    bytes += (part as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
