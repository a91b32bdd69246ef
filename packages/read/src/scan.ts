import type { CellReader } from './cell-reader.ts';
import {
  countLineEnds,
  cr,
  type LineEnds,
  lf,
  lineEndsAfter,
  lineEndsAt,
  nextLine,
  pastLineEnd,
} from './line-ends.ts';

/** A row as found, before anyone knows whether it is header, data or footer. */
export interface ScannedRow {
  readonly line: number;
  readonly lines: number;
  readonly cells: (string | null)[];
}

/** A place in a text; `column` counts cells from 0. */
export interface ScanPlace {
  readonly line: number;
  readonly column: number;
}

/** All rows of a delimited text, and what looked wrong in it. */
export interface Scan {
  readonly rows: ScannedRow[];
  /** Offset of each row's first byte, and of the end of the last. */
  readonly offsets: readonly number[];
  readonly ends: LineEnds;
  /** Lines skipped as title. */
  readonly title: number;
  /** Where a quote opened that never closed; the row it is in is not among `rows`. */
  readonly unclosed: ScanPlace | null;
  /** Offset of what is not among `rows`: the row of the quote that never closed, else the end. */
  readonly rest: number;
  /** Cells with text after their closing quote: taken whole, quotes and all. */
  readonly afterQuote: readonly ScanPlace[];
  /** Cells with a carriage return that ends no line. */
  readonly loneReturn: readonly ScanPlace[];
}

/** ASCII codes; a quote of -1 means that nothing quotes. */
export interface ScanOptions {
  readonly delimiter: number;
  readonly quote: number;
  /** Physical lines to skip, whatever they hold. */
  readonly title: number;
  /** Number of the first line; 1 when absent. */
  readonly line?: number;
  /** How lines end, where it is known from what stood before; told by the first line end when absent. */
  readonly ends?: LineEnds | undefined;
}

const space = 32;

/** Of every blank line: a file may have millions. */
const blankCells: (string | null)[] = [null];

function skipBlanks(bytes: Buffer, at: number): number {
  let i = at;
  while (bytes[i] === space) i++;
  return i;
}

/** Offset of the quote that closes, passing over doubled ones; -1 when none does. */
function closingQuote(bytes: Buffer, from: number, quote: number): number {
  let at = bytes.indexOf(quote, from);
  while (at !== -1 && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2);
  return at;
}

/**
 * Reads rows byte by byte in one pass. A quote opens a cell only as its first character (blanks before it and
 * after its end do not count); inside, a doubled quote is one quote and line ends are text. Never throws.
 */
export function scan(bytes: Buffer, start: number, cell: CellReader, options: ScanOptions): Scan {
  const { delimiter, quote } = options;
  const size = bytes.length;
  const rows: ScannedRow[] = [];
  const offsets: number[] = [];
  const afterQuote: ScanPlace[] = [];
  const loneReturn: ScanPlace[] = [];
  let unclosed: ScanPlace | null = null;
  let ends: LineEnds | null = options.ends ?? null;
  let title = 0;
  let at = start;
  let unread = -1;
  for (; title < options.title && at < size; title++) {
    ends ??= lineEndsAfter(bytes, at);
    at = nextLine(bytes, at, ends);
  }
  let line = title + (options.line ?? 1);
  const cells: (string | null)[] = [];
  scanning: while (at < size) {
    const begin = at;
    cells.length = 0;
    let quoted = false;
    let ended = false;
    let stop = at;
    do {
      const first = skipBlanks(bytes, at);
      const opened = quote >= 0 && bytes[first] === quote;
      const closed = opened ? closingQuote(bytes, first + 1, quote) : -1;
      if (opened && closed < 0) {
        ends ??= lineEndsAfter(bytes, begin);
        unread = begin;
        unclosed = { line: line + countLineEnds(bytes, begin, first, ends), column: cells.length };
        break scanning;
      }
      quoted ||= opened;
      const rest = opened ? skipBlanks(bytes, closed + 1) : at;
      for (stop = rest; stop < size; stop++) {
        const byte = bytes[stop];
        if (byte === delimiter) break;
        if (byte !== lf && byte !== cr) continue;
        ends ??= lineEndsAt(bytes, stop);
        ended = byte === lf || ends === 'any' || lineEndsAt(bytes, stop) === 'lf';
        if (ended) break;
        loneReturn.push({ line, column: cells.length });
      }
      if (opened && stop === rest) {
        cells.push(cell.quoted(first + 1, closed, quote));
      } else {
        if (opened) afterQuote.push({ line, column: cells.length });
        cells.push(cell.plain(at, stop));
      }
      at = stop + 1;
    } while (!ended && stop < size);
    const lines = quoted
      ? 1 + countLineEnds(bytes, begin, stop, ends ?? lineEndsAfter(bytes, begin))
      : 1;
    const blank = cells.length === 1 && cells[0] === null;
    rows.push({ line, lines, cells: blank ? blankCells : cells.slice() });
    offsets.push(begin);
    line += lines;
    if (ended) at = pastLineEnd(bytes, stop, ends ?? 'lf');
  }
  offsets.push(Math.min(at, size));
  return {
    rows,
    offsets,
    ends: ends ?? lineEndsAfter(bytes, start),
    title,
    unclosed,
    rest: unread < 0 ? Math.min(at, size) : unread,
    afterQuote,
    loneReturn,
  };
}
