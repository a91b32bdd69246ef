import { measureOf } from './measures.ts';
import type { ColumnView } from './table-view.ts';

/** Columns that hold nothing where another of the same meaning does: SDMX gives labels a column of their own. */
export function emptyBeside(
  columns: readonly ColumnView[],
): readonly (readonly [empty: ColumnView, beside: ColumnView])[] {
  return columns.flatMap((column) => {
    const top = column.meanings[0];
    if (!top || column.profile.filled > 0 || measureOf(column.profile.heading)) return [];
    const beside = columns.find(
      (other) =>
        other !== column &&
        other.profile.said > 0 &&
        other.meanings[0]?.concept === top.concept &&
        (other.meanings[0]?.heading?.score ?? 0) >= 0.6,
    );
    return beside ? [[column, beside] as const] : [];
  });
}
