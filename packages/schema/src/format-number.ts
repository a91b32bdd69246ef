import { type Language, locales } from './language.ts';

const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat(locales.nl, { maximumFractionDigits: 12 }),
  fr: new Intl.NumberFormat(locales.fr, { maximumFractionDigits: 12 }),
  de: new Intl.NumberFormat(locales.de, { maximumFractionDigits: 12 }),
  en: new Intl.NumberFormat(locales.en, { maximumFractionDigits: 12 }),
};

/**
 * A number in the notation of a language, with all its decimals, or with exactly `decimals` of them. French groups
 * with a narrow no-break space (U+202F).
 *
 * @example
 * ```ts
 * import { formatNumber } from '@samenbeeld/schema';
 * formatNumber(109894.48, 'nl') // => '109.894,48'
 * formatNumber(109894.48, 'fr') // => '109\u202f894,48'
 * formatNumber(0.5, 'en', 2) // => '0.50'
 * ```
 */
export function formatNumber(value: number, language: Language, decimals?: number): string {
  if (decimals === undefined) return formats[language].format(value);
  const fixed = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(locales[language], fixed).format(value);
}

/**
 * What was computed, without digits that nobody reads: at most seven, and never less than two decimals. Whole numbers stay.
 *
 * @example
 * ```ts
 * import { sevenDigits } from '@samenbeeld/schema';
 * [sevenDigits(7514.983561660172), sevenDigits(123456789.125), sevenDigits(1e-120)] // => [7514.984, 123456789.13, 0]
 * ```
 */
export function sevenDigits(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return value;
  const decimals = 6 - Math.floor(Math.log10(Math.abs(value)));
  return Number(value.toFixed(Math.min(100, Math.max(2, decimals))));
}
