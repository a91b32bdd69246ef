import { InputError, type Place } from './errors.ts';
import type { Language } from './language.ts';
import { isoDay, monthSpan, type Span, weekSpan } from './period.ts';

/** How the dates of a file are written, as far as it is declared. */
export interface PeriodHabit {
  /** First two-digit year that belongs to the 1900s: with 50, `49` is 2049 and `50` is 1950. */
  readonly pivot?: number;
  /** Order of day and month in all-figure dates. */
  readonly order?: 'd-m' | 'm-d';
  /** Where the text stands, for the error. */
  readonly place?: Place;
}

/** A text being read, with what is known about it. */
export interface Reader extends PeriodHabit {
  readonly text: string;
  readonly language: Language | undefined;
}

/** Throws an InputError about the text. */
export function refusePeriod(reader: Reader, problem: string, repair: string): never {
  throw new InputError(`"${reader.text}": ${problem}`, {
    repair,
    ...(reader.place && { place: reader.place }),
  });
}

/** A year of four digits, or of two with a pivot. */
export function yearOf(reader: Reader, digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) {
    if (year >= 1800 && year <= 2199) return year;
    return refusePeriod(
      reader,
      `expected a year from 1800 to 2199, found ${digits}`,
      'check the column',
    );
  }
  const { pivot } = reader;
  if (pivot === undefined) {
    return refusePeriod(
      reader,
      `the year ${digits} is either 19${digits} or 20${digits}`,
      'declare the pivot: with pivot: 50, 49 is 2049 and 50 is 1950',
    );
  }
  return year < pivot ? 2000 + year : 1900 + year;
}

/** One day of the calendar. */
export function dayOf(reader: Reader, year: number, month: number, day: number): Span {
  const iso = isoDay(year, month, day);
  if (iso) return { start: iso, end: iso };
  return refusePeriod(reader, 'the calendar has no such day', 'correct the date');
}

/** The `at`-th part of a year in parts of so many months. */
export function partOfYear(reader: Reader, digits: string, months: number, at: number): Span {
  if (at >= 1 && at <= 12 / months)
    return monthSpan(yearOf(reader, digits), (at - 1) * months + 1, months);
  const names = { 12: 'year', 6: 'half', 3: 'quarter', 1: 'month' } as const;
  const name = names[months as keyof typeof names];
  return refusePeriod(reader, `there is no ${name} ${at}`, `use ${name} 1 to ${12 / months}`);
}

/** An ISO week. */
export function weekOfYear(reader: Reader, digits: string, number: number): Span {
  const span = weekSpan(yearOf(reader, digits), number);
  return span ?? refusePeriod(reader, `${digits} has no ISO week ${number}`, 'correct the week');
}
