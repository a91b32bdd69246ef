import { thresholds } from '../thresholds.ts';
import { type ColumnProfile, shareOf } from './profile-column.ts';
import { excelDays, mostlyTimes, provisionalYear, type TimeReading } from './time-shape.ts';

/** How a column of times is written down, and what a person must settle. */
export interface TimeWriting {
  readonly written:
    | Readonly<Record<string, unknown>>
    | readonly Readonly<Record<string, unknown>>[];
  readonly decide: readonly string[];
  readonly reason: string;
}

/** Meanings of days. */
const ofDays: ReadonlySet<string> = new Set([
  'date',
  'registeredOn',
  'periodStart',
  'periodEnd',
  'publishedOn',
]);

/** Days as Excel counts them, from 1990 to 2049. */
const firstDay = 32_874;
const lastDay = 54_788;
const serial = /^\d{5}(?:[.,]\d+)?$/u;

/**
 * A column whose heading speaks of days and whose cells are all such numbers, as a table is copied or saved where its cells lost
 * their format: they are read as the days that Excel counts.
 */
export function asSerials(
  profile: ColumnProfile,
  heading: readonly { readonly concept: string; readonly score: number }[],
): ColumnProfile {
  const labels = [...profile.values.keys()].filter((text) => !profile.marks.has(text));
  const isDays = heading.some(
    ({ concept, score }) => ofDays.has(concept) && score >= thresholds.headingTells,
  );
  const isSerial = (text: string): boolean => {
    const days = Number(text.replace(/[.,].*$/u, ''));
    return serial.test(text) && days >= firstDay && days <= lastDay;
  };
  if (!isDays || labels.length === 0 || !labels.every(isSerial)) return profile;
  return { ...profile, times: new Map([[excelDays, profile.said]]) };
}

/** Readings that a share of the cells allows, most first; a day's before the month's where both fit alike. */
function ranked(profile: ColumnProfile): readonly (readonly [TimeReading, number])[] {
  const dayFirst = (reading: string): number =>
    reading.startsWith('%d') || reading.startsWith('%Y') ? 0 : 1;
  return [...profile.times].sort((a, b) => b[1] - a[1] || dayFirst(a[0]) - dayFirst(b[0]));
}

/** Years of which some are marked as provisional: first and last day by rule, and the mark as a status. */
function marked(profile: ColumnProfile): TimeWriting | null {
  const labels = [...profile.values.keys()].filter((text) => !profile.marks.has(text));
  const stars = labels.filter((text) => provisionalYear.test(text));
  if (stars.length === 0 || !labels.every((text) => /^\d{4}\*{0,2}$/.test(text))) return null;
  const year = '^(\\d{4})\\*{0,2}$';
  const otherwise = { to: null, reason: 'figures without a star are final' };
  return {
    written: [
      { to: 'periodStart', rules: [{ match: year, to: '$1-01-01' }] },
      { to: 'periodEnd', rules: [{ match: year, to: '$1-12-31' }] },
      { to: 'status', rules: [{ match: '^\\d{4}\\*{1,2}$', to: 'P' }], otherwise },
    ],
    decide: [],
    reason: `years, of which ${stars.length} have a star for provisional`,
  };
}

/** Cells that the parser of periods reads, whatever their precision. */
function mixedPeriods({ times, said }: ColumnProfile): number {
  const readings: readonly TimeReading[] = ['year', 'yearmonth', 'period', '%Y-%m-%d'];
  return Math.min(
    said,
    readings.reduce((sum, reading) => sum + (times.get(reading) ?? 0), 0),
  );
}

/** Years of two digits that all lie early in a century: no crime statistics of 1900 to 1949 are written so. */
function sameCentury({ values, marks }: ColumnProfile): boolean {
  return [...values.keys()].every((text) => marks.has(text) || Number(text) < 50);
}

/** How to read a column as times, or null where its cells are none. */
export function writeTime(profile: ColumnProfile, field: string): TimeWriting | null {
  const stars = field === 'period' ? marked(profile) : null;
  if (stars) return stars;
  const [first, second] = ranked(profile);
  const mixed = mixedPeriods(profile);
  if (first && mixed > first[1] && mixed >= profile.said * mostlyTimes && field !== 'date')
    return {
      written: { to: field, as: 'period' },
      decide:
        mixed < profile.said
          ? [`${profile.said - mixed} cells are no period: what do they mean?`]
          : [],
      reason: `${mixed} of ${profile.said} cells are years, months, days or periods`,
    };
  if (!first || shareOf(profile, first[1]) < 0.5) return null;
  const [reading, cells] = first;
  const rest = profile.said - cells;
  const decide: string[] = [];
  const reason = `${cells} of ${profile.said} cells read as ${reading}`;
  if (reading === excelDays)
    return {
      written: { to: field, as: 'date', format: 'excel' },
      decide: [],
      reason: `${cells} of ${profile.said} cells are days as Excel counts them`,
    };
  if (!reading.startsWith('%')) {
    const others = [...profile.times].filter(
      ([other]) => other !== reading && !other.startsWith('%'),
    );
    const several = others.some(([, count]) => count > 0) || reading === 'period';
    const as = several ? 'period' : reading;
    if (reading === 'year2' && !sameCentury(profile))
      decide.push('Years of two digits: is 23 the year 2023 (century: 2000)?');
    const read = several ? cells + others.reduce((sum, [, count]) => sum + count, 0) : cells;
    if (read < profile.said)
      decide.push(`${profile.said - read} cells are no ${as}: what do they mean?`);
    return { written: { to: field, as }, decide, reason };
  }
  const swapped = reading.startsWith('%d')
    ? reading.replace('%d', '%#').replace('%m', '%d').replace('%#', '%m')
    : null;
  if (second && second[0] === swapped && second[1] === cells)
    decide.push('Every date can be read with the day or with the month first: which is it?');
  if (reading.endsWith('%y'))
    decide.push('Years of two digits: is 23 the year 2023 (century: 2000)?');
  const others = [...profile.times].filter(
    ([other]) => other.startsWith('%') && other !== swapped && other !== reading,
  );
  const formats: string[] = [
    reading,
    ...others.filter(([, count]) => count > 0).map(([other]) => other),
  ];
  const periods = ['year', 'yearmonth', 'period'].some(
    (other) => (profile.times.get(other as TimeReading) ?? 0) > 0,
  );
  if (periods) formats.push('any');
  else if (rest > 0 && formats.length === 1)
    decide.push(`${rest} cells are no day as ${reading}: what do they mean?`);
  if (formats.filter((format) => format !== 'any').length > 1)
    decide.push('The dates are written in more than one way: is each read as it should be?');
  const format = formats.length > 1 ? formats : reading === '%Y-%m-%d' ? null : reading;
  return {
    written: { to: field, as: 'date', ...(format && { format }) },
    decide,
    reason,
  };
}
