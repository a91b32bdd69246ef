import { formatNumber } from './format-number.ts';
import type { Language } from './language.ts';
import { ownValue } from './own-value.ts';

/** One to twelve, as a report spells them out. */
const numerals: Readonly<Record<Language, string>> = {
  nl: 'een,één,twee,drie,vier,vijf,zes,zeven,acht,negen,tien,elf,twaalf',
  fr: 'un,une,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze',
  de: 'ein,eine,einer,einem,eins,zwei,drei,vier,fünf,sechs,sieben,acht,neun,zehn,elf,zwölf',
  en: 'a,an,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve',
};

const ones: Readonly<Record<Language, number>> = { nl: 2, fr: 2, de: 5, en: 3 };

/** The value of a numeral from one to twelve, or null. */
export function numeralOf(word: string, language: Language): number | null {
  const at = numerals[language].split(',').indexOf(word.toLowerCase());
  if (at < 0) return null;
  return Math.max(1, at - ones[language] + 2);
}

/** Which numeral is used before a noun whose gender is not known: "één", "un", "ein", "one". */
const plainOnes: Readonly<Record<Language, string>> = { nl: 'één', fr: 'un', de: 'ein', en: 'one' };

/** A whole number from one to twelve in words, any other as the language prints it. */
export function spelled(value: number, language: Language): string {
  if (value === 1) return plainOnes[language];
  const word = numerals[language].split(',')[value + ones[language] - 2];
  return Number.isInteger(value) && value > 1 && word ? word : formatNumber(value, language);
}

/**
 * Whether a language counts so many in the singular: French does up to two (`0 affaire`, `1,5 tonne`), the others only one.
 *
 * @example
 * ```ts
 * import { isSingular } from '@samenbeeld/schema';
 * [isSingular(0, 'fr'), isSingular(0, 'nl'), isSingular(1, 'de')] // => [true, false, true]
 * ```
 */
export function isSingular(value: number, language: Language): boolean {
  return language === 'fr' ? Math.abs(value) < 2 : Math.abs(value) === 1;
}

/** Powers of ten behind a figure. `billion` means 10⁹ in English only, and is left out elsewhere. */
const scales: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  nl: { duizend: 3, miljoen: 6, mln: 6, 'mln.': 6, miljard: 9, mld: 9, 'mld.': 9 },
  fr: { mille: 3, million: 6, millions: 6, mio: 6, 'mio.': 6, milliard: 9, milliards: 9 },
  de: {
    tausend: 3,
    million: 6,
    millionen: 6,
    mio: 6,
    'mio.': 6,
    milliarde: 9,
    milliarden: 9,
    mrd: 9,
    'mrd.': 9,
  },
  en: { thousand: 3, million: 6, mln: 6, bn: 9, billion: 9 },
};

/** The power of ten a word means in these languages, or null where it is none or they disagree (`billion` is 10⁹ or 10¹²). */
export function scaleOf(word: string, languages: readonly Language[]): number | null {
  if (languages.length > 1 && /^billions?$/i.test(word)) return null;
  const found = new Set(
    languages.map((language) => ownValue(scales[language], word.toLowerCase()) ?? null),
  );
  found.delete(null);
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
