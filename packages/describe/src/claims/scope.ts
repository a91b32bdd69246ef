import {
  agencies,
  type Basis,
  type DrugGroup,
  drugs,
  foldText,
  type Language,
  placeContains,
  places,
  substances,
} from '@samenbeeld/schema';

import { countedAt } from './counted.ts';

/** Something that words of a sentence name: its code, and where it stands. */
export interface Named {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Other codes the words may mean; then `code` is none of them. */
  readonly among: readonly string[];
}

const word = /[\p{L}\d]+(?:[-'’&.][\p{L}\d]+)*/gu;

/** Names of a list in a text, longest first, none within another. */
function namesIn(
  text: string,
  most: number,
  meaning: (words: string) => { readonly code: string; readonly among: readonly string[] } | null,
): readonly Named[] {
  const tokens = [...text.matchAll(word)];
  const found: Named[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    for (let length = Math.min(most, tokens.length - at); length >= 1; length -= 1) {
      const [first, last] = [tokens[at], tokens[at + length - 1]];
      if (!first || !last) continue;
      // An elided article is no part of a name: "l'Équateur", "d'Anvers".
      const cut = /^[ldLD]['’]/u.exec(first[0])?.[0].length ?? 0;
      const end = last.index + last[0].length;
      const whole = text.slice(first.index, end);
      if (/[,;:…()]/u.test(whole)) continue;
      const printed = length === 1 && cut > 0 ? null : meaning(whole);
      const start = first.index + (printed ? 0 : cut);
      const words = text.slice(start, end);
      const meant = printed ?? (cut > 0 ? meaning(words) : null);
      if (!meant) continue;
      found.push({ ...meant, start, end, words });
      at += length - 1;
      break;
    }
  }
  return found;
}

function countOf(name: string): number {
  return name.match(word)?.length ?? 0;
}

/** What words mean in a list; words in a row are no name that is one word there: "In de" is not "Inde". */
function matched(
  list: typeof substances | typeof places | typeof agencies,
  words: string,
  language: Language,
): { readonly code: string; readonly among: readonly string[] } | null {
  const match = list.lookup(words, language);
  if (match.kind === 'none') return null;
  const entries = match.kind === 'exact' ? [match.entry] : match.entries;
  const many = countOf(words);
  const isName = entries.some(
    ({ code, label, synonyms }) =>
      code === words ||
      [...Object.values(label), ...synonyms].some(
        (name) => countOf(name) === many && foldText(name) === foldText(words),
      ),
  );
  if (!isName) return null;
  const [only, other] = entries;
  return only && !other
    ? { code: only.code, among: [] }
    : { code: '', among: entries.map(({ code }) => code) };
}

/** Names of agencies without what stands in brackets behind them. */
const bareAgencies: ReadonlyMap<string, string> = new Map(
  agencies.flatMap(({ code, label }) =>
    Object.values(label).flatMap((name) => {
      const bare = name.replace(/ \(.*\)$/u, '');
      return bare !== name && countOf(bare) > 2 ? [[foldText(bare), code] as const] : [];
    }),
  ),
);

/** Names of substances that are common words: only a person can tell them apart. */
const common = new Set(
  'sneeuw wit blanche neige schnee charlie bruin smack h caillou galette gras bluten dope shit spice k2 k pep sulfaat ice tina emma kristallen poes miauw trip trips zegel zegels pappe buvard buvards truffels cham kat rita plantjes herbe concentraat bonbons pillen pilules comprimes ve planten coca crystal speed resine keta ghb1 grondstoffen stupefiants legalhighs verdovendemiddelen betaubungsmittel betaubungsmitteln narcotics precurseurs precursoren grundstoffe'.split(
    ' ',
  ),
);
/** What is left of a word where it names a form of the substance that the list has by itself. */
const form =
  /^-?(?:precurs|prékurs|vorläufer|grundstoff|grondstof|streck|verschnitt|versnij|imita|attrappe|ersatz|vervang|surroga|namaak|nep|fake|zaad|zaden|zaadj|stek|plant|top|oli|hars|wax|kraut|harz|blüte|öl|samen|steckling|pflanz|kweker|plantage|teelt|anbau|aufzucht)/iu;
/** The substance that a longer Dutch or German word begins with: "cocaïnezendingen", "Heroinpakete". */
function beginning(words: string, language: Language): string | null {
  if (/\s/u.test(words) || /(?:wet|gesetz)$/iu.test(words)) return null;
  for (let cut = words.length - 3; cut >= 4; cut -= 1) {
    const head = words.slice(0, cut);
    const meant = common.has(foldText(head)) ? null : matched(substances, head, language);
    if (meant && meant.code !== '') return form.test(words.slice(cut)) ? '' : meant.code;
  }
  return null;
}

const anyDrug =
  /(?<![\p{L}-])(?:drugs?|drogues?|drogen|rauschgift|stupéfiants|verdovende middelen|narcotics|betäubungsmitteln?|illicit drugs|illegal drugs|rauschmittel)(?![\p{L}])|(?<![\p{L}-])(?:drugs|drogen|rauschgift)(?=[\p{L}]{4})/giu;
const vague = /(?<![\p{L}])(?:hard ?drugs?|harte drogen|drogues dures)(?![\p{L}])/giu;
/** Before "drug" or "drogue": those that were spoken of before. */
const spokenOf: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:de|deze|die|het|dit)\s+$/iu,
  fr: /(?<!\p{L})(?:la|cette|ces)\s+$/iu,
  de: /(?<!\p{L})(?:das|die|der|dem|den|dieses?|dieser|diesem|diesen)\s+$/iu,
  en: /(?<!\p{L})(?:the|this|that|these|those)\s+$/iu,
};
const unreal =
  "fake|counterfeit|imitation|bogus|sham|simulated|mock|dummy|synthetic substitutes? (?:of|for)|valse|namaak|nep|nagemaakte|zogenaamde|fausses?|faux|factices?|simili|falsche[nrsm]?|gefälschte[nrsm]?|unechte[nrsm]?|nachgemachte[nrsm]?|vermeintliche[nrsm]?|(?:imitations?|imitaties?|imitaten?|attrappen?|succédanés?|substitutes?|surrogaa?t(?:en)?|ersatz) (?:of|van|von|de|d['’]|for|voor|für)";
const precursor =
  'precursors?|precursoren|précurseurs?|grondstof(?:fen)?|grundstoffe?n?|vorläufer(?:stoffe?n?)?|ausgangsstoffe?n?|vorläuferchemikalien|chemicals?|chemicali[eë]n|chemikalien|produits chimiques|substances chimiques|raw materials?|matières premières';
const cutting =
  'cutting agents?|adulterants?|versnijdingsmiddel(?:en)?|versnijmiddel(?:en)?|produits? de coupage|produits? de coupe|agents? de coupe|adultérants?|streckmitteln?|verschnittmitteln?';
const madeInto =
  "\\s*(?:(?:\\p{L}+ ){0,3}?(?:of|for|van|voor|von|für|de|pour|zur|zum|om|to|of the|mit|from|à)|d['’])\\s*(?:(?:the|de|het|la|le|les|l['’]|den|die|der|das|make|making|produce|production of|(?:de )?productie van|herstellung von|production de|la production de|fabrication de|fabriquer)\\s*)*$";
/** What the list has for the rest of a group of drugs. */
const others = (group: DrugGroup): readonly string[] =>
  drugs
    .filter((drug) => drug.group === group && drug.code.endsWith('_OTHER'))
    .map(({ code }) => code);
/** What is no drug though a drug is named by it, and what it is then, where the list has it: "fake cocaine", "precursors of", "cutting agents for". */
const otherThan: readonly (readonly [
  before: RegExp,
  behind: RegExp | null,
  among: readonly string[],
])[] = [
  [
    new RegExp(`(?<!\\p{L})(?:${unreal})\\s*(?:\\p{L}+e\\s+)?$`, 'iu'),
    /^(?:\s+|-)(?:imitat\p{L}*|attrappen?|look-?alikes?|substitutes?|ersatz|factices?|simulée?s?)(?!\p{L})/iu,
    [],
  ],
  [
    new RegExp(`(?<!\\p{L})(?:${precursor})${madeInto}`, 'iu'),
    new RegExp(`^(?:\\s+|-)(?:pre-?)?(?:${precursor})(?!\\p{L})`, 'iu'),
    others('PREC'),
  ],
  [
    new RegExp(`(?<!\\p{L})(?:${cutting})${madeInto}`, 'iu'),
    new RegExp(`^(?:\\s+|-)(?:${cutting})(?!\\p{L})`, 'iu'),
    others('CUT'),
  ],
];

function asNamed(text: string, one: Named): Named {
  const before = text.slice(Math.max(0, one.start - 80), one.start);
  const other = otherThan.find(
    ([lead, behind]) => lead.test(before) || behind?.test(text.slice(one.end)),
  );
  return other && !/^(?:PRE|CUT)_/u.test(one.code) ? { ...one, code: '', among: other[2] } : one;
}

/** A word right behind a measure: "151 t de résine", "4 tonnes of resin". */
const measured = /\d \p{L}+ (?:(?:de|van|von|of) |d['’])?(\p{L}{4,})(?!\p{L})/gu;
const dutchForms: Readonly<Partial<Record<string, string>>> = { hars: 'resin', kruid: 'herb' };

/** The substances that a sentence names; "drugs" is all of them, "hard drugs" none of the list. */
export function substancesIn(text: string, language: Language): readonly Named[] {
  const named = namesIn(text, 4, (words) => {
    // "Cocaine rose to": a verb.
    if (language === 'en' && / rose$/u.test(words)) return null;
    if (common.has(foldText(words)) || words.length < 3 || /^hard-?drugs?$/iu.test(words))
      return null;
    const meant = matched(substances, words, language);
    if (meant) return meant;
    // "Amphétamines": the one drug, or all of its kind; publishers differ.
    const one = words.endsWith('s') ? matched(substances, words.slice(0, -1), language) : null;
    if (one && one.code !== '')
      // "die Menge des Kokains"
      return language === 'de' ? one : { code: '', among: [one.code] };
    const code = language === 'nl' || language === 'de' ? beginning(words, language) : null;
    return code === null ? null : { code, among: [] };
  });
  // "cannabis …, dont 151 t de résine": a form of what was named before.
  const extra: Named[] = [...text.matchAll(measured)].flatMap(
    ({ index, 0: whole, 1: form = '' }) => {
      const start = index + whole.length - form.length;
      const parent = named.findLast(({ end, code }) => code !== '' && end <= index);
      if (!parent || named.some((one) => one.start <= start && start < one.end)) return [];
      const own = language === 'nl' ? (dutchForms[form] ?? form) : form;
      const meant = [`${parent.words} ${own}`, `${parent.words}${own}`, `${own} de ${parent.words}`]
        .map((name) => matched(substances, name, own === form ? language : 'en'))
        .find((found) => found !== null && found.code !== '');
      return meant ? [{ ...meant, start, end: start + form.length, words: form }] : [];
    },
  );
  const free = (start: number, end: number): boolean =>
    [...named, ...extra].every((one) => end <= one.start || start >= one.end);
  for (const { index, 0: words } of text.matchAll(vague))
    if (free(index, index + words.length))
      extra.push({
        code: '',
        start: index,
        end: index + words.length,
        words,
        among: ['DRUG_UNSPEC', 'ALL'],
      });
  for (const { index, 0: words } of text.matchAll(anyDrug))
    if (free(index, index + words.length)) {
      const isSpokenOf = spokenOf[language].test(text.slice(0, index));
      extra.push({
        code: isSpokenOf ? '' : 'ALL',
        start: index,
        end: index + words.length,
        words,
        among: isSpokenOf ? ['DRUG_UNSPEC', 'ALL'] : [],
      });
    }
  return [...named, ...extra].map((one) => asNamed(text, one)).sort((a, b) => a.start - b.start);
}

/** What a place is to what is told of it. */
export type PlaceRole = 'at' | 'bound' | 'origin' | 'via' | 'seat' | 'named';

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

const adjectives: readonly (readonly [RegExp, string])[] = [
  [/^(?:belgische?[nr]?|belges?|belgian)$/iu, 'BE'],
  [/^(?:nederlandse?|néerlandaise?s?|niederländische?[nr]?|dutch)$/iu, 'NL'],
  [/^(?:luxemburgse?|luxembourgeoise?s?|luxemburgische?[nrs]?)$/iu, 'LU'],
  [/^(?:duitse?|allemande?s?|deutsche?[nr]?|german)$/iu, 'DE'],
  [/^(?:franse?|françaises?|français|französische?[nr]?|french)$/iu, 'FR'],
];

/** "België en Frankrijk": a preposition in French only. */
const andBefore: Readonly<Partial<Record<Language, RegExp>>> = {
  nl: /\p{Lu}[\p{L}-]+(?: \([\d.,\s]+\))? en (?:de |het )?$/u,
};

/** Whether a word is the adjective of a country: "belge", "Dutch". */
export const isAdjective = (words: string): boolean =>
  adjectives.some(([pattern]) => pattern.test(words));

/** Whether a service or a port of the country stands in our lists. */
export const isOurs = (country: string): boolean => adjectives.some(([, code]) => code === country);

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
  return town !== null && isOurs(places.get(town).country ?? town);
}

/** Whether a word is the adjective of a country that our lists hold no services of. Dutch and English write it with a capital. */
function isOfOtherCountry(word: string, language: Language): boolean {
  const isCapital = /^\p{Lu}/u.test(word);
  return (
    (isCapital || language === 'fr' || language === 'de') &&
    !adjectives.some(([pattern]) => pattern.test(word)) &&
    !isOfOurTown(word, language) &&
    (irregular[language].test(word) || otherAdjectivesIn(language).test(plain(word, language)))
  );
}

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

/** Where a court or a prosecutor sits, or who speaks works, is not where something was found: "prosecutors in Antwerp". */
const seatBefore =
  /(?<!\p{L})(?:rechtbank|hof|rechter|parket|procureur|openbaar ministerie|OM|onderzoeksrechter|tribunal(?: correctionnel| de première instance)?|cour d['’](?:appel|assises)|parquet|juge|landgericht\p{L}*|amtsgericht\p{L}*|oberlandesgericht\p{L}*|staatsanwaltschaft|generalstaatsanwaltschaft|court|prosecutors?|prosecution|judges?|dockers?|havenarbeiders?|dokwerkers?|hafenarbeiters?)\s+(?:in|te|van|à|de|du|d['’]|at|of)?\s*$/iu;
/** Who worked along: "een onderzoek met Spanje". */
const partnerBefore =
  /(?<!\p{L})(?:samen|samenwerking|onderzoek|operatie|actie|conjointe?|commune?|enquête|opération|coopération|zusammenarbeit|ermittlungen|operation|investigation|cooperation|together|jointly)\s+(?:met|avec|mit|with)\s*$/iu;
const speakerBefore =
  /(?<!\p{L})(?:politie|douane|police|customs|douanes?|gendarmerie|polizei|zolls?|\p{L}*woordvoerders?|porte-parole|\p{L}*sprecher(?:in)?|spokes\p{L}+|ministers?|minister|burgemeester|maire)\s+(?:in|te|van|à|de|du|d['’]|at|of)\s*$/iu;
/** "Het Antwerpse parket" */
const seatBehind =
  /^ (?:parket|rechtbank|hof|rechter|procureur|om|staatsanwaltschaft|landgericht|amtsgericht|court|prosecutors?)(?!\p{L})/iu;
const serviceBehind =
  /^ (?:politie|police|polizei|douane|customs|zoll\p{L}*|autoriteiten|authorities|behörden)(?!\p{L})/iu;
const speaks =
  /^,?\s*(?:said|says|announced|confirmed|told|zei|zegt|meldt|meldde|bevestigt|bevestigde|(?:a|ont) (?:déclaré|indiqué|annoncé|confirmé|précisé)|sagte|teilte|erklärte|bestätigte)(?!\p{L})/iu;
/** "Schweizer Franken": no place. */
const currencyBehind =
  /^ (?:frank(?:en)?|francs?|pfund|pond(?:en)?|pounds?|dollars?|kronen|couronnes)(?!\p{L})/iu;

export const oneOfPeople: RegExp =
  /^(?:man|vrouw|jongen|burgers?|staatsburgers?|homme|femme|ressortissante?s?|citoyens?|automobiliste|mann|frau|staatsangehörige[nr]?|staatsbürger|bürger|woman|nationals?|citizens?|couple|koppel|paar|ehepaar|stel)(?!\p{L})/iu;

/** "Un automobiliste belge", "two Dutch men": where somebody comes from is not where something was found. */
function isNationality(text: string, { start, end, words }: Named, language: Language): boolean {
  if (!adjectives.some(([pattern]) => pattern.test(words))) return false;
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
    (own) =>
      isPlacedNoun(own) ||
      adjectives.some(([pattern]) => pattern.test(own)) ||
      matched(agencies, own, language) !== null,
  );
}

/** The town of "Rotterdamse", "Antwerpse" or "Hamburger", by the list. */
function townOf(words: string, language: Language): string | null {
  const [, stem] =
    (language === 'nl' ? /^(\p{Lu}\p{L}{2,})se$/u : /^(\p{Lu}\p{L}{2,})er$/u).exec(words) ?? [];
  if (stem === undefined || (language !== 'nl' && language !== 'de')) return null;
  for (const name of [stem, `${stem}en`]) {
    const meant = matched(places, name, language);
    if (meant && meant.code !== '') return meant.code;
  }
  return null;
}

/** "Belgisch-Limburg", "Limbourg belge": of the places of that name the one in that land. */
function placeOfLand(words: string, language: Language): string | null {
  const [, first = '', last = ''] = /^(\p{L}+)[- ](\p{L}+)$/u.exec(words) ?? [];
  for (const [land, name] of [
    [first, last],
    [last, first],
  ] as const) {
    const [, country] = adjectives.find(([pattern]) => pattern.test(land)) ?? [];
    const meant = country && /^\p{Lu}/u.test(name) ? matched(places, name, language) : null;
    const [only, ...others] =
      meant?.among.filter((one) => (places.get(one).country ?? one) === country) ?? [];
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

/** The places that a sentence names, and what each is to what is told. */
export function placesIn(text: string, language: Language): readonly NamedPlace[] {
  const named = namesIn(text, 6, (words) => {
    if (!/\p{Lu}/u.test(words) || words.length < 3 || noPlace.has(foldText(words))) return null;
    const [, country] = adjectives.find(([pattern]) => pattern.test(words)) ?? [];
    const named = country ?? townOf(words, language);
    // "au Havre": the article has melted.
    const settled = placeOfLand(words, language);
    if (settled !== null) return { code: settled, among: [] };
    const whole = language === 'fr' && /^\p{Lu}[\p{L}-]+$/u.test(words) ? `Le ${words}` : null;
    return (
      matched(places, language === 'en' ? words.replace(/['’]s$/u, '') : words, language) ??
      (whole === null ? null : matched(places, whole, language)) ??
      // "in den Niederlanden"
      (language === 'de' && words.endsWith('n')
        ? matched(places, words.slice(0, -1), language)
        : null) ??
      // "Hamburgs Anteil"
      (language === 'de' && /^\p{Lu}\p{L}{3,}s$/u.test(words)
        ? matched(places, words.slice(0, -1), language)
        : null) ??
      (named ? { code: named, among: [] } : null)
    );
  });
  // French and German write the adjective small.
  const small = [...text.matchAll(word)].flatMap(({ index, 0: words }) => {
    const [, country] = /^\p{Ll}/u.test(words)
      ? (adjectives.find(([pattern]) => pattern.test(words)) ?? [])
      : [];
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
  return all
    .map((one, at) => {
      const lead = text.slice(0, one.start);
      const isAdjective =
        adjectives.some(([pattern]) => pattern.test(one.words)) ||
        townOf(one.words, language) !== null;
      const isHaven = isAdjective && /^ (?:haven|luchthaven)/iu.test(text.slice(one.end));
      const [role] =
        isAdjective && !isHaven
          ? ([
              seatBehind.test(text.slice(one.end))
                ? 'seat'
                : servicesBefore.test(lead) && serviceBehind.test(text.slice(one.end))
                  ? 'via'
                  : 'named',
            ] as const)
          : seatBefore.test(lead) || partnerBefore.test(lead)
            ? (['seat'] as const)
            : speakerBefore.test(lead) && speaks.test(text.slice(one.end))
              ? (['named'] as const)
              : /^,? (?:where|waar|où|wo)(?!\p{L})/iu.test(text.slice(one.end))
                ? (['at'] as const)
                : andBefore[language]?.test(lead)
                  ? ([null] as const)
                  : (roles.find(([, pattern]) => pattern.test(lead)) ?? [null]);
      // "zoals België, Duitsland en Frankrijk": what holds of the first holds of the others.
      const previous = all[at - 1];
      const isListed =
        role === null &&
        previous !== undefined &&
        /^(?:\s*\([\d.,\s]+\))?(?:, (?:en |et |und |and )?| (?:en|et|und|and|of|ou|oder|or) |\/)(?:d['’]|l['’]|(?:de|du|des|van|von|aus|from|uit|la|le|les|het|the|den|der|dem|in|en|aux?) )*$/u.test(
          text.slice(previous.end, one.start),
        );
      const known =
        role ??
        (isListed
          ? 'listed'
          : /(?:haven|port|hafen|luchthaven|airport|flughafen)/iu.test(one.words)
            ? 'named'
            : 'named');
      const start =
        role && role !== 'seat' && !isAdjective
          ? one.start - (roles.find(([name]) => name === role)?.[1].exec(lead)?.[0].length ?? 0)
          : one.start;
      return {
        ...one,
        role: known as PlaceRole | 'listed',
        rests: text.slice(start, one.end).trim(),
      };
    })
    .map((one, at, list) => {
      let from = at;
      while (from > 0 && list[from]?.role === 'listed') from -= 1;
      return {
        ...one,
        role: (one.role === 'listed'
          ? list[from]?.role === 'listed'
            ? 'named'
            : list[from]?.role
          : one.role) as PlaceRole,
      };
    });
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

const servicesBefore =
  /(?<!\p{L})(?:aan|aux|(?<!according )to|an|overgedragen aan|na (?:een )?tips? van|op verzoek van|in opdracht van|dankzij informatie van|met hulp van|(?:informations?|renseignements?) (?:de|du|des)|à la demande d[eu]|auf (?:hinweis|antrag|ersuchen)|im auftrag|mit hilfe|(?:tip|information|intelligence|request) (?:from|of|by)|on behalf of|à la|au|met de hulp van|avec l['’]aide)(?!\p{L})\s*(?:de |du |la |le |l['’]|het |the |der |den |des )*(?:\p{L}+(?:se|sche[nr]?|aise|oise|ch|sh|an) )?$/iu;

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

/** Words that say on what footing finds were counted. */
const cues: readonly (readonly [Basis | 'bound' | 'abroad' | 'mixed', RegExp])[] = [
  [
    'seized_in_post',
    /(?<![\p{L}])(?:\p{L}*post(?:pakket\p{L}*|stuk\p{L}*|zending\p{L}*|sendung\p{L}*|paket\p{L}*)|brieven|brief(?:post|pakket)\p{L}*|pakketpost|per post|in de post|tussen de post|postverkeer|koerierszending\p{L}*|pakket(?:ten|jes)|colis(?: postaux| postal)?|courriers?|envois postaux|par la poste|fret express|lettres|plis|briefe\p{L}*|pakete\p{L}*|postverkehr|per post|postweg|parcels?|letters|mail items|postal|by post|by mail|(?:in|from|out of|through) the (?:post|mail))(?![\p{L}])/iu,
  ],
  [
    'entered_via_port',
    /via (?:de |het |le |la |les |den |the )?(?:haven|port|hafen|ports|havens)|(?:par|über|through) (?:le |les |den |the )(?:port|hafen|ports)|binnengekomen via|entrée?s? par/iu,
  ],
  [
    'seized_in_port',
    /(?:in|binnen|te|dans|im|at|in the|at the)(?: (?:de|het|le|les|der|den|the|zeeuwse|nederlandse|belgische|vlaamse|rotterdamse|antwerpse|gentse))* (?:zee)?(?:havens?(?!\p{L})|ports?(?!\p{L})|hafen|häfen|seaport|hafens)|\p{L}*se haven(?!\p{L})|im \p{L}+er (?:see)?hafen(?!\p{L})|au port (?:de|du|d['’])/iu,
  ],
  // A name behind it, which has a capital.
  ['seized_in_port', /(?<!\p{L})(?:[Pp]ort d['’]|[Hh]afen (?:von )?|[Pp]ort of )\p{Lu}\p{L}+/u],
  ['at_sea', /op zee|en (?:haute )?mer(?!\p{L})|auf (?:hoher )?see|at sea|on the high seas/iu],
  [
    'seized_in_action',
    /controleacties?|controle-actie|actiedag(?:en)?|actie [ÉE]toile|action [ÉE]toile|[ÉE]toile|opérations? de contrôle|actions? de contrôle|kontrollaktion\p{L}*|schwerpunktkontrolle\p{L}*|control actions?|verkeersactie|grootschalige controle/iu,
  ],
  [
    'mixed',
    /(?:in beslag genomen|saisi\p{L}*|beschlagnahmt|sichergestellt|seized) (?:of|ou|oder|or) (?:bestemd|destin\p{L}*|bestimmt|bound)/iu,
  ],
  [
    'abroad',
    /(?:in|vanuit) (?:het )?(?:buitenland|zuid-amerika|latijns-amerika)|zuid-amerikaanse|latijns-amerikaanse|à l['’]étranger|en amérique (?:du sud|latine)|im ausland|in südamerika|in lateinamerika|südamerikanische|abroad|in (?:south|latin) america|south american|latin american/iu,
  ],
];

const bound =
  /bestemd (?:waren |was |is )?voor|bestemming|op weg naar|onderweg naar|(?:zou|zouden) (?:varen|vertrekken)|zou varen|à destination|destinée?s? (?:à|au)|bestimmt (?:für|war)|für .{3,30} bestimmt|mit (?:dem )?ziel|bound for|destined for|heading (?:to|for)|en route to/iu;

/** What a sentence says of the footing, with the words of each. */
export function basisCues(text: string): readonly {
  readonly cue: Basis | 'bound' | 'abroad' | 'mixed';
  readonly words: string;
  readonly start: number;
}[] {
  const found = cues
    .flatMap(([cue, pattern]) => {
      const match = pattern.exec(text);
      return match ? [{ cue, words: match[0], start: match.index }] : [];
    })
    .filter(({ cue }, at, all) => all.findIndex((other) => other.cue === cue) === at);
  const going = bound.exec(text);
  return going ? [...found, { cue: 'bound' as const, words: going[0], start: going.index }] : found;
}
