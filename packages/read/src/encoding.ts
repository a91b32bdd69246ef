import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { singleByteTable } from './single-byte.ts';

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

const around = 20;
const sampled = 20_000;

/** What tells one single-byte encoding from another, gathered block by block. */
export interface EncodingEvidence {
  add(block: Uint8Array): void;
  /** The encoding that fits best, after the last block. */
  conclude(): string;
}

/** A sample for the statistics: only the lines with a byte above 127 tell something. */
export function encodingEvidence(): EncodingEvidence {
  const sample: number[] = [];
  const present = new Uint8Array(256);
  let held: Uint8Array = new Uint8Array(0);
  let next = 0;

  function look(end: number): void {
    for (; next < end && sample.length < sampled; next++) {
      if ((held[next] ?? 0) < 0x80) continue;
      sample.push(...held.subarray(Math.max(0, next - around), next + around));
      next += around - 1;
    }
  }

  return {
    add(block) {
      for (let i = 0; i < block.length; i++) present[block[i] as number] = 1;
      if (sample.length >= sampled) return;
      const from = Math.max(0, Math.min(next, held.length) - around);
      held = Buffer.concat([held.subarray(from), block]);
      next -= from;
      look(held.length - around);
    },
    conclude() {
      look(held.length);
      return bestEncoding(Uint8Array.from(sample), present);
    },
  };
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

function hasAll(present: Uint8Array, encoding: string): boolean {
  const table = singleByteTable(encoding);
  return table?.every((character, byte) => !(present[byte] && character === '\uFFFD')) ?? false;
}

/** What was concluded last, and from what: each layout in which a file is tried asks the same of the same bytes. */
let last: { readonly of: readonly [Uint8Array, Uint8Array]; readonly encoding: string } | null =
  null;

function bestEncoding(sample: Uint8Array, present: Uint8Array): string {
  const [before, had] = last?.of ?? [];
  const isSame =
    before && had && Buffer.compare(before, sample) === 0 && Buffer.compare(had, present) === 0;
  if (last && isSame) return last.encoding;
  const encoding = fittingEncoding(sample, present);
  // A caller may fill its bytes anew.
  last = { of: [Uint8Array.from(sample), Uint8Array.from(present)], encoding };
  return encoding;
}

function fittingEncoding(sample: Uint8Array, present: Uint8Array): string {
  const guess = analyse(sample)[0];
  const other = guess && guess.confidence >= 60 && regional.test(guess.name);
  const candidates = [
    ...(looksLikeDos(sample) ? ['cp850'] : []),
    ...(other ? [guess.name.toLowerCase()] : []),
    'windows-1252',
  ];
  // cp850 has a character for each byte.
  return candidates.find((name) => hasAll(present, name)) ?? 'cp850';
}

/** The encoding that a byte-order mark or the NUL bytes of UTF-16 tell; null where neither stands. */
export function markedEncoding(bytes: Uint8Array): SniffedEncoding | null {
  for (const { encoding, mark } of marks) {
    if (mark.every((byte, i) => bytes[i] === byte))
      return { encoding, bom: mark.length, certain: true };
  }
  const order = utf16Order(bytes);
  return order && { encoding: order, bom: 0, certain: false };
}

/**
 * The encoding of a text file: its byte-order mark, else UTF-8 where the bytes are valid UTF-8, else UTF-16 by
 * its NUL bytes, else a single-byte encoding by letter statistics, windows-1252 in doubt.
 *
 * @example
 * ```ts
 * import { sniffEncoding } from '@samenbeeld/read';
 * sniffEncoding(new TextEncoder().encode('Straßenraub')) // => { encoding: 'utf-8', bom: 0, certain: true }
 * ```
 */
export function sniffEncoding(bytes: Uint8Array): SniffedEncoding {
  const marked = markedEncoding(bytes);
  if (marked) return marked;
  if (isUtf8(bytes)) return { encoding: 'utf-8', bom: 0, certain: true };
  const evidence = encodingEvidence();
  evidence.add(bytes);
  return { encoding: evidence.conclude(), bom: 0, certain: false };
}
