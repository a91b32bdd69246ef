import { createHmac } from 'node:crypto';
import { InputError, inFour } from '@samenbeeld/schema';

/** What turns names into pseudonyms that only the holder of the key can make again. */
export interface PictureKey {
  /** The pseudonym of a text in a column: the same text gives the same one, in no other column and under no other key. */
  of(column: string, text: string): string;
}

/** In characters; shorter ones can be guessed. */
const shortest = 32;

/**
 * The key of a picture: HMAC-SHA-256 (RFC 2104) of what stands in a keyed column, cut to 64 bits. Before each pseudonym
 * stands the sign of its key, so that pseudonyms of two keys are never taken for one.
 *
 * @param secret what the key's file holds; at least 32 characters
 * @throws InputError for a shorter one
 * @example
 * ```ts
 * import { pictureKey } from '@samenbeeld/ingest';
 * const key = pictureKey('EXERCISE key, known to everybody, for an exercise only');
 * key.of('vendor', 'Somebody ') === key.of('vendor', 'somebody') // => true
 * key.of('case', 'somebody') === key.of('vendor', 'somebody') // => false
 * ```
 */
export function pictureKey(secret: string, file = 'the key'): PictureKey {
  const trimmed = secret.trim();
  if (trimmed.length < shortest)
    throw new InputError(
      inFour(
        'een sleutel van ten minste {shortest} tekens verwacht, gevonden: {n}',
        'une clé d’au moins {shortest} caractères était attendue, trouvé : {n}',
        'ein Schlüssel von mindestens {shortest} Zeichen erwartet, gefunden: {n}',
        'expected a key of at least {shortest} characters, found {n}',
        { shortest, n: trimmed.length },
      ),
      {
        place: { file },
        repair: inFour(
          'schrijf een willekeurige (openssl rand -hex 32), en houd hem buiten het beeld',
          'écrivez-en une au hasard (openssl rand -hex 32), et gardez-la hors du tableau',
          'einen zufälligen schreiben (openssl rand -hex 32) und ihn aus dem Lagebild heraushalten',
          'write a random one (openssl rand -hex 32), and keep it from the picture',
        ),
      },
    );
  const keyed = (text: string, digits: number): string =>
    createHmac('sha256', trimmed).update(text).digest('hex').slice(0, digits);
  const sign = keyed('sign of the key', 4);
  return {
    of: (column, text) => {
      const even = text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
      return `${sign}-${keyed(`${column}\u0000${even}`, 16)}`;
    },
  };
}
