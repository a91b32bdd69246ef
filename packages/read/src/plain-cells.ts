import { randomUUID } from 'node:crypto';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { columnLetter } from './column-letter.ts';

/** What the spreadsheet library keeps of a workbook beside its sheets. */
interface Kept {
  readonly Strings?: readonly { readonly t?: string }[];
  readonly Styles?: { readonly CellXf?: readonly ({ readonly numFmtId?: number } | undefined)[] };
  readonly SSF?: Readonly<Record<number, string>>;
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
const [rowStart, rowEnd, cellStart, cellEnd] = ['<row r="', '</row>', '<c r="', '</c>'].map(
  bytesOf,
) as [Buffer, Buffer, Buffer, Buffer];
const [styleStart, typeStart, empty] = [' s="', ' t="', '/>'].map(bytesOf) as [
  Buffer,
  Buffer,
  Buffer,
];
const [valueStart, valueEnd] = ['<v>', '</v>'].map(bytesOf) as [Buffer, Buffer];
const inlineStarts = ['<is><t>', '<is><t xml:space="preserve">'].map(bytesOf);
const inlineEnd = bytesOf('</t></is>');

const types = (['n', 's', 'str', 'b', 'inlineStr'] as const).map(
  (name) => [name, bytesOf(`${name}"`)] as const,
);
const rowMore =
  /^(?: (?:spans|ht|customHeight|s|customFormat|hidden|outlineLevel|collapsed|thickBot|thickTop|x14ac:dyDescent)="[\w:. -]*")*\/?$/;
const number = /^[-+\d.eE]+$/;
const escaped = /_x[\da-f]{4}_/i;

/** More digits than these may not be whole numbers any more. */
const wholeDigits = 15;

/** Raised inside this file where a sheet holds what is not plain. */
class NotPlain extends Error {}

function refuse(): never {
  throw new NotPlain();
}

/**
 * A place in the bytes of a sheet that holds rows and cells as nearly every program writes them: numbers, shared texts,
 * truth values and plain texts, one after another with nothing between. A formula, an error, a day as text, an escape or a
 * text of several runs is none of these.
 */
class Place {
  at = 0;
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  passes(mark: Buffer): boolean {
    const { bytes, at } = this;
    for (let i = 0; i < mark.length; i += 1) if (bytes[at + i] !== mark[i]) return false;
    this.at = at + mark.length;
    return true;
  }

  must(mark: Buffer): void {
    if (!this.passes(mark)) refuse();
  }

  /** A whole number without zeros before it. */
  whole(): number {
    const { bytes } = this;
    const from = this.at;
    let value = 0;
    let byte = bytes[this.at] ?? 0;
    while (byte >= 48 && byte <= 57) {
      value = value * 10 + byte - 48;
      this.at += 1;
      byte = bytes[this.at] ?? 0;
    }
    const size = this.at - from;
    if (size === 0 || size > wholeDigits || (bytes[from] === 48 && size > 1)) refuse();
    return value;
  }

  /** The index of a column. */
  column(): number {
    const { bytes } = this;
    const from = this.at;
    let column = 0;
    let byte = bytes[this.at] ?? 0;
    while (byte >= 65 && byte <= 90) {
      column = column * 26 + byte - 64;
      this.at += 1;
      byte = bytes[this.at] ?? 0;
    }
    if (this.at === from || this.at > from + 3) refuse();
    return column - 1;
  }

  /** Where a text ends that holds no escape. */
  textEnd(): number {
    const { bytes } = this;
    let at = this.at;
    for (let byte = bytes[at]; byte !== 60; byte = bytes[at]) {
      if (byte === undefined || byte === 38 || byte === 13) refuse();
      at += 1;
    }
    return at;
  }

  /** A text up to where it ends. */
  text(): string {
    const end = this.textEnd();
    const text = this.bytes.toString('utf8', this.at, end);
    if (escaped.test(text)) refuse();
    this.at = end;
    return text;
  }

  number(): number {
    const from = this.at;
    const end = this.textEnd();
    const isWhole = end - from <= wholeDigits && this.digitsOnly(from, end);
    const text = isWhole ? '' : this.bytes.toString('latin1', from, end);
    if (!isWhole && !number.test(text)) refuse();
    const value = isWhole ? this.whole() : Number.parseFloat(text);
    this.at = end;
    return value;
  }

  private digitsOnly(from: number, end: number): boolean {
    const { bytes } = this;
    if (end === from || (bytes[from] === 48 && end > from + 1)) return false;
    for (let at = from; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte < 48 || byte > 57) return false;
    }
    return true;
  }
}

/** What stands in a cell behind its type, as the spreadsheet library gives it. */
function contentOf(
  place: Place,
  type: (typeof types)[number][0],
  strings: NonNullable<Kept['Strings']>,
): Pick<CellObject, 't' | 'v'> {
  place.at += place.bytes[place.at] === 62 ? 1 : refuse();
  if (type === 'inlineStr') {
    if (!inlineStarts.some((start) => place.passes(start))) refuse();
    const v = place.text();
    place.must(inlineEnd);
    return { t: 's', v };
  }
  place.must(valueStart);
  const from = place.at;
  let found: Pick<CellObject, 't' | 'v'>;
  if (type === 'n') found = { t: 'n', v: place.number() };
  else if (type === 'str') found = { t: 's', v: place.text() };
  else {
    const index = place.whole();
    if (type === 'b') found = index <= 1 ? { t: 'b', v: index === 1 } : refuse();
    // A text without letters has no field of its own in the library's table.
    else found = { t: 's', v: (strings[index] ?? refuse()).t as string };
  }
  if (place.at === from) refuse();
  place.must(valueEnd);
  return found;
}

