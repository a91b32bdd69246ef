import {
  addDays,
  InputError,
  isDay,
  type Language,
  ownValue,
  parsePeriod,
} from '@samenbeeld/schema';
import type { Mapping } from '../description/description.ts';
import type { Field } from '../fields.ts';
import { resolveCode } from './resolve-code.ts';
import { means, type Resolved } from './resolved.ts';

/** Days of a period, both included, and its frequency. */
interface Days {
  readonly start: string;
  readonly end: string;
  readonly freq: string;
}

/** A day of the calendar, of a year that a crime picture can be of (as `parsePeriod`). */
function dayOf(year: number, month: number, day: number): string | null {
  const [y, m, d] = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  const iso = `${y}-${m}-${d}`;
  return year >= 1800 && year <= 2199 && isDay(iso) ? iso : null;
}

function monthOf(year: number, month: number): Days | null {
  const start = dayOf(year, month, 1);
  const next = dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1);
  const end = next === null ? dayOf(year, month, 31) : addDays(next, -1);
  return start === null || end === null ? null : { start, end, freq: 'M' };
}

function yearOf(year: number): Days | null {
  const start = dayOf(year, 1, 1);
  return start === null ? null : { start, end: `${year}-12-31`, freq: 'A' };
}

/** What the parts of a strftime format stand for. */
const formatParts: Readonly<Record<string, string>> = {
  Y: '(\\d{4})',
  y: '(\\d{2})',
  m: '(\\d{1,2})',
  d: '(\\d{1,2})',
  b: '(\\p{L}{3,}\\.?)',
};

/**
 * A day in a strftime format: %Y, %m, %d (one or two digits), %y, %b (the name of a month, short or in full) and literal text;
 * a month where the format has no day, a year where it has no month.
 */
function dayIn(text: string, format: string, century: number, language: Language): Days | null {
  const order: string[] = [];
  const pattern = format.replace(
    /%([Ymdyb])|[\^$\\.*+?()[\]{}|/]/g,
    (part, letter: string | undefined) => {
      if (!letter) return `\\${part}`;
      order.push(letter);
      return formatParts[letter] ?? '';
    },
  );
  const match = new RegExp(`^${pattern}$`, 'u').exec(text);
  if (!match) return null;
  const part = (letter: string): string => match[order.indexOf(letter) + 1] ?? '';
  const year = order.includes('Y') ? Number(part('Y')) : century + Number(part('y'));
  if (!order.includes('m') && !order.includes('b')) return yearOf(year);
  const month = order.includes('b')
    ? Number(periodIn(`${part('b')} 2000`, language)?.start.slice(5, 7))
    : Number(part('m'));
  if (!order.includes('d')) return monthOf(year, month);
  const iso = dayOf(year, month, Number(part('d')));
  return iso === null ? null : { start: iso, end: iso, freq: 'D' };
}

/** The first day of Excel's count that is right: it holds a 29 February 1900, which never was, under 60. */
const firstSerial = 61;
const beforeSerials = Date.UTC(1899, 11, 30);

/** A day as Excel counts it (44927 is 2023-01-01), the time of day left out. */
function serialDay(text: string): Days | null {
  const [, days] = /^(\d{2,6})(?:[.,]\d+)?$/.exec(text) ?? [];
  if (days === undefined || Number(days) < firstSerial) return null;
  const date = new Date(beforeSerials + Number(days) * 86_400_000);
  const iso = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  return iso === null ? null : { start: iso, end: iso, freq: 'D' };
}

/** A cell as one of the formats of days reads it: "any" is any period in words, "excel" a number of days. */
function inFormat(text: string, format: string, century: number, language: Language): Days | null {
  if (format === 'any') return periodIn(text, language);
  return format === 'excel' ? serialDay(text) : dayIn(text, format, century, language);
}

