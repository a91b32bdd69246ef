import { literal } from './literal.ts';

/**
 * A text split into a list.
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
  return `string_split(${text}, ${literal(separator)})`;
}
