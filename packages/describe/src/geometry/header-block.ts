import { isHeaderWord } from './header-words.ts';
import { numbersColumns } from './judge-row.ts';
import type { MergedCells, SampledCells } from './sample-row.ts';
import { leftEdge } from './table-extent.ts';

/** What titles say and headings do not: a colon and more, a date, an edition. */
const titleText =
  /[:：]\s*\S|[:：]\s*$|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|\b(?:erstellt|stand|bijgewerkt|updated?|extracted|version|source|bron|quelle|tab(?:el|le|elle|leau)\s*\d)\b/iu;

/** Whether a row can belong to the header above `lower`. */
function continuesHeader(
  row: SampledCells,
  lower: SampledCells,
  usual: number,
  base: number,
  merged: readonly MergedCells[],
): boolean {
  // A cell merged over blank rows leaves no gap.
  const spans = merged.some(({ top, bottom }) => top === row.line && bottom >= lower.line - 1);
  const gap = spans ? 0 : lower.line - row.line - row.lines;
  const [first = 0] = row.filled;
  const text = (row.cells[first] ?? '').trim();
  const size = row.filled.length;
  if (gap > 0) return size > 2 && size >= usual * 0.6;
  const across = merged.some(
    ({ top, left, right }) =>
      top === row.line && right > left && left > base && row.filled.includes(left),
  );
  const down = merged.some(
    ({ top, bottom, left }) =>
      top === row.line && bottom >= lower.line && row.filled.includes(left),
  );
  if (size === 1) return (across || down || first > base) && usual > 1;
  if (across || down) return true;
  const sparse = size <= Math.max(2, usual * 0.25);
  if (sparse && usual > 2 && row.filled.some((column) => titleText.test(row.cells[column] ?? ''))) {
    return false;
  }
  if (/[:：]$/.test(text) && size === 2) return false;
  if (usual >= 5 && size === 2 && first === base && (row.filled[1] ?? 0) <= base + 2) return false;
  return true;
}

/** A row that only names the first column, right below headings: "GEO (Labels)" under "TIME", 2020, 2021. */
export function namesStub(rows: readonly SampledCells[], at: number): boolean {
  const row = rows[at];
  const above = rows[at - 1];
  if (!row || !above || row.filled.length !== 1 || above.filled.length < 2) return false;
  return above.line + above.lines === row.line && isHeaderWord(row.cells[row.filled[0] ?? 0]);
}

/** The first row of the header that ends right above the body. */
export function headerStart(
  rows: readonly SampledCells[],
  body: number,
  usual: number,
  merged: readonly MergedCells[],
): number {
  const base = leftEdge(rows, body);
  let start = body - 1;
  while (start > 0) {
    const row = rows[start - 1] as SampledCells;
    if (numbersColumns(row)) break;
    if (!continuesHeader(row, rows[start] as SampledCells, usual, base, merged)) break;
    start--;
  }
  return start;
}
