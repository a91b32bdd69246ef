import { dialect } from '@samenbeeld/engine';
import type { SourceDescription } from '../description/description.ts';
import type { StagedBinding } from './binding.ts';
import { isOneOf, oneOfCells, whereSql } from './conditions.ts';
import { trimmedSql } from './value-sql.ts';

/** SQL of a described column's cell: as the file has it, and after the corrections. */
export interface CellsSql {
  readonly plain: (header: string) => string;
  readonly cell: (header: string) => string;
  /** Whether corrections may change the cells of a described column. */
  readonly isCorrected: (header: string) => boolean;
  /** The value cell of an item, trimmed and corrected. */
  readonly value: string;
  /** Whether every value cell is read as it stands: nothing corrects it, and nothing stands for it. */
  readonly asItStands: boolean;
}

/** How cells are written in SQL: `i` is the item, `slot` the number of its value column. */
export function cellsSql(description: SourceDescription, binding: StagedBinding): CellsSql {
  const { zeroValues: zeros = [] } = description;
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
          `when ${isOneOf(own, [from])} and ${whereSql(where, binding, oneOfCells(plain))} then ${dialect.literal(to)}`,
      );
    return cases.length > 0 ? `case ${cases.join(' ')} else ${own} end` : own;
  };
  const { staged, facts, slots } = binding;
  const proved = slots.every(({ column }) => staged.trimmed.has(column.index));
  const trimmed = proved ? 'i.raw' : trimmedSql('i.raw', facts.oddBlanks);
  const values = binding.slots.flatMap(({ heading, mapping }, slot) => {
    const slipped = description.corrections.some(({ column }) => column === heading);
    if (!slipped && mapping.blank === null && zeros.length === 0) return [];
    const cell = corrected(heading, trimmed);
    const stated =
      mapping.blank === null ? cell : `coalesce(${cell}, ${dialect.literal(mapping.blank)})`;
    const filled =
      zeros.length === 0
        ? stated
        : `case when ${isOneOf(stated, zeros)} then '0' else ${stated} end`;
    return `when slot = ${slot} then ${filled}`;
  });
  return {
    plain,
    cell: (header) => corrected(header, plain(header)),
    isCorrected: (header) =>
      nameOf.has(header) && description.corrections.some(({ column }) => column === header),
    value: values.length > 0 ? `case ${values.join(' ')} else ${trimmed} end` : trimmed,
    asItStands: values.length === 0,
  };
}
