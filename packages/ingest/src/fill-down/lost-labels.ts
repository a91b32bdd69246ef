import type { Issue } from '@samenbeeld/schema';
import type { BoundColumn } from '../compile/binding.ts';
import type { SourceDescription } from '../description/description.ts';
import type { TableHead } from '../stage/staged-table.ts';
import type { Filled, FillRow } from './fill-down.ts';
import { filledByRow } from './filled-rows.ts';

/** A label that went over rows which say again what rows of its own say: one of another group may be lost there. */
export interface LostLabel {
  readonly column: number;
  /** Line of the label, the first line that repeats another under it, and that other. */
  readonly from: number;
  readonly line: number;
  readonly repeats: number;
  /** Rows under the label that repeat another. */
  readonly rows: number;
}

const most = 20;

/** Where a label was filled down over rows whose other labels (`dims`) have been under it before. */
export function lostLabels(
  rows: Iterable<FillRow>,
  filled: readonly Filled[],
  dims: readonly number[],
): readonly LostLabel[] {
  const byRow = filledByRow(filled);
  const first = new Map<string, number>();
  const found = new Map<number, LostLabel>();
  let row = 0;
  for (const { line, cell } of rows) {
    const own = byRow.get(row);
    const key = dims.map((index) => own?.get(index)?.text ?? cell(index) ?? '').join('\u0000');
    const before = first.get(key);
    const [label] = [...(own?.values() ?? [])].sort((a, b) => a.column - b.column);
    if (before === undefined) first.set(key, line);
    else if (label) {
      const { column, from } = label;
      const known = found.get(from);
      const one = known ?? { column, from, line, repeats: before, rows: 0 };
      found.set(from, { ...one, rows: one.rows + 1 });
    }
    row += 1;
  }
  return [...found.values()];
}

/** Columns whose labels tell the rows of a table apart: those that feed a field other than the figures. */
export function tellingColumns(
  columns: readonly BoundColumn[],
  { record }: Pick<SourceDescription, 'record'>,
): readonly BoundColumn[] {
  // Two seizures may well share every label.
  if (record === 'seizure') return [];
  return columns.filter(
    ({ rule }) => rule.mappings.length > 0 && !rule.mappings.some(({ to }) => to === 'value'),
  );
}

/** Warnings of labels that may be lost. */
export function lostIssues(
  { file, sheet }: TableHead,
  columns: readonly BoundColumn[],
  lost: readonly LostLabel[],
): readonly Issue[] {
  return lost.slice(0, most).map(({ column, from, line, repeats, rows }): Issue => {
    const shown = columns.find((bound) => bound.column.index === column)?.shown ?? null;
    const more = rows > 1 ? ` (${rows} such rows under this label)` : '';
    return {
      file,
      sheet,
      line,
      column: shown,
      value: null,
      severity: 'warning',
      rule: 'cell.fill-repeats',
      message: `the cell takes the label of line ${from}, and its row then has the same labels as line ${repeats}${more}: the label of another group may be lost at line ${line} or above it`,
      repair:
        'look in the file which label belongs there and write it in the cell; where the rows do belong to the label above, say what tells them apart, or ask the publisher',
    };
  });
}
