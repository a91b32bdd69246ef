import type { CellObject } from '@e965/xlsx';
import { spreadsheets } from './parse-workbook.ts';

/** A cell as text, as stored where that differs, and the name of what a person should know. */
export interface ExcelText {
  readonly text: string | null;
  readonly stored?: string;
  readonly remark?:
    | 'formula'
    | 'formula-without-value'
    | 'error'
    | 'date'
    | 'impossible-date'
    | 'duration';
}

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

const two = (value: number): string => String(value).padStart(2, '0');

/** A serial day as an ISO date, time, or both; null for days that never were, such as 29 February 1900. */
function isoText(serial: number, date1904: boolean): string | null {
  const code = spreadsheets().SSF.parse_date_code(serial, { date1904 });
  if (!code) return null;
  const { y, m, d, H, M, S } = code;
  const time = `${two(H)}:${two(M)}:${two(S)}`;
  if (serial < 1) return time;
  const day = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.valueOf()) || date.toISOString().slice(0, 10) !== day) return null;
  return code.T === 0 && code.u === 0 ? day : `${day}T${time}`;
}

/** The text of a cell: numbers in their shortest exact form, dates as ISO text, formulas by their stored result. */
export function excelText(cell: CellObject, date1904: boolean): ExcelText {
  const { t, v, z, f } = cell;
  const formula = f === undefined ? {} : ({ remark: 'formula' } as const);
  if (t === 'z' || v === undefined || v === null) {
    return { text: null, ...(f === undefined ? {} : { remark: 'formula-without-value' }) };
  }
  if (t === 'e') return { text: errors[Number(v)] ?? '#ERROR', remark: 'error' };
  if (t === 'b') return { text: String(v), stored: v ? '1' : '0', ...formula };
  if (t !== 'n') return { text: String(v) || null, ...formula };
  const stored = String(v);
  if (typeof z !== 'string' || !spreadsheets().SSF.is_date(z)) return { text: stored, ...formula };
  if (/\[[hms]+\]/i.test(z)) return { text: stored, remark: 'duration' };
  const iso = isoText(Number(v), date1904);
  return iso === null
    ? { text: stored, remark: 'impossible-date' }
    : { text: iso, stored, remark: 'date' };
}
