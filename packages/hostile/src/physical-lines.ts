import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const delimited = /\.(?:csv|tsv|txt|tab|ndjson|jsonl)(?:\.gz)?$/i;

function textOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le', 2);
  return bytes.includes(0) ? null : bytes.toString('latin1');
}

/** Lines, and one more for a last one without end. */
function count(text: string, end: RegExp): number {
  const ends = text.match(end)?.length ?? 0;
  return ends + (text === '' || /[\r\n]$/.test(text) ? 0 : 1);
}

/**
 * The physical lines of a delimited text, counted without any of the readers: where a carriage return by itself ends a
 * line, and where it does not. null where a file is no such text.
 */
export function physicalLines(path: string): readonly number[] | null {
  if (!delimited.test(path)) return null;
  const bytes = readFileSync(path);
  const unfolded = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const text = textOf(unfolded);
  if (text === null) return null;
  const feeds = count(text, /\n/g);
  // A carriage return at the very end is text where only line feeds end lines.
  return [feeds, feeds + (/\r$/.test(text) ? 1 : 0), count(text, /\r\n|\r|\n/g)];
}
