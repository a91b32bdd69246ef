import { open } from 'node:fs/promises';
import { InputError } from '@samenbeeld/schema';
import { cellReader } from './cell-reader.ts';
import { columnLetter } from './column-letter.ts';
import { countLineEnds, cr, type LineEnds, lf } from './line-ends.ts';
import { unclosedQuote } from './read-csv.ts';
import { type Scan, type ScannedRow, type ScanPlace, scan } from './scan.ts';
import type { TextFile } from './text-file.ts';

/** Some rows of a delimited text, in the order of the file. */
export interface ScannedRows {
  readonly rows: readonly ScannedRow[];
  /** The whole text of a row, without its line end. */
  readonly text: (row: number) => string;
  readonly afterQuote: readonly ScanPlace[];
  readonly loneReturn: readonly ScanPlace[];
  /** Lines skipped as title. */
  readonly title: number;
  /** Line ends in the bytes read for these rows, and one more where the last line of the file has none. */
  readonly lines: number;
  /** Bytes of the file that have been read. */
  readonly done: number;
}

const usual = 1 << 22;
const longest = 1 << 26;

/** Rows that are surely whole: the last may go on in bytes that have not been read. */
function wholeRows(found: Scan, end: boolean): { readonly count: number; readonly rest: number } {
  if (end || found.unclosed) return { count: found.rows.length, rest: found.rest };
  const count = Math.max(0, found.rows.length - 1);
  return { count, rest: found.offsets[count] ?? 0 };
}

/**
 * Reads the rows of a delimited text in bounded memory, as `scan` finds them in the whole of it. InputError where a
 * quote never closes, or one row is longer than 64 MB.
 */
export async function* scanFile(
  text: TextFile,
  characters: readonly string[] | null,
): AsyncGenerator<ScannedRows> {
  const file = await open(text.path, 'r');
  try {
    let buffer = Buffer.allocUnsafe(usual);
    let kept = 0;
    let position = 0;
    let line = 1;
    let ends: LineEnds | undefined;
    let start = text.start;
    let title = text.title;
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, buffer.length - kept, position);
      position += bytesRead;
      const bytes = buffer.subarray(0, kept + bytesRead);
      const end = bytesRead === 0 || position >= text.size;
      const reader = cellReader(bytes, characters);
      const found = scan(bytes, start, reader, { ...text.codes, title, line, ends });
      const { count, rest } = wholeRows(found, end);
      if (found.unclosed && (end || bytes.length - rest >= longest))
        throw unclosedQuote(text.file, text.mark, found.unclosed);
      if (!end && count === 0) {
        if (buffer.length >= longest)
          throw new InputError('expected rows of at most 64 MB, found a longer one', {
            place: { file: text.file, line, column: columnLetter(0) },
            repair: 'declare the quote character and the encoding, or export the file again',
          });
        const larger = Buffer.allocUnsafe(buffer.length * 2);
        buffer.copy(larger, 0, 0, bytes.length);
        buffer = larger;
        kept = bytes.length;
        continue;
      }
      ends = found.ends;
      const next = found.rows[count]?.line ?? Number.POSITIVE_INFINITY;
      const last = bytes[rest - 1];
      const ended = rest === start || last === lf || (ends === 'any' && last === cr);
      const { offsets } = found;
      yield {
        rows: found.rows.slice(0, count),
        text: (row) => reader.plain(offsets[row] ?? 0, offsets[row + 1] ?? 0)?.trimEnd() ?? '',
        afterQuote: found.afterQuote.filter((place) => place.line < next),
        loneReturn: found.loneReturn.filter((place) => place.line < next),
        title: found.title,
        lines: countLineEnds(bytes, start, rest, ends) + (end && !ended ? 1 : 0),
        done: position - (bytes.length - rest),
      };
      if (end) return;
      line += found.title + found.rows.slice(0, count).reduce((sum, row) => sum + row.lines, 0);
      bytes.copyWithin(0, rest);
      kept = bytes.length - rest;
      start = 0;
      title = 0;
    }
  } finally {
    await file.close();
  }
}
