/**
 * A whole number from 0 up to, not including, a size, drawn by the hash of a text: evenly spread, and the same on every
 * machine. The size may be at most a thousand million.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select ${dialect.hashNumber("'seed 1'", 100)} as a, ${dialect.hashNumber("'seed 2'", 100)} as b`) // => [{ a: 41, b: 69 }]
 * await engine.close();
 * ```
 */
export function hashNumber(text: string, size: number): string {
  if (!(Number.isInteger(size) && size >= 1 && size <= 1e9))
    throw new RangeError(`a size must be a whole number from 1 to 1,000,000,000, not ${size}`);
  return `cast(md5_number_lower(${text}) % ${size} as BIGINT)`;
}
