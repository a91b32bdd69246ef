import { type Column, dialect, type Scalar } from '@samenbeeld/engine';
import { safeText } from '@samenbeeld/schema';

function cell(value: Scalar): string {
  if (value === null) return '';
  if (typeof value !== 'string')
    return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  const text = safeText(value);
  // Empty text is quoted, and so differs from nothing.
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as lines of CSV, each with its end: RFC 4180, a decimal point. Text cells are safe to open in a spreadsheet; numbers
 * are left as they are. NULL is an empty cell, empty text is `""`. `plainText` undoes what makes a text safe.
 *
 * @example
 * ```ts
 * import { csvLines } from '@samenbeeld/store';
 * csvLines([['printed', 'reason'], [12.3, '=1+1']]) // => "printed,reason\r\n12.3,'=1+1\r\n"
 * ```
 */
export function csvLines(rows: Iterable<readonly Scalar[]>): string {
  let lines = '';
  for (const row of rows) lines += `${row.map(cell).join(',')}\r\n`;
  return lines;
}

/** A cell in the engine. Nearly every text begins with a letter or a digit and holds no mark of CSV, which is soon seen. */
function cellSql({ name, type }: Column): string {
  const value = dialect.identifier(name);
  if (type !== 'VARCHAR') return dialect.printed(value, type);
  const isPlain = dialect.regexMatch(value, String.raw`[A-Za-z0-9][^",\r\n]*`);
  // A text leaves the engine without a mark of byte order before it.
  const left = `case when ${value} like '\ufeff%' then substr(${value}, 2) else ${value} end`;
  const safe = dialect.regexReplace(left, String.raw`^('*[=+\-@\t\r\n＝＋－＠])`, String.raw`'\1`);
  const doubled = `replace(${safe}, '"', '""')`;
  const quoted = dialect.regexReplace(doubled, String.raw`(?s)^(|.*[",\r\n].*)$`, String.raw`"\1"`);
  return `case when ${isPlain} then ${value} else ${quoted} end`;
}

/** What `csvLines` says of rows of these columns, as a query of the engine: a line without its end, named by the first line. */
export function csvLinesSql(columns: readonly Column[], from: string): string {
  const head = csvLines([columns.map(({ name }) => name)]).slice(0, -2);
  const cells = columns.map(cellSql).join(", ',', ");
  return `select concat(${cells}) as ${dialect.identifier(head)} from ${from}`;
}
