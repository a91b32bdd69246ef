import { escaped } from '../escaped.ts';

/** Kinds of area in brackets belong to the place before them. */
export const kindOfArea: RegExp = /\((?:PV|RE|CR|LD|AM|PD|gemeente|provincie)\)/g;

/** Parts of a text and the marks between them: `a_b - c (kg)` is ['a', '_', 'b', ' - ', 'c', ' (', 'kg', ')', '']. */
export function splitHeading(text: string): readonly string[] {
  const marks =
    text.search(kindOfArea) >= 0
      ? /(_+|\s+[-–|]\s+|;\s*|\s*:\s+)/u
      : /(_+|\s+[-–|]\s+|;\s*|\s*:\s+|\s*\(|\)|\s+(?:in|en)\s+(?=\p{L}{1,12}$))/u;
  return text.split(marks);
}

/** A text as a regular expression that finds nothing else. */
export function escapePattern(text: string): string {
  return escaped(text).replaceAll('\\/', '/');
}

/** The texts of one place in a row of headings, where they differ. */
export function choice(texts: readonly string[]): string {
  return [...new Set(texts)].map(escapePattern).join('|');
}
