/**
 * A constant in SQL: text, a finite number, a truth value or NULL. For values of people and files use parameters.
 *
 * @example
 * ```ts
 * import { dialect } from '@samenbeeld/engine';
 * dialect.literal("'s-Gravenpolder") // => "'''s-Gravenpolder'"
 * dialect.literal(null) // => 'NULL'
 * ```
 */
export function literal(value: string | number | boolean | null): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`a number in SQL must be finite, not ${value}`);
  return value === null ? 'NULL' : String(value);
}
