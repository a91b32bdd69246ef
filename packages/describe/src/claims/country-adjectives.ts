import { agencies, foldText, type Language, landOfAdjective, places } from '@samenbeeld/schema';
import { matched } from './named.ts';

/** Whether a word is the adjective of a country. */
export const isAdjective = (words: string): boolean => landOfAdjective(words) !== undefined;

/** Whether a service or a port of the country stands in our lists. */
export const isOurs = (country: string): boolean => agencies.some((own) => own.country === country);

/** Adjectives of other countries that their names do not give by the rule. */
const irregular: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:Brits|Engels|Schots|Iers|Fins|Deens|Noors|Turks|Perzisch|Russisch|Amerikaans|Venezolaans|Peruviaans|Dominicaans|Marokkaans|Ests|Lets|Litouws|Zuid-Afrikaans|Portuges|Portugees|Grieks|Pools|Argentijns|Indias|Syrisch|Libanes|Algerijns|Cubaans|Guatemalteeks|Hondures|Cypriotisch|Oekraïens|Oekraiens|Chinees|Japans)e?$/u,
  fr: /^(?:britannique|anglais|écossais|américain|suisse|turc|turque|grec|grecque|polonais|danois|russe|tchèque|serbe|croate|bulgare|hongrois|gallois|bosniaque|slovaque|slovène|espagnole?|indien(?:ne)?|cubaine?|mexicaine?|équatorien(?:ne)?|péruvien(?:ne)?|vénézuélien(?:ne)?|dominicaine?|sud-africaine?|vietnamien(?:ne)?|portugaise?|roumaine?|argentine?|syrien(?:ne)?|nigériane?|hondurien(?:ne)?|jamaïcaine?|letton(?:ne)?)e?s?$/iu,
  de: /^(?:(?:brit|engl|schott|amerikan|poln|dän|ir|finn|ind|estn|lett|griech|ungar|syr|libanes|venezolan|portugies|dominikan|südafrikan|isländ)ische[nrsm]?|Schweizer|schweizerische[nrsm]?)$/iu,
  en: /^(?:British|English|Scottish|Irish|American|Swiss|Greek|Spanish|Polish|Danish|Finnish|Norwegian|Turkish|Peruvian|Venezuelan|Dominican|Czech|Croatian|Serbian|Thai|Portuguese|Panamanian|Slovak|Argentine|Lebanese|Honduran|Pakistani|Iraqi|Israeli|Saudi|Emirati|Omani|Kuwaiti|Bangladeshi|Azerbaijani|South African)$/u,
};
/** What the adjective of a country has behind the stem of its name. */
const adjectiveEndings: Readonly<Record<Language, string>> = {
  nl: 'i?anse|n?ese|i?ense|se|i?sche',
  fr: 'i?en(?:ne)?s?|aise?s?|oise?s?|aine?s?|een(?:ne)?s?',
  de: '(?:i?an|n|en|es|s)?ische[nrsm]?',
  en: 'i?ans?|n|ese|ish',
};
/** Dutch writes a vowel twice at the end of a syllable: "Zweden", "Zweedse". */
const plain = (words: string, language: Language): string =>
  language === 'nl' ? foldText(words).replace(/([aeou])\1/gu, '$1') : foldText(words);
const otherAdjectives = new Map<Language, RegExp>();

/** The adjectives of the countries that our lists hold no services of, by the whole name: no town is called by its first letters. */
function otherAdjectivesIn(language: Language): RegExp {
  const known = otherAdjectives.get(language);
  if (known) return known;
  const stems = places
    .filter(({ kind, code }) => kind === 'country' && !isOurs(code))
    .map(({ label }) => plain(label[language], language))
    .flatMap((name) => [
      name,
      name.replace(/(?:land|i?j?e|i?en|ei|[aeiouy])$/u, ''),
      name.replace(/(?:i?a|ien)$/u, ''),
    ])
    .filter((stem) => /^[\p{L}-]{4,}$/u.test(stem));
  const all = new RegExp(
    `^(?:${[...new Set(stems)].join('|')})(?:${adjectiveEndings[language]})$`,
    'u',
  );
  otherAdjectives.set(language, all);
  return all;
}

function isOfOurTown(word: string, language: Language): boolean {
  const town = townOf(word, language);
  return town !== null && isOurs(landOf(town));
}

/** The town of "Rotterdamse", "Antwerpse" or "Hamburger", by the list. */
export function townOf(words: string, language: Language): string | null {
  const [, stem] =
    (language === 'nl' ? /^(\p{Lu}\p{L}{2,})se$/u : /^(\p{Lu}\p{L}{2,})er$/u).exec(words) ?? [];
  if (stem === undefined || (language !== 'nl' && language !== 'de')) return null;
  for (const name of [stem, `${stem}en`]) {
    const meant = matched(places, name, language);
    if (meant && meant.code !== '') return meant.code;
  }
  return null;
}

/** Whether a word is the adjective of a country that our lists hold no services of. Dutch and English write it with a capital. */
export function isOfOtherCountry(word: string, language: Language): boolean {
  const isCapital = /^\p{Lu}/u.test(word);
  return (
    (isCapital || language === 'fr' || language === 'de') &&
    !isAdjective(word) &&
    !isOfOurTown(word, language) &&
    (irregular[language].test(word) || otherAdjectivesIn(language).test(plain(word, language)))
  );
}

/** The country of a place, by the codes of both. */
export const landOf = (place: string): string => places.get(place).country ?? place;
