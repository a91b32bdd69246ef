import { UsageError } from '@samenbeeld/schema';
import { expression, expressionProblem } from './expression.ts';

/** Tells by its first value or its whole text whether a row matches the footer's expression. */
export function footerTest(
  pattern: string | undefined,
): (first: string | null, text?: () => string) => boolean {
  if (pattern === undefined) return () => false;
  const fault = expressionProblem(pattern);
  if (fault) throw new UsageError(`the footer "${pattern}" ${fault.problem}`);
  const { test } = expression(pattern);
  return (first, text) => test(first ?? '') || (text ? test(text()) : false);
}
