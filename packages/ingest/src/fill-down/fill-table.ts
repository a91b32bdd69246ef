import type { Binding } from '../compile/binding.ts';
import type { SourceDescription } from '../description/description.ts';
import { filledRows, fillRow } from './filled-rows.ts';
import { filledBy, fillingOf } from './filling.ts';

/** A bound table whose empty cells take the label above, where the description says so. */
export function fillTable(binding: Binding, description: SourceDescription): Binding {
  const filling = fillingOf(binding, description);
  if (!filling) return binding;
  const { table } = binding;
  const { filled, head } = filledBy(filling, table, table.rows.map(fillRow));
  return { ...binding, table: { ...head, rows: filledRows(table.rows, filled) } };
}
