/**
 * Jaro-Winkler similarity of two texts, from 0 to 1 (Winkler 1990, prefix weight 0.1).
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select round(${dialect.jaroWinkler("'MARTHA'", "'MARHTA'")}, 3) as s`) // => [{ s: 0.961 }]
 * await engine.close();
 * ```
 */
export function jaroWinkler(a: string, b: string): string {
  return `jaro_winkler_similarity(${a}, ${b})`;
}

/** Levenshtein distance of two texts: insertions, deletions and substitutions of bytes. */
export function levenshtein(a: string, b: string): string {
  return `levenshtein(${a}, ${b})`;
}
