/**
 * How many different items two lists share; NULL where a list is NULL.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select ${dialect.sharedItems("['a', 'b', 'b']", "['b', 'c']")} as n`) // => [{ n: 1 }]
 * await engine.close();
 * ```
 */
export function sharedItems(a: string, b: string): string {
  return `len(list_intersect(${a}, ${b}))`;
}

/** How many different items a list has; NULL for NULL. */
export function differentItems(list: string): string {
  return `len(list_distinct(${list}))`;
}
