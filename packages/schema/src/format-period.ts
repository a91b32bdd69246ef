import type { Language, Text } from './language.ts';
import { freqOf, lastOfMonth, type Span, weekOf } from './period.ts';
import { monthNames } from './period-words.ts';

const ordinals: Readonly<Record<Language, readonly string[]>> = {
  nl: ['eerste', 'tweede', 'derde', 'vierde'],
  fr: ['premier', 'deuxième', 'troisième', 'quatrième'],
  de: ['1.', '2.', '3.', '4.'],
  en: ['first', 'second', 'third', 'fourth'],
};

const halves: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['eerste halfjaar', 'tweede halfjaar'],
  fr: ['premier semestre', 'second semestre'],
  de: ['1. Halbjahr', '2. Halbjahr'],
  en: ['first half of', 'second half of'],
};

const quarters: Readonly<Record<Language, string>> = {
  nl: 'kwartaal',
  fr: 'trimestre',
  de: 'Quartal',
  en: 'quarter of',
};

const weeks: Readonly<Record<Language, (week: number, year: number) => string>> = {
  nl: (week, year) => `week ${week} van ${year}`,
  fr: (week, year) => `semaine ${week} de ${year}`,
  de: (week, year) => `Kalenderwoche ${week}/${year}`,
  en: (week, year) => `week ${week} of ${year}`,
};

function dayNumber(iso: string, language: Language): string {
  const day = Number(iso.slice(8));
  return language === 'de' ? `${day}.` : language === 'fr' && day === 1 ? '1er' : String(day);
}

function dayIn(iso: string, language: Language): string {
  const [year, month = 1] = iso.split('-').map(Number);
  return `${dayNumber(iso, language)} ${monthNames[language][month - 1]} ${year}`;
}

/** What the ends of another window lie on: years, months, else days. */
export function windowKind({ start, end }: Span): 'year' | 'month' | 'day' {
  if (freqOf({ start, end: `${start.slice(0, 4)}-12-31` }) === 'A' && end.endsWith('-12-31'))
    return 'year';
  const isWhole =
    freqOf({ start, end: lastDay(start) }) === 'M' &&
    freqOf({ start: `${end.slice(0, 7)}-01`, end }) === 'M';
  return isWhole ? 'month' : 'day';
}

function window(span: Span, language: Language): string {
  const { start, end } = span;
  switch (windowKind(span)) {
    case 'year':
      return `${start.slice(0, 4)}–${end.slice(0, 4)}`;
    case 'month':
      return [
        { start, end: lastDay(start) },
        { start: `${end.slice(0, 7)}-01`, end },
      ]
        .map((month) => formatPeriod(month, language))
        .join(' – ');
    case 'day':
      return start.slice(0, 7) === end.slice(0, 7)
        ? `${dayNumber(start, language)}–${dayIn(end, language)}`
        : `${dayIn(start, language)} – ${dayIn(end, language)}`;
  }
}

function lastDay(iso: string): string {
  return `${iso.slice(0, 5)}${lastOfMonth(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)))}`;
}

/**
 * A period in words.
 *
 * @example
 * ```ts
 * import { formatPeriod, parsePeriod } from '@samenbeeld/schema';
 * formatPeriod(parsePeriod('2023-S1'), 'fr') // => 'premier semestre 2023'
 * formatPeriod(parsePeriod('2018-05..2022-05'), 'nl') // => 'mei 2018 – mei 2022'
 * formatPeriod(parsePeriod('2023-10-05/2023-10-08'), 'de') // => '5.–8. Oktober 2023'
 * ```
 */
export function formatPeriod(span: Span, language: Language): string {
  const [year = 0, month = 1] = span.start.split('-').map(Number);
  switch (freqOf(span)) {
    case 'A':
      return String(year);
    case 'S':
      return `${halves[language][month === 1 ? 0 : 1]} ${year}`;
    case 'Q':
      return `${ordinals[language][Math.floor((month - 1) / 3)]} ${quarters[language]} ${year}`;
    case 'M':
      return `${monthNames[language][month - 1]} ${year}`;
    case 'W': {
      const iso = weekOf(span.start);
      return weeks[language](iso.week, iso.year);
    }
    case 'D':
      return dayIn(span.start, language);
    default:
      return window(span, language);
  }
}

/** Months in few letters, January first. */
export const shortMonths: Readonly<Record<Language, readonly string[]>> = {
  nl: 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' '),
  fr: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
  de: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};

/** What stands before the number of a half, a quarter and a week. */
export const shortParts: Readonly<Record<'S' | 'Q' | 'W', Text>> = {
  S: { nl: 'H', fr: 'S', de: 'H', en: 'H' },
  Q: { nl: 'K', fr: 'T', de: 'Q', en: 'Q' },
  W: { nl: 'wk\u00a0', fr: 'sem.\u00a0', de: 'KW\u00a0', en: 'wk\u00a0' },
};

/**
 * A period in as few letters as an axis or a row has room for, with its year; of any other span than a whole year, half, quarter,
 * month, week or day the words of `formatPeriod`.
 *
 * @example
 * ```ts
 * import { parsePeriod, shortPeriod } from '@samenbeeld/schema';
 * ['2024', '2024-S1', '2024-Q3', '2024-03'].map((code) => shortPeriod(parsePeriod(code), 'nl')) // => ['2024', 'H1 2024', 'K3 2024', 'mrt 2024']
 * ```
 */
export function shortPeriod(span: Span, language: Language): string {
  const [year = 0, month = 1, day = 1] = span.start.split('-').map(Number);
  const name = shortMonths[language][month - 1];
  const frequency = freqOf(span);
  switch (frequency) {
    case 'S':
    case 'Q':
      return `${shortParts[frequency][language]}${Math.ceil(month / (frequency === 'S' ? 6 : 3))} ${year}`;
    case 'M':
      return `${name} ${year}`;
    case 'W': {
      const iso = weekOf(span.start);
      return `${shortParts.W[language]}${iso.week} ${iso.year}`;
    }
    case 'D':
      return `${day} ${name} ${year}`;
    default:
      return formatPeriod(span, language);
  }
}

/**
 * A span by its first and last day, also where these make a week: days of an action.
 *
 * @example
 * ```ts
 * import { formatDays } from '@samenbeeld/schema';
 * formatDays({ start: '2025-06-02', end: '2025-06-08' }, 'nl') // => '2–8 juni 2025'
 * ```
 */
export function formatDays(span: Span, language: Language): string {
  return freqOf(span) === 'W' ? window(span, language) : formatPeriod(span, language);
}
