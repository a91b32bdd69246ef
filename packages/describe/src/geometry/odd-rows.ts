import type { ColumnShape } from './column-profile.ts';
import { namesStub } from './header-block.ts';
import { judgeRow } from './judge-row.ts';
import type { SampledCells } from './sample-row.ts';
import { leftEdge } from './table-extent.ts';

/** Rows of one filled cell between header and body belong to the body: they title a section. */
export function withSections(rows: readonly SampledCells[], body: number, usual: number): number {
  let at = body;
  while (at > 1 && usual > 1 && (rows[at - 1] as SampledCells).filled.length === 1) {
    const above = rows[at - 2] as SampledCells;
    const [column = 0] = (rows[at - 1] as SampledCells).filled;
    const base = leftEdge(rows, body);
    if (column > base || above.filled.length < Math.max(2, usual * 0.5)) break;
    if (namesStub(rows, at - 1)) break;
    at--;
  }
  return at;
}

/** A row of few cells above a body without header that holds what its columns hold is data. */
export function withOddRows(
  rows: readonly SampledCells[],
  body: number,
  usual: number,
  profiles: readonly ColumnShape[],
): number {
  let at = body;
  while (at > 0 && usual > 2) {
    const row = rows[at - 1] as SampledCells;
    const { header, data } = judgeRow(row, profiles);
    if (row.filled.length >= usual * 0.4 || data <= header + 0.2) break;
    at--;
  }
  return at;
}
