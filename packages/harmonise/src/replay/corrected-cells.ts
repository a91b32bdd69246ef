import { type Binding, cellText, type SourceDescription } from '@samenbeeld/ingest';
import type { ReadRow } from '@samenbeeld/read';
import { rowTest } from './cell-count.ts';

/** Where the cells that corrections can name stand in a row, by heading: described columns, and those that a fold takes. */
export function indexesOf({ columns, slots }: Binding): ReadonlyMap<string, number> {
  return new Map([
    ...slots.map(({ heading, column }) => [heading, column.index] as const),
    ...columns.map(({ rule, column }) => [rule.header, column.index] as const),
  ]);
}

/** How the cells of a table read once the description's corrections are made, by heading. */
export function correctedCells(
  binding: Binding,
  { corrections }: SourceDescription,
): (row: ReadRow, heading: string, text: string) => string {
  const at = indexesOf(binding);
  const prepared = corrections.map(({ column, from, to, where }) => ({
    key: `${column}\u0000${from}`,
    to,
    here: rowTest(where),
  }));
  const byCell = new Map<string, (typeof prepared)[number][]>();
  for (const one of prepared) {
    const list = byCell.get(one.key);
    if (list) list.push(one);
    else byCell.set(one.key, [one]);
  }
  return (row, heading, text) =>
    byCell
      .get(`${heading}\u0000${text}`)
      ?.find(({ here }) => here((header) => cellText(row.cells[at.get(header) ?? -1]) ?? ''))?.to ??
    text;
}
