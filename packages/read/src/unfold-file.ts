import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { removeTemporaryFolder, temporaryFolder } from '@samenbeeld/engine';
import { machineProblem, shownFile } from '@samenbeeld/schema';
import { bytesAt } from './file-head.ts';
import { damagedGzip, isBomb, isGzip, refuseBomb } from './gunzip.ts';
import type { Transcoded } from './transcode-file.ts';

/** Whether a file begins as one that gzip packed. */
export async function isPacked(path: string): Promise<boolean> {
  return isGzip(await bytesAt(path, 0, 2));
}

/**
 * The file in a file packed with gzip, under the same name in a folder that only this user may read, so that it can
 * be read in parts. InputError where it is damaged or unfolds to far more than a table would.
 */
export async function unfoldFile(path: string): Promise<Transcoded> {
  const file = shownFile(path);
  const { size } = await stat(path);
  const folder = temporaryFolder('unfold');
  const remove = (): void => removeTemporaryFolder(folder);
  let unfolded = 0;
  let bomb = false;
  const guard = new Transform({
    transform(part: Buffer, _, done) {
      unfolded += part.length;
      bomb = isBomb(unfolded, size);
      done(bomb ? new RangeError('a bomb') : null, part);
    },
  });
  const copy = join(folder, file);
  try {
    await pipeline(
      createReadStream(path),
      createGunzip(),
      guard,
      createWriteStream(copy, { mode: 0o600 }),
    );
    return { path: copy, remove };
  } catch (error) {
    remove();
    // A full disk is no damage of the file.
    const said = machineProblem(error, 'An unfolded copy in the folder of temporary files');
    if (said !== error) throw said;
    throw bomb ? refuseBomb(file) : damagedGzip(file);
  }
}
