import { isAscii, isUtf8 } from 'node:buffer';
import { InputError, inFour, quoted, wrongUse } from '@samenbeeld/schema';
import iconv from 'iconv-lite';
import { markedEncoding, type SniffedEncoding, sniffEncoding } from './encoding.ts';
import { firstWithout, singleByteTable } from './single-byte.ts';

/** Bytes in which delimiters, quotes and line ends are single ASCII bytes, and what the others mean. */
export interface Decoded {
  readonly bytes: Buffer;
  /** The first byte after the byte-order mark. */
  readonly start: number;
  /** The character of each byte in a single-byte encoding; null for UTF-8. */
  readonly table: readonly string[] | null;
  readonly encoding: string;
  /** The declared single-byte encoding can be wrong: the bytes are valid UTF-8 beyond ASCII. */
  readonly looksLikeUtf8: boolean;
}

/** The name under which an encoding is known here. As the web does, latin1 is read as its superset windows-1252. */
export function canonical(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (plain === 'utf8' || plain === 'utf8sig' || plain === 'ascii' || plain === 'usascii')
    return 'utf-8';
  if (/^(latin1|iso88591|windows1252|cp1252|win1252|ansi)$/.test(plain)) return 'windows-1252';
  if (/^utf16(le|be)$/.test(plain)) return `utf-16${plain.slice(5)}`;
  if (plain === 'utf16') return 'utf-16';
  if (!iconv.encodingExists(name))
    throw wrongUse(
      'onbekende codering {name}',
      'codage inconnu {name}',
      'unbekannte Kodierung {name}',
      'unknown encoding {name}',
      { name: quoted(name) },
    );
  return name.toLowerCase();
}

/** 1-based physical line of an offset. */
export function lineAt(bytes: Buffer, offset: number): number {
  const end = bytes.includes(10) ? 10 : 13;
  let line = 1;
  for (let at = bytes.indexOf(end); at !== -1 && at < offset; at = bytes.indexOf(end, at + 1))
    line++;
  return line;
}

/** Offset of the first byte that is not UTF-8; a character is at most three bytes longer than a valid prefix. */
function firstInvalid(bytes: Buffer): number {
  const valid = (end: number): boolean => isUtf8(bytes.subarray(0, Math.max(0, end)));
  const near = (end: number): boolean => [0, 1, 2, 3].some((back) => valid(end - back));
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (near(middle)) good = middle;
    else bad = middle;
  }
  return good - ([0, 1, 2, 3].find((back) => valid(good - back)) ?? 0);
}

function refuseByte(file: string, bytes: Buffer, offset: number, encoding: string): never {
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const cut = encoding === 'utf-8' && offset > bytes.length - 4;
  const said = { fits: sniffEncoding(bytes).encoding };
  throw new InputError(
    inFour(
      '{encoding} verwacht, gevonden: byte 0x{byte} (byte {at} van het bestand), die er geen teken van is',
      '{encoding} était attendu, trouvé : l’octet 0x{byte} (octet {at} du fichier), qui n’en est pas un caractère',
      '{encoding} erwartet, gefunden: Byte 0x{byte} (Byte {at} der Datei), das kein Zeichen davon ist',
      'expected {encoding}, found byte 0x{byte} (byte {at} of the file), which is not a character of it',
      { encoding, byte, at: String(offset + 1) },
    ),
    {
      place: { file, line: lineAt(bytes, offset) },
      repair: cut
        ? inFour(
            'haal het bestand opnieuw op als het is afgebroken; geef anders `encoding: {fits}` op, die past',
            'récupérez à nouveau le fichier s’il est coupé ; sinon déclarez `encoding: {fits}`, qui convient',
            'die Datei neu abrufen, wenn sie abgeschnitten ist; sonst `encoding: {fits}` angeben, das passt',
            'fetch the file again if it was cut off, else declare encoding: {fits}, which fits',
            said,
          )
        : inFour(
            'geef `encoding: {fits}` op, die past',
            'déclarez `encoding: {fits}`, qui convient',
            '`encoding: {fits}` angeben, das passt',
            'declare encoding: {fits}, which fits',
            said,
          ),
    },
  );
}

