import type { Binding } from './compile/binding.ts';
import { cellText } from './compile/cell-text.ts';
import { meets } from './compile/conditions.ts';
import type { Mapping, SourceDescription } from './description/description.ts';
import { exactDecimal } from './exact-decimal.ts';

/** An accepted item that has a value. */
export interface AcceptedValue {
  readonly part: number;
  readonly row_no: number;
  readonly slot: number;
  readonly unit: string;
}

/** The raw cell of a value, with a named correction of it applied. */
function valueCell(item: AcceptedValue, binding: Binding, description: SourceDescription): string {
  const slot = binding.slots[item.slot];
  const row = binding.table.rows[item.row_no];
  const raw = row?.cells[slot?.column.index ?? -1] ?? '';
  if (description.corrections.length === 0) return raw;
  const text = (header: string): string => {
    const bound = binding.columns.find(({ rule }) => rule.header === header);
    return cellText(row?.cells[bound?.column.index ?? -1]) ?? '';
  };
  const correction = description.corrections.find(
    ({ column, from, where }) =>
      column === slot?.header &&
      raw.trim() === from &&
      Object.entries(where).every(([header, condition]) => meets(text(header), condition)),
  );
  return correction?.to ?? raw;
}

/** Raw sums by unit, read from the cells and not from the engine. */
export function rawSums(
  values: readonly AcceptedValue[],
  bindings: readonly Binding[],
  description: SourceDescription,
): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  const known = new Map<Mapping, Map<string, bigint>>();
  for (const item of values) {
    const binding = bindings[item.part];
    const mapping = binding?.slots[item.slot]?.mapping;
    if (!binding || !mapping) continue;
    const cell = valueCell(item, binding, description);
    const cells = known.get(mapping) ?? new Map<string, bigint>();
    known.set(mapping, cells);
    const value = cells.get(cell) ?? exactDecimal(cell, mapping, description.language);
    cells.set(cell, value);
    sums.set(item.unit, (sums.get(item.unit) ?? 0n) + value);
  }
  return sums;
}
