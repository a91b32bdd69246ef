import { InputError } from './errors.ts';
import { parsePeriod } from './parse-period.ts';
import type { Period } from './period.ts';
import { inFour } from './sentence.ts';

/** A whole year, half, quarter, month, week or day. */
export interface CalendarPeriod extends Period {
  readonly freq: Exclude<Period['freq'], 'O'>;
}

/** How many periods of a frequency a year holds. */
export const periodsPerYear: Readonly<Record<CalendarPeriod['freq'], number>> = {
  A: 1,
  S: 2,
  Q: 4,
  M: 12,
  W: 365.2425 / 7,
  D: 365.2425,
};

/** Periods already read: series after series has the same ones, and the calendar costs more than most tests. */
const known = new Map<string, CalendarPeriod>();
const mostKnown = 20_000;

/**
 * Reads a period that has its place in a series.
 *
 * @throws InputError for a text that is no whole year, half, quarter, month, week or day
 * @example
 * ```ts
 * import { calendarPeriod } from '@samenbeeld/schema';
 * calendarPeriod('2024-S1') // => { start: '2024-01-01', end: '2024-06-30', freq: 'S' }
 * ```
 */
export function calendarPeriod(code: string): CalendarPeriod {
  const found = known.get(code);
  if (found) return found;
  const { start, end, freq } = parsePeriod(code);
  if (freq === 'O')
    throw new InputError(
      inFour(
        'verwacht: een heel jaar, halfjaar, kwartaal, een hele maand, week of dag; gevonden: "{code}"',
        'attendu : une année, un semestre, un trimestre, un mois, une semaine ou un jour entier ; trouvé : « {code} »',
        'erwartet: ein ganzes Jahr, Halbjahr, Quartal, ein ganzer Monat, eine ganze Woche oder ein Tag; gefunden: „{code}“',
        'expected a whole year, half, quarter, month, week or day, found "{code}"',
        { code },
      ),
      {
        repair: inFour(
          'geef elke waarde haar kalenderperiode',
          'donnez à chaque valeur sa période du calendrier',
          'jedem Wert seinen Kalenderzeitraum geben',
          'give each value its calendar period',
        ),
      },
    );
  if (known.size >= mostKnown) known.clear();
  const period = { start, end, freq };
  known.set(code, period);
  return period;
}

/**
 * Where a day, or the period that begins with it, lies among the periods of a frequency, counted so that the next one is
 * one more; part of one further where the day lies within one.
 *
 * @example
 * ```ts
 * import { stepOf } from '@samenbeeld/schema';
 * stepOf({ start: '2024-07-01', freq: 'S' }) - stepOf({ start: '2024-01-01', freq: 'S' }) // => 1
 * ```
 */
export function stepOf({ start, freq }: Pick<CalendarPeriod, 'start' | 'freq'>): number {
  const days = Date.parse(start) / 86_400_000;
  if (freq === 'D') return days;
  // Weeks start on Mondays; the first Monday of 1970 was the fifth day.
  if (freq === 'W') return (days - 4) / 7;
  const [year = 0, month = 1, date = 1] = start.split('-').map(Number);
  const each = periodsPerYear[freq];
  return year * each + ((month - 1 + (date - 1) / 31) * each) / 12;
}
