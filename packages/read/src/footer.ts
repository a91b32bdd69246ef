import { inFour, UsageError } from '@samenbeeld/schema';
import { expression, expressionProblem } from './expression.ts';

/** Tells by its first value or its whole text whether a row matches the expression of a key of `file`. UsageError where it cannot be matched. */
export function footerTest(
  pattern: string | undefined,
  key: 'footer' | 'until' = 'footer',
): (first: string | null, text?: () => string) => boolean {
  if (pattern === undefined) return () => false;
  const fault = expressionProblem(pattern);
  if (fault)
    throw new UsageError(
      inFour(
        '{where}: de uitdrukking {problem}; {repair}',
        '{where} : l’expression {problem} ; {repair}',
        '{where}: der Ausdruck {problem}; {repair}',
        '{where}: the expression {problem}; {repair}',
        { where: `${key} "${pattern}"`, ...fault },
      ),
    );
  const { test } = expression(pattern);
  return (first, text) => test(first ?? '') || (text ? test(text()) : false);
}
