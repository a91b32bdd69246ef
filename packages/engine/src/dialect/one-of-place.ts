/**
 * The place, from 0, of a value in the list of its type, which `oneOfType` made: to compare it with others as a number.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * const unit = `cast('l' as ${dialect.oneOfType(['kg', 'l'])})`;
 * await engine.rows(`select ${dialect.oneOfPlace(unit)} as place`) // => [{ place: 1 }]
 * await engine.close();
 * ```
 */
export function oneOfPlace(expression: string): string {
  return `enum_code(${expression})`;
}
