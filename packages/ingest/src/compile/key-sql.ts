import { dialect } from '@samenbeeld/engine';
import { ownValue } from '@samenbeeld/schema';
import type { SourceDescription } from '../description/description.ts';
import { fields } from '../fields.ts';
import { codeColumn, keptCell } from '../stage/staged-table.ts';
import type { StagedBinding } from './binding.ts';
import type { CellsSql } from './cells-sql.ts';
import { isUntrimmed } from './coded-cells.ts';
import { trimmedCell } from './raw-sql.ts';

/** Stands between the parts of a key; no file of text holds it. */
export const separator = '\u001f';

/** Headings whose raw cells tell one record of a source from another. */
function keyHeaders(description: SourceDescription): readonly string[] {
  if (description.key.length > 0) return description.key;
  const known = fields[description.record];
  return description.columns
    .filter(({ mappings }) => mappings.some(({ to }) => ownValue(known, to)?.dimension))
    .map(({ header }) => header);
}

/** SQL of an item's key: the source, what the file's name gives, the value column, and the raw key cells. */
export function keySql(
  description: SourceDescription,
  fileKey: readonly string[],
  cells: CellsSql,
): string {
  const parts = [
    dialect.literal([description.id, ...fileKey].join(separator)),
    'i.slot_key',
    ...keyHeaders(description).map(cells.plain),
  ];
  // An empty cell adds nothing to a key: concat takes NULL as ''.
  return `concat(${parts.join(`, ${dialect.literal(separator)}, `)})`;
}

/** SQL of an item's id: a hash of its key and the number of the occurrence (a text). */
export function idSql(key: string, number: string): string {
  return `substr(${dialect.hash(`${key} || ${dialect.literal(separator)} || ${number}`)}, 1, 16)`;
}

/**
 * SQL of a number by which rows that may share a key are found: rows with equal keys have equal numbers. Over a row as
 * it is kept when it is staged. In a table that stands `alone` equal codes are equal cells; those of two tables have
 * nothing to do with each other.
 */
export function keyFingerprint(
  description: SourceDescription,
  fileKey: readonly string[],
  binding: StagedBinding,
  alone: boolean,
): string {
  const headers = keyHeaders(description);
  const cells = binding.columns
    .filter(({ rule }) => headers.includes(rule.header))
    .map(({ column: { index } }) =>
      alone && binding.staged.coded.has(index) && !isUntrimmed(binding, index)
        ? codeColumn(index)
        : trimmedCell(binding, index, keptCell(binding.staged, index)),
    );
  // Half of the bits sort faster, and bring few rows more to be looked at.
  return `cast(${dialect.fingerprint([dialect.literal(fileKey.join(separator)), ...cells])} >> 33 as INTEGER)`;
}
