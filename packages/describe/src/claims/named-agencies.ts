import { agencies, foldText, type Language } from '@samenbeeld/schema';
import { countOf, matched, type Named, namesIn, word } from './named.ts';
import { adjectives, isOfOtherCountry } from './country-adjectives.ts';
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
  if ([...text.matchAll(word)].some(([own]) => adjectives.some(([pattern]) => pattern.test(own))))
    return null;
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

/** Offices that only the German customs have. */
const germanCustoms =
  /^(?:hauptzoll(?:amte?s?|ämtern?)|zollfahndungs(?:amte?s?|ämtern?|dienste?s?)|zollfahndung|zollfahndern?|zollkriminalamte?s?)$/iu;

/** The agencies that a sentence names. A word that services of several countries share is settled by a country beside it. */
export function agenciesIn(
  text: string,
  language: Language,
  country: string | null,
): readonly (Named & {
  readonly byCountry: boolean;
  readonly aside: boolean;
  readonly asSource: boolean;
})[] {
  const named = namesIn(text, 10, (words) => {
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
    const plainWords = words
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
    return (
      matched(agencies, plainWords, language) ??
      (/(?:douane|zoll|customs)$/iu.test(plainWords) &&
      countOf(plainWords) <= 2 &&
      language !== 'en' &&
      /^(?:luchthaven|haven|flughafen)/iu.test(plainWords)
        ? matched(agencies, 'douane', 'nl')
        : null)
    );
  });
  return named.map((one) => {
    const lead = text.slice(0, one.start);
    const aside = servicesBefore.test(lead);
    const asSource = sourceBefore.test(lead);
    // "la police belge, néerlandaise et luxembourgeoise": the service of each.
    const beside = /((?:\p{L}+(?:,| en| et| und| and)\s+)*\p{L}+)\s+$/u.exec(lead)?.[1] ?? '';
    const behind =
      /^\s+(?:de |du )?(\p{L}+(?:(?:,| en| et| und| and)\s+\p{L}+)*)/u.exec(
        text.slice(one.end),
      )?.[1] ?? '';
    const beyond = new Set(
      [beside, behind].flatMap((words) =>
        words
          .split(/[\s,]+/u)
          .flatMap((each) => adjectives.find(([pattern]) => pattern.test(each))?.[1] ?? []),
      ),
    );
    if (
      beyond.size === 0 &&
      `${beside} ${behind}`.split(/[\s,]+/u).some((each) => isOfOtherCountry(each, language))
    )
      return { ...one, code: '', among: ['ABROAD'], byCountry: true, aside, asSource };
    const [adjective] = beyond.size === 1 ? beyond : [];
    const shared =
      one.among.length > 0
        ? one.among
        : (/^z[oö]ll/iu.test(one.words) && !germanCustoms.test(one.words)) ||
            /^(?:FIU|parket)$/iu.test(one.words)
          ? agencies
              .filter(({ kind }) => kind === agencies.get(one.code).kind)
              .map(({ code }) => code)
          : [];
    const settle = (of: string | null) =>
      of === null ? undefined : shared.find((code) => agencies.get(code).country === of);
    if (one.among.length > 0 && (branchBefore.test(lead) || branchBehind.test(text.slice(one.end))))
      return { ...one, code: '', byCountry: true, aside, asSource };
    // Each Land has one.
    const isOfALand = /^(?:LKA|Landeskriminalamts?)$/u.test(one.words);
    if (isOfALand && !/NRW|Nordrhein/u.test(text))
      return { ...one, code: '', among: [one.code], byCountry: true, aside, asSource };
    if (shared.length === 0) return { ...one, byCountry: false, aside, asSource };
    if (beyond.size > 1) {
      const each = shared.filter((code) => beyond.has(agencies.get(code).country ?? ''));
      return {
        ...one,
        code: '',
        among: each.length > 0 ? each : shared,
        byCountry: true,
        aside,
        asSource,
      };
    }
    const sure = settle(adjective ?? null);
    if (sure !== undefined)
      return { ...one, code: sure, among: [], byCountry: false, aside, asSource };
    const likely = settle(country ?? (/bundesweit|deutschlandweit/iu.test(text) ? 'DE' : null));
    return {
      ...one,
      code: likely ?? '',
      among: shared.filter((code) => code !== likely),
      byCountry: true,
      aside,
      asSource,
    };
  });
}
