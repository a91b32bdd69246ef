import { places } from '../places.ts';
import { agencies } from './agencies.ts';

const adjectives: readonly (readonly [RegExp, string])[] = [
  [/^(?:belgische?[nr]?|belges?|belgian)$/iu, 'BE'],
  [/^(?:nederlandse?|néerlandaise?s?|niederländische?[nr]?|dutch)$/iu, 'NL'],
  [/^(?:luxemburgse?|luxembourgeoise?s?|luxemburgische?[nrs]?|luxemburger)$/iu, 'LU'],
  [/^(?:duitse?|allemande?s?|deutsche?[nr]?|german)$/iu, 'DE'],
  [/^(?:franse?|françaises?|français|französische?[nr]?|french)$/iu, 'FR'],
];

/**
 * The country with agencies in our list whose adjective a word is.
 *
 * @example
 * ```ts
 * import { landOfAdjective } from '@samenbeeld/schema';
 * landOfAdjective('luxembourgeoise') // => 'LU'
 * ```
 */
export const landOfAdjective = (word: string): string | undefined =>
  adjectives.find(([pattern]) => pattern.test(word))?.[1];

/** Offices that only the German customs have. */
export const germanCustoms: RegExp =
  /^(?:hauptzoll(?:amte?s?|ämtern?)|zollfahndungs(?:amte?s?|ämtern?|dienste?s?)|zollfahndung|zollfahndern?|zollkriminalamte?s?)$/iu;

/**
 * A word for whoever serves in an agency as the word for the agency, by which the list knows it.
 *
 * @example
 * ```ts
 * import { serviceWord } from '@samenbeeld/schema';
 * serviceWord('douaniers') // => 'douane'
 * ```
 */
export function serviceWord(words: string): string {
  return words
    .replace(/^(?:douaniers|douanes|douanediensten|administration des douanes)$/iu, 'douane')
    .replace(/^(?:politiediensten|politiezone|politiezones)$/iu, 'politie')
    .replace(/^(?:zollbehörden|zollverwaltung|zöllner|zolls|zollbeamten?)$/iu, 'Zoll')
    .replace(germanCustoms, 'Zoll')
    .replace(/^(?:policiers)$/iu, 'police')
    .replace(/^gendarmes$/iu, 'gendarmerie')
    .replace(/^polizei$/iu, 'police')
    .replace(/^(?:HARC|HARP)-?teams?$/iu, (team) => team.slice(0, 4))
    .replace(/^Hit and Run Post-?team$/iu, 'Hit and Run Post-team')
    .replace(/^HARC-douane$/iu, 'HARC');
}

function countryNamed(word: string): string | undefined {
  const match = places.lookup(word);
  const entries =
    match.kind === 'exact' ? [match.entry] : match.kind === 'ambiguous' ? match.entries : [];
  return entries.find(({ kind }) => kind === 'country')?.code;
}

const codesOf = (name: string): readonly string[] => {
  if (agencies.has(name)) return [agencies.get(name).code];
  const match = agencies.lookup(serviceWord(name));
  if (match.kind === 'exact') return [match.entry.code];
  return match.kind === 'ambiguous' ? match.entries.map(({ code }) => code) : [];
};

const small =
  /^(?:(?:de|het|du|des|la|le|les|der|die|das|the|of|in|van|von|aus|en|au)\s+)+|(?:\s+(?:de|het|du|des|la|le|les|der|die|das|the|of|in|van|von|aus|en|au))+$/giu;

/**
 * Codes of the agencies that a name may mean: by the list, else by what several countries call theirs beside one of these
 * countries. Several where no country tells which; none where nothing is so called.
 *
 * @example
 * ```ts
 * import { agenciesNamed } from '@samenbeeld/schema';
 * agenciesNamed('Luxemburgse douane') // => ['LU_CUST']
 * agenciesNamed('Zollverwaltung in Luxemburg') // => ['LU_CUST']
 * agenciesNamed('parquet') // => ['BE_OM', 'LU_PARQUET']
 * ```
 */
export function agenciesNamed(name: string): readonly string[] {
  const listed = codesOf(name);
  if (listed.length > 0) return listed;
  const words = name.split(/\s+/u);
  for (const [at, word] of words.entries()) {
    const country = landOfAdjective(word) ?? countryNamed(word);
    if (country === undefined) continue;
    const bare = [...words.slice(0, at), ...words.slice(at + 1)].join(' ').replace(small, '');
    const own = codesOf(bare).filter((code) => agencies.get(code).country === country);
    if (own.length > 0) return own;
  }
  return [];
}
