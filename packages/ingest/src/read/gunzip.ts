import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { InputError } from '@samenbeeld/schema';

/** What a compressed file may unfold to: the length that a file may have by itself. */
const longest = 2 ** 31 - 1;

/** The bytes of a gzip file, as bulk downloads are; others as they are. InputError where they cannot be unfolded. */
export async function gunzipped(file: string, bytes: Buffer): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: longest });
  } catch (error) {
    const tooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new InputError(
      tooLong
        ? 'expected a compressed file of at most 2 GiB when unfolded, found a larger one'
        : 'expected a compressed file (gzip), found a damaged one',
      {
        place: { file },
        repair: tooLong ? 'fetch a smaller selection' : 'fetch the file again, it may be cut off',
      },
    );
  }
}
