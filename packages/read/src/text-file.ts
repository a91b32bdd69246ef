import { stat } from 'node:fs/promises';
import { shownFile } from '@samenbeeld/schema';
import { cellReader } from './cell-reader.ts';
import { titleLines } from './csv-titles.ts';
import { canonical } from './decode.ts';
import { sniffDelimiter } from './delimiter.ts';
import { sniffEncoding } from './encoding.ts';
import { bytesAt } from './file-head.ts';
import { lf } from './line-ends.ts';
import { asciiCode } from './read-csv.ts';
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
  /** Declared; null where nothing is. */
  readonly declared: string | null;
  /** The characters of a declared single-byte encoding; null for UTF-8, which must still be proved. */
  readonly table: readonly string[] | null;
}

const beginningSize = 1 << 20;

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
export interface WideEncoding {
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
