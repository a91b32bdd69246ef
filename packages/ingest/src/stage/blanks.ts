/** The blanks that `String.prototype.trim` takes away, as a class of a regular expression that every engine knows. */
export const blanks =
  '[\\t\\n\\v\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]';

/** The same without the plain blank. */
export const oddBlanks: string = blanks.replace('\\r ', '\\r');

const known = new Map<string, RegExp>();

/** An expression of the engine for texts in memory. Blanks (`\\s`) are those of the engine, and stand in classes only. */
export function inMemory(expression: string): RegExp {
  const before = known.get(expression);
  if (before) return before;
  const isAnyCase = expression.startsWith('(?i)');
  const own = (isAnyCase ? expression.slice(4) : expression)
    .replaceAll('\\x{', '\\u{')
    .replaceAll('\\s', '\\t\\n\\f\\r ');
  const made = new RegExp(own, isAnyCase ? 'iu' : 'u');
  known.set(expression, made);
  return made;
}

/** A text that begins or ends with one. */
export const blankAround: string = `^${blanks}|${blanks}$`;
