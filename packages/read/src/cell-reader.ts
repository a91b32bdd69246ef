import { endianness } from 'node:os';

/** Text of the bytes of one cell; null when there are none. */
export interface CellReader {
  plain(from: number, to: number): string | null;
  /** Between quotes, where a doubled quote is one. */
  quoted(from: number, to: number, quote: number): string | null;
}

const isLittleEndian = endianness() === 'LE';
/** Places for texts seen before: of a small file as many as it can have cells, up to so many. */
const mostSlots = 1 << 15;
const longest = 48;

function sameBytes(bytes: Buffer, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}

/**
 * Decodes the cells of one file: UTF-8, or by the table of a single-byte encoding. Statistical tables repeat
 * themselves, so a short text seen before is handed out again, neither decoded nor stored twice.
 */
export function cellReader(bytes: Buffer, table: readonly string[] | null): CellReader {
  const slots = Math.min(mostSlots, 2 ** Math.ceil(Math.log2(bytes.length + 1)));
  const starts = new Int32Array(slots);
  const lengths = new Uint8Array(slots);
  const texts: string[] = new Array<string>(slots).fill('');
  let units: Uint16Array | null = null;

  function decode(from: number, to: number): string {
    let high = 0;
    for (let i = from; i < to; i++) high |= bytes[i] as number;
    if (high < 128) return bytes.toString('latin1', from, to);
    if (!table) return bytes.toString('utf8', from, to);
    if (to - from > longest) return longLetters(from, to, table);
    let text = '';
    for (let i = from; i < to; i++) text += table[bytes[i] as number];
    return text;
  }

  /** Added letter by letter a text of millions is a chain of as many strings. */
  function longLetters(from: number, to: number, letters: readonly string[]): string {
    units ??= Uint16Array.from(letters, (letter) => letter.charCodeAt(0));
    const written = new Uint16Array(to - from);
    for (let i = from; i < to; i++) written[i - from] = units[bytes[i] as number] as number;
    const { buffer } = written;
    return isLittleEndian
      ? Buffer.from(buffer).toString('utf16le')
      : Buffer.from(buffer).swap16().toString('utf16le');
  }

  function plain(from: number, to: number): string | null {
    const length = to - from;
    if (length === 0) return null;
    if (length > longest) return decode(from, to);
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    if (lengths[slot] === length && sameBytes(bytes, starts[slot] as number, from, length)) {
      return texts[slot] as string;
    }
    const text = decode(from, to);
    starts[slot] = from;
    lengths[slot] = length;
    texts[slot] = text;
    return text;
  }

  return {
    plain,
    quoted(from, to, quote) {
      const text = plain(from, to);
      if (text === null) return null;
      const mark = String.fromCharCode(quote);
      return text.includes(mark) ? text.replaceAll(mark + mark, mark) : text;
    },
  };
}
