import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { InputError } from '@samenbeeld/schema';

/** Bytes that a compressed file may unfold to: they are in memory at once, and their cells several times that. */
const longest = 400_000_000;

/** The bytes of a gzip file, as bulk downloads are; others as they are. InputError where they cannot be unfolded. */
export async function gunzipped(file: string, bytes: Buffer): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: longest });
  } catch (error) {
    const tooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new InputError(
      tooLong
        ? 'expected a compressed file of at most 400 MB when unfolded, found a larger one'
        : 'expected a compressed file (gzip), found a damaged one',
      {
        place: { file },
        repair: tooLong
          ? 'unfold it (gunzip) and give the file in it, which is read in parts; else fetch a smaller selection'
          : 'fetch the file again, it may be cut off',
      },
    );
  }
}
