import { agencies, agenciesNamed, landOfAdjective, places } from '@samenbeeld/schema';

/** How a remark says that a find passed from one service to another, or was of both: in Dutch, French, German and English. */
const passed = new RegExp(
  `(?<!\\p{L})(?:${[
    'overgenomen|overname|overgedragen|overdracht|overgemaakt|overhandigd|samen met|gezamenlijk met|in samenwerking met',
    'reprise?s?|remise?s?|transmise?s?|cédée?s?|transférée?s?|conjointement avec|avec le concours|en collaboration avec',
    'übernommen|übernahme|übergeben|übergabe|übergegangen|abgegeben|überlassen|gemeinsam mit|zusammen mit',
    'taken over|handed over|hand-?over|passed on|transferred|jointly with|together with',
  ].join('|')})(?!\\p{L})`,
  'iu',
);
const denied =
  /(?<!\p{L})(?:niet|geen|nooit|ne|pas|non|aucune?|nicht|kein\p{L}*|nie|not?|never)(?!\p{L})/iu;
/** Most words that the name of a service takes in the list, with the adjective of its country. */
const longest = 8;

/** Services, and countries, that a remark says a find came from, went to, or was made with. */
export interface NamedInRemark {
  readonly agencies: readonly string[];
  readonly countries: readonly string[];
}

const none: NamedInRemark = { agencies: [], countries: [] };

function countryOf(word: string): string | null {
  const match = places.lookup(word);
  return match.kind === 'exact' ? match.entry.country : null;
}

/**
 * What the remark of a find says of whom it passed from or to. A name that several countries give their service is that of
 * the country named beside it ("de douane van Vlissingen"), else that of the country that seized.
 */
export function namedInRemark(note: string | null, seizedBy: string): NamedInRemark {
  if (note === null || !passed.test(note)) return none;
  const [services, countries] = [new Set<string>(), new Set<string>()];
  for (const clause of note.split(/[.;\n](?=\s|$)/u)) {
    if (!passed.test(clause) || denied.test(clause)) continue;
    const words = (clause.match(/[\p{L}\d&]+(?:[-'’][\p{L}\d&]+)*/gu) ?? []).map((word) =>
      word.replace(/^[dl]['’]/iu, ''),
    );
    const told = words.flatMap((word) => landOfAdjective(word) ?? []);
    const lands = [...told, ...words.flatMap((word) => countryOf(word) ?? [])];
    const meant = new Set(lands.length > 0 ? lands : [seizedBy]);
    for (const land of told) countries.add(land);
    for (let at = 0; at < words.length; at += 1)
      for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
        const named = agenciesNamed(words.slice(at, at + length).join(' ')).map((code) =>
          agencies.get(code),
        );
        if (named.length === 0) continue;
        const ofThem =
          named.length === 1 ? named : named.filter(({ country }) => meant.has(country ?? ''));
        for (const { code, country } of ofThem) {
          services.add(code);
          if (country !== null) countries.add(country);
        }
        at += length - 1;
        break;
      }
  }
  countries.delete(seizedBy);
  return { agencies: [...services], countries: [...countries] };
}
