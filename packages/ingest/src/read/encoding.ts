import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { firstWithout, singleByteTable } from './single-byte.ts';

/** An encoding found by looking at bytes. */
export interface SniffedEncoding {
  /** A name that iconv-lite knows. */
  readonly encoding: string;
  /** Length of the byte-order mark. */
  readonly bom: number;
  /** False where other single-byte encodings are as possible. */
  readonly certain: boolean;
}

const marks: readonly { readonly encoding: string; readonly mark: readonly number[] }[] = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
];

/** UTF-16 without a mark shows as a NUL in nearly every second byte of western text. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  const nuls = [0, 0];
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = nuls;
  const many = sample.length * 0.3;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

/** A sample for the statistics: only the lines with a byte above 127 tell something. */
function telling(bytes: Uint8Array): Uint8Array {
  const parts: number[] = [];
  for (let i = 0; i < bytes.length && parts.length < 20_000; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    parts.push(...bytes.subarray(Math.max(0, i - 20), i + 20));
    i += 19;
  }
  return Uint8Array.from(parts);
}

/** Bytes below 0xa0 between letters are letters in the DOS code pages and punctuation in windows-1252. */
function looksLikeDos(sample: Uint8Array): boolean {
  const letter = (byte = 0): boolean => (byte | 0x20) > 0x60 && (byte | 0x20) < 0x7b;
  let dos = 0;
  let windows = 0;
  for (let i = 1; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    if (byte >= 0xc0) windows++;
    if (
      byte >= 0x80 &&
      byte < 0xa0 &&
      byte !== 0x92 &&
      letter(sample[i - 1]) &&
      letter(sample[i + 1])
    )
      dos++;
  }
  return dos > 2 * windows;
}

const regional = /^(ISO-8859-[257]|windows-125[0134])$/;

function hasAll(bytes: Uint8Array, encoding: string): boolean {
  const table = singleByteTable(encoding);
  return table !== null && firstWithout(bytes, table) < 0;
}

/**
 * The encoding of a text file: its byte-order mark, else UTF-8 where the bytes are valid UTF-8, else UTF-16 by
 * its NUL bytes, else a single-byte encoding by letter statistics, windows-1252 in doubt.
 *
 * @example
 * ```ts
 * import { sniffEncoding } from '@samenbeeld/ingest';
 * sniffEncoding(new TextEncoder().encode('Straßenraub')) // => { encoding: 'utf-8', bom: 0, certain: true }
 * ```
 */
export function sniffEncoding(bytes: Uint8Array): SniffedEncoding {
  for (const { encoding, mark } of marks) {
    if (mark.every((byte, i) => bytes[i] === byte))
      return { encoding, bom: mark.length, certain: true };
  }
  const order = utf16Order(bytes);
  if (order) return { encoding: order, bom: 0, certain: false };
  if (isUtf8(bytes)) return { encoding: 'utf-8', bom: 0, certain: true };
  const sample = telling(bytes);
  const guess = analyse(sample)[0];
  const other = guess && guess.confidence >= 60 && regional.test(guess.name);
  const candidates = [
    ...(looksLikeDos(sample) ? ['cp850'] : []),
    ...(other ? [guess.name.toLowerCase()] : []),
    'windows-1252',
  ];
  // cp850 has a character for each byte.
  const encoding = candidates.find((name) => hasAll(bytes, name)) ?? 'cp850';
  return { encoding, bom: 0, certain: false };
}
