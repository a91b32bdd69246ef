import { literal } from './literal.ts';

/**
 * A text split into a list of its items, without the blanks around them; between two separators, or after the last, may be
 * none.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select ${dialect.split("'NLVLI+NLTNZ'", '+')} as places`) // => [{ places: ['NLVLI', 'NLTNZ'] }]
 * await engine.close();
 * ```
 */
export function split(text: string, separator: string): string {
  return `[trim(item) for item in string_split(${text}, ${literal(separator)}) if trim(item) <> '']`;
}
