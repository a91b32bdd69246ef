import {
  type CalendarPeriod,
  calendarPeriod,
  formatPeriod,
  type Language,
  type PeriodRole,
  parsePeriod,
  periodPhrase,
  shape,
  shortPeriod,
  takes,
} from '@samenbeeld/schema';

/** A calendar period with its place in time. */
export interface Period extends CalendarPeriod {
  readonly code: string;
  /** Start in years, evenly spaced within a frequency. */
  readonly time: number;
}

const known = new WeakMap<CalendarPeriod, Period>();

/** Reads a period of a series, which must be a whole year, half, quarter, month, week or day. */
export function readPeriod(code: string): Period {
  const calendar = calendarPeriod(code);
  const found = known.get(calendar);
  if (found) return found;
  const { start, freq } = calendar;
  const [year = 0, month = 1] = start.split('-').map(Number);
  const time =
    freq === 'W' || freq === 'D'
      ? 1970 + Date.parse(start) / 86_400_000 / 365.2425
      : year + (month - 1) / 12;
  const period = { ...calendar, code, time };
  known.set(calendar, period);
  return period;
}

const partOfYear = /^\d{4}-(?:\d\d(?:-\d\d)?|[SQ]\d|W\d\d)$/u;

/** A month by its name, any other part of a year in few letters. */
const lengthOf = ({ freq }: ReturnType<typeof parsePeriod>): 'full' | 'short' =>
  freq === 'M' ? 'full' : 'short';

/** What a sentence calls a period: "2024", "maart 2024", "K3 2024"; anything else, such as a position, as it is. */
export function periodText(code: string, language: Language): string {
  if (!partOfYear.test(code)) return code;
  const period = parsePeriod(code);
  return (lengthOf(period) === 'full' ? formatPeriod : shortPeriod)(period, language);
}

/** The same with what the language puts before it: "in 2024", "d’avril 2024", "au T3 2024"; what is no period, as a year has it. */
export function periodTextAfter(role: PeriodRole, code: string, language: Language): string {
  const isPart = partOfYear.test(code);
  const period = parsePeriod(isPart ? code : '2000');
  const phrase = periodPhrase(role, period, language, lengthOf(period));
  return isPart ? phrase : phrase.replace('2000', code);
}

/**
 * What a sentence calls the time from one period to another, as every sentence and title of a trend does.
 *
 * @example
 * ```ts
 * import { spanText } from '@samenbeeld/trends';
 * spanText('2018', '2024', 'nl') // => '2018–2024'
 * spanText('2023-Q1', '2024-Q4', 'nl') // => 'K1 2023 – K4 2024'
 * ```
 */
export function spanText(from: string, to: string, language: Language): string {
  takes(
    'spanText',
    ['from', from, shape.text],
    ['to', to, shape.text],
    ['language', language, shape.text],
  );
  const dash = partOfYear.test(from) || partOfYear.test(to) ? ' – ' : '–';
  return `${periodText(from, language)}${dash}${periodText(to, language)}`;
}
