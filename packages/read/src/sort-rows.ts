import { footerTest } from './footer.ts';
import { footerTexts } from './footer-texts.ts';
import type { IssueLog } from './issue-log.ts';
import type { RawRow } from './layout.ts';
import { fitsRow, hasValue } from './layout.ts';
import { noteEndless, noteLikeFooter } from './row-notes.ts';

/** Sorts rows that come one by one into header, data, blank and footer, as `layOut` does with all of them. */
export interface RowSorter {
  /** The data rows that are certain now; a row that may be of the footer is kept back. */
  take(row: RawRow, text: () => string): readonly RawRow[];
  /** Header rows found so far. */
  readonly headers: readonly RawRow[];
  /** Cells of the widest header row. */
  readonly limit: number;
  /** Says, after the last row, what only the whole of them tells. */
  end(): void;
  /** Lines by kind; what is kept back at the end is the footer. */
  lines(): { header: number; blank: number; data: number; footer: number };
  /** Rows kept back, as text: at the end, those of the footer. */
  footers(): readonly string[];
  /** By column, whether a data row holds a value. */
  readonly used: readonly boolean[];
}

const firstValue = ({ cells }: RawRow): string | null => cells.find(hasValue) ?? null;

/** A sorter for a table with so many header rows. */
export function rowSorter(
  header: number,
  { footer, until }: { readonly footer: string | undefined; readonly until: string | undefined },
  log: IssueLog,
): RowSorter {
  const isFooter = footerTest(footer);
  const isBeyond = footerTest(until, 'until');
  const headers: RawRow[] = [];
  const used: boolean[] = [];
  let held: RawRow[] = [];
  let beyond = 0;
  let limit = 0;
  let blank = 0;
  let data = 0;

  function fit(row: RawRow): readonly RawRow[] {
    data += row.lines;
    if (!fitsRow(row, limit, log)) return [];
    const { cells, line } = row;
    for (let i = 0; i < limit; i++) if (!used[i] && hasValue(cells[i] ?? null)) used[i] = true;
    if (isFooter(firstValue(row))) noteLikeFooter(line, log);
    return [row];
  }

  return {
    take(row, text) {
      const first = firstValue(row);
      if (first === null) {
        blank += row.lines;
        return [];
      }
      if (headers.length < header) {
        headers.push(row);
        limit = Math.max(limit, row.cells.length);
        return [];
      }
      if (beyond > 0 || isBeyond(first, text)) {
        beyond += row.lines;
        return [];
      }
      if (isFooter(first, text)) {
        held.push(row);
        return [];
      }
      if (held.length === 0) return fit(row);
      const certain = [...held, row].flatMap(fit);
      held = [];
      return certain;
    },
    headers,
    get limit() {
      return limit;
    },
    end() {
      if (until !== undefined && beyond === 0) noteEndless(until, log);
    },
    lines: () => ({
      header: headers.reduce((sum, row) => sum + row.lines, 0),
      blank,
      data,
      footer: beyond + held.reduce((sum, row) => sum + row.lines, 0),
    }),
    footers: () => footerTexts(held),
    used,
  };
}
