import { dialect } from '@samenbeeld/engine';
import type { SourceDescription } from '../description/description.ts';
import type { StagedBinding } from './binding.ts';
import { isOneOf, whereSql } from './conditions.ts';
import { trimmedSql } from './value-sql.ts';

/** SQL of a described column's cell: as the file has it, and after the corrections. */
export interface CellsSql {
  readonly plain: (header: string) => string;
  readonly cell: (header: string) => string;
  /** The value cell of an item, trimmed and corrected. */
  readonly value: string;
}

/** How cells are written in SQL: `i` is the item, `header` that of its value column. */
export function cellsSql(description: SourceDescription, binding: StagedBinding): CellsSql {
  const nameOf = new Map(binding.columns.map(({ rule, name }) => [rule.header, name]));
  const plain = (header: string): string => {
    const name = nameOf.get(header);
    return name === undefined ? 'cast(NULL as VARCHAR)' : `i.${name}`;
  };
  const corrected = (header: string, own: string): string => {
    const cases = description.corrections
      .filter(({ column }) => column === header)
      .map(
        ({ from, to, where }) =>
          `when ${isOneOf(own, [from])} and ${whereSql(where, binding, plain)} then ${dialect.literal(to)}`,
      );
    return cases.length > 0 ? `case ${cases.join(' ')} else ${own} end` : own;
  };
  const trimmed = trimmedSql('i.raw', binding.facts.oddBlanks);
  const headers = new Set(binding.slots.map(({ header }) => header));
  const values = [...headers].flatMap((header) =>
    header !== null && description.corrections.some(({ column }) => column === header)
      ? `when header = ${dialect.literal(header)} then ${corrected(header, trimmed)}`
      : [],
  );
  return {
    plain,
    cell: (header) => corrected(header, plain(header)),
    value: values.length > 0 ? `case ${values.join(' ')} else ${trimmed} end` : trimmed,
  };
}
