import { cellKind } from './cell-kind.ts';
import type { SampledCells } from './sample-row.ts';

/** One way of splitting a text, and how well it does. */
export interface Split {
  readonly delimiter: string;
  readonly quote: string;
  /** Cells of most rows of the body. */
  readonly width: number;
  /** Rows with that many cells, of the rows between the first and the last of them. */
  readonly alike: number;
  readonly among: number;
  readonly rows: number;
  /** Share of the cells that look like one value. */
  readonly typed: number;
  /** Cells in which text follows a closing quote, or a quote that never closes. */
  readonly broken: number;
  readonly score: number;
}

/** Cells of a row that are looked at; hostile rows have millions. */
const mostCells = 500;

function typedShare(rows: readonly SampledCells[]): number {
  let typed = 0;
  let all = 0;
  for (const { cells } of rows.slice(0, 300)) {
    for (const cell of cells.slice(0, mostCells)) {
      all++;
      const kind = cellKind(cell);
      const text = (cell ?? '').trim();
      if (kind !== 'text') typed += 1;
      // What other separators would split, or what a quote begins, is hardly one value.
      else if (/[\t|;^~]/.test(text)) typed += 0.2;
      else if (/^["']|["']$/.test(text) && !/^(["']).*\1$/.test(text)) typed += 0.1;
      else if (/^,|,$|\d;\d/.test(text)) typed += 0.2;
      else typed += 0.9;
    }
  }
  return all > 0 ? typed / all : 0;
}

/** The split of a text by a delimiter: how many rows of its body have the same number of cells, and how they look. */
export function measureSplit(
  { rows, broken }: { readonly rows: readonly SampledCells[]; readonly broken: number },
  delimiter: string,
  quote: string,
): Split {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best: Split = {
    delimiter,
    quote,
    width: 1,
    alike: rows.length,
    among: rows.length,
    rows: rows.length,
    typed: 0,
    broken,
    score: 0,
  };
  for (const [width, alike] of counts) {
    if (width < 2) continue;
    const first = rows.findIndex(({ cells }) => cells.length === width);
    const last = rows.findLastIndex(({ cells }) => cells.length === width);
    const body = rows.slice(first, last + 1);
    const typed = typedShare(body.filter(({ cells }) => cells.length === width));
    const share = alike / body.length;
    const cover = alike / rows.length;
    const score = share ** 3 * cover * (1 - 1 / (width + 1)) * typed ** 2;
    if (score > best.score) best = { ...best, width, alike, among: body.length, typed, score };
  }
  const penalty = rows.length > 0 ? Math.max(0.05, 1 - (2 * broken) / rows.length) : 0;
  return { ...best, score: best.score * penalty };
}
