import { utils, type WorkSheet, write } from '@e965/xlsx';
import { type Geometry, sniffGeometry } from '@samenbeeld/describe';
import { type ReadTable, readTable } from '@samenbeeld/read';
import { tempFile } from '../../../read/test/temp-file.ts';

type Cell = string | number | null | undefined | Date;

/** A sheet to be written; merges as "A1:B2". */
export interface SheetContent {
  readonly rows: readonly (readonly Cell[])[];
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  /** The range that the sheet claims. */
  readonly claims?: string;
}

/** Bytes of a workbook. */
export function workbook(sheets: Readonly<Record<string, SheetContent>>): Buffer {
  const book = utils.book_new();
  const hidden: { Hidden: 0 | 1 }[] = [];
  for (const [name, { rows, merges, claims, ...rest }] of Object.entries(sheets)) {
    const sheet: WorkSheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    if (merges) sheet['!merges'] = merges.map((range) => utils.decode_range(range));
    if (claims !== undefined) sheet['!ref'] = claims;
    utils.book_append_sheet(book, sheet, name);
    hidden.push({ Hidden: rest.hidden ? 1 : 0 });
  }
  book.Workbook = { Sheets: hidden };
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

/** The likeliest geometry of a file and the table that its shape reads. */
export async function sniffed(
  name: string,
  content: string | Uint8Array,
): Promise<{
  readonly geometry: Geometry;
  readonly table: ReadTable;
  readonly all: readonly Geometry[];
}> {
  const path = tempFile(name, content);
  const all = await sniffGeometry(path);
  const [geometry] = all;
  if (!geometry) throw new Error('no geometry');
  const [table] = await readTable(path, geometry.shape);
  if (!table) throw new Error('no table');
  return { geometry, table, all };
}

/** Headings of a table as one text a column. */
export const headings = (table: ReadTable): string[] =>
  table.columns.map(({ headers }) => headers.join(' / '));
