import { compareDecimal } from './decimal.ts';
import { formatNumber } from './format-number.ts';
import { formatQuantity } from './format-quantity.ts';
import type { Interval } from './interval.ts';
import type { Language } from './language.ts';

interface Phrases {
  readonly atLeast: (low: string) => string;
  /** The upper end does not belong. */
  readonly open: (low: string, high: string) => string;
  readonly closed: (low: string, high: string) => string;
}

const phrases: Readonly<Record<Language, Phrases>> = {
  nl: {
    atLeast: (low) => `minstens ${low}`,
    open: (low, high) => `${low} tot ${high}`,
    closed: (low, high) => `${low} tot en met ${high}`,
  },
  fr: {
    atLeast: (low) => `au moins ${low}`,
    open: (low, high) => `de ${low} à moins de ${high}`,
    closed: (low, high) => `de ${low} à ${high}`,
  },
  de: {
    atLeast: (low) => `mindestens ${low}`,
    open: (low, high) => `${low} bis unter ${high}`,
    closed: (low, high) => `${low} bis ${high}`,
  },
  en: {
    atLeast: (low) => `at least ${low}`,
    open: (low, high) => `${low} to under ${high}`,
    closed: (low, high) => `${low} to ${high}`,
  },
};

/**
 * An interval in words, in the idiom statisticians of each language use for classes: nl *tot*, fr *à moins de*, de
 * *bis unter* and en *to under* exclude the upper end.
 *
 * @example
 * ```ts
 * import { formatInterval } from '@samenbeeld/schema';
 * formatInterval({ low: 3900, high: null, closed: false }, 'kg', 'en') // => 'at least 3,900\u00a0kg'
 * formatInterval({ low: 6500, high: 7500, closed: false }, 'kg', 'de') // => '6.500 bis unter 7.500\u00a0kg'
 * ```
 */
export function formatInterval(interval: Interval, unit: string, language: Language): string {
  const { low, high, closed } = interval;
  const phrase = phrases[language];
  if (high === null) return phrase.atLeast(formatQuantity(low, unit, language));
  if (closed && compareDecimal(low, high) === 0) return formatQuantity(low, unit, language);
  const ends = [formatNumber(low, language), formatQuantity(high, unit, language)] as const;
  return closed ? phrase.closed(...ends) : phrase.open(...ends);
}
