/**
 * Damerau-Levenshtein distance of two texts: as Levenshtein's, and two neighbours that changed places count as one.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select ${dialect.damerauLevenshtein("'1971-06-24'", "'1971-06-42'")} as d`) // => [{ d: 1 }]
 * await engine.close();
 * ```
 */
export function damerauLevenshtein(a: string, b: string): string {
  return `damerau_levenshtein(${a}, ${b})`;
}
