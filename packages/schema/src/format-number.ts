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
