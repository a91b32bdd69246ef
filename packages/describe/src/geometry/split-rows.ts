import { type CellReader, cellReader, scan, usualWidth } from '@samenbeeld/read';
import { type SampledCells, sampleRow } from './sample-row.ts';

/** Bytes that are split by one delimiter and another, and what decodes their cells: a text that was seen once is known to each split. */
export interface DecodedBytes {
  readonly bytes: Buffer;
  readonly cells: CellReader;
}

/** Bytes of UTF-8, or of a single-byte encoding by its table. */
export const decodedBytes = (bytes: Buffer, table: readonly string[] | null): DecodedBytes => ({
  bytes,
  cells: cellReader(bytes, table),
});

/** The beginning of some bytes. */
export const firstBytes = ({ bytes, cells }: DecodedBytes, size: number): DecodedBytes => ({
  bytes: bytes.length > size ? bytes.subarray(0, size) : bytes,
  cells,
});

/** Rows of a text from an offset on; those with a quote that never closes are read without quotes. `cut`: more may follow. */
export function splitRows(
  { bytes, cells }: DecodedBytes,
  start: number,
  { delimiter, quote }: { readonly delimiter: string; readonly quote: string },
  cut: boolean,
): {
  readonly rows: readonly SampledCells[];
  /** Quotes that never close, and cells in which text follows a closing one. */
  readonly broken: number;
  /** Cells whose quotes do not pair, read so that their row has as many cells as the others. */
  readonly mended: number;
} {
  const options = {
    delimiter: delimiter.charCodeAt(0),
    quote: quote === '' ? -1 : quote.charCodeAt(0),
    title: 0,
  };
  const found = scan(bytes, start, cells, {
    ...options,
    usual: () => usualWidth(bytes, start, options),
    partial: cut,
  });
  const unclosed = found.unclosed !== null && !cut ? 1 : 0;
  const last = found.rows.length - (cut && found.unclosed === null ? 1 : 0);
  const rows: SampledCells[] = [];
  for (const { line, lines, cells: texts } of found.rows.slice(0, last)) {
    const row = sampleRow(line, lines, texts);
    if (row) rows.push(row);
  }
  return {
    rows,
    broken: found.afterQuote.length + unclosed * Math.max(3, found.rows.length),
    mended: found.unpaired.length,
  };
}
