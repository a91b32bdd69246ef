import { open } from 'node:fs/promises';
import { cellReader } from './cell-reader.ts';
import type { HeaderRow } from './columns.ts';
import { hasValue } from './layout.ts';
import { scan, usualWidth } from './scan.ts';

/** The part of a delimited text above its data. */
export interface FileHead {
  readonly headers: readonly (HeaderRow & { readonly lines: number })[];
  /** Cells of the widest header row. */
  readonly width: number;
  readonly title: number;
  /** Blank lines before, between and after the header rows. */
  readonly blank: number;
  /** Line and offset of the first row with values below the header. */
  readonly line: number;
  readonly offset: number;
  /** Cells of the rows from there on, as far as the beginning reaches. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Bytes from a place of a file on; fewer where it ends. */
export async function bytesAt(path: string, from: number, size: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(size);
    const { bytesRead } = await file.read(buffer, 0, size, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What must be known to find the rows in the beginning of a text. */
export interface HeadOptions {
  readonly start: number;
  readonly delimiter: number;
  readonly quote: number;
  readonly title: number;
  /** Header rows. */
  readonly header: number;
  /** The characters of a single-byte encoding; null for UTF-8. */
  readonly table: readonly string[] | null;
}

/** Title, header and the first row below them; null where they are not all in the beginning. */
export function fileHead(beginning: Buffer, options: HeadOptions): FileHead | null {
  const { start, header } = options;
  const found = scan(beginning, start, cellReader(beginning, options.table), {
    ...options,
    usual: () => usualWidth(beginning, start, options),
    partial: true,
  });
  const rows = found.rows.map((row, at) => ({ ...row, offset: found.offsets[at] ?? 0 }));
  const filled = rows.filter(({ cells }) => cells.some(hasValue));
  const first = filled[header];
  // The last row that was found may go on beyond the beginning.
  if (!first || first === rows.at(-1)) return null;
  const headers = filled.slice(0, header);
  const lines = headers.reduce((sum, row) => sum + row.lines, 0);
  return {
    headers,
    width: Math.max(0, ...headers.map(({ cells }) => cells.length)),
    title: found.title,
    blank: first.line - 1 - found.title - lines,
    line: first.line,
    offset: first.offset,
    rows: found.rows.slice(rows.indexOf(first), -1).map(({ cells }) => cells),
  };
}
