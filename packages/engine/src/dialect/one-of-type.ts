import { literal } from './literal.ts';

/** SQL of a type whose values are some texts and no other. */
export type OneOfType = `ENUM(${string})`;

/**
 * The type of a column that holds some texts and no other: kept as a number each, so that few texts in many rows cost
 * little. A text that is none of them cannot be cast to it. Cast to VARCHAR for a column that people read.
 *
 * @example
 * ```ts
 * import { dialect } from '@samenbeeld/engine';
 * dialect.oneOfType(['kg', 'l']) // => "ENUM('kg', 'l')"
 * ```
 */
export function oneOfType(texts: readonly string[]): OneOfType {
  if (texts.length === 0) throw new RangeError('a column needs at least one text that it may hold');
  return `ENUM(${texts.map((text) => literal(text)).join(', ')})`;
}
