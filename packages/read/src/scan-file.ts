import { open, stat } from 'node:fs/promises';
import { InputError, inFour, shownFile } from '@samenbeeld/schema';
import { cellReader } from './cell-reader.ts';
import { columnLetter } from './column-letter.ts';
import { titleLines } from './csv-titles.ts';
import { canonical } from './decode.ts';
import { sniffDelimiter } from './delimiter.ts';
import { sniffEncoding } from './encoding.ts';
import { bytesAt } from './file-head.ts';
import { countLineEnds, cr, type LineEnds, lf } from './line-ends.ts';
import { asciiCode, beginningSize, unclosedQuote } from './read-csv.ts';
import { type Scan, type ScannedRow, type ScanPlace, scan, usualWidth } from './scan.ts';
import { singleByteTable } from './single-byte.ts';
import type { FileShape } from './table.ts';

/** A delimited text that is not read whole: what its beginning and its description say of it. */
export interface TextFile {
  readonly path: string;
  /** The name without folders. */
  readonly file: string;
  readonly size: number;
  readonly beginning: Buffer;
  /** Offset after the byte-order mark. */
  readonly start: number;
  readonly delimiter: string;
  /** No delimiter was declared, and none splits the rows. */
  readonly unsplit: boolean;
  /** '' where nothing quotes. */
  readonly mark: string;
  /** ASCII codes; a quote of -1 means that nothing quotes. */
  readonly codes: { readonly delimiter: number; readonly quote: number };
  readonly title: number;
  readonly header: number;
  readonly footer: string | undefined;
  readonly until: string | undefined;
  /** Declared; null where nothing is. */
  readonly declared: string | null;
  /** The characters of a declared single-byte encoding; null for UTF-8, which must still be proved. */
  readonly table: readonly string[] | null;
}

/** Looks at the beginning of a delimited text; null where only the whole of it can tell how it is encoded. */
export async function textFile(path: string, shape: FileShape): Promise<TextFile | null> {
  const beginning = await bytesAt(path, 0, beginningSize);
  const { size } = await stat(path);
  if (size === 0) return null;
  // A beginning may end inside a character; whole lines do not.
  const found = sniffEncoding(beginning.subarray(0, beginning.lastIndexOf(lf) + 1));
  const declared = shape.encoding === undefined ? null : canonical(shape.encoding);
  const utf8 = declared === 'utf-8' || (declared === null && found.encoding === 'utf-8');
  if (found.encoding.startsWith('utf-16') || (found.bom > 0 && !utf8)) return null;
  const table = utf8 || declared === null ? null : singleByteTable(declared);
  if (!utf8 && declared !== null && !table) return null;
  const mark = shape.quote ?? '"';
  const title = shape.title ?? 0;
  const sniffed =
    shape.delimiter === undefined
      ? sniffDelimiter(beginning.subarray(found.bom), { quote: mark, title })
      : null;
  const delimiter = shape.delimiter ?? sniffed?.delimiter ?? ',';
  return {
    path,
    file: shownFile(path),
    size,
    beginning,
    start: found.bom,
    delimiter,
    unsplit: sniffed?.share === 0,
    mark,
    codes: {
      delimiter: asciiCode('delimiter', delimiter),
      quote: mark === '' ? -1 : asciiCode('quote', mark),
    },
    title,
    header: shape.header ?? 1,
    footer: shape.footer,
    until: shape.until,
    declared,
    table,
  };
}

/** The lines of the title as text; `characters` are those of a single-byte encoding, null for UTF-8. */
export function titlesOf(
  { beginning, start, title }: TextFile,
  characters: readonly string[] | null,
): readonly string[] {
  if (title === 0) return [];
  const end = Math.min(beginning.length, start + 65_536);
  return titleLines(cellReader(beginning, characters).plain(start, end) ?? '', title);
}

/** An encoding in which delimiters and line ends are not single bytes, and where the text begins. */
interface WideEncoding {
  readonly encoding: string;
  readonly start: number;
}

/** The encoding of a text that must be made UTF-8 before anything can be found in it; null where it need not, or cannot. */
export async function wideEncoding(path: string, shape: FileShape): Promise<WideEncoding | null> {
  const found = sniffEncoding(await bytesAt(path, 0, beginningSize));
  const { size } = await stat(path);
  const declared = shape.encoding === undefined ? found.encoding : canonical(shape.encoding);
  const order = found.encoding.startsWith('utf-16') ? found.encoding : 'utf-16le';
  const encoding = declared === 'utf-16' ? order : declared;
  if (encoding === 'utf-8' || singleByteTable(encoding)) return null;
  if (found.bom > 0 && found.encoding !== encoding) return null;
  if (encoding.startsWith('utf-16') && (size - found.bom) % 2 === 1) return null;
  return { encoding, start: found.bom };
}

/** Some rows of a delimited text, in the order of the file. */
export interface ScannedRows {
  readonly rows: readonly ScannedRow[];
  /** The whole text of a row, without its line end. */
  readonly text: (row: number) => string;
  readonly afterQuote: readonly ScanPlace[];
  readonly unpaired: readonly ScanPlace[];
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
    const unpairedAbove: number[] = [];
    const usualCells = (): number =>
      usualWidth(text.beginning, text.start, { ...text.codes, title: text.title });
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, buffer.length - kept, position);
      position += bytesRead;
      const bytes = buffer.subarray(0, kept + bytesRead);
      const end = bytesRead === 0 || position >= text.size;
      const reader = cellReader(bytes, characters);
      const last = end || bytes.length >= longest;
      const found = scan(bytes, start, reader, {
        ...text.codes,
        title,
        line,
        ends,
        usual: usualCells,
        unpairedAbove,
        partial: !last,
      });
      const { count, rest } = wholeRows(found, end);
      if (found.unclosed && (end || bytes.length - rest >= longest))
        throw unclosedQuote(text.file, text.mark, found.unclosed);
      if (!end && count === 0) {
        if (buffer.length >= longest)
          throw new InputError(
            inFour(
              'rijen van ten hoogste 64 MB verwacht, gevonden: een langere',
              'des lignes d’au plus 64 Mo étaient attendues, trouvé : une plus longue',
              'Zeilen von höchstens 64 MB erwartet, gefunden: eine längere',
              'expected rows of at most 64 MB, found a longer one',
            ),
            {
              place: { file: text.file, line, column: columnLetter(0) },
              repair: inFour(
                'geef het aanhalingsteken en de codering op, of exporteer het bestand opnieuw',
                'déclarez le guillemet et l’encodage, ou exportez à nouveau le fichier',
                'das Anführungszeichen und die Kodierung angeben oder die Datei neu exportieren',
                'declare the quote character and the encoding, or export the file again',
              ),
            },
          );
        const larger = Buffer.allocUnsafe(buffer.length * 2);
        buffer.copy(larger, 0, 0, bytes.length);
        buffer = larger;
        kept = bytes.length;
        continue;
      }
      ends = found.ends;
      const next = found.rows[count]?.line ?? Number.POSITIVE_INFINITY;
      const before = bytes[rest - 1];
      const ended = rest === start || before === lf || (ends === 'any' && before === cr);
      const { offsets } = found;
      const unpaired = found.unpaired.filter((place) => place.line < next);
      for (const { column } of unpaired) unpairedAbove[column] = (unpairedAbove[column] ?? 0) + 1;
      yield {
        rows: found.rows.slice(0, count),
        text: (row) => reader.plain(offsets[row] ?? 0, offsets[row + 1] ?? 0)?.trimEnd() ?? '',
        afterQuote: found.afterQuote.filter((place) => place.line < next),
        unpaired,
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
