import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { PictureFile } from './picture.ts';

/** Writes a file part by part, and waits until the disk has it; only one part is in memory. */
export async function writeParts(
  path: string,
  parts: AsyncIterable<string>,
  mode?: number,
): Promise<Pick<PictureFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', mode);
  try {
    for await (const part of parts) {
      const content = Buffer.from(part);
      hash.update(content);
      bytes += content.length;
      await file.writeFile(content);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

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
