import { dialect } from '@samenbeeld/engine';
import { type ExpressionProblem, expression, expressionProblem } from '@samenbeeld/read';
import type { Condition, Where } from '../description/description.ts';
import type { StagedBinding } from './binding.ts';

/** Whether a trimmed cell ('' where empty) meets a condition. */
export function meets(text: string, condition: Condition): boolean {
  if ('texts' in condition) return condition.texts.includes(text);
  const { match, not } = condition;
  return expression(match).test(text) && !(not && meets(text, not));
}

/** What is wrong with the expressions of a condition; null where nothing is. */
export function conditionProblem(condition: Condition): ExpressionProblem | null {
  if ('texts' in condition) return null;
  const { match, not } = condition;
  return expressionProblem(match) ?? (not ? conditionProblem(not) : null);
}

/** `expression in (texts)` as SQL; false where there are none. */
export function isOneOf(expression: string, texts: readonly string[]): string {
  if (texts.length === 0) return 'false';
  return `coalesce(${expression}, '') in (${texts.map((text) => dialect.literal(text)).join(', ')})`;
}

/** How SQL asks whether the cell of a described column is one of some texts. */
export type OneOf = (header: string, texts: readonly string[]) => string;

/** Asks it of an expression for the cell. */
export function oneOfCells(expression: (header: string) => string): OneOf {
  return (header, texts) => isOneOf(expression(header), texts);
}

/**
 * A condition on a column as SQL. A regular expression is tried on the column's distinct texts, so that it means the
 * same in every engine.
 */
export function conditionSql(
  header: string,
  condition: Condition,
  binding: StagedBinding,
  oneOf: OneOf,
  also: readonly string[] = [],
): string {
  if ('texts' in condition) return oneOf(header, condition.texts);
  const column = binding.columns.find(({ rule }) => rule.header === header);
  const seen = column && binding.texts.get(column.column.index)?.seen.keys();
  const texts = new Set([...also, ...(seen ?? (binding.staged.size > 0 ? [''] : []))]);
  return oneOf(
    header,
    [...texts].filter((text) => meets(text, condition)),
  );
}

/** All conditions of a `where:` as SQL. A column that the file does not have is an empty cell. */
export function whereSql(where: Where, binding: StagedBinding, oneOf: OneOf): string {
  const all = Object.entries(where).map(([header, condition]) =>
    conditionSql(header, condition, binding, oneOf),
  );
  return all.length > 0 ? all.join(' and ') : 'true';
}
