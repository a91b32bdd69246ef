import { dialect } from '@samenbeeld/engine';
import { blanks } from '../stage/blanks.ts';
import { stagedRows, textColumn } from '../stage/staged-table.ts';
import type { StagedBinding } from './binding.ts';

/** A described column's cell without blanks around it, NULL where nothing is left. */
function trimmed(index: number, { texts, facts }: StagedBinding): string {
  const name = textColumn(index);
  if (!(texts.get(index)?.untrimmed ?? facts.untrimmed.has(index))) return name;
  return `nullif(${dialect.regexReplace(name, `^${blanks}+|${blanks}+$`, '')}, '')`;
}

/** The statement that makes the view of the rows: described columns trimmed (c…), value columns letter for letter (v…). */
export function rawSql(name: string, binding: StagedBinding): string {
  const columns = [
    'row_no',
    'line',
    ...binding.columns.map((bound) => `${trimmed(bound.column.index, binding)} as ${bound.name}`),
    ...binding.slots.map(({ column }) => `${textColumn(column.index)} as v${column.index}`),
  ];
  return `create temporary view ${name} as select ${columns.join(', ')} from ${stagedRows(binding.staged)}`;
}
