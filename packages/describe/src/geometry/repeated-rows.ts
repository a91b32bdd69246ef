import { cellKind, isPeriodCell } from './cell-kind.ts';
import { isHeaderWord } from './header-words.ts';
import { rowText, type SampledCells } from './sample-row.ts';

/** Rows of text and periods that stand higher up already: headers on each page. */
export function repeatedRows(rows: readonly SampledCells[]): ReadonlySet<SampledCells> {
  const seen = new Set<string>();
  const repeats = new Set<SampledCells>();
  for (const row of rows) {
    const kinds = row.filled.map((column) => cellKind(row.cells[column]));
    const names = row.filled.every(
      (column, at) => kinds[at] === 'text' || isPeriodCell(row.cells[column]),
    );
    if (!names || row.filled.length < 2 || !kinds.includes('text')) continue;
    const text = rowText(row);
    const named = (column: number): boolean =>
      isPeriodCell(row.cells[column]) || isHeaderWord(row.cells[column]);
    if (seen.has(text) && row.filled.some(named)) repeats.add(row);
    seen.add(text);
  }
  return repeats;
}
