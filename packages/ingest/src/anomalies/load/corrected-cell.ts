import type { Binding } from '../../compile/binding.ts';
import { cellText } from '../../compile/cell-text.ts';
import { meets } from '../../compile/conditions.ts';
import type { SourceDescription } from '../../description/description.ts';
import type { ReadRow } from '../../read/table.ts';

/** How the cells of a table read once the description's corrections are made, by heading. */
export function correctedCells(
  binding: Binding,
  { corrections }: SourceDescription,
): (row: ReadRow, heading: string, text: string) => string {
  const at = new Map(binding.columns.map(({ rule, column }) => [rule.header, column.index]));
  const byCell = new Map<string, (typeof corrections)[number][]>();
  for (const correction of corrections) {
    const key = `${correction.column}\u0000${correction.from}`;
    byCell.set(key, [...(byCell.get(key) ?? []), correction]);
  }
  return (row, heading, text) =>
    byCell
      .get(`${heading}\u0000${text}`)
      ?.find(({ where }) =>
        Object.entries(where).every(([other, condition]) =>
          meets(cellText(row.cells[at.get(other) ?? -1]) ?? '', condition),
        ),
      )?.to ?? text;
}
