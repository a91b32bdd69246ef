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
  /** Cells whose quotes do not pair, read so that their row has as many cells as the others. */
  readonly unpaired: readonly ScanPlace[];
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
  /** How many cells rows have, 0 where they do not agree: asked only where quotes do not pair. */
  readonly usual?: (() => number) | undefined;
  /** By column, in how many rows above the first line its quotes did not pair; none when absent. */
  readonly unpairedAbove?: readonly number[];
  /** More bytes may follow: a quote that does not close here may close there. */
  readonly partial?: boolean;
}

const space = 32;

/** Of every blank line: a file may have millions. */
const blankCells: (string | null)[] = [null];

/** Past the blanks around a cell, of which a delimiter is none. */
function skipBlanks(bytes: Buffer, at: number, delimiter: number): number {
  let i = at;
  if (delimiter !== space) while (bytes[i] === space) i++;
  return i;
}

/** Offset of the quote that closes, passing over doubled ones; -1 when none does. */
function closingQuote(bytes: Buffer, from: number, quote: number): number {
  let at = bytes.indexOf(quote, from);
  while (at !== -1 && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2);
  return at;
}

/** Whether the byte at `at` ends a line. */
function endsLine(bytes: Buffer, at: number, ends: LineEnds): boolean {
  const byte = bytes[at];
  return byte === lf || (byte === cr && (ends === 'any' || lineEndsAt(bytes, at) === 'lf'));
}

/** Whether a cell ends at `at`: by a delimiter, a line end or the end of the text. */
function endsCell(bytes: Buffer, at: number, delimiter: number, ends: LineEnds): boolean {
  return at >= bytes.length || bytes[at] === delimiter || endsLine(bytes, at, ends);
}

/** The first delimiter or line end from an offset on; the size where there is none. */
function cellEnd(bytes: Buffer, from: number, delimiter: number, ends: LineEnds): number {
  let at = from;
  while (!endsCell(bytes, at, delimiter, ends)) at++;
  return at;
}

/** The first quote in the line that a delimiter or the line's end follows, whatever quotes stand before it; -1 where there is none. */
function lastQuote(
  bytes: Buffer,
  from: number,
  { delimiter, quote }: Pick<ScanOptions, 'delimiter' | 'quote'>,
  ends: LineEnds,
): number {
  for (let at = from; at < bytes.length && !endsLine(bytes, at, ends); at++) {
    if (bytes[at] !== quote) continue;
    if (endsCell(bytes, skipBlanks(bytes, at + 1, delimiter), delimiter, ends)) return at;
  }
  return -1;
}

/** A row that was read again. */
interface RowAgain {
  readonly cells: (string | null)[];
  /** Offset of its line end, or of the end of the text. */
  readonly stop: number;
  /** Cells whose quotes do not pair, counted from 0. */
  readonly unpaired: readonly number[];
  /** It has as many cells as it should. */
  readonly fits: boolean;
  /** Offset of the quote that closes nowhere in the text; -1 where all do. */
  readonly open: number;
}

/**
 * Reads a row again whose quotes do not pair: a cell closes at the first quote before a delimiter (`inside`: quotes in it were not
 * doubled, or were escaped by a backslash), or the quote that opens it is a letter of it.
 */
function rowAgain(
  bytes: Buffer,
  begin: number,
  cell: CellReader,
  options: ScanOptions,
  ends: LineEnds,
  width: number,
  inside: boolean,
): RowAgain {
  const { delimiter, quote } = options;
  const mark = String.fromCharCode(quote);
  const cells: (string | null)[] = [];
  const unpaired: number[] = [];
  let open = -1;
  for (let at = begin; ; ) {
    const first = skipBlanks(bytes, at, delimiter);
    const opened = bytes[first] === quote;
    const closed = opened ? closingQuote(bytes, first + 1, quote) : -1;
    if (opened && closed < 0) open = first;
    let stop = closed < 0 ? -1 : skipBlanks(bytes, closed + 1, delimiter);
    if (stop >= 0 && endsCell(bytes, stop, delimiter, ends)) {
      cells.push(cell.quoted(first + 1, closed, quote));
    } else {
      const last = opened && inside ? lastQuote(bytes, first + 1, options, ends) : -1;
      if (opened) unpaired.push(cells.length);
      stop = cellEnd(bytes, last < 0 ? at : last + 1, delimiter, ends);
      cells.push(
        last < 0
          ? cell.plain(at, stop)
          : (cell.quoted(first + 1, last, quote)?.replaceAll(`\\${mark}`, mark) ?? null),
      );
    }
    const more = bytes[stop] === delimiter;
    if (!more || cells.length === width)
      return { cells, stop, unpaired, fits: !more && cells.length === width, open };
    at = stop + 1;
  }
}

