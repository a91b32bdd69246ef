import { dialect } from '@samenbeeld/engine';
import type { Condition, Where } from '../description/description.ts';
import type { StagedBinding } from './binding.ts';

/** Whether a trimmed cell ('' where empty) meets a condition. */
export function meets(text: string, condition: Condition): boolean {
  return 'texts' in condition
    ? condition.texts.includes(text)
    : new RegExp(condition.match, 'u').test(text);
}

/** `expression in (texts)` as SQL; false where there are none. */
export function isOneOf(expression: string, texts: readonly string[]): string {
  if (texts.length === 0) return 'false';
  return `coalesce(${expression}, '') in (${texts.map((text) => dialect.literal(text)).join(', ')})`;
}

/**
 * A condition on a column as SQL. A regular expression is tried on the column's distinct texts, so that it means the
 * same in every engine.
 */
export function conditionSql(
  header: string,
  condition: Condition,
  binding: StagedBinding,
  expression: (header: string) => string,
  also: readonly string[] = [],
): string {
  if ('texts' in condition) return isOneOf(expression(header), condition.texts);
  const column = binding.columns.find(({ rule }) => rule.header === header);
  const seen = column && binding.texts.get(column.column.index)?.seen.keys();
  const texts = new Set([...also, ...(seen ?? (binding.staged.size > 0 ? [''] : []))]);
  return isOneOf(
    expression(header),
    [...texts].filter((text) => meets(text, condition)),
  );
}

/** All conditions of a `where:` as SQL. A column that the file does not have is an empty cell. */
export function whereSql(
  where: Where,
  binding: StagedBinding,
  expression: (header: string) => string,
): string {
  const all = Object.entries(where).map(([header, condition]) =>
    conditionSql(header, condition, binding, expression),
  );
  return all.length > 0 ? all.join(' and ') : 'true';
}
