/** The blanks that `String.prototype.trim` takes away, as a class of a regular expression that every engine knows. */
export const blanks =
  '[\\t\\n\\v\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]';

/** The same without the plain blank. */
export const oddBlanks: string = blanks.replace('\\r ', '\\r');

/** A text that begins or ends with one. */
export const blankAround: string = `^${blanks}|${blanks}$`;
