import { headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import type { ColumnGuess } from '../column.ts';
import { thresholds } from '../thresholds.ts';
import type { LabelColumn } from '../totals/label-columns.ts';
import { isFigureField } from '../written.ts';

/** Rows that the mapped columns do not tell apart, and a column left out that does. */
export interface UntoldRows {
  /** Rows that share all their mapped labels with another. */
  readonly rows: number;
  readonly of: number;
  /** The heading of the column that tells most of them apart. */
  readonly by: string;
  /** Some of its labels; none where they may be names of persons. */
  readonly labels: readonly string[];
}

/** Places in the row of the columns that feed a field, but for the figures. */
export function mappedColumns(
  table: ReadTable,
  columns: readonly ColumnGuess[],
): readonly number[] {
  const fed = new Set(
    columns.flatMap(({ kind, to, headings }) =>
      kind === 'column' && to !== null && !isFigureField(to) ? headings : [],
    ),
  );
  return [...headingsOf(table)].flatMap(([column, heading]) =>
    fed.has(heading) ? [column.index] : [],
  );
}

function alike(table: ReadTable, columns: readonly number[]): number {
  const counts = new Map<string, number>();
  for (const { cells } of table.rows) {
    const key = columns.map((index) => cells[index] ?? '').join('\u0000');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()].reduce((sum, n) => sum + (n > 1 ? n : 0), 0);
}

/**
 * Rows alike in every mapped label, where a column that is left out tells them apart: a dimension (sex, age, status) that
 * no field holds, of which one label must be chosen. Null where there is none.
 */
export function untoldRows(
  table: ReadTable,
  mapped: readonly number[],
  left: readonly LabelColumn[],
): UntoldRows | null {
  const before = alike(table, mapped);
  if (before < Math.max(2, table.rows.length * thresholds.slips)) return null;
  const [best] = left
    .filter(
      ({ labels }) => labels.length > 1 && labels.length <= Math.max(60, table.rows.length / 10),
    )
    .map((column) => ({ column, after: alike(table, [...mapped, column.column.index]) }))
    .sort((a, b) => a.after - b.after || a.column.labels.length - b.column.labels.length);
  if (!best || best.after > before / 4) return null;
  return {
    rows: before,
    of: table.rows.length,
    by: best.column.heading,
    labels: best.column.labels.slice(0, 12),
  };
}
