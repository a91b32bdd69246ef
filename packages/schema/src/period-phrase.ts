import { formatPeriod, shortPeriod, windowKind } from './format-period.ts';
import { type Language, languages } from './language.ts';
import { freqOf, type Span } from './period.ts';
import { listed } from './sentence.ts';

/** What a period does in a sentence: when (`on`), of it, from it, up to it, or itself as an object (`the`). */
export type PeriodRole = 'on' | 'of' | 'from' | 'to' | 'the';

type Kind = 'year' | 'month' | 'part' | 'short' | 'week' | 'day';

/** What a language puts before years, months, parts of a year in full and in short, weeks and days; nl, fr, de, en. */
const before: Readonly<Record<PeriodRole, Readonly<Record<Kind, string>>>> = {
  on: {
    year: 'in|en||in',
    month: 'in|en|im|in',
    part: 'in het|au|im|in the',
    short: 'in|au|im|in',
    week: 'in|en|in|in',
    day: 'op|le|am|on',
  },
  of: {
    year: 'van|de|von|of',
    month: 'van|de|von|of',
    part: 'van het|du|vom|of the',
    short: 'van|du|vom|of',
    week: 'van|de la|von|of',
    day: 'van|du|vom|of',
  },
  from: {
    year: 'vanaf|à partir de|ab|from',
    month: 'vanaf|à partir de|ab|from',
    part: 'vanaf het|à partir du|ab dem|from the',
    short: 'vanaf|à partir du|ab|from',
    week: 'vanaf|à partir de la|ab|from',
    day: 'vanaf|à partir du|ab dem|from',
  },
  to: {
    year: 'tot en met|à|bis|to',
    month: 'tot en met|à|bis|to',
    part: 'tot en met het|au|bis zum|to the',
    short: 'tot en met|au|bis|to',
    week: 'tot en met|à la|bis|to',
    day: 'tot en met|au|bis zum|to',
  },
  the: {
    year: '|||',
    month: '|||',
    part: 'het|le|das|the',
    short: '|le|das|',
    week: '|la||',
    day: '|le|den|',
  },
};

/** How `formatPeriod` words a span, as far as what stands before it goes; another window is named by its ends. */
function kindOf(span: Span, length: 'full' | 'short'): Kind {
  switch (freqOf(span)) {
    case 'A':
      return 'year';
    case 'S':
    case 'Q':
      return length === 'short' ? 'short' : 'part';
    case 'M':
      return 'month';
    case 'W':
      return 'week';
    case 'D':
      return 'day';
    default:
      return windowKind(span);
  }
}

/**
 * A period with the word and the article its language puts before it, contracted where it contracts them.
 *
 * @param length `full` (default) as `formatPeriod` words it, or `short` as `shortPeriod` does
 * @example
 * ```ts
 * import { parsePeriod, periodPhrase } from '@samenbeeld/schema';
 * periodPhrase('on', parsePeriod('2021-12-29'), 'fr') // => 'le 29 décembre 2021'
 * periodPhrase('on', parsePeriod('2023-01'), 'de') // => 'im Januar 2023'
 * periodPhrase('of', parsePeriod('2024-Q3'), 'nl') // => 'van het derde kwartaal 2024'
 * periodPhrase('from', parsePeriod('2024-04'), 'fr') // => 'à partir d’avril 2024'
 * ```
 */
export function periodPhrase(
  role: PeriodRole,
  span: Span,
  language: Language,
  length: 'full' | 'short' = 'full',
): string {
  const words = (length === 'short' ? shortPeriod : formatPeriod)(span, language);
  const word = before[role][kindOf(span, length)].split('|')[languages.indexOf(language)] ?? '';
  if (word === '') return words;
  return language === 'fr' && /^[aeiouyàâéèêëîïôû]/iu.test(words) && /\bde$/u.test(word)
    ? `${word.slice(0, -1)}’${words}`
    : `${word} ${words}`;
}

/**
 * Several periods in one role, listed: what has an article has it each time.
 *
 * @example
 * ```ts
 * import { parsePeriod, periodsPhrase } from '@samenbeeld/schema';
 * const quarters = ['2024-Q1', '2024-Q3'].map((code) => parsePeriod(code));
 * periodsPhrase('of', quarters, 'de') // => 'vom 1. Quartal 2024 und vom 3. Quartal 2024'
 * periodsPhrase('of', quarters, 'en') // => 'of the first quarter of 2024 and the third quarter of 2024'
 * ```
 */
export function periodsPhrase(
  role: PeriodRole,
  spans: readonly Span[],
  language: Language,
): string {
  return listed(
    spans.map((span, at) => {
      if (at === 0) return periodPhrase(role, span, language);
      const kind = kindOf(span, 'full');
      if (kind === 'year' || kind === 'month') return formatPeriod(span, language);
      if (language === 'nl' || language === 'en') return periodPhrase('the', span, language);
      return periodPhrase(language === 'fr' && role === 'from' ? 'of' : role, span, language);
    }),
    language,
  );
}

/**
 * From one period to another, both included.
 *
 * @example
 * ```ts
 * import { fromToPeriod, parsePeriod } from '@samenbeeld/schema';
 * fromToPeriod(parsePeriod('2024-04'), parsePeriod('2024-10'), 'fr') // => 'd’avril 2024 à octobre 2024'
 * ```
 */
export function fromToPeriod(first: Span, last: Span, language: Language): string {
  const start = periodPhrase(language === 'en' ? 'from' : 'of', first, language);
  return `${start} ${periodPhrase('to', last, language)}`;
}