/** Any other encoding as UTF-8 bytes. */
function transcode(file: string, bytes: Buffer, encoding: string): Buffer {
  const utf16 = encoding.startsWith('utf-16');
  const text = iconv.decode(bytes, encoding, { stripBOM: false });
  const broken = utf16 ? -1 : text.indexOf('\uFFFD');
  if (broken >= 0 || (utf16 && bytes.length % 2 === 1)) {
    const before = broken >= 0 ? text.slice(0, broken) : text;
    throw new InputError(
      inFour(
        '{encoding} verwacht, gevonden: bytes die er geen teken van zijn',
        '{encoding} était attendu, trouvé : des octets qui n’en sont pas un caractère',
        '{encoding} erwartet, gefunden: Bytes, die kein Zeichen davon sind',
        'expected {encoding}, found bytes that are not a character of it',
        { encoding },
      ),
      {
        place: { file, line: before.split('\n').length },
        repair: inFour(
          'geef de codering op die de uitgever heeft gebruikt, of haal het bestand opnieuw op',
          'déclarez l’encodage employé par l’éditeur, ou récupérez à nouveau le fichier',
          'die Kodierung angeben, die der Herausgeber verwendet hat, oder die Datei neu abrufen',
          'declare the encoding that the publisher used, or fetch the file again',
        ),
      },
    );
  }
  return Buffer.from(text, 'utf8');
}

/** What was found by looking at bytes that nothing is declared of: a file is read in many shapes, and has one encoding. */
const sniffed = new WeakMap<Buffer, SniffedEncoding>();

function sniffedOnce(bytes: Buffer): SniffedEncoding {
  const found = sniffed.get(bytes) ?? sniffEncoding(bytes);
  sniffed.set(bytes, found);
  return found;
}

/**
 * Makes the bytes of a text file ready for a byte-wise reader: UTF-8 and single-byte encodings stay as they are,
 * others are re-encoded as UTF-8. InputError where a byte is no character of the encoding or a mark contradicts it.
 */
export function decode(file: string, bytes: Buffer, declared?: string): Decoded {
  const known = declared === undefined ? null : canonical(declared);
  // What is declared needs no statistics of letters: only a mark can contradict it.
  const found =
    known === null ? sniffedOnce(bytes) : (markedEncoding(bytes) ?? { encoding: known, bom: 0 });
  const wanted = known ?? found.encoding;
  const order = found.encoding.startsWith('utf-16') ? found.encoding : 'utf-16le';
  const encoding = wanted === 'utf-16' ? order : wanted;
  if (found.bom > 0 && found.encoding !== encoding) {
    throw new InputError(
      inFour(
        '{encoding} verwacht, gevonden: een bestand dat begint met het byteordeteken van {other}',
        '{encoding} était attendu, trouvé : un fichier qui commence par l’indicateur d’ordre des octets de {other}',
        '{encoding} erwartet, gefunden: eine Datei, die mit der Byte-Reihenfolge-Marke von {other} beginnt',
        'expected {encoding}, found a file that starts with the byte-order mark of {other}',
        { encoding, other: found.encoding },
      ),
      {
        place: { file, line: 1 },
        repair: inFour(
          'geef `encoding: {other}` op',
          'déclarez `encoding: {other}`',
          '`encoding: {other}` angeben',
          'declare encoding: {other}',
          { other: found.encoding },
        ),
      },
    );
  }
  const start = found.bom;
  if (encoding === 'utf-8') {
    if (!isUtf8(bytes)) refuseByte(file, bytes, firstInvalid(bytes), encoding);
    return { bytes, start, table: null, encoding, looksLikeUtf8: false };
  }
  const table = singleByteTable(encoding);
  if (!table) {
    const text = transcode(file, bytes.subarray(start), encoding);
    return { bytes: text, start: 0, table: null, encoding, looksLikeUtf8: false };
  }
  const offset = firstWithout(bytes, table);
  if (offset >= 0) refuseByte(file, bytes, offset, encoding);
  const looksLikeUtf8 = !isAscii(bytes) && isUtf8(bytes);
  return { bytes, start, table, encoding, looksLikeUtf8 };
}
