import type { Scalar } from '@samenbeeld/engine';
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
 * are left as they are. NULL is an empty cell, empty text is `""`.
 */
export function csvLines(rows: Iterable<readonly Scalar[]>): string {
  let lines = '';
  for (const row of rows) lines += `${row.map(cell).join(',')}\r\n`;
  return lines;
}
