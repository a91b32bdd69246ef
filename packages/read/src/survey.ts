import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { cr, lf } from './line-ends.ts';

/** What the bytes of a file must look like to be a rectangle. ASCII codes; a quote of -1 means that nothing quotes. */
interface RectangleOptions {
  readonly delimiter: number;
  readonly quote: number;
  /** Cells of each row. */
  readonly width: number;
  /** Line of the first data row. */
  readonly line: number;
  /** Offset of the first data row. */
  readonly start: number;
}

/** A line and where it begins. */
export interface Milestone {
  readonly line: number;
  readonly offset: number;
}

/** How far a file is a rectangle: each line one row, each row as many cells, quotes well formed, line ends alike. */
export interface Rectangle {
  /** Regular lines, from the first data row on. */
  readonly rows: number;
  /** The first irregular line; null where there is none. */
  readonly irregular: Milestone | null;
  /** Lines end with CR LF. */
  readonly carriageReturns: boolean;
  readonly quoted: boolean;
  /** Indexes of the columns of which no regular line has a blank, or what may be one, around a cell. */
  readonly trimmed: readonly number[];
  /** Some of the regular lines, so that the engine's reader can be held to them. */
  readonly milestones: readonly Milestone[];
}

/** A proof in the making. */
interface RectangleProof {
  /** Takes the next whole lines of the file; only the last of all may lack its end. */
  add(lines: Uint8Array): void;
  end(): Rectangle;
}

const often = 65_536;

/** What a byte may mean. */
const ordinary = 0;
const separates = 1;
const ends = 2;
const other = 3;

/** Bytes that are no part of a blank in any encoding that keeps ASCII: visible letters of ASCII. */
const visible = new Uint8Array(256).fill(1, 0x21, 0x7f);

/** Offset after a quoted cell that opens at `at` and stands in one line; -1 where it is not well formed. */
function afterQuoted(bytes: Uint8Array, at: number, quote: number, delimiter: number): number {
  for (let i = at + 1; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === lf || byte === cr) return -1;
    if (byte !== quote) continue;
    const next = bytes[i + 1];
    if (next === quote) i++;
    else return next === delimiter || next === lf || next === cr || next === undefined ? i + 1 : -1;
  }
  return -1;
}

/**
 * Looks at each byte of a file once to prove that it is a rectangle. Only such a file may be read by the engine's own
 * reader, whose row numbers lie on ragged and blank lines.
 */
export function rectangleProof(options: RectangleOptions): RectangleProof {
  const { delimiter, quote, width, line } = options;
  const kinds = new Uint8Array(256);
  kinds[delimiter] = separates;
  kinds[lf] = ends;
  kinds[cr] = other;
  kinds[0] = other;
  if (quote >= 0) kinds[quote] = other;
  let rows = 0;
  let begin = options.start;
  let returns: boolean | null = null;
  let quoted = false;
  let irregular: Milestone | null = null;
  const milestones: Milestone[] = [];
  /** By column: whether a cell begins or ends with what may be a blank, or with a quote. */
  const blank = new Uint8Array(width + 1);
  const plain = visible.slice();
  if (quote >= 0) plain[quote] = 0;

  /** Takes lines while they are regular; the offset of the first that is not, else the size. The loop is all locals, for speed. */
  function regular(bytes: Uint8Array): number {
    const size = bytes.length;
    let found = rows;
    let first = 0;
    let cells = 1;
    let cell = 0;
    let crlf = returns;
    // Counted down, so that most lines cost one comparison.
    let until = (often - (found % often)) % often;
    for (let i = 0; i < size; i++) {
      const kind = kinds[bytes[i] as number];
      if (kind === ordinary) continue;
      if (kind === separates) {
        if (i > cell && !(plain[bytes[cell] as number] && plain[bytes[i - 1] as number]))
          blank[Math.min(cells, width)] = 1;
        cells++;
        cell = i + 1;
      } else if (kind === ends) {
        const returned = i > first && bytes[i - 1] === cr;
        crlf ??= returned;
        if (cells !== width || returned !== crlf) break;
        if (until-- === 0) {
          milestones.push({ line: line + found, offset: begin + first });
          until = often - 1;
        }
        const end = returned ? i - 1 : i;
        if (end > cell && !(plain[bytes[cell] as number] && plain[bytes[end - 1] as number]))
          blank[width] = 1;
        found++;
        cells = 1;
        first = i + 1;
        cell = first;
      } else if (bytes[i] === cr) {
        if (bytes[i + 1] !== lf) break;
      } else if (bytes[i] === quote && (i === first || bytes[i - 1] === delimiter)) {
        const after = afterQuoted(bytes, i, quote, delimiter);
        if (after < 0) break;
        quoted = true;
        i = after - 1;
      } else {
        break;
      }
    }
    rows = found;
    returns = crlf;
    return first;
  }

  return {
    add(lines) {
      if (irregular) return;
      const done = regular(lines);
      if (done < lines.length) {
        const last = lines.subarray(done);
        const unended = !last.includes(lf) && !last.includes(cr) && !last.includes(0);
        // The last line of a file need not end: its end is added, and it is looked at again.
        if (
          unended &&
          regular(Buffer.concat([last, returns ? Buffer.from('\r\n') : Buffer.from('\n')])) > 0
        ) {
          begin += lines.length;
          return;
        }
        irregular = { line: line + rows, offset: begin + done };
      }
      begin += lines.length;
    },
    end: () => ({
      rows,
      irregular,
      carriageReturns: returns ?? false,
      quoted,
      trimmed: [...blank.subarray(1)].flatMap((found, index) => (found ? [] : index)),
      milestones,
    }),
  };
}

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
