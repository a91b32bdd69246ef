import { InputError, type Language, ownValue, parsePeriod } from '@samenbeeld/schema';
import type { Mapping } from '../description/description.ts';
import { means, type Resolved } from './resolved.ts';

/** Days of a period, both included, and its frequency. */
interface Days {
  readonly start: string;
  readonly end: string;
  readonly freq: string;
}

const day = 86_400_000;

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1) - day).toISOString().slice(0, 10);
}

function monthOf(year: number, month: number): Days | null {
  if (month < 1 || month > 12) return null;
  const start = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  return { start, end: lastDay(year, month), freq: 'M' };
}

const yearOf = (year: string): Days => ({
  start: `${year}-01-01`,
  end: `${year}-12-31`,
  freq: 'A',
});

/** A day in a strftime format: %Y, %m, %d (one or two digits), %y and literal text. */
function dayIn(text: string, format: string, century: number): Days | null {
  const order: string[] = [];
  const pattern = format.replace(
    /%([Ymdy])|[\^$\\.*+?()[\]{}|/]/g,
    (part, letter: string | undefined) => {
      if (!letter) return `\\${part}`;
      order.push(letter);
      return letter === 'Y' ? '(\\d{4})' : letter === 'y' ? '(\\d{2})' : '(\\d{1,2})';
    },
  );
  const match = new RegExp(`^${pattern}$`, 'u').exec(text);
  if (!match) return null;
  const part = (letter: string): number => Number(match[order.indexOf(letter) + 1]);
  const year = order.includes('Y') ? part('Y') : century + part('y');
  const date = new Date(Date.UTC(year, part('m') - 1, part('d')));
  if (date.getUTCMonth() !== part('m') - 1 || date.getUTCDate() !== part('d')) return null;
  const iso = date.toISOString().slice(0, 10);
  return { start: iso, end: iso, freq: 'D' };
}

function words(text: string, language: Language): Days | null {
  try {
    return parsePeriod(text, language);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function daysOf(text: string, mapping: Mapping, language: Language): Days | null {
  if (mapping.as === 'year') return /^\d{4}$/.test(text) ? yearOf(text) : null;
  if (mapping.as === 'year2') {
    if (/^\d{4}$/.test(text)) return yearOf(text);
    return /^\d{2}$/.test(text) ? yearOf(String(mapping.century + Number(text))) : null;
  }
  if (mapping.as === 'yearmonth') {
    const match = /^(\d{4})[-_M]?(\d{2})$/.exec(text);
    return match ? monthOf(Number(match[1]), Number(match[2])) : null;
  }
  if (mapping.as === 'period') return words(text, language);
  const formats = mapping.formats.length > 0 ? mapping.formats : ['%Y-%m-%d'];
  for (const format of formats) {
    const found = format === 'any' ? words(text, language) : dayIn(text, format, mapping.century);
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

/** The day or period a cell means, in the columns the field fills. */
export function resolveTime(cell: string, mapping: Mapping, language: Language): Resolved {
  const days = daysOf(cell, mapping, language);
  if (!days)
    return {
      rule: 'period.invalid',
      message: `"${cell}" is not ${expected[mapping.as] ?? `a date (${mapping.formats.join(' or ') || '%Y-%m-%d'})`}`,
      repair: 'correct the cell, or the format in the column’s mapping',
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
