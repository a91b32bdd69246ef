import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { InputError } from '@samenbeeld/schema';

/** Bytes that a compressed file may unfold to in memory: its cells take several times that. */
const longest = 200_000_000;
/** How many times its size a large one may unfold to: tables reach 50, and bombs 1,000. */
const mostTimes = 100;
const small = 5_000_000;

/** Whether a packed file unfolds to more than a table would. */
export function isBomb(unfolded: number, packed: number): boolean {
  return unfolded > Math.max(small, packed * mostTimes);
}

function refusal(file: string, found: string, repair: string): InputError {
  return new InputError(`expected a compressed file (gzip)${found}`, { place: { file }, repair });
}

/** The refusal of a file that is packed smaller than a table can be. */
export function refuseBomb(file: string): InputError {
  return refusal(
    file,
    ` of a table, found one that unfolds to more than ${mostTimes} times its size`,
    'look what is in it before you unfold it: no table is packed so small',
  );
}

/** The refusal of a file that gzip did not pack whole. */
export function damagedGzip(file: string): InputError {
  return refusal(file, ', found a damaged one', 'fetch the file again, it may be cut off');
}

/** Whether bytes begin as those that gzip packed. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The bytes of a gzip file, as bulk downloads are; others as they are. InputError where they cannot be unfolded. */
export async function gunzipped(file: string, bytes: Buffer): Promise<Buffer> {
  if (!isGzip(bytes)) return bytes;
  const most = Math.min(longest, Math.max(small, bytes.length * mostTimes));
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw damagedGzip(file);
    if (most < longest) throw refuseBomb(file);
    throw refusal(
      file,
      ` of at most ${longest / 1e6} MB when unfolded, found a larger one`,
      'unfold it (gunzip) and give the file in it; else fetch a smaller selection',
    );
  }
}
