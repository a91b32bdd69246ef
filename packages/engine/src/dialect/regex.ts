import { literal } from './literal.ts';

/**
 * Whether the whole text matches a regular expression (RE2 syntax); NULL for NULL.
 *
 * @example
 * ```ts
 * import { dialect } from '@samenbeeld/engine';
 * dialect.regexMatch('line', 'Bron: .*') // => "regexp_full_match(line, 'Bron: .*')"
 * ```
 */
export function regexMatch(text: string, pattern: string): string {
  return `regexp_full_match(${text}, ${literal(pattern)})`;
}

/** The text with each match of a regular expression (RE2 syntax) replaced; `\1` is the first group. */
export function regexReplace(text: string, pattern: string, replacement: string): string {
  return `regexp_replace(${text}, ${literal(pattern)}, ${literal(replacement)}, 'g')`;
}

/** The first match of a regular expression (RE2 syntax), or of one of its groups; NULL where there is none. */
export function regexExtract(text: string, pattern: string, group = 0): string {
  return `nullif(regexp_extract(${text}, ${literal(pattern)}, ${literal(group)}), '')`;
}

/** Whether a regular expression (RE2 syntax) is found anywhere in the text; NULL for NULL. */
export function regexFind(text: string, pattern: string): string {
  return `regexp_matches(${text}, ${literal(pattern)})`;
}
