import { columnHabit, readByHabit } from '../column-habit.ts';
import { columnIdentities, type NumberColumn } from '../column-identities.ts';
import type { FoundIdentity } from '../point.ts';
import type { TablePoints } from './table-points.ts';

/** The ties between the columns of one table, as its cells are printed; columns of a fold are left aside. */
export function tableIdentities(table: TablePoints): readonly FoundIdentity[] {
  const columns = table.columns.filter(({ heading }) => heading !== null);
  const rows = [...new Set(table.points.map(({ row }) => row))];
  if (columns.length < 2 || columns.length > 24 || rows.length === 0) return [];
  const at = new Map(rows.map((row, index) => [row, index]));
  const periods: string[] = rows.map(() => '');
  const texts = new Map(columns.map(({ key }) => [key, rows.map((): string | null => null)]));
  for (const { row, column, start, place } of table.points) {
    const index = at.get(row) ?? 0;
    if (start !== '') periods[index] = start;
    const list = texts.get(column);
    if (list) list[index] = place.raw.trim();
  }
  const numbers = columns.map(({ key }): NumberColumn => {
    const cells = texts.get(key) ?? [];
    const habit = columnHabit(cells.filter((cell) => cell !== null));
    const decimals = habit.grouped
      ? 0
      : Math.max(
          0,
          ...cells.map(
            (cell) => /[.,](\d{1,2})$/u.exec(cell ?? '')?.[1]?.replace(/0+$/u, '').length ?? 0,
          ),
        );
    return {
      key,
      decimals,
      values: cells.map((cell) => (cell === null ? null : readByHabit(cell, habit))),
    };
  });
  return columnIdentities(numbers, periods);
}
