/**
 * A name quoted for SQL.
 *
 * @example
 * ```ts
 * import { dialect } from '@samenbeeld/engine';
 * dialect.identifier('Menge "netto"') // => '"Menge ""netto"""'
 * ```
 */
export function identifier(name: string): string {
  if (name === '' || name.includes('\0')) throw new TypeError('a name in SQL must not be empty');
  return `"${name.replaceAll('"', '""')}"`;
}
