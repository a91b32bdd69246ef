import { type CodeList, codeList } from './code-list.ts';
import { complexPlaces } from './codes/complexes.ts';
import { countries } from './codes/countries.ts';
import { type PlaceEntry, plainPlace } from './codes/place-entry.ts';
import { portPlaces } from './codes/ports.ts';
import { regionPlaces } from './codes/regions.ts';
import type { Language, Text } from './language.ts';

/**
 * Places by code: ports (UN/LOCODE), port complexes, countries (ISO 3166-1) and regions (NUTS 2021).
 * The bare name of a town is its port ("Antwerpen", "Luik"); a province says that it is one. Names that mean things
 * of different size are ambiguous: "Luxembourg" (country, city, Belgian province), "Limburg", "Hamburg".
 * Where only countries can be meant, ask `countries`.
 *
 * @example
 * ```ts
 * import { places } from '@samenbeeld/schema';
 * places.get('NLVLI').label.fr // => 'Flessingue'
 * places.get('NSP').code // => 'PC_NSP'
 * places.lookup('Luxembourg').kind // => 'ambiguous'
 * ```
 */
export const places: CodeList<PlaceEntry> = codeList(
  'places',
  [...portPlaces, ...complexPlaces, ...countries, ...regionPlaces],
  {
    hambourg: {},
    hamburg: {},
    hazeldonk: {},
    limbourg: {},
    limburg: {},
    luxembourg: {},
    luxemburg: {},
  },
);

function sorted(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort();
}

/**
 * The places a set of places consists of, as far as they are named, down to single ports or countries, sorted;
 * none for a single place. Throws UsageError for an unknown code.
 *
 * @example
 * ```ts
 * import { membersOf } from '@samenbeeld/schema';
 * membersOf('PC_NSP') // => ['BEGNE', 'NLTNZ', 'NLVLI']
 * membersOf('PC_HARC') // => ['NLMOE', 'NLRTM', 'NLTNZ', 'NLVLI']
 * membersOf('NLVLI') // => []
 * ```
 */
export function membersOf(code: string): readonly string[] {
  return sorted(
    entryOf(code).members.flatMap((member) => {
      const inner = membersOf(member);
      return inner.length > 0 ? inner : [member];
    }),
  );
}

/**
 * The places that the `place` of a record covers: aliases resolved, sets replaced by their members, sorted.
 * An open set stands for itself, because its members do not make it up. Throws UsageError for an unknown code.
 *
 * @example
 * ```ts
 * import { expandPlace } from '@samenbeeld/schema';
 * expandPlace('NLVLI+NLTNZ') // => ['NLTNZ', 'NLVLI']
 * expandPlace('NSP') // => ['BEGNE', 'NLTNZ', 'NLVLI']
 * expandPlace('PC_HARC') // => ['PC_HARC']
 * expandPlace('NL.GM.Roosendaal') // => ['NL.GM.Roosendaal']
 * ```
 */
export function expandPlace(place: string): readonly string[] {
  return expanded.of(place, () =>
    Object.freeze(
      sorted(
        place.split('+').flatMap((code) => {
          const { open, code: own } = entryOf(code.trim());
          const members = open ? [] : membersOf(own);
          return members.length > 0 ? members : [own];
        }),
      ),
    ),
  );
}

/**
 * The entry of a place; a national code that no list holds ("NL.GM.Roosendaal") stands for itself, within its country. Throws a
 * UsageError for any other code.
 */
function entryOf(code: string): PlaceEntry {
  const [, country] = /^([A-Z]{2})\.[A-Z]+\.\S/u.exec(code) ?? [];
  if (places.has(code) || country === undefined || !places.has(country)) return places.get(code);
  const label = { nl: code, fr: code, de: code, en: code };
  return { ...plainPlace, kind: 'area', code, label, synonyms: [], country };
}

/** What was asked of places before; a merge asks the same some thousand times. */
class Asked<Answer> {
  private readonly answers = new Map<string, Answer>();

  of(question: string, answer: () => Answer): Answer {
    const known = this.answers.get(question);
    if (known !== undefined) return known;
    const found = answer();
    if (this.answers.size >= 10_000) this.answers.clear();
    this.answers.set(question, found);
    return found;
  }
}

const expanded = new Asked<readonly string[]>();
const contained = new Asked<boolean>();

function holds(outer: PlaceEntry, inner: PlaceEntry): boolean {
  if (outer.code === inner.code) return true;
  if (outer.members.some((member) => holds(places.get(member), inner))) return true;
  const around = [...inner.within, ...(inner.country ? [inner.country] : [])];
  return around.some((code) => code !== inner.code && holds(outer, places.get(code)));
}

/**
 * Whether `whole` covers everything that `part` covers. Both may be several codes joined by `+`.
 * North Sea Port never contains Moerdijk, and the ports of Zeeland and West Brabant are never North Sea Port.
 * Throws UsageError for an unknown code.
 *
 * @example
 * ```ts
 * import { placeContains } from '@samenbeeld/schema';
 * placeContains('PC_NSP', 'NLVLI+NLTNZ') // => true
 * placeContains('PC_NSP', 'NLMOE') // => false
 * placeContains('NL', 'PC_ZWB') // => true
 * placeContains('NL', 'NL.GM.Roosendaal') // => true
 * ```
 */
export function placeContains(whole: string, part: string): boolean {
  return contained.of(`${whole} ⊇ ${part}`, () => {
    const outer = whole.split('+').map((code) => entryOf(code.trim()));
    const covers = (code: string): boolean => outer.some((place) => holds(place, entryOf(code)));
    return part
      .split('+')
      .every((code) => covers(code.trim()) || expandPlace(code).every((member) => covers(member)));
  });
}

/** How a national code says what kind of place it names: "LU.COM.Dudelange", "FR.DEP.59". */
const kinds: Readonly<Record<string, Text>> = {
  DEP: { nl: 'departement', fr: 'département', de: 'Département', en: 'department' },
  COM: { nl: 'gemeente', fr: 'commune', de: 'Gemeinde', en: 'municipality' },
  GM: { nl: 'gemeente', fr: 'commune', de: 'Gemeinde', en: 'municipality' },
  NIS: { nl: 'gemeente', fr: 'commune', de: 'Gemeinde', en: 'municipality' },
};

function nameOf(code: string, language: Language): string {
  if (places.has(code)) return places.label(code, language);
  const [country = '', kind = '', ...rest] = code.split('.');
  const own = rest.join('.');
  if (own === '' || !places.has(country)) return code;
  if (/\p{Ll}/u.test(own)) return own;
  const where = places.label(country, language);
  return `${kinds[kind]?.[language] ?? ''} ${own} (${where})`.trim();
}

/**
 * What a place is called, or several joined by `+`. A national code that no list holds is called by the name in it, or by its
 * number and country.
 *
 * @example
 * ```ts
 * import { placeLabel } from '@samenbeeld/schema';
 * placeLabel('NLVLI+NLTNZ', 'fr') // => 'Flessingue + Terneuzen'
 * placeLabel('LU.COM.Dudelange', 'nl') // => 'Dudelange'
 * placeLabel('FR.DEP.59', 'de') // => 'Département 59 (Frankreich)'
 * ```
 */
export function placeLabel(code: string, language: Language): string {
  return code
    .split('+')
    .map((part) => nameOf(part, language))
    .join(' + ');
}
