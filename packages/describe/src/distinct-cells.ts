import type { ReadTable } from '@samenbeeld/read';

const known = new WeakMap<ReadTable, Map<number, ReadonlySet<string>>>();

/** The different cells of a column that hold anything, in the order in which they come: what is asked of a text is asked of each once, however many rows. */
export function distinctCells(table: ReadTable, index: number): ReadonlySet<string> {
  const byPlace = known.get(table) ?? new Map<number, ReadonlySet<string>>();
  known.set(table, byPlace);
  const before = byPlace.get(index);
  if (before) return before;
  const found = new Set<string>();
  for (const { cells } of table.rows) {
    const cell = cells[index];
    if (cell) found.add(cell);
  }
  byPlace.set(index, found);
  return found;
}
