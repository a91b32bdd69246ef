import { RefusalError } from './errors.ts';
import type { Observation } from './observation.ts';
import type { Seizure } from './seizure.ts';
import { inFour } from './sentence.ts';

/** A span of days, both ends included, ISO. */
export interface Period {
  readonly start: string;
  readonly end: string;
  readonly freq: Observation['freq'];
}

/** The two ends of a period. */
export type Span = Pick<Period, 'start' | 'end'>;

/** An ISO day, or null where the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 1000 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

/**
 * Whether a text is an ISO day of the calendar.
 *
 * @example
 * ```ts
 * import { isDay } from '@samenbeeld/schema';
 * [isDay('2020-02-29'), isDay('2020-02-31'), isDay('2020-2-9'), isDay('')] // => [true, false, false, false]
 * ```
 */
export function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return isoDay(year, month, day) === text;
}

/**
 * The day `days` later.
 *
 * @example
 * ```ts
 * import { addDays } from '@samenbeeld/schema';
 * addDays('2024-02-28', 2) // => '2024-03-01'
 * ```
 */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** `months` whole months from the first of `month`. */
export function monthSpan(year: number, month: number, months: number): Span {
  const after = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  return {
    start: new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10),
    end: addDays(after, -1),
  };
}

const monthsOf = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** Days that a date of a precision stands for; a date is the first of them. */
export function spanOfDate(date: string, precision: Seizure['datePrecision']): Span {
  if (precision === 'day') return { start: date, end: date };
  if (precision === 'week') return { start: date, end: addDays(date, 6) };
  const [year = 0, month = 1] = date.split('-').map(Number);
  return { start: date, end: monthSpan(year, month, monthsOf[precision]).end };
}

/** Monday of ISO week 1: the week that holds 4 January. */
function firstMonday(year: number): string {
  const day = `${year}-01-04`;
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** Monday to Sunday of an ISO week, or null where the year has no such week. */
export function weekSpan(year: number, week: number): Span | null {
  const start = addDays(firstMonday(year), 7 * (week - 1));
  return week >= 1 && start < firstMonday(year + 1) ? { start, end: addDays(start, 6) } : null;
}

/** ISO year and week of a Monday. */
export function weekOf(monday: string): { readonly year: number; readonly week: number } {
  const year = Number(addDays(monday, 3).slice(0, 4));
  const days = (Date.parse(monday) - Date.parse(firstMonday(year))) / 86_400_000;
  return { year, week: days / 7 + 1 };
}

/** "MM-DD" of the last day of a month. */
export function lastOfMonth(year: number, month: number): string {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return `${String(month).padStart(2, '0')}-${days}`;
}

/**
 * The frequency a span has by its ends: whole year A, half S, quarter Q, month M, ISO week W, day D, and O for any
 * other window. Throws a RangeError for text that is no ISO day.
 *
 * @example
 * ```ts
 * import { freqOf } from '@samenbeeld/schema';
 * freqOf({ start: '2023-07-01', end: '2023-12-31' }) // => 'S'
 * freqOf({ start: '2018-05-01', end: '2022-05-31' }) // => 'O'
 * ```
 */
export function freqOf({ start, end }: Span): Period['freq'] {
  if (start === end) return 'D';
  const [year = 0, month = 0] = start.split('-').map(Number);
  const whole = (months: number): boolean =>
    start.endsWith('-01') &&
    (month - 1) % months === 0 &&
    end === `${start.slice(0, 5)}${lastOfMonth(year, month + months - 1)}`;
  if (whole(12)) return 'A';
  if (whole(6)) return 'S';
  if (whole(3)) return 'Q';
  if (whole(1)) return 'M';
  const isWeek = end === addDays(start, 6) && new Date(`${start}T00:00:00Z`).getUTCDay() === 1;
  return isWeek ? 'W' : 'O';
}

/**
 * What a series calls a period: "2024", "2024-S1", "2024-Q3", "2024-07", in an order that text sorts.
 *
 * Throws a RefusalError for what is no whole year, half, quarter or month.
 *
 * @example
 * ```ts
 * import { parsePeriod, periodCode } from '@samenbeeld/schema';
 * ['2024', '2024-S1', '2024-Q3', '2024-07'].map((text) => periodCode(parsePeriod(text))) // => ['2024', '2024-S1', '2024-Q3', '2024-07']
 * ```
 */
export function periodCode({ start, end }: Span): string {
  const [year = '', month = ''] = start.split('-');
  switch (freqOf({ start, end })) {
    case 'A':
      return year;
    case 'S':
      return `${year}-S${month === '01' ? 1 : 2}`;
    case 'Q':
      return `${year}-Q${(Number(month) + 2) / 3}`;
    case 'M':
      return `${year}-${month}`;
    default:
      throw new RefusalError(
        inFour(
          '{start} tot {end} is geen jaar, halfjaar, kwartaal of maand en heeft dus geen plaats in een reeks.',
          'Du {start} au {end}, ce n’est ni une année, ni un semestre, ni un trimestre, ni un mois : pas de place dans une série.',
          '{start} bis {end} ist kein Jahr, Halbjahr, Quartal oder Monat und hat daher keinen Platz in einer Reihe.',
          '{start} to {end} is no year, half, quarter or month, so it has no place in a series.',
          { start, end },
        ),
        {
          dimension: 'period',
          remedy: inFour(
            'Laat het cijfer uit de reeks en toon het apart.',
            'Laissez le chiffre hors de la série et montrez-le à part.',
            'Lassen Sie die Zahl aus der Reihe, und zeigen Sie sie für sich.',
            'Leave the figure out of the series and show it by itself.',
          ),
        },
      );
  }
}

/**
 * Whether `inner` lies within `outer`.
 *
 * @example
 * ```ts
 * import { parsePeriod, periodContains } from '@samenbeeld/schema';
 * periodContains(parsePeriod('2023'), parsePeriod('2023-S1')) // => true
 * ```
 */
export function periodContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Whether two spans share a day.
 *
 * @example
 * ```ts
 * import { parsePeriod, periodsOverlap } from '@samenbeeld/schema';
 * periodsOverlap(parsePeriod('2023-S1'), parsePeriod('2023-Q3')) // => false
 * ```
 */
export function periodsOverlap(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
