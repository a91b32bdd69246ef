import { cellReader, scan, usualWidth } from '@samenbeeld/read';
import { type SampledCells, sampleRow } from './sample-row.ts';

/** Rows of a text; those with a quote that never closes are read without quotes. */
export function splitRows(
  bytes: Buffer,
  start: number,
  table: readonly string[] | null,
  delimiter: string,
  quote: string,
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
  const found = scan(bytes, start, cellReader(bytes, table), {
    ...options,
    usual: () => usualWidth(bytes, start, options),
    partial: cut,
  });
  const unclosed = found.unclosed !== null && !cut ? 1 : 0;
  const last = found.rows.length - (cut && found.unclosed === null ? 1 : 0);
  const rows: SampledCells[] = [];
  for (const { line, lines, cells } of found.rows.slice(0, last)) {
    const row = sampleRow(line, lines, cells);
    if (row) rows.push(row);
  }
  return {
    rows,
    broken: found.afterQuote.length + unclosed * Math.max(3, found.rows.length),
    mended: found.unpaired.length,
  };
}
