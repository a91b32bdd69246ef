import { ownValue } from '@samenbeeld/schema';
import type { Binding } from '../compile/binding.ts';
import { isCopied } from '../compile/dictionary.ts';
import type { Condition, SourceDescription, Where } from '../description/description.ts';
import { fields } from '../fields.ts';
import type { TableHead } from './staged-table.ts';

/** Headings on which a regular expression is tried. */
function matched(description: SourceDescription): ReadonlySet<string> {
  const headers = new Set<string>();
  const note = (header: string, condition: Condition): void => {
    if ('match' in condition) headers.add(header);
  };
  const noteAll = (where: Where): void => {
    for (const [header, condition] of Object.entries(where)) note(header, condition);
  };
  for (const { where } of description.exclusions) noteAll(where);
  for (const { column, total, parts } of description.totals) {
    note(column, total);
    note(column, parts);
  }
  for (const { column, where } of description.corrections) {
    headers.add(column);
    noteAll(where);
  }
  return headers;
}

/** Indexes of the columns whose distinct texts are read in TypeScript: for dictionaries, conditions and corrections. */
export function textsAsked(
  binding: Binding<TableHead>,
  description: SourceDescription,
): readonly number[] {
  const known = fields[description.record];
  const headers = matched(description);
  const asked = new Set<number>();
  for (const { rule, column } of binding.columns) {
    const translated = rule.mappings.some(
      (mapping) => mapping.to !== 'value' && ownValue(known, mapping.to) && !isCopied(mapping),
    );
    if (translated || headers.has(rule.header)) asked.add(column.index);
  }
  for (const { mapping, column, heading } of binding.slots)
    if (mapping.as === 'quantity' || Object.keys(mapping.flags).length > 0 || headers.has(heading))
      asked.add(column.index);
  return [...asked].sort((a, b) => a - b);
}
