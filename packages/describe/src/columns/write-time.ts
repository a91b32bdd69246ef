import { escaped } from '../escaped.ts';
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

/** A quarter or half that is numbered, beside its year: `I/2023`, `2023/4`. */
const numbered =
  /^(?:(?<first>I{1,3}|IV|[1-4])(?<mark>\s?[./ -]\s?)(?<year>(?:19|20)\d\d)|(?<year2>(?:19|20)\d\d)(?<mark2>\s?[./ -]\s?)(?<last>I{1,3}|IV|[1-4]))$/u;
const ofHalves = /halb|halfj|semest|half/iu;
const ofQuarters = /kwart|quart|trim|qtr/iu;

/** A year that ends in the next, as budgets and schools count. */
const season = /^((?:19|20)(\d\d))(?:\/|–)(?:(?:19|20)(\d\d)|(\d\d))$/u;

/** How many months a number beside a year counts, by the heading or by a third or fourth in Roman figures; null where they are no parts of a year. */
function monthsCounted(heading: string, labels: readonly string[]): 3 | 6 | null {
  const found = labels.map((text) => numbered.exec(text)?.groups);
  if (found.length === 0 || !found.every(Boolean)) return null;
  const parts = found.map((groups) => groups?.['first'] ?? groups?.['last'] ?? '');
  if (ofHalves.test(heading))
    return parts.every((part) => /^(?:I{1,2}|[12])$/u.test(part)) ? 6 : null;
  return ofQuarters.test(heading) || parts.some((part) => /^(?:III|IV)$/u.test(part)) ? 3 : null;
}

/**
 * A column of times that only its heading, or all its cells together, tell from other things: days as Excel counts them, where a
 * table was copied or saved without the format of its cells; quarters and halves that are numbered; years that end in the next.
 */
export function asTimes(
  profile: ColumnProfile,
  heading: readonly { readonly concept: string; readonly score: number }[],
): ColumnProfile {
  const labels = [...profile.values.keys()].filter((text) => !profile.marks.has(text));
  const as = (reading: TimeReading): ColumnProfile => ({
    ...profile,
    times: new Map([[reading, profile.said]]),
  });
  if (monthsCounted(profile.heading, labels) !== null) return as('numbered');
  const endsInNext = (text: string): boolean => {
    const [, , from = '', long, short] = season.exec(text) ?? [];
    return from !== '' && Number(long ?? short) === (Number(from) + 1) % 100;
  };
  if (labels.length > 0 && labels.every(endsInNext)) return as('season');
  const isDays = heading.some(
    ({ concept, score }) => ofDays.has(concept) && score >= thresholds.headingTells,
  );
  const isSerial = (text: string): boolean => {
    const days = Number(text.replace(/[.,].*$/u, ''));
    return serial.test(text) && days >= firstDay && days <= lastDay;
  };
  return isDays && labels.length > 0 && labels.every(isSerial) ? as(excelDays) : profile;
}

/** First and last day of quarters and halves that are numbered beside their year. */
function numberedParts({ heading, values, marks }: ColumnProfile): TimeWriting | null {
  const labels = [...values.keys()].filter((text) => !marks.has(text));
  const months = monthsCounted(heading, labels);
  if (months === null) return null;
  const forms = new Map<string, number>();
  for (const text of labels) {
    const { first, mark, mark2, last } = numbered.exec(text)?.groups ?? {};
    const part = first ?? last ?? '';
    const year = '((?:19|20)\\d\\d)';
    const form = first
      ? `^${part}${escaped(mark ?? '')}${year}$`
      : `^${year}${escaped(mark2 ?? '')}${part}$`;
    forms.set(form, /\d/u.test(part) ? Number(part) : part === 'IV' ? 4 : part.length);
  }
  const two = (month: number): string => String(month).padStart(2, '0');
  const lastDay = (month: number): number => (month === 6 || month === 9 ? 30 : 31);
  const rules = [...forms].sort(([, one], [, other]) => one - other);
  return {
    written: [
      {
        to: 'periodStart',
        rules: rules.map(([match, at]) => ({ match, to: `$1-${two((at - 1) * months + 1)}-01` })),
      },
      {
        to: 'periodEnd',
        rules: rules.map(([match, at]) => ({
          match,
          to: `$1-${two(at * months)}-${lastDay(at * months)}`,
        })),
      },
    ],
    decide: [],
    reason:
      months === 3 ? 'quarters, numbered beside their year' : 'halves, numbered beside their year',
  };
}

/** First and last day of years that end in the next: from April as in the United Kingdom, which is asked where its heading or country does not say so. */
function seasons({ heading, values, marks }: ColumnProfile, country: string | null): TimeWriting {
  const labels = [...values.keys()].filter((text) => !marks.has(text));
  const turns = labels.filter((text) => /^\d{4}\D00$/u.test(text));
  const fiscal = country === 'GB' && /financ|fiscal/iu.test(heading);
  return {
    written: [
      { to: 'periodStart', rules: [{ match: '^(\\d{4})\\D\\d+$', to: '$1-04-01' }] },
      {
        to: 'periodEnd',
        rules: [
          ...turns.map((text) => ({ is: text, to: `${Number(text.slice(0, 4)) + 1}-03-31` })),
          { match: '^\\d{4}\\D(\\d{4})$', to: '$1-03-31' },
          { match: '^(\\d{2})\\d{2}\\D(\\d{2})$', to: '$1$2-03-31' },
        ],
      },
    ],
    decide: fiscal
      ? []
      : [
          `Does a year such as "${labels[0]}" run from 1 April to 31 March? Where it begins in another month (July, September), change both days.`,
        ],
    reason: `${labels.length} years that end in the next`,
  };
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
export function writeTime(
  profile: ColumnProfile,
  field: string,
  country: string | null,
): TimeWriting | null {
  if (profile.times.has('numbered') || profile.times.has('season')) {
    if (field !== 'period') return null;
    return profile.times.has('season') ? seasons(profile, country) : numberedParts(profile);
  }
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
  const late = (text: string): boolean => Number(/\d\d$/u.exec(text)?.[0] ?? 0) >= 50;
  if (reading.endsWith('%y') && [...profile.values.keys()].some(late))
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
