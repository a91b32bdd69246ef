import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { lf } from './line-ends.ts';
import { type Rectangle, type RectangleOptions, rectangleProof } from './rectangle-proof.ts';

/** What one pass over the bytes of a file tells. */
export interface Survey {
  readonly size: number;
  readonly sha256: string;
  readonly ascii: boolean;
  readonly utf8: boolean;
  readonly nul: boolean;
  /** null where nobody asked, or a line is too long to look at. */
  readonly rectangle: Rectangle | null;
}

const blockSize = 1 << 20;
const longestLine = 1 << 23;

/** Reads a file in blocks of whole lines; only the last may lack its line end. */
export async function* lineBlocks(path: string, from: number): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    let buffer = Buffer.allocUnsafe(blockSize);
    let kept = 0;
    let position = from;
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, buffer.length - kept, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      const filled = kept + bytesRead;
      const end = buffer.subarray(0, filled).lastIndexOf(lf) + 1;
      if (end > 0) yield buffer.subarray(0, end);
      buffer.copyWithin(0, end, filled);
      kept = filled - end;
      if (kept === buffer.length) {
        if (kept >= longestLine) break;
        const larger = Buffer.allocUnsafe(buffer.length * 2);
        buffer.copy(larger, 0, 0, kept);
        buffer = larger;
      }
    }
    // Whoever takes the last block tells a line that is too long by its missing end.
    if (kept > 0) yield buffer.subarray(0, kept);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/**
 * Looks once at all bytes of a file, in bounded memory: their hash where it is not known, their encoding, and how far they
 * are a rectangle.
 */
export async function survey(
  path: string,
  options: RectangleOptions | null,
  read: (bytes: number) => void,
  known?: string,
): Promise<Survey> {
  const hash = known === undefined ? createHash('sha256') : null;
  const proof = options && rectangleProof(options);
  let size = 0;
  let ascii = true;
  let utf8 = true;
  let nul = false;
  for await (const block of lineBlocks(path, 0)) {
    hash?.update(block);
    ascii &&= isAscii(block);
    utf8 &&= ascii || isUtf8(block);
    nul ||= block.includes(0);
    if (proof && options && size + block.length > options.start)
      proof.add(size < options.start ? block.subarray(options.start - size) : block);
    size += block.length;
    read(size);
  }
  return {
    size,
    sha256: hash?.digest('hex') ?? known ?? '',
    ascii,
    utf8,
    nul,
    rectangle: proof?.end() ?? null,
  };
}
