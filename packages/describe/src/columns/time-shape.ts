import { InputError, type Language, languages, type Period, parsePeriod } from '@samenbeeld/schema';
import { escaped } from '../escaped.ts';

/** How one cell can be read as a time: names of the parser, or a strftime pattern for days and months. */
export type TimeReading =
  | 'year'
  | 'year2'
  | 'yearmonth'
  | 'period'
  | 'numbered'
  | 'season'
  | 'part'
  | `%${string}`;

/** The days that Excel counts, where a heading says that numbers are days. */
export const excelDays: TimeReading = '%excel';

/** Share of the cells from which years, months, days and periods in one column are its periods; others are asked about. */
export const mostlyTimes = 0.75;

const yearLike = /^(?:19|20)\d{2}$/;

/** A year as a pattern of descriptions, which know no look-around: no part of a longer number. */
export const yearPattern = '(?:^|\\D)((?:19|20)\\d{2})(?:\\D|$)';

/** The years that a text holds, each once. */
export function yearsIn(text: string): readonly string[] {
  return [...new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g))];
}

/** Whether a month, quarter or other year of two digits stands by a year that a text holds ("2023-01", "2023/24", "K1 2023"). */
export function narrowsYear(text: string): boolean {
  return /(?<!\d)(?:19|20)\d\d(?:\s?[-–_./]\s?\d{1,2}|[-–_./\s]*(?:[QTKS][1-4]|M\d{1,2}))(?!\d)|(?<![\p{L}\d])(?:\d{1,2}[-–_./]|(?:[QTKS][1-4]|M\d{1,2})[-–_./\s]*)(?:19|20)\d\d(?!\d)/iu.test(
    text,
  );
}

function isDay(year: string, month: string, day: string): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** A year that is marked as provisional (StatLine). */
export const provisionalYear: RegExp = /^(?:19|20)\d{2}\*{1,2}$/;

/** Patterns of days that a text fits; two where day and month can change places. */
function dayReadings(text: string): readonly TimeReading[] {
  const iso = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})([T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  if (iso) {
    const [, year = '', mark = '', month = '', day = '', rest = ''] = iso;
    return yearLike.test(year) && isDay(year, month, day) ? [`%Y${mark}%m${mark}%d${rest}`] : [];
  }
  const local = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (!local) return [];
  const [, first = '', mark = '', second = '', year = ''] = local;
  const full = year.length === 2 ? `20${year}` : year;
  const letter = year.length === 2 ? 'y' : 'Y';
  const found: TimeReading[] = [];
  if (isDay(full, second, first)) found.push(`%d${mark}%m${mark}%${letter}`);
  if (isDay(full, first, second)) found.push(`%m${mark}%d${mark}%${letter}`);
  return found;
}

/** A month with its year as a spreadsheet writes it: `jan-25`, `Mrz 25`, `01/2025`; years of two digits only behind a name. */
function monthReading(text: string): TimeReading | null {
  const [, name, mark = ''] = /^(\p{L}{3,9}\.?)([-/ '’]{1,2})\d{2}$/u.exec(text) ?? [];
  if (name !== undefined)
    return languages.some((each) => isPartOfYear(`${name} 2000`, each)) ? `%b${mark}%y` : null;
  const [, month, between = ''] = /^(0?[1-9]|1[0-2])([-/.])(?:19|20)\d\d$/u.exec(text) ?? [];
  return month === undefined ? null : `%m${between}%Y`;
}

/** Whether a pattern is of months or years, and of no day. */
export function isOfMonths(reading: TimeReading): boolean {
  return reading.includes('%') && reading !== excelDays && !reading.includes('%d');
}

/** The numbers of the months in texts of a pattern; null where one is none of it. */
export function monthsIn(labels: readonly string[], pattern: string): ReadonlySet<number> | null {
  const shape = escaped(pattern).replace('%Y', '\\d{4}').replace('%m', '(\\d{1,2})');
  const found = labels.map((text) => new RegExp(`^${shape}$`, 'u').exec(text)?.[1]);
  return found.every((month) => month !== undefined) ? new Set(found.map(Number)) : null;
}

/** The pattern of days of which each is the first of its month, or of its year, as those: `01-%m-%Y`; null where one is not. */
export function firstDays(labels: readonly string[], reading: TimeReading): TimeReading | null {
  for (const one of ['01', '1']) {
    const format = reading.replace('%d', one);
    const months = monthsIn(labels, format);
    if (months === null) continue;
    const ofYears = months.size === 1 && months.has(1);
    return (ofYears ? format.replace('%m', one) : format) as TimeReading;
  }
  return null;
}

/** The period that a text names in words or in a code of a language; null where it names none. */
export function periodOrNull(text: string, language: Language): Period | null {
  // Without a year it is none, and an error need not be worded in four languages.
  if (!/\d/.test(text)) return null;
  try {
    return parsePeriod(text, language);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Whether a text is a period in words or in a code of a language. */
export function isPeriod(text: string, language: Language): boolean {
  return periodOrNull(text, language) !== null;
}

/** Whether a text is a half, a quarter, a month or (where `weeks`) a week of a year; a description joins no week to its year. */
export function isPartOfYear(text: string, language: Language, weeks = true): boolean {
  const { freq = '' } = periodOrNull(text, language) ?? {};
  return ['S', 'Q', 'M'].includes(freq) || (weeks && freq === 'W');
}

/** What joins the first and the last of several months or quarters. */
const joinsParts = /[-–—]|(?<!\p{L})(?:t\/m|tot|bis|à|au|to|through)(?!\p{L})/iu;

/** Whether a text is several months, quarters or halves of one year ("2024 TRIM 1-3", "jan.-sept. 2024"). */
export function isSpanOfYear(text: string, language: Language): boolean {
  if (!joinsParts.test(text) || yearsIn(text).length !== 1 || !/\p{L}/u.test(text)) return false;
  const { start = '', end = '' } = periodOrNull(text, language) ?? {};
  return (
    start !== '' && start.slice(0, 4) === end.slice(0, 4) && start.slice(0, 7) < end.slice(0, 7)
  );
}

/** A text may be a period at all: it holds a year and is short. */
const periodLike = /^(?=.*(?<!\d)(?:19|20)\d\d(?!\d{3}))[\p{L}\d\s.,:/°*()–-]{4,30}$/u;

/** Every way to read a cell as a year, month, period or day; none where it is no time. */
export function timeReadings(text: string, language: Language | null): readonly TimeReading[] {
  // None is without a figure, and only words have a comma beside them.
  if (!/\d/u.test(text) || (text.includes(',') && !/\p{L}/u.test(text))) return [];
  if (yearLike.test(text)) return ['year'];
  if (provisionalYear.test(text)) return ['period'];
  if (/^\d{2}$/.test(text)) return ['year2'];
  if (/^(?:19|20)\d{2}[-_]?(?:0[1-9]|1[0-2])$/.test(text)) return ['yearmonth'];
  const month = monthReading(text);
  if (month !== null) return [month];
  const days = dayReadings(text);
  if (days.length > 0 || !periodLike.test(text) || /^[\d.,\s]+$/.test(text)) return days;
  const tried = language ? [language] : languages;
  return tried.some((each) => isPeriod(text, each)) ? ['period'] : [];
}
