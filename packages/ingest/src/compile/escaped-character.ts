const blanks = '[\\s\\x{a0}\\x{202f}\\x{2009}]';

/** The blanks that may stand around a number or between its groups, as a class of a regular expression. */
export const numberBlanks: string = blanks;

/** A mark of a number as part of a regular expression; a blank stands for any. */
export function escapedCharacter(character: string): string {
  return character === ' ' ? blanks : `\\x{${character.codePointAt(0)?.toString(16)}}`;
}
