import { dialect } from '@samenbeeld/engine';
import { blanks } from '../stage/blanks.ts';
import { codeColumn, figureColumn, stagedRows, textColumn } from '../stage/staged-table.ts';
import type { StagedBinding } from './binding.ts';
import { codesOf, isUntrimmed } from './coded-cells.ts';

/** A cell of a column, given as SQL, without blanks around it; NULL where nothing is left. */
export function trimmedCell(binding: StagedBinding, index: number, cell: string): string {
  if (!isUntrimmed(binding, index)) return cell;
  return `nullif(${dialect.regexReplace(cell, `^${blanks}+|${blanks}+$`, '')}, '')`;
}

/** Whether the plain figures of the one value column were told apart when the file was read. */
export function hasFigures({ staged, slots }: StagedBinding): boolean {
  const [only, ...others] = slots;
  const { figure } = staged;
  return (
    only !== undefined &&
    others.length === 0 &&
    figure?.index === only.column.index &&
    figure.mapping === only.mapping
  );
}

/**
 * SQL of the rows: described columns trimmed (`c0` …), the codes of those that have any (`c0_code` …), value columns letter
 * for letter (`v3` …), and the number of a plain figure where it is known (`figure`); with `all` cells, those of every
 * column letter for letter too (`t0` …). `only` some of them: see `stagedRows`.
 */
export function rawRows(
  binding: StagedBinding,
  all: 'all' | 'described',
  only: string | null = null,
): string {
  const codes = binding.columns.flatMap((bound) => {
    const own = codesOf(binding, bound);
    return own ? `${codeColumn(bound.column.index)} as ${own.name}` : [];
  });
  const columns = [
    'row_no',
    'line',
    ...binding.columns.map(
      (bound) =>
        `${trimmedCell(binding, bound.column.index, textColumn(bound.column.index))} as ${bound.name}`,
    ),
    ...codes,
    ...binding.slots.map(({ column }) => `${textColumn(column.index)} as v${column.index}`),
    ...(hasFigures(binding)
      ? binding.slots.map(({ column }) => `${figureColumn(column.index)} as figure`)
      : []),
    ...(all === 'all' ? binding.table.columns.map(({ index }) => textColumn(index)) : []),
  ];
  return `select ${columns.join(', ')} from ${stagedRows(binding.staged, only)}`;
}
