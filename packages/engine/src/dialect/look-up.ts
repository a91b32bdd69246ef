import { literal } from './literal.ts';
import { oneOfPlace } from './one-of-place.ts';

/**
 * The text that belongs to a value of a type that `oneOfType` made: one for each text of the type, in the same order.
 * NULL for NULL.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * const unit = `cast('l' as ${dialect.oneOfType(['kg', 'l'])})`;
 * await engine.rows(`select ${dialect.lookUp(unit, ['kilogram', 'litre'])} as unit`) // => [{ unit: 'litre' }]
 * await engine.close();
 * ```
 */
export function lookUp(value: string, texts: readonly (string | null)[]): string {
  const list = texts.map((text) => literal(text)).join(', ');
  return `list_extract(cast([${list}] as VARCHAR[]), ${oneOfPlace(value)} + 1)`;
}
