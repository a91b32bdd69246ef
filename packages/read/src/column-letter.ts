/**
 * The letter of a spreadsheet's column from its 0-based index.
 *
 * @example
 * ```ts
 * import { columnLetter } from '@samenbeeld/read';
 * columnLetter(27) // => 'AB'
 * ```
 */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
