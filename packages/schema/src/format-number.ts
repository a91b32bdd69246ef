import { type Language, locales } from './language.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** Made on use: to make one takes as long as to format ten thousand figures. */
function formatOf(language: Language, least: number, most: number): Intl.NumberFormat {
  const key = `${language} ${least} ${most}`;
  const known = formats.get(key);
  if (known) return known;
  const digits = { minimumFractionDigits: least, maximumFractionDigits: most };
  const format = new Intl.NumberFormat(locales[language], digits);
  formats.set(key, format);
  return format;
}

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
  return formatOf(language, decimals ?? 0, decimals ?? 12).format(value);
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
