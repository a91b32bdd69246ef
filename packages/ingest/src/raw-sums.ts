import { ownValue } from '@samenbeeld/schema';
import type { Binding } from './compile/binding.ts';
import { meets } from './compile/conditions.ts';
import type { Mapping, SourceDescription } from './description/description.ts';
import { exactDecimal } from './exact-decimal.ts';
import type { TableHead } from './stage/staged-table.ts';

/** Accepted items of one table that have a value, and the same cell. */
export interface AcceptedCell {
  readonly slot: number;
  /** Letter for letter. */
  readonly cell: string;
  /** How many there are of each unit. */
  readonly units: readonly (readonly [unit: string, items: number])[];
  /** Cells of the same rows, by heading, that a correction of the value asks for; trimmed. */
  readonly beside: Readonly<Record<string, string>>;
}

/** Headings whose cells decide whether a value is corrected. */
export function besideValues(
  binding: Binding<TableHead>,
  description: SourceDescription,
): readonly string[] {
  const values = new Set(binding.slots.map(({ heading }) => heading));
  const headers = description.corrections
    .filter(({ column }) => values.has(column))
    .flatMap(({ where }) => Object.keys(where));
  return [...new Set(headers)];
}

/** The raw cell of a value with a named correction of it applied, and then what an empty cell or a mark for nil stands for. */
function valueCell(
  { slot, cell, beside }: AcceptedCell,
  binding: Binding<TableHead>,
  { corrections, zeroValues = [] }: SourceDescription,
): string {
  const { heading, mapping } = binding.slots[slot] ?? {};
  const correction = corrections.find(
    ({ column, from, where }) =>
      column === heading &&
      cell.trim() === from &&
      Object.entries(where).every(([other, condition]) =>
        meets(ownValue(beside, other) ?? '', condition),
      ),
  );
  const text = correction?.to ?? (cell.trim() === '' ? (mapping?.blank ?? cell) : cell);
  return zeroValues.includes(text.trim()) ? '0' : text;
}

/** Adds up raw cells by unit, read from the cells and not by the engine. */
export function rawSums(
  binding: Binding<TableHead>,
  description: SourceDescription,
): { add(item: AcceptedCell): void; readonly sums: ReadonlyMap<string, bigint> } {
  const sums = new Map<string, bigint>();
  return {
    add(item) {
      const mapping: Mapping | undefined = binding.slots[item.slot]?.mapping;
      if (!mapping) return;
      const cell = valueCell(item, binding, description);
      const value = exactDecimal(cell, mapping, description);
      for (const [unit, items] of item.units)
        sums.set(unit, (sums.get(unit) ?? 0n) + value * BigInt(items));
    },
    sums,
  };
}
