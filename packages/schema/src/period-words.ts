import type { Language } from './language.ts';

/** Full names of the months, January first. */
export const monthNames: Readonly<Record<Language, readonly string[]>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(
    ' ',
  ),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  ),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
};

/** Short and regional forms per month, in any of the four languages; no form means two months. */
const shortMonths =
  'jan janv jän jänner|feb févr fév fevr feber febr|mrt mär mar mrz|apr avr|mei|jun|jul juil|aug aou|sep sept|okt oct|nov|dec déc dez';

/** Lower case without accents, so that `Fevrier` and `FÉVRIER` are the same word. */
export function plainWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}|\.$/gu, '')
    .toLowerCase();
}

const months: ReadonlyMap<string, number> = new Map([
  ...Object.values(monthNames).flatMap((names) =>
    names.map((name, at) => [plainWord(name), at + 1] as const),
  ),
  ...shortMonths
    .split('|')
    .flatMap((list, at) => list.split(' ').map((name) => [plainWord(name), at + 1] as const)),
  ['maerz', 3] as const,
]);

/** The number of a month, by a name or abbreviation in any of the four languages, or null. */
export function monthOf(word: string): number | null {
  return months.get(plainWord(word)) ?? null;
}

const ordinals: readonly (readonly [RegExp, number])[] = [
  [/^(?:1|1e|1ste|1er|1ere|1st|i|eerste|premier|premiere|erste[rsn]?|first)$/, 1],
  [/^(?:2|2e|2de|2eme|2nd|ii|tweede|second|seconde|deuxieme|zweite[rsn]?)$/, 2],
  [/^(?:3|3e|3de|3eme|3rd|iii|derde|troisieme|dritte[rsn]?|third)$/, 3],
  [/^(?:4|4e|4de|4eme|4th|iv|vierde|quatrieme|vierte[rsn]?|fourth)$/, 4],
];

/** First to fourth, in figures or words of the four languages, or null. */
export function ordinalOf(word: string): number | null {
  return ordinals.find(([pattern]) => pattern.test(plainWord(word)))?.[1] ?? null;
}

/** Months in what a word names a part of a year by: half or quarter; null for any other word. */
export function partOf(word: string): 6 | 3 | null {
  const plain = plainWord(word);
  if (
    /^(?:helft|halfjaar|semestre|semester|sem|halbjahr|halbjahrs|hj|halfte|half|half-year)$/.test(
      plain,
    )
  )
    return 6;
  return /^(?:kwartaal|trimestre|trimester|trim|quartal|quarter)$/.test(plain) ? 3 : null;
}
