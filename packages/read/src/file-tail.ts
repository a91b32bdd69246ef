import { cellReader } from './cell-reader.ts';
import { footerTest } from './footer.ts';
import { footerTexts } from './footer-texts.ts';
import { hasValue } from './layout.ts';
import { scan } from './scan.ts';
import type { FileShape } from './table.ts';

/** The end of a delimited text: where its data ends, and what the lines below are. */
export interface FileTail {
  /** Lines of the file. */
  readonly total: number;
  /** First line that is no data: of the footer, or a blank one at the end; one more than the last where there is none. */
  readonly end: number;
  readonly footer: number;
  readonly footers: readonly string[];
  /** Blank lines from `end` on. */
  readonly blank: number;
}

/** What is known of the end before it is looked at. */
export interface TailOptions {
  readonly delimiter: number;
  readonly quote: number;
  readonly table: readonly string[] | null;
  readonly footer: FileShape['footer'];
  /** Line with which the bytes begin, and whether it is the first data row. */
  readonly line: number;
  readonly whole: boolean;
  /** Line that is the first to be no regular row; null where there is none. */
  readonly irregular: number | null;
}

/**
 * Finds the footer in the last bytes of a text, as `layOut` does: the rows at the end that match, and blank ones
 * between them. null where rows above the footer are not regular, or the footer may begin before these bytes.
 */
export function fileTail(bytes: Buffer, options: TailOptions): FileTail | null {
  const { table, irregular } = options;
  const cells = cellReader(bytes, table);
  const found = scan(bytes, 0, cells, { ...options, title: 0 });
  if (found.unclosed || found.afterQuote.length > 0 || found.loneReturn.length > 0) return null;
  const isFooter = footerTest(options.footer);
  const { offsets } = found;
  const rows = found.rows.map((row, at) => ({ ...row, at }));
  const filled = rows.filter((row) => row.cells.some(hasValue));
  const text = (at: number): string =>
    cells.plain(offsets[at] ?? 0, offsets[at + 1] ?? 0)?.trimEnd() ?? '';
  const last = filled.findLastIndex(
    (row) => !isFooter(row.cells.find(hasValue) ?? null, () => text(row.at)),
  );
  if (last < 0 && !options.whole) return null;
  const footer = filled.slice(last + 1);
  const lastRow = filled[last];
  if (irregular !== null && lastRow && lastRow.line >= irregular) return null;
  const total = options.line - 1 + rows.reduce((sum, { lines }) => sum + lines, 0);
  const below = footer[0]?.line ?? total + 1;
  const end = Math.min(below, irregular ?? below);
  const lines = footer.reduce((sum, row) => sum + row.lines, 0);
  return {
    total,
    end,
    footer: lines,
    footers: footerTexts(footer),
    blank: total - end + 1 - lines,
  };
}
