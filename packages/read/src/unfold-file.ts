import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip, gunzip } from 'node:zlib';
import { removeTemporaryFolder, temporaryFolder } from '@samenbeeld/engine';
import { InputError, inFour, machineProblem, shownFile, type Text } from '@samenbeeld/schema';
import { bytesAt } from './file-head.ts';
import type { Transcoded } from './transcode-file.ts';

/** Bytes that a compressed file may unfold to in memory: its cells take several times that. */
const longest = 200_000_000;
/** How many times its size a large one may unfold to: tables reach 50, and bombs 1,000. */
const mostTimes = 100;
const small = 5_000_000;

/** Whether a packed file unfolds to more than a table would. */
function isBomb(unfolded: number, packed: number): boolean {
  return unfolded > Math.max(small, packed * mostTimes);
}

function refusal(file: string, problem: Text, repair: Text): InputError {
  return new InputError(problem, { place: { file }, repair });
}

/** The refusal of a file that is packed smaller than a table can be. */
function refuseBomb(file: string): InputError {
  return refusal(
    file,
    inFour(
      'een ingepakt bestand (gzip) van een tabel verwacht, gevonden: een dat zich uitvouwt tot meer dan {n} keer zijn grootte',
      'un fichier compressé (gzip) d’un tableau était attendu, trouvé : un qui se déplie à plus de {n} fois sa taille',
      'eine gepackte Datei (gzip) mit einer Tabelle erwartet, gefunden: eine, die sich auf mehr als das {n}-Fache ihrer Größe entfaltet',
      'expected a compressed file (gzip) of a table, found one that unfolds to more than {n} times its size',
      { n: mostTimes },
    ),
    inFour(
      'kijk wat erin zit voor u het uitpakt: geen tabel wordt zo klein ingepakt',
      'regardez ce qu’il contient avant de le déplier : aucun tableau ne se compresse à ce point',
      'vor dem Entpacken nachsehen, was darin ist: keine Tabelle lässt sich so klein packen',
      'look what is in it before you unfold it: no table is packed so small',
    ),
  );
}

/** The refusal of a file that gzip did not pack whole. */
function damagedGzip(file: string): InputError {
  return refusal(
    file,
    inFour(
      'een ingepakt bestand (gzip) verwacht, gevonden: een beschadigd bestand',
      'un fichier compressé (gzip) était attendu, trouvé : un fichier endommagé',
      'eine gepackte Datei (gzip) erwartet, gefunden: eine beschädigte',
      'expected a compressed file (gzip), found a damaged one',
    ),
    inFour(
      'haal het bestand opnieuw op, het kan afgebroken zijn',
      'récupérez à nouveau le fichier, il est peut-être coupé',
      'die Datei neu abrufen, sie kann abgeschnitten sein',
      'fetch the file again, it may be cut off',
    ),
  );
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
      inFour(
        'een ingepakt bestand (gzip) van uitgepakt ten hoogste {n} MB verwacht, gevonden: een groter',
        'un fichier compressé (gzip) d’au plus {n} Mo une fois déplié était attendu, trouvé : un plus grand',
        'eine gepackte Datei (gzip) von entpackt höchstens {n} MB erwartet, gefunden: eine größere',
        'expected a compressed file (gzip) of at most {n} MB when unfolded, found a larger one',
        { n: longest / 1e6 },
      ),
      inFour(
        'pak het uit (gunzip) en geef het bestand dat erin zit; haal anders een kleinere selectie op',
        'dépliez-le (gunzip) et donnez le fichier qu’il contient ; sinon récupérez une sélection plus petite',
        'entpacken (gunzip) und die Datei darin angeben; sonst eine kleinere Auswahl abrufen',
        'unfold it (gunzip) and give the file in it; else fetch a smaller selection',
      ),
    );
  }
}

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