/** Of a text of which only the number of cells is asked. */
const noCells: CellReader = { plain: () => null, quoted: () => null };

/** Times that records are looked for below one whose quotes do not pair. */
const tries = 4;

/**
 * How many cells most records of a text have after its title, those of one cell aside; 0 where half of them do not agree. Records are
 * whole, however many lines they span: those above the first whose quotes do not pair, or two or more below where none is above.
 */
export function usualWidth(bytes: Buffer, start: number, options: ScanOptions): number {
  const counts = new Map<number, number>();
  let records = 0;
  let least = 1;
  let { title } = options;
  for (let tried = 0; tried <= tries && records < least; tried++) {
    const own = { ...options, title, line: 1, usual: undefined };
    const { rows, afterQuote, unclosed } = scan(bytes, start, noCells, own);
    const odd = (afterQuote[0] ?? unclosed)?.line ?? Number.POSITIVE_INFINITY;
    for (const { line, cells } of rows) {
      if (line >= odd) break;
      if (cells.length === 1) continue;
      records++;
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    }
    if (records === 0) least = 2;
    title = odd;
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most && records >= least && most[1] * 2 >= records ? most[0] : 0;
}

/**
 * Reads rows byte by byte in one pass. A quote opens a cell only as its first character (blanks before it and
 * after its end do not count); inside, a doubled quote is one quote and line ends are text. A row whose quotes do not pair is
 * read again, at the first sign of it, where it then has as many cells as the others; one whose quote closes nowhere only where such
 * a row follows it, nothing stands behind that quote but a line end, or quotes of its column seldom pair: else the text may be cut off in
 * that cell. Never throws.
 */
export function scan(bytes: Buffer, start: number, cell: CellReader, options: ScanOptions): Scan {
  const { delimiter, quote } = options;
  const size = bytes.length;
  let width = -1;
  /** Whether a quote was left unpaired in a column by half of the lines above. */
  const seldomPairs = (at: number): boolean => {
    const above = options.unpairedAbove?.[at] ?? 0;
    const here = unpaired.filter(({ column }) => column === at).length;
    return above + here > 0 && (above + here) * 2 >= line - 1;
  };
  /**
   * A row whose quotes do not pair, where one way of reading them gives it the usual number of cells; null where none does, and
   * 'later' where bytes that may follow decide.
   */
  const again = (begin: number): RowAgain | 'later' | null => {
    if (width < 0) width = options.usual?.() ?? 0;
    if (width === 0) return null;
    const known = ends ?? lineEndsAfter(bytes, begin);
    const read = (from: number, inside: boolean): RowAgain =>
      rowAgain(bytes, from, cell, options, known, width, inside);
    for (const inside of [true, false]) {
      const found = read(begin, inside);
      if (options.partial && (found.open >= 0 || found.stop >= size)) return 'later';
      if (!found.fits) continue;
      if (found.open < 0 || found.unpaired.every(seldomPairs)) return found;
      if (found.stop >= size) continue;
      const next = pastLineEnd(bytes, found.stop, known);
      const nothing = next >= size && found.stop === found.open + 1;
      if (nothing || (next < size && read(next, inside).fits)) return found;
    }
    return null;
  };
  const rows: ScannedRow[] = [];
  const offsets: number[] = [];
  const afterQuote: ScanPlace[] = [];
  const unpaired: ScanPlace[] = [];
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
  let cells: (string | null)[] = [];
  scanning: while (at < size) {
    const begin = at;
    cells.length = 0;
    let quoted = false;
    let ended = false;
    let stop = at;
    /** Undefined until a quote does not pair. */
    let mended: RowAgain | 'later' | null | undefined;
    do {
      const first = skipBlanks(bytes, at, delimiter);
      const opened = quote >= 0 && bytes[first] === quote;
      const closed = opened ? closingQuote(bytes, first + 1, quote) : -1;
      const rest = opened ? skipBlanks(bytes, closed + 1, delimiter) : at;
      const open = opened && closed < 0;
      if (open || (opened && !endsCell(bytes, rest, delimiter, ends ?? 'any'))) {
        // To read on may take all lines below into this row, and so again in each of them.
        if (mended === undefined) mended = open && options.partial ? 'later' : again(begin);
        if (mended && mended !== 'later') break;
        if (open || mended) {
          ends ??= lineEndsAfter(bytes, begin);
          unread = begin;
          unclosed = {
            line: line + countLineEnds(bytes, begin, first, ends),
            column: cells.length,
          };
          break scanning;
        }
      }
      quoted ||= opened;
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
    if (mended && mended !== 'later') {
      unpaired.push(...mended.unpaired.map((column) => ({ line, column })));
      ({ cells, stop } = mended);
      at = stop + 1;
      quoted = true;
      ended = stop < size;
    }
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
    unpaired,
    loneReturn,
  };
}
