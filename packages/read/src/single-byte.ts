import iconv from 'iconv-lite';

const ascii = String.fromCharCode(...Array.from({ length: 128 }, (_, i) => i));

const tables = new Map<string, readonly string[] | null>();

function tableOf(encoding: string): readonly string[] | null {
  const table = Array.from({ length: 256 }, (_, i) => iconv.decode(Buffer.from([i]), encoding));
  const single = table.every((character) => character.length === 1);
  return single && table.slice(0, 128).join('') === ascii ? table : null;
}

/** The character of each byte (U+FFFD where it has none), or null where the encoding is no single-byte superset of ASCII. */
export function singleByteTable(encoding: string): readonly string[] | null {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = tableOf(encoding);
  tables.set(encoding, table);
  return table;
}

/** Offset of the first byte without a character, -1 when there is none. */
export function firstWithout(bytes: Uint8Array, table: readonly string[]): number {
  const places = table.flatMap((character, byte) => {
    const place = character === '\uFFFD' ? bytes.indexOf(byte) : -1;
    return place < 0 ? [] : place;
  });
  return places.length > 0 ? Math.min(...places) : -1;
}
