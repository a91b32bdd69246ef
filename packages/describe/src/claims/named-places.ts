import {
  agencies,
  foldText,
  type Language,
  landOfAdjective,
  placeContains,
  places,
} from '@samenbeeld/schema';
import { countedAt } from './counted.ts';
import { isAdjective, landOf, townOf } from './country-adjectives.ts';
import { matched, type Named, namesIn, word } from './named.ts';

/** What a place is to what is told of it. */
type PlaceRole = 'at' | 'bound' | 'origin' | 'via' | 'seat' | 'named';

export interface NamedPlace extends Named {
  readonly role: PlaceRole;
  /** Words of its role with its name, for whoever asks why. */
  readonly rests: string;
}

const article =
  "(?:(?:de|het|la|le|les|l['’]|der|den|dem|des|die|the|du|d['’]|van|port de|port d['’]|haven van|hafen von|port of|luchthaven van|aéroport de|flughafen|provincie|province de|stad|ville de) ?)*";
const roles: readonly (readonly [PlaceRole, RegExp])[] = [
  [
    'bound',
    new RegExp(
      `(?:bestemd (?:waren |was |is )?voor|(?:met|als|had|hadden) (?:als )?(?:eind)?bestemming|op weg naar|onderweg naar|(?:varen|vertrekken|vervoerd|verscheept|gesmokkeld|verstuurd|gaan) naar|naar|à destination|destinée?s? (?:à|au|aux)|vers|en route (?:pour|vers)|pour destination|bestimmt für|für|auf dem weg nach|nach|mit (?:dem )?ziel|bound for|destined for|heading (?:to|for)|en route to|on (?:its|their) way to|shipped to) ?(?:de |du |d['’]|des )?${article}$`,
      'iu',
    ),
  ],
  [
    'origin',
    new RegExp(
      `(?:afkomstig uit|vanuit|uit|en provenance|venant|venue?s?|venai(?:t|ent)|vien(?:t|nent)|provenai(?:t|ent)|provien(?:t|nent)|originaires?|remontant|revenant|arriv(?:ée?s?|ant)|parti(?:e|s|es)?|expédiée?s?|chargée?s?|komende? van|geladen in|chargée?s? (?:au|aux|en|à)|embarquée?s? (?:au|aux|en|à)|vertrokken uit|verschifft aus|shipped from|loaded in|departed from|stammte[n]? aus|aus|originating from|coming from|arriving from|from|vanaf|provenant) ?(?:de |du |d['’]|des )?${article}$`,
      'iu',
    ),
  ],
  [
    'via',
    new RegExp(
      `(?<!\\p{L})(?:via|over|par|über|through|voor|pour|for|to|tegen|contre|gegen|against|met|avec|mit|with|zu|zum|zur|an|aan|tussen|entre|zwischen|between|about) ?${article}$`,
      'iu',
    ),
  ],
  [
    'at',
    new RegExp(
      `(?<!\\p{L})(?:in|te|op|aan|à|au|aux|en|dans|sur|im|am|auf|at|on|bij|near|binnen|sur le territoire) ?(?:de |het |la |le |der |the |l['’])?(?:(?:haven|havens|luchthaven|port|ports|aéroport|hafen|flughafen|airport|provincie|province|zeehaven|regio|région|region|nationale|rotterdamse)s? ?)?${article}$`,
      'iu',
    ),
  ],
];

/** "België en Frankrijk": a preposition in French only. */
const andBefore: Readonly<Partial<Record<Language, RegExp>>> = {
  nl: /\p{Lu}[\p{L}-]+(?: \([\d.,\s]+\))? en (?:de |het )?$/u,
};

/** Where a court or a prosecutor sits, or who speaks works, is not where something was found: "prosecutors in Antwerp". */
const seatBefore =
  /(?<!\p{L})(?:rechtbank|hof|rechter|parket|procureur|openbaar ministerie|OM|onderzoeksrechter|tribunal(?: correctionnel| de première instance)?|cour d['’](?:appel|assises)|parquet|juge|landgericht\p{L}*|amtsgericht\p{L}*|oberlandesgericht\p{L}*|staatsanwaltschaft|generalstaatsanwaltschaft|court|prosecutors?|prosecution|judges?|dockers?|havenarbeiders?|dokwerkers?|hafenarbeiters?)\s+(?:in|te|van|à|de|du|d['’]|at|of)?\s*$/iu;
