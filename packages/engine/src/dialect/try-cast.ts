import type { ColumnType } from '../value.ts';
import type { OneOfType } from './one-of-type.ts';

/**
 * An expression cast to a type, or NULL where it does not fit. It also rounds and trims; for figures of people use
 * `parseDecimal` and `parseDate`.
 *
 * @example
 * ```ts
 * import { dialect } from '@samenbeeld/engine';
 * dialect.tryCast('year', 'INTEGER') // => 'try_cast(year as INTEGER)'
 * ```
 */
export function tryCast(expression: string, type: ColumnType | OneOfType): string {
  return `try_cast(${expression} as ${type})`;
}
