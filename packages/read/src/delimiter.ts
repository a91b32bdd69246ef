import { cellReader } from './cell-reader.ts';
import { scan } from './scan.ts';

const candidates = [';', ',', '\t', '|'] as const;
const sampleSize = 1 << 16;

/** A delimiter found by looking. */
export interface SniffedDelimiter {
  readonly delimiter: string;
  /** Share of the rows that have as many cells as most rows have; 0 when no candidate splits a third of them alike. */
  readonly share: number;
}

/**
 * The delimiter (`;` `,` tab or `|`) that splits most rows of the beginning of a text into the same number of
 * cells, the larger number deciding where two do; quoted delimiters do not count. `,` when nothing splits.
 *
 * @example
 * ```ts
 * import { sniffDelimiter } from '@samenbeeld/read';
 * sniffDelimiter(new TextEncoder().encode('a;b\n1,5;2,5\n')) // => { delimiter: ';', share: 1 }
 * ```
 */
export function sniffDelimiter(
  bytes: Uint8Array,
  options: { readonly quote?: string; readonly title?: number } = {},
): SniffedDelimiter {
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, sampleSize));
  const cells = cellReader(sample, null);
  const mark = options.quote ?? '"';
  const quote = mark === '' ? -1 : mark.charCodeAt(0);
  let best: SniffedDelimiter & { readonly score: number } = { delimiter: ',', share: 0, score: 0 };
  for (const delimiter of candidates) {
    const { rows } = scan(sample, 0, cells, {
      delimiter: delimiter.charCodeAt(0),
      quote,
      title: options.title ?? 0,
    });
    const whole = sample.length < bytes.length ? rows.slice(0, -1) : rows;
    const widths = whole
      .filter(({ cells: [first = null, ...rest] }) => first !== null || rest.length > 0)
      .map((row) => row.cells.length);
    const counts = new Map<number, number>();
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    for (const [width, count] of counts) {
      const share = count / widths.length;
      const score = share * share * Math.log2(width);
      if (share > 1 / 3 && score > best.score) best = { delimiter, share, score };
    }
  }
  return { delimiter: best.delimiter, share: best.share };
}
