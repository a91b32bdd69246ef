/** `lf`: lines end with LF or CR LF, and a lone CR is a character; `any`: a lone CR ends a line too. */
export type LineEnds = 'lf' | 'any';

export const lf = 10;
export const cr = 13;

/** Told by the line end at `at`: LF, or CR with an LF after it, or a CR of its own. */
export function lineEndsAt(bytes: Buffer, at: number): LineEnds {
  let i = at;
  while (bytes[i] === cr) i++;
  return bytes[i] === lf ? 'lf' : 'any';
}

/** Told by the first line end from `from` on; `lf` when there is none. */
export function lineEndsAfter(bytes: Buffer, from: number): LineEnds {
  const returned = bytes.indexOf(cr, from);
  const fed = bytes.indexOf(lf, from);
  if (returned < 0 || (fed >= 0 && fed < returned)) return 'lf';
  return lineEndsAt(bytes, returned);
}

/** Offset of the first byte after the line end at `at`. */
export function pastLineEnd(bytes: Buffer, at: number, ends: LineEnds): number {
  if (ends === 'any') return at + (bytes[at] === cr && bytes[at + 1] === lf ? 2 : 1);
  let i = at;
  while (bytes[i] === cr) i++;
  return i + 1;
}

/** Offset of the first byte after the line that holds `at`. */
export function nextLine(bytes: Buffer, at: number, ends: LineEnds): number {
  let i = at;
  while (i < bytes.length && bytes[i] !== lf && (ends === 'lf' || bytes[i] !== cr)) i++;
  return Math.min(bytes.length, pastLineEnd(bytes, i, ends));
}

const shortSpan = 256;

/** Line ends from `from` to before `to`; CR LF is one. */
export function countLineEnds(bytes: Buffer, from: number, to: number, ends: LineEnds): number {
  let count = 0;
  // In a row or two a search costs more than to look at each byte.
  if (ends === 'lf' && to - from > shortSpan) {
    for (let at = bytes.indexOf(lf, from); at !== -1 && at < to; at = bytes.indexOf(lf, at + 1))
      count++;
    return count;
  }
  for (let i = from; i < to; i++) {
    if (bytes[i] === lf || (ends === 'any' && bytes[i] === cr && bytes[i + 1] !== lf)) count++;
  }
  return count;
}

/** Lines of the file as `wc -l` counts them, and one more when the last has no end. */
export function countLines(bytes: Buffer, start: number, ends: LineEnds): number {
  if (start >= bytes.length) return 0;
  const last = bytes[bytes.length - 1];
  const ended = last === lf || (ends === 'any' && last === cr);
  return countLineEnds(bytes, start, bytes.length, ends) + (ended ? 0 : 1);
}
