import { isAscii, isUtf8 } from 'node:buffer';
import { InputError, UsageError } from '@samenbeeld/schema';
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
  if (!iconv.encodingExists(name)) throw new UsageError(`unknown encoding "${name}"`);
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
  const found = `found byte 0x${byte} (byte ${offset + 1} of the file)`;
  const declare = `declare encoding: ${sniffEncoding(bytes).encoding}, which fits`;
  const cut = encoding === 'utf-8' && offset > bytes.length - 4;
  throw new InputError(`expected ${encoding}, ${found}, which is not a character of it`, {
    place: { file, line: lineAt(bytes, offset) },
    repair: cut ? `fetch the file again if it was cut off, else ${declare}` : declare,
  });
}

/** Any other encoding as UTF-8 bytes. */
function transcode(file: string, bytes: Buffer, encoding: string): Buffer {
  const utf16 = encoding.startsWith('utf-16');
  const text = iconv.decode(bytes, encoding, { stripBOM: false });
  const broken = utf16 ? -1 : text.indexOf('\uFFFD');
  if (broken >= 0 || (utf16 && bytes.length % 2 === 1)) {
    const before = broken >= 0 ? text.slice(0, broken) : text;
    throw new InputError(`expected ${encoding}, found bytes that are not a character of it`, {
      place: { file, line: before.split('\n').length },
      repair: 'declare the encoding that the publisher used, or fetch the file again',
    });
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
      `expected ${encoding}, found a file that starts with the byte-order mark of ${found.encoding}`,
      { place: { file, line: 1 }, repair: `declare encoding: ${found.encoding}` },
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
