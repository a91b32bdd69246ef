import type { FileSample } from './file-sample.ts';

/** Bytes of a piece that may begin or end within a character. */
function wholeCharacters(piece: Buffer, cutBefore: boolean, cutAfter: boolean): Buffer {
  let from = 0;
  let to = piece.length;
  while (cutBefore && from < 3 && ((piece[from] ?? 0) & 0xc0) === 0x80) from++;
  for (let back = 1; cutAfter && back <= 3; back++) {
    const byte = piece[piece.length - back] ?? 0;
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      if (wanted > back) to = piece.length - back;
      break;
    }
    if (byte < 0x80) break;
  }
  return piece.subarray(from, to);
}

/** The parts of a sample, each cut to whole characters of UTF-8. */
export function samplePieces({ head, middle, tail }: FileSample): readonly Buffer[] {
  if (!tail) return [head];
  const inner = [...middle, tail].map((piece, at) =>
    wholeCharacters(piece, true, at < middle.length),
  );
  return [wholeCharacters(head, false, true), ...inner];
}
