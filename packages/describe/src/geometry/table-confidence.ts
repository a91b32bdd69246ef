import type { RowVerdict } from './judge-row.ts';
import type { MergedCells, SampledCells } from './sample-row.ts';
import { isWide } from './table-extent.ts';

/** What is known of a found table when its confidence is weighed. */
export interface Evidence {
  readonly rows: readonly SampledCells[];
  readonly header: number;
  readonly body: number;
  readonly verdict: RowVerdict;
  /** By how much the first data row is more data than header. */
  readonly sure: number;
  readonly usual: number;
  readonly repeats: ReadonlySet<SampledCells>;
  readonly merged: readonly MergedCells[];
}

/** How sure the first data row and the first header row are, 0 to 1: few rows, gaps and sparse rows make unsure. */
export function confidences({
  rows,
  header,
  body,
  verdict,
  sure,
  usual,
  repeats,
  merged,
}: Evidence): {
  readonly bodyConfidence: number;
  readonly titleConfidence: number;
} {
  const count = rows.slice(body).filter((row) => isWide(row, usual) && !repeats.has(row)).length;
  const few = count >= 5 ? 1 : 0.8 + 0.04 * count;
  if (header === body) {
    const clear = 1 - Math.exp(-Math.max(0, sure) / 1.5);
    return { bodyConfidence: (0.4 + 0.5 * clear) * few, titleConfidence: 0.8 };
  }
  const evidence = verdict.header - verdict.data + Math.min(2, Math.max(0, sure));
  const clear = 1 - Math.exp(-Math.max(0, evidence) / 1.6);
  const bodyConfidence = (0.55 + 0.44 * clear) * few;
  const block = rows.slice(header, body);
  const spanned = (from: number, to: number): boolean =>
    merged.some(({ top, bottom }) => top <= from && bottom >= to - 1 && bottom > from);
  const gaps = block.filter((row, at) => {
    const above = block[at - 1];
    return above && row.line - above.line > 1 && !spanned(above.line, row.line);
  });
  const sparse = block.filter(({ filled }) => filled.length < usual * 0.6).length;
  const above = rows[header - 1];
  const closeTitle =
    above !== undefined && above.filled.length > 1 && above.filled.length < usual * 0.6;
  const titleConfidence =
    0.98 -
    0.12 * gaps.length -
    0.06 * Math.min(3, sparse) -
    0.05 * Math.max(0, block.length - 3) -
    (closeTitle ? 0.1 : 0) -
    (usual <= 2 && header > 0 ? 0.08 : 0);
  return { bodyConfidence, titleConfidence };
}
