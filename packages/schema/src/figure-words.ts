import { formatNumber } from './format-number.ts';
import type { Language, Text } from './language.ts';
import { inEach, percentSign } from './sentence.ts';

/** As many decimals as a reader needs: none from 100 on, three significant digits below. */
function decimalsOf(value: number): number {
  const size = Math.abs(value);
  if (size >= 100 || size === 0) return 0;
  if (size >= 10) return 1;
  if (size >= 1) return 2;
  return Math.min(100, 1 - Math.floor(Math.log10(size)));
}

/** Digits by hand behind the mark, since making a number format per figure costs more than the analysis. */
function print(value: number, decimals: number, language: Language): string {
  const mark = formatNumber(0.5, language).charAt(1);
  if (value !== 0 && decimals > 15)
    return value.toExponential(1).replace('.', mark).replaceAll('-', '\u2212');
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const digits = formatNumber(Number(whole), language) + (fraction ? `${mark}${fraction}` : '');
  return value < 0 && /[1-9]/.test(digits) ? `\u2212${digits}` : digits;
}

/**
 * A number in words' company, rounded for a reader: whole numbers and numbers from 100 on without decimals, others to three
 * significant digits.
 *
 * @example
 * ```ts
 * import { figure } from '@samenbeeld/schema';
 * [figure(4776, 'en'), figure(3.2801, 'nl'), figure(-12.34, 'fr')] // => ['4,776', '3,28', '\u221212,3']
 * ```
 */
export function figure(value: number, language: Language): string {
  return print(value, Number.isInteger(value) ? 0 : decimalsOf(value), language);
}

/** A bound of an interval, never rounded onto the reference value that it lies clear of. */
export function bound(value: number, reference: number, language: Language): string {
  if (value === reference) return figure(value, language);
  let decimals = decimalsOf(value);
  while (decimals < 100 && Number(value.toFixed(decimals)) === reference) decimals += 1;
  return print(value, decimals, language);
}

/**
 * A share as a percentage; never 0% or 100% unless it is exactly that.
 *
 * @example
 * ```ts
 * import { percent } from '@samenbeeld/schema';
 * [percent(0.25, 'en'), percent(0.9999, 'nl'), percent(0, 'en')] // => ['25%', '99,99%', '0%']
 * ```
 */
export function percent(share: number, language: Language): string {
  const value = share * 100;
  let decimals = value >= 10 || value === 0 ? 0 : 1;
  while (
    decimals < 12 &&
    share !== 0 &&
    share !== 1 &&
    [0, 100].includes(Number(value.toFixed(decimals)))
  )
    decimals += 1;
  return `${print(value, share === 1 ? 0 : decimals, language)}${percentSign[language]}`;
}

/** "p = 0.381", "p < 0.001"; a p near 0.05 is not rounded onto it. */
export function pValue(p: number, language: Language): string {
  if (p < 0.001) return `p < ${print(0.001, 3, language)}`;
  return `p = ${print(p, p.toFixed(3) === '0.050' && p !== 0.05 ? 5 : 3, language)}`;
}

/** "p ≥ 0.469", rounded down. */
export function pAtLeast(p: number, language: Language): string {
  return `p ≥ ${print(Math.floor(p * 1000) / 1000, 3, language)}`;
}

/** "p ≤ 0.048", rounded up. */
export function pAtMost(p: number, language: Language): string {
  return `p ≤ ${print(Math.ceil(p * 1000) / 1000, 3, language)}`;
}

/** A sentence without its chances (`pValue`, `pAtLeast`, `pAtMost`), for pages where none stands: the rest is as it was. */
export function withoutPValue(sentence: Text): Text {
  const blank = '[ \u00a0\u202f]';
  const p = `p${blank}[=<≤≥]${blank}\\d[\\d.,]*\\d`;
  return inEach((language) =>
    sentence[language]
      .replace(new RegExp(`${blank}\\(${p}\\)`, 'gu'), '')
      .replace(new RegExp(`(?:,|${blank}?;)${blank}${p}`, 'gu'), '')
      .replace(new RegExp(`\\(${p}(?:,|${blank}?;)${blank}`, 'gu'), '('),
  );
}

/** The name of an interval of a level: "95%-interval", "intervalle à 95 %", "95-%-Intervall", "95% interval". */
export function intervalName(level: number, language: Language): string {
  const value = print(level * 100, Number.isInteger(round(level * 100)) ? 0 : 1, language);
  return {
    nl: `${value}%-interval`,
    fr: `intervalle à ${value}\u00a0%`,
    de: `${value}-%-Intervall`,
    en: `${value}% interval`,
  }[language];
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The two ends of an interval to the same number of decimals, neither rounded onto a reference that it lies clear of. */
export function rangeEnds(
  interval: { readonly low: number; readonly high: number },
  reference: number,
  language: Language,
): readonly [string, string] {
  const ends = [interval.low, interval.high].filter(Number.isFinite);
  const whole = ends.every(Number.isInteger);
  let decimals = whole ? 0 : decimalsOf(Math.max(...ends.map(Math.abs)));
  const falls = (end: number): boolean =>
    end !== reference && Number(end.toFixed(decimals)) === reference;
  while (decimals < 100 && ends.some(falls)) decimals += 1;
  return [print(interval.low, decimals, language), print(interval.high, decimals, language)];
}

/** "0.81 to 3.28", "de 0,81 à 3,28"; an end at infinity is said in words. */
export function range(
  interval: { readonly low: number; readonly high: number },
  reference: number,
  language: Language,
): string {
  const [low, high] = rangeEnds(interval, reference, language);
  if (interval.high !== Number.POSITIVE_INFINITY) return fromTo(low, high, language);
  return {
    nl: `vanaf ${low}, zonder bovengrens`,
    fr: `à partir de ${low}, sans limite supérieure`,
    de: `ab ${low}, ohne Obergrenze`,
    en: `from ${low}, with no upper limit`,
  }[language];
}

/** "3.7% to 71%". */
export function fromTo(low: string, high: string, language: Language): string {
  return {
    nl: `${low} tot ${high}`,
    fr: `de ${low} à ${high}`,
    de: `${low} bis ${high}`,
    en: `${low} to ${high}`,
  }[language];
}
