/**
 * The whole numbers from 0 up to, not including, a count, as a relation with the column n.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select n from ${dialect.numbers(2)} order by n`) // => [{ n: 0 }, { n: 1 }]
 * await engine.close();
 * ```
 */
export function numbers(count: number): string {
  return `(select range as n from range(${count}))`;
}
