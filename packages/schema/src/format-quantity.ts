import { units } from './codes/units.ts';
import { formatNumber } from './format-number.ts';
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
