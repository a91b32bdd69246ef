// A spreadsheet runs a cell that starts like this (OWASP, CSV injection); the second sign is its full-width form.
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe stands before it. Undone by `plainText`.
 *
 * @example
 * ```ts
 * import { safeText } from '@samenbeeld/schema';
 * safeText('=1+1') // => "'=1+1"
 * safeText('ruim 300') // => 'ruim 300'
 * ```
 */
export function safeText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/**
 * The text that `safeText` made safe.
 *
 * @example
 * ```ts
 * import { plainText } from '@samenbeeld/schema';
 * plainText("'=1+1") // => '=1+1'
 * ```
 */
export function plainText(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
