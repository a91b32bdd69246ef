import iconv from 'iconv-lite';

const ascii = String.fromCharCode(...Array.from({ length: 128 }, (_, i) => i));

/** The character of each byte (U+FFFD where it has none), or null where the encoding is no single-byte superset of ASCII. */
export function singleByteTable(encoding: string): readonly string[] | null {
  const table = Array.from({ length: 256 }, (_, i) => iconv.decode(Buffer.from([i]), encoding));
  const single = table.every((character) => character.length === 1);
  return single && table.slice(0, 128).join('') === ascii ? table : null;
}

/** Offset of the first byte without a character, -1 when there is none. */
export function firstWithout(bytes: Uint8Array, table: readonly string[]): number {
  const missing = table.map((character) => character === '\uFFFD');
  if (!missing.includes(true)) return -1;
  for (let i = 0; i < bytes.length; i++) if (missing[bytes[i] as number]) return i;
  return -1;
}
