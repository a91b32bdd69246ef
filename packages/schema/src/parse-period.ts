import { UsageError } from './errors.ts';
import type { Language } from './language.ts';
import { freqOf, type Period, type Span } from './period.ts';
import { type PeriodHabit, type Reader, refusePeriod } from './period-reader.ts';
import { monthOf } from './period-words.ts';
import { readDate, readDateInWords } from './read-date.ts';
import { readPeriodCode } from './read-period-code.ts';

/** Statistics Netherlands writes the year first: `2022 1e kwartaal`, `2022 januari`. */
function yearLast(text: string): string {
  const [, year, words] = /^(\d{4}) (.*\p{L}{3}.*)$/u.exec(text) ?? [];
  return year && words ? `${words} ${year}` : text;
}

function read(reader: Reader, text: string): Span {
  const found =
    readPeriodCode(reader, text) ??
    readDate(reader, text) ??
    readDateInWords(reader, yearLast(text));
  if (found) return found;
  return refusePeriod(
    reader,
    'expected a year, half, quarter, month, week, day or range',
    'correct the cell, or describe how the file writes its periods',
  );
}

/** Letters of a period, with words around its parts. */
const longest = 200;

function rangeOf(text: string): readonly [string, string] | null {
  const dots =
    /^(.+?)\s*(?:\.\.|\u2013|\u2014| t\/m | tot en met | bis | à | au | to )\s*(.+)$/u.exec(text);
  const years = /^(\d{4})\s*[-/]\s*(\d{4})$/.exec(text);
  const days = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(text);
  const [, first = '', last = ''] = dots ?? years ?? days ?? [];
  if (last === '') return null;
  const year = /\d{4}$/.exec(last)?.[0];
  return [monthOf(first) !== null && year ? `${first} ${year}` : first, last];
}

/**
 * A period as offices and reports write it: `2024`, `2024-S1`, `2024H1`, `2024-Q3`, `2024-07`, `2024-W05` (ISO weeks),
 * `2018-05..2022-05`, `2023JJ00` and its like (Statistics Netherlands), `21-8-2018`, `23 août 2018`, `1 mrt 2022`,
 * `Januar 2020`, `2022 1e kwartaal`, `premier semestre 2023`, `first half of 2023`. Month names are read in any of the four languages.
 *
 * In all-figure dates the day comes first in nl, fr and de and behind dots; otherwise the order must be declared unless
 * a number above 12 shows it. Two-digit years need `pivot`. Both ends of the result are days included; `freq` follows
 * from them. Throws an InputError for what cannot be read, has two readings, or is not in the calendar.
 *
 * @example
 * ```ts
 * import { parsePeriod } from '@samenbeeld/schema';
 * parsePeriod('2024-S1') // => { start: '2024-01-01', end: '2024-06-30', freq: 'S' }
 * parsePeriod('21-8-2018', 'nl') // => { start: '2018-08-21', end: '2018-08-21', freq: 'D' }
 * parsePeriod('2018-05..2022-05') // => { start: '2018-05-01', end: '2022-05-31', freq: 'O' }
 * ```
 */
export function parsePeriod(text: string, language?: Language, habit: PeriodHabit = {}): Period {
  if (habit.pivot !== undefined && !(habit.pivot >= 0 && habit.pivot <= 100))
    throw new UsageError(`pivot must be from 0 to 100, found ${habit.pivot}`);
  const reader: Reader = { ...habit, text, language };
  if (text.length > longest)
    refusePeriod(
      reader,
      'expected a period, found a long text',
      'give the period alone, such as 2024-Q3',
    );
  const plain = text.trim().replace(/\s+/gu, ' ');
  const range = rangeOf(plain);
  const [first, last] = range ? range.map((end) => read(reader, end)) : [read(reader, plain)];
  const span = { start: first?.start ?? '', end: (last ?? first)?.end ?? '' };
  if (span.start > span.end)
    refusePeriod(reader, 'the range ends before it starts', 'swap its ends');
  return { ...span, freq: freqOf(span) };
}