/** Who worked along: "een onderzoek met Spanje". */
const partnerBefore =
  /(?<!\p{L})(?:samen|samenwerking|onderzoek|operatie|actie|conjointe?|commune?|enquête|opération|coopération|zusammenarbeit|ermittlungen|operation|investigation|cooperation|together|jointly)\s+(?:met|avec|mit|with)\s*$/iu;
const speakerBefore =
  /(?<!\p{L})(?:politie|douane|police|customs|douanes?|gendarmerie|polizei|zolls?|\p{L}*woordvoerders?|porte-parole|\p{L}*sprecher(?:in)?|spokes\p{L}+|ministers?|minister|burgemeester|maire)\s+(?:in|te|van|à|de|du|d['’]|at|of)\s*$/iu;
/** Where somebody is to whom it goes: "onderweg naar een bedrijf in Gent", "bound for a company in Ghent". */
const receiverBefore =
  /(?<!\p{L})(?:bestemd (?:waren |was |is )?voor|(?:op |onder)weg (?:was |waren |is )?naar|à destination d(?:e |['’])|destinée?s? (?:à|au|aux)|en route pour|bestimmt für|für|auf dem weg (?:zu|nach)|bound for|destined for|on (?:its|their|the) way to)\s+(?:een|une?|eine[mnr]?|an?)\s+(?:\p{L}+\s+){1,2}(?:in|te|à|au|en|im|at|near|bij)\s+(?:de |het |le |la |les |the |den |dem |der )?$/iu;
/** Where figures were made known: "in Berlin vorgelegte Bilanz", "announced in Ghent". */
const madeKnownBefore =
  /(?<!\p{L})(?:présentée?s?|publiée?s?|dévoilée?s?|annoncée?s?|presented|announced|unveiled|published|bekendgemaakt|voorgesteld|gepresenteerd|toegelicht|vorgelegt|vorgestellt|präsentiert|veröffentlicht)\s+(?:\p{L}+\s+){0,2}(?:in|te|à|en)\s+$/iu;
const madeKnownBehind =
  /^ (?:vorgelegt|vorgestellt|präsentiert|veröffentlicht|bekanntgegeben|bekannt gegeben|voorgesteld|gepresenteerd|bekendgemaakt|toegelicht)\p{L}*/iu;
/** "Het Antwerpse parket" */
const seatBehind =
  /^ (?:parket|rechtbank|hof|rechter|procureur|om|staatsanwaltschaft|landgericht|amtsgericht|court|prosecutors?)(?!\p{L})/iu;
const serviceBehind =
  /^ (?:politie|police|polizei|douane|customs|zoll\p{L}*|autoriteiten|authorities|behörden)(?!\p{L})/iu;

export const servicesBefore: RegExp =
  /(?<!\p{L})(?:aan|aux|(?<!according )to|an|overgedragen aan|na (?:een )?tips? van|op verzoek van|in opdracht van|dankzij informatie van|met hulp van|(?:informations?|renseignements?) (?:de|du|des)|à la demande d[eu]|auf (?:hinweis|antrag|ersuchen)|im auftrag|mit hilfe|(?:tip|information|intelligence|request) (?:from|of|by)|on behalf of|à la|au|met de hulp van|avec l['’]aide)(?!\p{L})\s*(?:de |du |la |le |l['’]|het |the |der |den |des )*(?:\p{L}+(?:se|sche[nr]?|aise|oise|ch|sh|an) )?$/iu;
const speaks =
  /^,?\s*(?:said|says|announced|confirmed|told|zei|zegt|meldt|meldde|bevestigt|bevestigde|(?:a|ont) (?:déclaré|indiqué|annoncé|confirmé|précisé)|sagte|teilte|erklärte|bestätigte)(?!\p{L})/iu;
/** "Schweizer Franken": no place. */
const currencyBehind =
  /^ (?:frank(?:en)?|francs?|pfund|pond(?:en)?|pounds?|dollars?|kronen|couronnes)(?!\p{L})/iu;

export const oneOfPeople: RegExp =
  /^(?:man|vrouw|jongen|burgers?|staatsburgers?|homme|femme|ressortissante?s?|citoyens?|automobiliste|mann|frau|staatsangehörige[nr]?|staatsbürger|bürger|woman|nationals?|citizens?|couple|koppel|paar|ehepaar|stel)(?!\p{L})/iu;

/** "Un automobiliste belge", "two Dutch men": where somebody comes from is not where something was found. */
function isNationality(text: string, { start, end, words }: Named, language: Language): boolean {
  if (!isAdjective(words)) return false;
  const noun =
    language === 'fr'
      ? (/\p{L}+(?=\s+$)/u.exec(text.slice(0, start))?.[0] ?? '')
      : text.slice(end).trimStart();
  const kind = countedAt(noun, language)?.kind;
  return kind === 'persons' || kind === 'suspects' || oneOfPeople.test(noun);
}

/** Nouns, as the last part of a word, of which the adjective of a country says where: services, places, ports. */
const placedNouns =
  'politie police polizei douane douanes douaniers douanière douanières customs zoll zöllner zollverwaltung zollbehörden autoriteiten autorités authorities behörden overheid regering gouvernement government regierung marechaussee gendarmerie gendarmes marine navy kustwacht coastguard guard küstenwache garde-côtes politiediensten diensten dienst services service dienststellen speurders rechercheurs agenten policiers officers polizisten beamten beamte ermittler enquêteurs investigators fahnder justitie justice justiz parket parquet staatsanwaltschaft prosecutors magistrats gerecht gerechten rechtbanken rechters tribunaux juridictions courts gerichte teams team unit fiu crf haven havens zeehaven port ports hafen häfen seehäfen seaports seaport luchthaven luchthavens aéroport aéroports airport airports flughafen flughäfen grondgebied bodem territoire sol hoheitsgebiet boden soil territory kust kusten côte côtes küste coast coasts wateren eaux gewässern waters kant zijde côté seite side noordzee steden stad villes ville städte stadt cities city gemeenten communes gemeinden regio région regionen provincie provincies province provinces bundesländer landsdelen wegen snelwegen autoroutes routes straßen autobahnen roads motorways gevangenissen prisons gefängnisse postcentra post poste sorteercentra markt marché market deel partie teil part festland zeehavens tak'.split(
    ' ',
  );
const placed = new Set(placedNouns.map(foldText));
function isPlacedNoun(own: string): boolean {
  const name = foldText(own);
  return (
    placed.has(name) || placedNouns.some((noun) => noun.length > 4 && name.endsWith(foldText(noun)))
  );
}

/** Where the words end that an adjective goes with. */
const phraseEnd =
  /(?<!\p{L})(?:der|die|das|dem|den|de|het|een|the|a|an|in|im|op|an|am|on|at|by|from|bij|van|von|bei)(?!\p{L})/iu;

/** Whether the adjective of a country stands with a service, a place or a port: not in "the Belgian presidency", "un navire français". */
function isOfPlace(text: string, { start, end }: Named, language: Language): boolean {
  const [behind = ''] = (
    /^(?:\s+[\p{L}'’-]+(?:,(?=\s))?){0,4}/u.exec(text.slice(end))?.[0] ?? ''
  ).split(phraseEnd);
  const before = /(?:[\p{L}'’-]+\s+){0,4}$/u.exec(text.slice(0, start))?.[0] ?? '';
  const nouns = `${language === 'fr' ? before : ''} ${behind}`.match(/[\p{L}-]{2,}/gu) ?? [];
  return nouns.some(
    (own) => isPlacedNoun(own) || isAdjective(own) || matched(agencies, own, language) !== null,
  );
}

/** "Belgisch-Limburg", "Limbourg belge": of the places of that name the one in that land. */
function placeOfLand(words: string, language: Language): string | null {
  const [, first = '', last = ''] = /^(\p{L}+)[- ](\p{L}+)$/u.exec(words) ?? [];
  for (const [land, name] of [
    [first, last],
    [last, first],
  ] as const) {
    const country = landOfAdjective(land);
    const meant = country && /^\p{Lu}/u.test(name) ? matched(places, name, language) : null;
    const [only, ...others] = meant?.among.filter((one) => landOf(one) === country) ?? [];
    if (only && others.length === 0) return only;
  }
  return null;
}

/** Names of the list of places that are no place here: a series of actions, "international". */
const noPlace = new Set([
  'hazeldonk',
  'etoile',
  'international',
  'internationaal',
  'h',
  'limon',
  'santos',
  'men',
  'benelux',
  'beneluxunion',
]);

/** The place that words mean, by the list or as the adjective of a country or town. */
function meantPlace(words: string, language: Language): Pick<Named, 'code' | 'among'> | null {
  if (!/\p{Lu}/u.test(words) || words.length < 3 || noPlace.has(foldText(words))) return null;
  const settled = placeOfLand(words, language);
  if (settled !== null) return { code: settled, among: [] };
  const named = landOfAdjective(words) ?? townOf(words, language);
  const isOneName = /^\p{Lu}[\p{L}-]+$/u.test(words);
  // "in den Niederlanden", "Hamburgs Anteil"
  const isDeclined =
    language === 'de' && (words.endsWith('n') || /^\p{Lu}\p{L}{3,}s$/u.test(words));
  return (
    matched(places, language === 'en' ? words.replace(/['’]s$/u, '') : words, language) ??
    // "au Havre": the article has melted.
    (language === 'fr' && isOneName ? matched(places, `Le ${words}`, language) : null) ??
    (isDeclined ? matched(places, words.slice(0, -1), language) : null) ??
    (named ? { code: named, among: [] } : null)
  );
}

/** Between a place and the land that it lies in. */
const landBehind = /^(?:,)? (?:in|en|aux?|te)(?: (?:the|de|het|den|der))? $/u;
const isLandOf = ({ code: land }: Named, { code }: Named): boolean =>
  land !== '' && code !== '' && land !== code && places.get(code).country === land;

/** The places that a sentence names, and what each is to what is told. */
export function placesIn(text: string, language: Language): readonly NamedPlace[] {
  const named = namesIn(text, 6, (words) => meantPlace(words, language));
  // French and German write the adjective small.
  const small = [...text.matchAll(word)].flatMap(({ index, 0: words }) => {
    const country = /^\p{Ll}/u.test(words) ? landOfAdjective(words) : undefined;
    return country
      ? [{ code: country, among: [], start: index, end: index + words.length, words }]
      : [];
  });
  const all = [...named, ...small]
    .filter(
      (one) =>
        !currencyBehind.test(text.slice(one.end)) &&
        !isNationality(text, one, language) &&
        !(isAdjective(one.words) && !isOfPlace(text, one, language)),
    )
    .sort((a, b) => a.start - b.start);
  const found: NamedPlace[] = [];
  for (const one of all) {
    const previous = found.at(-1);
    // "Antwerp in Belgium": the land only tells which.
    if (previous && landBehind.test(text.slice(previous.end, one.start)) && isLandOf(one, previous))
      continue;
    const isTown = isAdjective(one.words) || townOf(one.words, language) !== null;
    const role = roleOf(text, one, isTown, language);
    // "zoals België, Duitsland en Frankrijk": what holds of the first holds of the others.
    const isListed =
      role === null &&
      previous !== undefined &&
      /^(?:\s*\([\d.,\s]+\))?(?:, (?:en |et |und |and )?| (?:en|et|und|and|of|ou|oder|or) |\/)(?:d['’]|l['’]|(?:de|du|des|van|von|aus|from|uit|la|le|les|het|the|den|der|dem|in|en|aux?) )*$/u.test(
        text.slice(previous.end, one.start),
      );
    const lead = text.slice(0, one.start);
    const before =
      role && role !== 'seat' && !isTown
        ? (roles.find(([name]) => name === role)?.[1].exec(lead)?.[0].length ?? 0)
        : 0;
    found.push({
      ...one,
      role: role ?? (isListed ? previous.role : 'named'),
      rests: text.slice(one.start - before, one.end).trim(),
    });
  }
  return found;
}

/** What a place is to what is told, by the words around it; null where none say it. */
function roleOf(text: string, one: Named, isTown: boolean, language: Language): PlaceRole | null {
  const lead = text.slice(0, one.start);
  const rest = text.slice(one.end);
  if (isTown && !/^ (?:haven|luchthaven)/iu.test(rest)) {
    if (seatBehind.test(rest)) return 'seat';
    return servicesBefore.test(lead) && serviceBehind.test(rest) ? 'via' : 'named';
  }
  if (
    seatBefore.test(lead) ||
    partnerBefore.test(lead) ||
    madeKnownBefore.test(lead) ||
    madeKnownBehind.test(rest)
  )
    return 'seat';
  if (receiverBefore.test(lead)) return 'bound';
  if (speakerBefore.test(lead) && speaks.test(rest)) return 'named';
  if (/^,? (?:where|waar|où|wo)(?!\p{L})/iu.test(rest)) return 'at';
  if (andBefore[language]?.test(lead)) return null;
  return roles.find(([, pattern]) => pattern.test(lead))?.[0] ?? null;
}

/** Of places that lie within each other, the narrowest. */
export function narrowest(named: readonly NamedPlace[]): readonly NamedPlace[] {
  const known = named.filter(({ code }) => code !== '');
  const different = known.filter(
    ({ code }, at) => known.findIndex((other) => other.code === code) === at,
  );
  return different.filter(
    (one) =>
      !different.some((other) => other.code !== one.code && placeContains(one.code, other.code)),
  );
}

/** The places of the list that have this role. */
export const withRole = (named: readonly NamedPlace[], own: PlaceRole): readonly NamedPlace[] =>
  named.filter(({ role, code }) => role === own && code !== '');