/** The cells of a sheet as the spreadsheet library gives them, and the range they fill. */
function cellsOf(
  bytes: Buffer,
  book: Kept,
): { readonly data: CellObject[][]; readonly range: string } {
  const data: CellObject[][] = [];
  const formats = book.SSF ?? {};
  const styles = Array.isArray(book.Styles?.CellXf) ? book.Styles.CellXf : [];
  const formatOf = styles.map((style) => formats[style?.numFmtId ?? 0]);
  const strings = book.Strings ?? [];
  const place = new Place(bytes);
  let [lastRow, lastColumn] = [0, 0];
  while (place.at < bytes.length) {
    place.must(rowStart);
    const line = place.whole();
    const end = bytes.indexOf(62, place.at);
    const more = bytes[place.at + 1] === 62 ? '' : bytes.toString('latin1', place.at + 1, end);
    if (line === 0 || bytes[place.at] !== 34 || end < 0 || !rowMore.test(more)) refuse();
    place.at = end + 1;
    if (more.endsWith('/')) continue;
    let cells = data[line - 1];
    while (!place.passes(rowEnd)) {
      place.must(cellStart);
      const column = place.column();
      if (place.whole() !== line || bytes[place.at] !== 34) refuse();
      place.at += 1;
      let style = -1;
      let type: (typeof types)[number][0] = 'n';
      if (place.passes(styleStart)) {
        style = place.whole();
        if (bytes[place.at] !== 34) refuse();
        place.at += 1;
      }
      if (place.passes(typeStart))
        [type] = types.find(([, mark]) => place.passes(mark)) ?? refuse();
      // A cell with a format and nothing in it.
      else if (place.passes(empty)) continue;
      const { t, v } = contentOf(place, type, strings);
      place.must(cellEnd);
      const z = style >= 0 && style < formatOf.length ? formatOf[style] : formats[0];
      if (!cells) {
        cells = [];
        data[line - 1] = cells;
      }
      cells[column] = { t, v, z } as CellObject;
      if (line > lastRow) lastRow = line;
      if (column > lastColumn) lastColumn = column;
    }
  }
  const end = `${columnLetter(lastColumn)}${Math.max(lastRow, 1)}`;
  return { data, range: end === 'A1' ? end : `A1:${end}` };
}

/** The same; null where anything is not plain. */
function plainCells(bytes: Buffer, book: Kept): ReturnType<typeof cellsOf> | null {
  try {
    return cellsOf(bytes, book);
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

/** One file of a workbook, unpacked. */
export interface WorkbookPart {
  readonly name: string;
  readonly body: Buffer;
}

const [begin, end] = ['<sheetData>', '</sheetData>'].map(bytesOf) as [Buffer, Buffer];

/** A sheet cut into its cells and what stands around them; null where links or notes stand in cells too. */
function cutSheet(body: Buffer): { before: Buffer; cells: Buffer; after: Buffer } | null {
  const from = body.indexOf(begin) + begin.length;
  const to = body.indexOf(end);
  if (from < begin.length || to < from) return null;
  const [before, after] = [body.subarray(0, from), body.subarray(to)];
  const around = [before.subarray(0, -begin.length), after.subarray(end.length)];
  const isPlain = around.every(
    (part) =>
      !['sheetData', 'hyperlink', 'legacyDrawing', '<!'].some((mark) => part.includes(mark)),
  );
  return isPlain ? { before, cells: body.subarray(from, to), after } : null;
}

/** Bytes of a sheet below which the spreadsheet library is quick enough. */
const large = 1_000_000;

/**
 * A workbook whose large sheets hold plain cells only: `parse` reads it without these cells, which takes nearly all of its
 * time, and they are put in their places. null where no sheet is large, or a cell is anything but plain.
 */
export function withPlainCells(
  parts: readonly WorkbookPart[],
  parse: (parts: readonly WorkbookPart[]) => WorkBook,
  least: number = large,
): WorkBook | null {
  if (parts.some(({ name }) => /comment/i.test(name))) return null;
  const cut = new Map<string, Buffer>();
  const emptied = parts.map((part) => {
    const isLarge = /^xl\/worksheets\/[^/]+\.xml$/.test(part.name) && part.body.length >= least;
    const pieces = isLarge ? cutSheet(part.body) : null;
    if (!pieces) return part;
    // Which sheet a file is, only the library knows: it finds this text in its first cell.
    const mark = randomUUID();
    cut.set(mark, pieces.cells);
    const cells = Buffer.from(`<row r="1"><c r="A1" t="str"><v>${mark}</v></c></row>`);
    return { name: part.name, body: Buffer.concat([pieces.before, cells, pieces.after]) };
  });
  if (cut.size === 0) return null;
  const book = parse(emptied);
  for (const sheet of Object.values(book.Sheets) as (WorkSheet | undefined)[]) {
    const first: CellObject | undefined = sheet?.['!data']?.[0]?.[0];
    const cells = cut.get(String(first?.v));
    if (!sheet || !cells) continue;
    const found = plainCells(cells, book as unknown as Kept);
    if (!found) return null;
    sheet['!data'] = found.data;
    sheet['!ref'] = found.range;
  }
  return book;
}
