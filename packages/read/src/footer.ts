import { expression, refuseExpression } from './expression.ts';

/** Tells by its first value or its whole text whether a row matches the expression of a key of `file`. UsageError where it cannot be matched. */
export function footerTest(
  pattern: string | undefined,
  key: 'footer' | 'until' = 'footer',
): (first: string | null, text?: () => string) => boolean {
  if (pattern === undefined) return () => false;
  refuseExpression(`${key} "${pattern}"`, pattern);
  const { test } = expression(pattern);
  return (first, text) => test(first ?? '') || (text ? test(text()) : false);
}
