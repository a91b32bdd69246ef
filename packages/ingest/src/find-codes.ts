import {
  type CodeEntry,
  type CodeList,
  editDistance,
  foldText,
  type Language,
  ownValue,
  UsageError,
} from '@samenbeeld/schema';
import { codeLists } from './code-lists.ts';

/** A code of a list that a word means, or nearly. */
export interface FoundCode {
  readonly list: string;
  readonly entry: CodeEntry;
  /** The code, alias, label or synonym that is like the word. */
  readonly name: string;
  /** The name is the word, whatever its case and accents. */
  readonly exact: boolean;
  /** From 0 (the word itself) to 1 (nothing alike). */
  readonly distance: number;
}

/** What a code list lists, in words. */
export const listedThings: Readonly<Record<string, string>> = {
  agencies: 'services and publishers',
  bases: 'how a figure came about: recorded, seized, seized in a port',
  concealments: 'how drugs are hidden',
  confidences: 'how sure an assumption is',
  countUnits: 'what is counted as one',
  countries: 'countries, ISO 3166',
  dateRoles: 'which moment a date is: offence, registration, seizure',
  directions: 'which way a statement says that things go',
  drugs: 'groups of drugs for seizures',
  extents: 'whether a figure is of a whole or a part',
  marketLevels: 'wholesale or retail, for prices',
  massBases: 'gross, net or pure weight',
  measures: 'what an administrative authority may do: closure, permit refused',
  metrics: 'what is measured: offences, suspects, quantity seized, price',
  missingReasons: 'why a figure is missing',
  offences: 'offences, ICCS',
  phenomena: 'what a statement in words is about',
  placeLevels: 'kinds of places: country, region, port',
  places: 'countries, NUTS regions, ports (UN/LOCODE)',
  programmes: 'frames of cooperation: EMPACT, Hazeldonk',
  stats: 'which statistic: count, sum, mean, lowest, highest',
  substances: 'drugs and precursors',
  transportModes: 'how goods travel',
  units: 'units of measure and of count: kg, tablet, offence, EUR/g',
  wordings: 'how a figure is worded: exact, about, more than',
};

/** A code list by its name. Throws a UsageError that names all of them. */
export function codeListOf(name: string): CodeList<CodeEntry> {
  const list = ownValue(codeLists, name);
  if (list) return list;
  throw new UsageError(
    `There is no code list "${name}". There are ${Object.keys(codeLists).join(', ')}.`,
  );
}

const namesOf = ({ code, aliases = [], label, synonyms }: CodeEntry): readonly string[] => [
  code,
  ...aliases,
  ...Object.values(label),
  ...synonyms,
];

/** From here on a name is not like the word. */
const unlike = 0.55;

/** A name that begins with the word, or holds it, is nearer than one of other letters. */
function distanceOf(wanted: string, name: string): number {
  const other = foldText(name);
  if (other === wanted) return 0;
  const longest = Math.max(wanted.length, other.length, 1);
  const least = 0.1 + (0.9 * Math.abs(wanted.length - other.length)) / longest;
  const apart =
    least < unlike ? 0.1 + (0.9 * editDistance(wanted, other)) / longest : Math.min(least, 1);
  if (wanted.length < 3) return apart;
  const rest = (longest - wanted.length) / longest;
  if (` ${other}`.includes(` ${wanted}`)) return Math.min(apart, 0.05 + 0.2 * rest);
  return other.includes(wanted) ? Math.min(apart, 0.15 + 0.2 * rest) : apart;
}

/**
 * Codes that a word means, nearest first: by code, alias, label in any of the four languages and synonym, whatever its
 * case, accents and spelling. Where names are the word itself, only their codes; else up to `most` that are about
 * as much alike as the nearest.
 * Throws a UsageError for a list that does not exist.
 *
 * @example
 * ```ts
 * import { findCodes } from '@samenbeeld/ingest';
 * findCodes('COCAINE', { list: 'substances' })[0]?.entry.code // => 'COC'
 * findCodes('cocaïen')[0]?.entry.code // => 'COC'
 * ```
 */
export function findCodes(
  word: string,
  options: { readonly list?: string; readonly language?: Language; readonly most?: number } = {},
): readonly FoundCode[] {
  const { list: asked, language, most = 8 } = options;
  const wanted = foldText(word);
  const names = asked === undefined ? Object.keys(codeLists) : [asked];
  const found = names.flatMap((list) =>
    codeListOf(list).map((entry): FoundCode => {
      const [best] = namesOf(entry)
        .map((name) => ({ name, distance: distanceOf(wanted, name) }))
        .sort((a, b) => a.distance - b.distance);
      const { name, distance } = best ?? { name: entry.code, distance: 1 };
      return { list, entry, name, distance, exact: distance === 0 };
    }),
  );
  const own = ({ entry }: FoundCode): boolean =>
    language !== undefined && foldText(entry.label[language]) === wanted;
  const sorted = found.sort(
    (a, b) =>
      a.distance - b.distance ||
      Number(own(b)) - Number(own(a)) ||
      (a.list < b.list ? -1 : a.list > b.list ? 1 : a.entry.code < b.entry.code ? -1 : 1),
  );
  const exact = sorted.filter((one) => one.exact);
  if (exact.length > 0) return exact;
  const nearest = sorted[0]?.distance ?? 1;
  return sorted
    .filter(({ distance }) => distance < Math.min(unlike, nearest + 0.25))
    .slice(0, most);
}

/** What else may be written where nothing of a list is near: a place may have a code of its own. */
export function ownCodeAdvice(list: string | null): string {
  return list === 'places'
    ? '; a place that no list has may get a code of its own: country, kind and name, such as NL.GM.Delfzijl'
    : '';
}

/** What to write instead of a text that is no code of a list: the code that it means, or the nearest. */
export function codeAdvice(list: string, text: string): string {
  const wrong = text.split('+').find((part) => !ownValue(codeLists, list)?.has(part)) ?? text;
  const look = `\`samenbeeld codes ${list}\` lists them`;
  const found = findCodes(wrong, { list, most: 3 });
  const shown = found.map(({ entry: { code, label } }) => `${code} (${label.en})`);
  if (!found[0]) return `use a code of the list; ${look}${ownCodeAdvice(list)}`;
  if (!found[0].exact) return `use a code of the list; nearest: ${shown.join(', ')}; ${look}`;
  return found.length === 1
    ? `write ${shown[0]}, which "${wrong}" means; ${look}`
    : `"${wrong}" means ${shown.join(' or ')}: write the code that is meant; ${look}`;
}
