import { UsageError } from '@samenbeeld/schema';

/** Tells by its first value or its whole text whether a row matches the footer's expression. */
export function footerTest(
  pattern: string | undefined,
): (first: string | null, text?: () => string) => boolean {
  if (pattern === undefined) return () => false;
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, 'u');
  } catch {
    throw new UsageError(`the footer "${pattern}" is not a regular expression`);
  }
  return (first, text) => expression.test(first ?? '') || (text ? expression.test(text()) : false);
}