/** A period in words or figures; null where a text is none. */
export function periodIn(text: string, language: Language): Days | null {
  try {
    return parsePeriod(text, language);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

const dayInFigures = /^\d{1,2}([-./ ])\d{1,2}\1\d{2,4}$/u;

/** Whether a format says which of day and month is first: "any" beside it may not read a day in figures the other way. */
const saysWhichIsFirst = (format: string): boolean => /%d[^%]+%m|%m[^%]+%d[^%]+%[Yy]/u.test(format);

function daysOf(text: string, mapping: Mapping, language: Language): Days | null {
  if (mapping.as === 'year') return /^\d{4}$/.test(text) ? yearOf(Number(text)) : null;
  if (mapping.as === 'year2') {
    if (/^\d{4}$/.test(text)) return yearOf(Number(text));
    return /^\d{2}$/.test(text) ? yearOf(mapping.century + Number(text)) : null;
  }
  if (mapping.as === 'yearmonth') {
    const match = /^(\d{4})[-_M]?(\d{2})$/.exec(text);
    return match ? monthOf(Number(match[1]), Number(match[2])) : null;
  }
  if (mapping.as === 'period') return periodIn(text, language);
  const formats = mapping.formats.length > 0 ? mapping.formats : ['%Y-%m-%d'];
  for (const format of formats) {
    if (format === 'any' && dayInFigures.test(text) && formats.some(saysWhichIsFirst)) continue;
    const found = inFormat(text, format, mapping.century, language);
    if (found) return found;
  }
  return null;
}

const precisions: Readonly<Record<string, string>> = {
  A: 'year',
  S: 'half',
  Q: 'quarter',
  M: 'month',
  W: 'week',
  D: 'day',
};

const expected: Readonly<Record<string, string>> = {
  year: 'a year of four digits',
  year2: 'a year of two or four digits',
  yearmonth: 'a year and month (2022-07)',
  period: 'a period (2022, 2022-Q3, juli 2022)',
};

/** A month, quarter or half without its year: first and last day (MM-DD) in a year that is no leap year, and its frequency. */
function resolvePart(cell: string, { codes }: Mapping, language: Language): Resolved {
  const text = ownValue(codes, cell) ?? cell;
  const days = periodIn(/^\d{1,2}$/.test(text) ? `2001-${text}` : `${text} 2001`, language);
  if (days && ['S', 'Q', 'M'].includes(days.freq))
    return means(days.start.slice(5), days.end.slice(5), days.freq);
  return {
    rule: 'period.invalid',
    message: `"${cell}" is no month, quarter or half of a year (maart, 3, Q1, 2e kwartaal, S2)`,
    repair: 'correct the cell, or say under codes what it means (codes: { "1": Q1 })',
  };
}

/** The day or period a cell means, in the columns the field fills. */
function resolveTime(cell: string, mapping: Mapping, language: Language): Resolved {
  const days = daysOf(cell, mapping, language);
  if (!days)
    return {
      rule: 'period.invalid',
      message: `"${cell}" is not ${expected[mapping.as] ?? `a date (${mapping.formats.join(' or ') || '%Y-%m-%d'})`}`,
      repair:
        'correct the cell, or the format in the column’s mapping; a row that is a total is left out under exclude',
    };
  if (mapping.to === 'period') return means(days.start, days.end, days.freq);
  if (mapping.to === 'periodEnd') return means(days.end);
  if (mapping.to !== 'date') return means(days.start);
  const precision = ownValue(precisions, days.freq);
  if (precision) return means(days.start, precision);
  return {
    rule: 'period.invalid',
    message: `"${cell}" is neither a day nor a week, month, quarter, half or year`,
    repair: 'give one date',
  };
}

function resolveBoolean(cell: string, { trueValues, falseValues }: Mapping): Resolved {
  if (trueValues.includes(cell)) return means('true');
  if (falseValues.includes(cell)) return means('false');
  return {
    rule: 'boolean.invalid',
    message: `"${cell}" is none of ${[...trueValues, ...falseValues].map((text) => `"${text}"`).join(', ')}`,
    repair: 'correct the cell, or list it under trueValues or falseValues',
  };
}

/** What a trimmed, non-empty cell of a column means in the field it is mapped to; a wrong one with advice where that is `advised`. */
export function resolveCell(
  cell: string,
  mapping: Mapping,
  field: Field,
  language: Language,
  advised = true,
): Resolved {
  if (mapping.to === 'periodPart') return resolvePart(cell, mapping, language);
  switch (mapping.as) {
    case 'code':
      return resolveCode(cell, mapping, field, language, advised);
    case 'boolean':
      return resolveBoolean(cell, mapping);
    case 'integer':
      return /^0*\d{1,9}$/.test(cell)
        ? means(String(Number(cell)))
        : {
            rule: 'number.invalid',
            message: `"${cell}" is not a whole number`,
            repair: 'write digits only, at most nine',
          };
    case 'year':
    case 'year2':
    case 'yearmonth':
    case 'date':
    case 'period':
      return resolveTime(cell, mapping, language);
    default:
      return means(cell);
  }
}
