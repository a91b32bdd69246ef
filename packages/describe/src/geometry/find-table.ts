import { type ColumnShape, columnProfiles } from './column-profile.ts';
import { firstData } from './first-data.ts';
import { headerStart, namesStub } from './header-block.ts';
import { judgeRow, type RowVerdict } from './judge-row.ts';
import { withOddRows, withSections } from './odd-rows.ts';
import { repeatedRows } from './repeated-rows.ts';
import type { SampledCells, SampleRows } from './sample-row.ts';
import { confidences } from './table-confidence.ts';
import { isWide, tableWidth, usualFilled } from './table-extent.ts';

/** Where a table stands among the rows of a sample, as indexes into `head`. */
export interface FoundTable {
  /** Columns that the body uses. */
  readonly width: number;
  /** Columns that its rows usually fill. */
  readonly usual: number;
  /** The first header row; equals `body` where there is none. */
  readonly header: number;
  /** The first data row. */
  readonly body: number;
  readonly profiles: readonly ColumnShape[];
  /** Of the last header row, or of the first data row where there is no header. */
  readonly verdict: RowVerdict;
  /** How sure the first data row is, 0 to 1. */
  readonly bodyConfidence: number;
  /** How sure the first header row is, 0 to 1. */
  readonly titleConfidence: number;
}

/** Rows that are surely of the body: the later ones among the wide. */
function reference(wide: readonly SampledCells[]): readonly SampledCells[] {
  if (wide.length <= 9) return wide.slice(-Math.max(1, Math.floor(wide.length / 3)));
  return wide.slice(Math.min(40, Math.ceil(wide.length / 2)));
}

/** Only narrow lines stand above the body. */
function headless(
  rows: readonly SampledCells[],
  body: number,
  usual: number,
  profiles: readonly ColumnShape[],
): boolean {
  const above = rows[body - 1] as SampledCells;
  if (namesStub(rows, body - 1)) return false;
  if (usual <= 1) return judgeRow(above, profiles).data > 0.5;
  return usual > 2 && above.filled.length === 1 && (above.filled[0] ?? 0) === 0;
}

/**
 * Finds header and body by comparing rows: a header is text above numbers, dates and codes, or periods above
 * numbers; a title is narrow. All-text tables have their first wide row as header unless it looks like the others.
 */
export function findTable({ head, merged }: SampleRows): FoundTable | null {
  if (head.length === 0) return null;
  const usual = usualFilled(head);
  const width = tableWidth(head);
  const repeats = repeatedRows(head);
  const wide = head.filter((row) => isWide(row, usual) && !repeats.has(row));
  let profiles = columnProfiles(reference(wide), width);
  let found = firstData(head, usual, profiles, repeats);
  for (let round = 0; round < 2; round++) {
    const body = wide.filter(({ line }) => line >= (head[found.body]?.line ?? 0));
    if (body.length === 0) break;
    profiles = columnProfiles(body, width);
    found = firstData(head, usual, profiles, repeats);
  }
  const body = withOddRows(head, withSections(head, found.body, usual), usual, profiles);
  const header =
    body === 0
      ? 0
      : headless(head, body, usual, profiles)
        ? body
        : headerStart(head, body, usual, merged);
  const verdict = judgeRow(head[header < body ? body - 1 : body] as SampledCells, profiles);
  return {
    width,
    usual,
    header,
    body,
    profiles,
    verdict,
    ...confidences({ merged, rows: head, header, body, verdict, sure: found.sure, usual, repeats }),
  };
}
