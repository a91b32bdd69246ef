import type { MergedColumn, ReadTable } from '@samenbeeld/read';

/** A row as filling looks at it. */
export interface FillRow {
  readonly line: number;
  /** Physical lines that it covers. */
  readonly lines: number;
  /** Trimmed text of a column's cell by index; null where it is empty. */
  readonly cell: (column: number) => string | null;
}

/** A column whose empty cells take the label above. */
export interface FillColumn {
  readonly index: number;
  /** Rules whose rows the label may pass. */
  readonly across: readonly string[];
  /** Ranges of the workbook in which one cell stands for several; empty where there are none. */
  readonly merged: readonly MergedColumn[];
}

/** How a column of a table is filled. */
export function fillColumn(
  { merged = [] }: Pick<ReadTable, 'merged'>,
  index: number,
  across: readonly string[] = [],
): FillColumn {
  return { index, across, merged: merged.filter(({ column }) => column === index) };
}

/** A cell that takes the label of another line. */
export interface Filled {
  readonly row: number;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly from: number;
}

/** A cell that stays empty, and why. */
export interface Unfilled {
  readonly line: number;
  readonly column: number;
  readonly why: string;
}

/** The rule that leaves a row out by what stands in other columns than these; null where none does. */
export type LeftOut = (cell: (column: number) => string | null) => string | null;

interface Above {
  readonly text: string;
  readonly line: number;
  /** Why the label may go no further down. */
  readonly stop: string | null;
}

/**
 * Gives empty cells the label above, in columns where a label is stated once for the rows below it. A label ends at the
 * next one, at a blank line, and behind a row without label that a rule leaves out (a subtotal), unless the rule is in
 * `across`; where a workbook merges cells of the column, it is exactly the merged ones that are filled.
 */
export function fillDown(
  rows: Iterable<FillRow>,
  columns: readonly FillColumn[],
  leftOut: LeftOut,
): { readonly filled: readonly Filled[]; readonly unfilled: readonly Unfilled[] } {
  const filled: Filled[] = [];
  const unfilled: Unfilled[] = [];
  const above = new Map<number, Above>();
  let row = 0;
  let next: number | null = null;
  for (const { line, lines, cell } of rows) {
    const gap = next !== null && line > next ? `line ${next} is blank` : null;
    const now = new Map<number, string>();
    for (const { index, merged } of columns) {
      const own = cell(index);
      const label = above.get(index);
      if (own !== null) {
        above.set(index, { text: own, line, stop: null });
        continue;
      }
      if (label && gap !== null && label.stop === null && merged.length === 0)
        above.set(index, { ...label, stop: gap });
      const why = refusal(above.get(index), line, merged);
      if (why !== null || !label) {
        unfilled.push({ line, column: index, why: why ?? 'no label stands above it' });
        continue;
      }
      now.set(index, label.text);
      filled.push({ row, line, column: index, text: label.text, from: label.line });
    }
    const rule = leftOut((column) => now.get(column) ?? cell(column));
    if (rule !== null)
      for (const { index, across, merged } of columns) {
        const label = above.get(index);
        if (label && cell(index) === null && !across.includes(rule) && merged.length === 0)
          above.set(index, { ...label, stop: `line ${line} between them is left out as ${rule}` });
      }
    next = line + lines;
    row += 1;
  }
  return { filled, unfilled };
}

function refusal(
  label: Above | undefined,
  line: number,
  merged: readonly MergedColumn[],
): string | null {
  if (!label) return 'no label stands above it';
  if (merged.length > 0) {
    const within = merged.some(({ top, bottom }) => label.line >= top && line <= bottom);
    return within ? null : `it is not merged with the label in line ${label.line}`;
  }
  return label.stop && `the label is in line ${label.line}, and ${label.stop}`;
}
