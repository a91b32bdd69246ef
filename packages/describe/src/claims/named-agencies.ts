import {
  agencies,
  foldText,
  germanCustoms,
  type Language,
  landOfAdjective,
  serviceWord,
} from '@samenbeeld/schema';
import { isAdjective, isOfOtherCountry } from './country-adjectives.ts';
import { countOf, matched, type Named, namesIn, word } from './named.ts';
import { servicesBefore } from './named-places.ts';

/** Names of agencies without what stands in brackets behind them. */
const bareAgencies: ReadonlyMap<string, string> = new Map(
  agencies.flatMap(({ code, label }) =>
    Object.values(label).flatMap((name) => {
      const bare = name.replace(/ \(.*\)$/u, '');
      return bare !== name && countOf(bare) > 2 ? [[foldText(bare), code] as const] : [];
    }),
  ),
);

const whoFinds =
  /(?<!\p{L})(?:(?:\p{Ll}+ )?(?:politie|douane|autoriteiten|marine|kustwacht|speurders|agenten|police|gendarmerie|autorités|enquêteurs|policiers|douaniers|garde-côtes|polizei|polizisten|zoll|zöllner|behörden|ermittler|fahnder|küstenwache|customs|authorities|navy|coast ?guard|officers|investigators|agents))(?!\p{L})/giu;

/** Who finds something in a country that our lists hold no services of: "la police fédérale brésilienne", "Spanische Ermittler". */
export function otherServiceIn(text: string, language: Language): string | null {
  if ([...text.matchAll(word)].some(([own]) => isAdjective(own))) return null;
  for (const { index, 0: words } of text.matchAll(whoFinds)) {
    const [before = ''] = /[\p{L}-]+(?=\s+$)/u.exec(text.slice(0, index)) ?? [];
    const behind = /^(?: [\p{L}-]+){0,2}/u.exec(text.slice(index + words.length))?.[0] ?? '';
    const beside = [before, ...words.split(' ').slice(0, -1), ...behind.trim().split(' ')];
    if (beside.some((each) => isOfOtherCountry(each, language))) return words;
  }
  return null;
}

/** Who is said to have told it, and did not surely count. */
const sourceBefore =
  /(?<!\p{L})(?:volgens|according to|selon|d['’]après|laut|nach angaben)\s*(?:(?:de|het|la|le|les|l['’]|der|des|dem|the|von) ?)*$/iu;

/** A police of its own kind, which may be of any service: "maritime police", "police des chemins de fer". */
const branchBefore =
  /(?<!\p{L})(?:maritime|harbou?r|port|river|military|traffic|railway|border|water|tax|fiscal|road|airport|transit)\s+$/iu;
const branchBehind =
  /^ (?:maritime|portuaire|ferroviaire|fluviale|militaire|aux frontières|de l['’]air|de la route|des chemins de fer|de la navigation|des transports|aéroportuaire)(?!\p{L})/iu;

/** The agency that words mean, by the list and by what they are called besides. */
function meantAgency(words: string, language: Language): Pick<Named, 'code' | 'among'> | null {
  const bare = bareAgencies.get(foldText(words.replace(/^(?:l|d)['’]/iu, '')));
  if (bare !== undefined && /\s/u.test(words)) return { code: bare, among: [] };
  if (
    words.length < 2 ||
    (/^(?:police|politie|customs|parquet|parket)$/u.test(words) === false &&
      words.length < 3 &&
      !/^OM$/u.test(words))
  )
    return null;
  if (/^(?:benelux|press|presse|pers|h|pn|gn|ada|aca|dossier)$/iu.test(words)) return null;
  const plainWords = serviceWord(words);
  return (
    matched(agencies, plainWords, language) ??
    (/(?:douane|zoll|customs)$/iu.test(plainWords) &&
    countOf(plainWords) <= 2 &&
    language !== 'en' &&
    /^(?:luchthaven|haven|flughafen)/iu.test(plainWords)
      ? matched(agencies, 'douane', 'nl')
      : null)
  );
}

/** An agency as a sentence names it. */
interface NamedAgency extends Named {
  readonly byCountry: boolean;
  readonly aside: boolean;
  readonly asSource: boolean;
}

/** The agencies that a sentence names. A word that services of several countries share is settled by a country beside it. */
export function agenciesIn(
  text: string,
  language: Language,
  country: string | null,
): readonly NamedAgency[] {
  return namesIn(text, 10, (words) => meantAgency(words, language)).map((one) => {
    const lead = text.slice(0, one.start);
    return {
      ...one,
      byCountry: true,
      aside: servicesBefore.test(lead),
      asSource: sourceBefore.test(lead),
      ...settledAgency(text, language, one, country),
    };
  });
}

/** The services that share a word. */
function sharing({ code, words, among }: Named): readonly string[] {
  if (among.length > 0) return among;
  const isShared =
    (/^z[oö]ll/iu.test(words) && !germanCustoms.test(words)) || /^(?:FIU|parket)$/iu.test(words);
  return isShared
    ? agencies.filter(({ kind }) => kind === agencies.get(code).kind).map((own) => own.code)
    : [];
}

/** Which of the services that share a word is meant, by a country beside it, else by that of the sentence. */
function settledAgency(
  text: string,
  language: Language,
  one: Named,
  country: string | null,
): Partial<NamedAgency> {
  const lead = text.slice(0, one.start);
  const rest = text.slice(one.end);
  // "la police belge, néerlandaise et luxembourgeoise": the service of each.
  const beside = /((?:\p{L}+(?:,| en| et| und| and)\s+)*\p{L}+)\s+$/u.exec(lead)?.[1] ?? '';
  const behind =
    /^\s+(?:de |du )?(\p{L}+(?:(?:,| en| et| und| and)\s+\p{L}+)*)/u.exec(rest)?.[1] ?? '';
  const words = `${beside} ${behind}`.split(/[\s,]+/u);
  const lands = new Set(words.flatMap((each) => landOfAdjective(each) ?? []));
  if (lands.size === 0 && words.some((each) => isOfOtherCountry(each, language)))
    return { code: '', among: ['ABROAD'] };
  if (one.among.length > 0 && (branchBefore.test(lead) || branchBehind.test(rest)))
    return { code: '' };
  // Each Land has one.
  if (/^(?:LKA|Landeskriminalamts?)$/u.test(one.words) && !/NRW|Nordrhein/u.test(text))
    return { code: '', among: [one.code] };
  const shared = sharing(one);
  if (shared.length === 0) return { byCountry: false };
  if (lands.size > 1) {
    const each = shared.filter((code) => lands.has(agencies.get(code).country ?? ''));
    return { code: '', among: each.length > 0 ? each : shared };
  }
  const settle = (of: string | null | undefined): string | undefined =>
    of ? shared.find((code) => agencies.get(code).country === of) : undefined;
  const [adjective] = lands;
  const sure = settle(adjective);
  if (sure !== undefined) return { code: sure, among: [], byCountry: false };
  const likely = settle(country ?? (/bundesweit|deutschlandweit/iu.test(text) ? 'DE' : null));
  if (likely !== undefined)
    return { code: likely, among: shared.filter((code) => code !== likely) };
  // "die Polizei" of a country whose services each have a name of their own may be any of these, and none of another country.
  const kinds = new Set(shared.map((code) => agencies.get(code).kind));
  const ofPlace = agencies
    .filter((own) => own.country === country && country !== null && kinds.has(own.kind))
    .map(({ code }) => code);
  return { code: '', among: ofPlace.length > 0 ? ofPlace : shared };
}
