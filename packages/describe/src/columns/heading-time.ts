import { type Language, languages } from '@samenbeeld/schema';
import { escapePattern } from './split-heading.ts';
import {
  isOfMonths,
  isPartOfYear,
  isPeriod,
  isSpanOfYear,
  timeReadings,
  yearsIn,
} from './time-shape.ts';

/** A time that stands in a heading. */
export interface HeadingTime {
  /** What stands before and after it. */
  readonly before: string;
  readonly after: string;
  readonly text: string;
  /** Mark of provisional figures behind it, or ''. */
  readonly mark: string;
  /** Regular expression of such times, and the parser that reads them. */
  readonly pattern: string;
  readonly as: 'year' | 'yearmonth' | 'period' | 'date' | 'part';
  /** How a month is written (`%b-%y`), where it is read as a date; a part of a year has no year beside it. */
  readonly format?: string;
  /** Pattern of the year in which it ends ("/22"), where it is no year of the calendar. */
  readonly tail?: string;
}

type Kind = readonly [find: RegExp, pattern: string, as: HeadingTime['as']];

/** A month with its year as a spreadsheet heads it: `jan-24`, `01/2024`. */
const shortMonth =
  /(?<![\p{L}\d])(?:\p{L}{3,9}\.?[-/ '’]{1,2}\d{2}|\d{1,2}[-/.](?:19|20)\d\d)(?![\p{L}\d])/gu;

/** A day with its year of four digits: `31.12.2016`, `2016-12-31`. */
const dayWritten =
  /(?<![\d./-])(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([./-])\d{2}\2\d{2})(?![\d/-])/gu;

/** The one short month of a heading. */
function monthInHeading(heading: string, language: Language): HeadingTime | null {
  const found = [...heading.matchAll(shortMonth)].flatMap((match) => {
    const [format] = timeReadings(match[0], language);
    return format !== undefined && isOfMonths(format) ? [{ match, format }] : [];
  });
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return null;
  const [text] = only.match;
  // A name may have a dot, and a month one digit or two, in the column beside it.
  const pattern = shapeOf(text)
    .replace(/^\\p\{L\}\+(?:\\\.)?/u, '\\p{L}+\\.?')
    .replace(/^\\d\{\d\}/u, '\\d{1,2}');
  return { ...cut(heading, only.match, pattern, 'date'), format: only.format };
}

/** The one day of a heading; of a day and a month that can change places, the day stands first, but in English. */
function dayInHeading(heading: string, language: Language): HeadingTime | null {
  const [only, ...others] = heading.matchAll(dayWritten);
  if (only === undefined || others.length > 0) return null;
  const [text] = only;
  const [format, swapped] = timeReadings(text, language);
  const isOpen = swapped !== undefined && text.includes('/') && language === 'en';
  if (format === undefined || isOpen) return null;
  return { ...cut(heading, only, shapeOf(text), 'date'), text, format };
}

/** How many headings of different months, quarters or halves show that a word such as "mei" or "Q1" is one. */
const enoughParts = 3;

/** A part of a year without its year, as a word (or two) of a heading: where it stands, and its text. */
function bareParts(heading: string, language: Language): readonly RegExpExecArray[] {
  const words =
    /(?<![\p{L}\d])(?:\p{L}{3,9}\.?|[QT][1-4]|\d(?:er?|e|ste?|[.])? \p{L}{5,12}\.?)(?![\p{L}\d])/gu;
  // "T1" is a quarter in French; elsewhere as well a terminal.
  return [...heading.matchAll(words)].filter(
    ([text]) =>
      (language === 'fr' || !/^T\d/u.test(text)) && isPartOfYear(`${text} 2000`, language, false),
  );
}

/**
 * Headings that say a month, quarter or half whose year stands elsewhere, with what they say: where several of them differ in
 * nothing else, and none holds a year.
 */
export function partsAmong(
  headings: readonly string[],
  language: Language,
): ReadonlyMap<string, HeadingTime> {
  const runs = new Map<string, Map<string, HeadingTime>>();
  for (const heading of headings) {
    if (/(?<!\d)(?:19|20)\d\d(?!\d)/u.test(heading) || monthInHeading(heading, language)) continue;
    const [match, ...others] = bareParts(heading, language);
    if (!match || others.length > 0) continue;
    const frame = heading.replace(match[0], '\u0000');
    const run = runs.get(frame) ?? new Map<string, HeadingTime>();
    runs.set(frame, run.set(heading, cut(heading, match, shapeOf(match[0]), 'part')));
  }
  return new Map(
    [...runs.values()].filter(({ size }) => size >= enoughParts).flatMap((run) => [...run]),
  );
}

/** Times of more than a year come before bare years, which they hold. */
const kinds: readonly Kind[] = [
  [/(?<!\d)((?:19|20)\d\d-?(?:0[1-9]|1[0-2]))(?!\d)/u, '\\d{4}-?\\d{2}', 'yearmonth'],
  [
    /(?<!\d)((?:19|20)\d\d[- ]?(?:[QTSHMK]|KW|HJ|MM)0?\d{1,2})(?!\d)/iu,
    '\\d{4}[- ]?[A-Z]{1,2}\\d{1,2}',
    'period',
  ],
  [/(?<!\d)((?:19|20)\d\dJJ00)(?!\d)/u, '\\d{4}JJ00', 'period'],
];

/** A year, and the mark or word behind it that says its figures are provisional. */
const bareYear =
  /(?<!\d)((?:19|20)\d\d)(\s*\((?:voorlopig|provisoires?|vorl[aä]ufig|provisional|prov\.?|p)\)|\*{0,2})(?!\d)/iu;

/** A year that ends in the next: of a school, of a budget. */
const season = /(?<!\d)((?:19|20)(\d\d))([/–-])((\d\d)|(?<=\/)(?:19|20)(\d\d))(?!\d)/u;

/** A year and a month, which may look like a year that ends in the next. */
const dashed = /(?<!\d)(?:19|20)(\d\d)-(0[1-9]|1[0-2])(?!\d)/u;

/**
 * Which headings of a table hold a month that looks like a year ending in the next ("2010-11"): those of a run in which another
 * month is none ("2010-03"), and one that stands alone where another run has months.
 */
export function monthsAmong(headings: readonly string[]): ReadonlySet<string> {
  const runs = new Map<string, { heading: string; isSeason: boolean }[]>();
  for (const heading of headings) {
    const found = dashed.exec(heading);
    if (!found) continue;
    const frame = heading.replace(dashed, '\u0000').replace(/ #\d+$/u, '');
    const isSeason = Number(found[2]) === (Number(found[1]) + 1) % 100;
    runs.set(frame, [...(runs.get(frame) ?? []), { heading, isSeason }]);
  }
  const all = [...runs.values()];
  const isMonthly = (run: (typeof all)[number]): boolean => run.some(({ isSeason }) => !isSeason);
  return new Set(
    all
      .filter((run) => isMonthly(run) || (run.length === 1 && all.some(isMonthly)))
      .flatMap((run) => run.map(({ heading }) => heading)),
  );
}

/** A year and month joined by `_`, as état 4001 writes its columns: the two parts must be read together. */
const glued = /(?<!\d)((?:19|20)\d\d)_(0[1-9]|1[0-2])(?!\d)/u;

/** The shape of a period in words: `janvier 2022` is a word, a blank and four digits. */
function shapeOf(text: string): string {
  return text.replace(/\p{L}+|\d+|[^\p{L}\d]+/gu, (run) => {
    if (/^\p{L}/u.test(run)) return '\\p{L}+';
    return /^\d/.test(run) ? `\\d{${run.length}}` : escapePattern(run);
  });
}

function cut(
  heading: string,
  match: RegExpExecArray,
  pattern: string,
  as: HeadingTime['as'],
  mark = '',
): HeadingTime {
  const [all] = match;
  return {
    before: heading.slice(0, match.index),
    after: heading.slice(match.index + all.length),
    text: match[1] ?? all,
    mark,
    pattern,
    as,
  };
}

/** The quarter, half or month that the words beside a year make of it ("Aantal 1e kwartaal 2024"); a day stays with its year. */
function partOfYear(
  heading: string,
  { 0: all, 1: year = '', index }: RegExpExecArray,
  language: Language,
): HeadingTime | null {
  const before = [...heading.slice(0, index).matchAll(/\S+/gu)].slice(-2);
  const after = [...heading.slice(index + year.length).matchAll(/\S+/gu)].slice(0, 2);
  const starts = [...before.map((word) => word.index), index];
  const ends = [
    ...after.map((word) => index + year.length + word.index + word[0].length).toReversed(),
    index + year.length,
  ];
  for (const start of starts)
    for (const end of ends) {
      const text = heading.slice(start, end);
      if (text.length <= year.length || !/\p{L}/u.test(text) || !isPartOfYear(text, language))
        continue;
      const mark = end === index + year.length ? all.slice(year.length) : '';
      return {
        before: heading.slice(0, start),
        after: heading.slice(end + mark.length),
        text,
        mark,
        pattern: shapeOf(text),
        as: 'period',
      };
    }
  return null;
}

/** Most words of several months or quarters of a year ("de janvier à septembre 2024"). */
const longestSpan = 7;

/** Several months, quarters or halves of one year in a text ("2024 TRIM 1-3"): as many words as belong to it. */
export function spanOfYear(text: string, language: Language): HeadingTime | null {
  if (yearsIn(text).length !== 1) return null;
  const words = [...text.matchAll(/[^\s,;:]+/gu)];
  for (let size = Math.min(longestSpan, words.length); size > 0; size -= 1)
    for (let at = 0; at + size <= words.length; at += 1) {
      const [first, last] = [words[at], words[at + size - 1]];
      if (!first || !last) continue;
      const said = text.slice(first.index, last.index + last[0].length);
      const bare = said.replace(/\*+$/u, '');
      if (!isSpanOfYear(bare, language)) continue;
      return {
        before: text.slice(0, first.index),
        after: text.slice(first.index + said.length),
        text: bare,
        mark: said.slice(bare.length),
        pattern: shapeOf(bare),
        as: 'period',
      };
    }
  return null;
}

const partWords =
  'kw(?:artaal|rt)?|qtr|quarter|quartal|trim(?:estre|ester)?|sem(?:estre|ester)?|half(?:jaar|year)?|halbjahr|hj|maand|mois|monat|month|week|wk|woche|semaine';

/** Words that number a quarter, half, month or week, whether or not anything reads them. */
const numberedPart = new RegExp(
  `(?<![\\p{L}\\d])(?:\\d{1,2}\\s?(?:\\p{L}{1,3}|\\.)?\\s?(?:${partWords})|(?:${partWords})\\.?\\s?(?:\\d{1,2}|I{1,3}|IV)|[QK]\\s?[1-4])(?![\\p{L}\\d])`,
  'iu',
);

/** Words for a time that went on when its figures were told. */
export const untilNow =
  "tot (?:nu toe|nog toe|dusver|vandaag|(?:op |en met )?heden)|jusqu['’](?:à présent|ici)|à ce jour|bisher|bislang|bis (?:heute|dato|jetzt)|(?:year[- ])?to[- ]date|thus far|so far|up to now";
/** What says of a year that its figures run to some day in it, and not to which. */
const toDate = new RegExp(
  `(?<![\\p{L}\\d])(?:${untilNow}|YTD|part[- ]year|partial(?: year)?|incomplete|lopend(?:e jaar)?|gedeeltelijk|deels|onvolledig|en cours|partielle?s?|incompl[eè]te?s?|laufend(?:es Jahr)?|teilweise|unvollständig)(?![\\p{L}\\d])`,
  'iu',
);
/** A word behind "up to", which may be the month in which the figures end. */
const upTo =
  /(?<![\p{L}\d])(?:t\/m|t\.?e\.?m\.?|tot(?: en met)?|jusqu['’](?:en|à|au)(?: fin)?|fin|through|up to|until|till|bis(?: einschl(?:ießlich|\.))?(?: Ende)?|eind(?:e)?)\s+(\p{L}{3,9}\.?)(?![\p{L}\d])/iu;

/** Whether a text says that figures run up to a month ("t/m juni 2033"), and are not of that month. */
function endsInMonth(text: string): boolean {
  const [, word] = upTo.exec(text) ?? [];
  return (
    word !== undefined &&
    languages.some((language) => isPartOfYear(`${word} 2000`, language, false))
  );
}

/** Whether what stands beside a year says that the figures are of a part of it, which nothing here reads. */
export function saysPartOfYear({ before, after, as }: HeadingTime): boolean {
  const beside = `${before} ${after}`;
  return as === 'year' && (numberedPart.test(beside) || toDate.test(beside) || endsInMonth(beside));
}

/**
 * The one time that a heading holds; null where it holds none, or more than one. What could be a month or a year that ends in the
 * next is a month where its neighbours are (`monthsAmong`).
 */
export function headingTime(
  heading: string,
  language: Language,
  isMonth: boolean = false,
): HeadingTime | null {
  const span = spanOfYear(heading, language);
  if (span) return span;
  if (endsInMonth(heading)) {
    const [year, ...others] = [...heading.matchAll(new RegExp(bareYear, 'giu'))];
    return year && others.length === 0 ? cut(heading, year, '\\d{4}', 'year', year[2] ?? '') : null;
  }
  const years = isMonth ? null : season.exec(heading);
  if (years && Number(years[5] ?? years[6]) === (Number(years[2]) + 1) % 100) {
    const [, , , dash = '', end = ''] = years;
    return {
      ...cut(heading, years, '\\d{4}', 'year', `${dash}${end}`),
      tail: `${escapePattern(dash)}\\d{${end.length}}`,
    };
  }
  const day = dayInHeading(heading, language);
  if (day) return day;
  const month = monthInHeading(heading, language);
  if (month) return month;
  const joined = glued.exec(heading);
  if (joined) return { ...cut(heading, joined, '\\d{4}_\\d{2}', 'yearmonth'), text: joined[0] };
  for (const [find, pattern, as] of kinds) {
    const match = find.exec(heading);
    if (match) return cut(heading, match, pattern, as);
  }
  const year = bareYear.exec(heading);
  const words =
    /\p{L}/u.test(heading) &&
    heading.length < 25 &&
    isPeriod(heading.replace(/\*+$/, ''), language);
  if (words) {
    const bare = heading.replace(/\*+$/, '');
    return {
      before: '',
      after: '',
      text: bare,
      mark: heading.slice(bare.length),
      pattern: shapeOf(bare),
      as: 'period',
    };
  }
  if (!year || bareYear.test(heading.slice(year.index + year[0].length))) return null;
  return partOfYear(heading, year, language) ?? cut(heading, year, '\\d{4}', 'year', year[2] ?? '');
}
