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

// What a reader does not see, or what moves what they see: control and format characters, direction marks, line and
// paragraph separators, tags, fillers, private use and halves of pairs. Blanks of any width are text.
const unseen =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const unseenInLines = new RegExp(`(?![\\n\\t])${unseen.source}`, 'gu');

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(sign: string): string {
  const units = Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at));
  return short[sign] ?? units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/**
 * A text of a file, an argument or a person as one line of which a reader sees every sign: what is invisible, breaks the
 * line or turns its direction stands as JSON writes it. What is shown so is data to no one; the data keep the text itself.
 *
 * @example
 * ```ts
 * import { shownText } from '@samenbeeld/schema';
 * shownText('Vlissingen\n0 rejected') // => 'Vlissingen\\n0 rejected'
 * shownText('Terneuzen') // => 'Terneuzen'
 * ```
 */
export function shownText(text: string): string {
  return text.replace(unseen, escaped);
}

/**
 * The same for a text of several lines: its line breaks and tabs stay. JSON remains the JSON it was.
 *
 * @example
 * ```ts
 * import { shownLines } from '@samenbeeld/schema';
 * shownLines('haven\tkg\n\u{1b}[2JGent') // => 'haven\tkg\n\\u001b[2JGent'
 * ```
 */
export function shownLines(text: string): string {
  return text.replace(unseenInLines, escaped);
}
