import { units } from './codes/units.ts';
import { compareDecimal } from './decimal.ts';
import { formatNumber } from './format-number.ts';
import type { Interval } from './interval.ts';
import type { Language } from './language.ts';
import { isSingular } from './number-words.ts';

/** Languages that print a currency sign in front, and what stands between it and the figure. */
const currencyInFront: Readonly<Partial<Record<Language, string>>> = { nl: '\u00a0', en: '' };

/**
 * A quantity in a language, with the unit's sign or its word in the right number, tied by a no-break space (U+00A0).
 * Throws a UsageError for an unknown unit.
 *
 * @example
 * ```ts
 * import { formatQuantity } from '@samenbeeld/schema';
 * formatQuantity(4157, 'kg', 'nl') // => '4.157\u00a0kg'
 * formatQuantity(50997, 'tablet', 'en') // => '50,997\u00a0tablets'
 * formatQuantity(15300000000, 'EUR', 'nl') // => '€\u00a015.300.000.000'
 * ```
 */
export function formatQuantity(value: number, unit: string, language: Language): string {
  const { symbol, dimension, label, plural } = units.get(unit);
  const figure = formatNumber(value, language);
  if (symbol === null) {
    const word = isSingular(value, language) ? label[language] : plural[language];
    return `${figure}\u00a0${word}`;
  }
  const gap = currencyInFront[language];
  if (gap === undefined) return `${figure}\u00a0${symbol}`;
  if (dimension === 'currency') return `${symbol}${gap}${figure}`;
  return symbol === '%' ? `${figure}%` : `${figure}\u00a0${symbol}`;
}

/**
 * A unit as it stands behind a number or beside an axis: its symbol, or the plural of a thing; a unit of no list as it is.
 *
 * @example
 * ```ts
 * import { unitName } from '@samenbeeld/schema';
 * [unitName('kg', 'nl'), unitName('tablet', 'nl')] // => ['kg', 'tabletten']
 * ```
 */
export function unitName(unit: string, language: Language): string {
  if (!units.has(unit)) return unit;
  const { symbol, plural } = units.get(unit);
  return symbol ?? plural[language];
}

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
  // The unit is said once: behind the upper end, or a currency before the lower one.
  const isBefore = units.get(unit).dimension === 'currency' && language in currencyInFront;
  const [bare, full] = isBefore ? [high, low] : [low, high];
  const [number, quantity] = [formatNumber(bare, language), formatQuantity(full, unit, language)];
  const ends = isBefore ? ([quantity, number] as const) : ([number, quantity] as const);
  return closed ? phrase.closed(...ends) : phrase.open(...ends);
}
