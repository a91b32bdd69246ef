import type { Concept } from './vocabulary.ts';

/** Code lists whose labels tell what a column holds, how much a full match weighs, and how to say it. */
export const lists: readonly (readonly [
  concept: Concept,
  list: string,
  weight: number,
  what: string,
])[] = [
  ['substance', 'substances', 0.9, 'known substances'],
  ['place', 'places', 0.8, 'known places'],
  ['country', 'countries', 0.85, 'countries'],
  ['offence', 'offences', 0.85, 'known offences'],
  ['agencies', 'agencies', 0.85, 'known agencies'],
  ['unit', 'units', 0.7, 'units'],
  ['countUnit', 'countUnits', 0.7, 'units of count'],
  ['basis', 'bases', 0.9, 'bases of counting'],
  ['transportMode', 'transportModes', 0.85, 'means of transport'],
  ['concealment', 'concealments', 0.85, 'ways of concealment'],
  ['massBasis', 'massBases', 0.85, 'net or gross'],
  ['metric', 'metrics', 0.85, 'measures'],
  ['stat', 'stats', 0.6, 'statistics'],
  ['level', 'marketLevels', 0.85, 'market levels'],
  ['wording', 'wordings', 0.7, 'wordings'],
  ['placeLevel', 'placeLevels', 0.5, 'levels of places'],
  ['missing', 'missingReasons', 0.8, 'reasons for being missing'],
  ['confidence', 'confidences', 0.6, 'degrees of confidence'],
  ['extent', 'extents', 0.6, 'extents'],
];

/** Meanings that countries support alike: the heading tells them apart. */
export const countryLists: readonly Concept[] = [
  'departureCountry',
  'originCountry',
  'destinationCountry',
  'creditedTo',
  'transitCountry',
];

/** Words of offences in four languages. */
export const offenceWords: RegExp =
  /misdrij|diefstal|inbraak|mishandeling|geweld|drugshandel|fraude|witwassen|brandstichting|vernieling|moord|oplichting|heling|overval|\bvols?\b|cambriolage|escroquerie|homicide|coups et blessures|violences|viols?\b|destruction|stupéfiant|recel|menaces|règlements? de compte|diebstahl|betrug|körperverletzung|straftat|raub|mord|rauschgift|sachbesch|geldwäsche|erpressung|nötigung|theft|robbery|burglary|assault|fraud|offence|murder|laundering|corruption|kidnapping|rape|unlawful|infractions? |délits?\b|atteintes? |faux |fausse monnaie|contrefaçon|falsification|séquestration|otages|proxénétisme|harcèlement|incendies? volontaire|attentat|outrage|armes? prohibée|travail clandestin|banqueroute|abus de|violations? de domicile|verkrachting|bedreiging|afpersing|verduistering|mensenhandel|bedrog|valsheid|huisvredebreuk|unterschlagung|urkundenfälschung|brandstiftung|hehlerei|beleidigung|bedrohung|vergewaltigung|totschlag|hausfriedensbruch|verstöße gegen|arson|trafficking|forgery|counterfeiting|extortion|embezzlement|bribery/iu;

/** Numbered kinds of the Dutch police ("1.1.1 Diefstal/inbraak woning"). */
export const dutchNumbered: RegExp = /^\d\.\d\.\d+ \p{L}/u;

/** Codes and words that tell by their shape what a column holds. */
export const shapes: readonly (readonly [
  concept: Concept,
  pattern: RegExp,
  weight: number,
  what: string,
])[] = [
  ['offence', /^ICCS\d{2,7}$/, 0.95, 'ICCS codes'],
  ['offenceKey', /^(?:CRI\d{4}|T001161)\s*$/, 0.9, 'CBS codes of offences'],
  ['offenceKey', /^\d\.\d\.\d+\s*$/, 0.85, 'numbers of the Dutch police scheme'],
  ['offence', dutchNumbered, 0.9, 'numbered labels of the Dutch police scheme'],
  ['offence', /^\d{1,3} \p{Lu}.{4,}/u, 0.5, 'numbered labels'],
  [
    'offenceKey',
    /^(?:[1-9]|0[1-9]|[1-9]\d|10[0-7])$/,
    0.3,
    'numbers from 1 to 107, as the index of état 4001 has',
  ],
  ['publication', /^https?:\/\//, 0.95, 'addresses of pages'],
  ['containerKey', /^[A-Z]{3}[UJZ] ?\d{6}[ -]?\d$/, 0.9, 'container numbers (ISO 6346)'],
  ['coverLoadHs', /^\d{4}(?:\.?\d{2}){1,2}$/, 0.6, 'codes of goods'],
  ['flag', /^[a-zA-Z*]{1,2}$/, 0.35, 'letters or marks'],
  ['confidentiality', /^(?:diff|ndiff|TRUE|FALSE|true|false)$/, 0.6, 'publication marks'],
  [
    'worldRegion',
    /^(?:Africa|Americas?|Asia|Europe|Oceania|(?:\p{L}+[- ])*(?:Africa|America|Asia|Europe|Caribbean|Oceania)(?: and .+)?)$/u,
    0.9,
    'regions of the world',
  ],
  ['frequency', /^(?:A|Annual|Annuelle|Mensuelle|M|Q|S|jaar)$/i, 0.4, 'frequencies'],
  [
    'sex',
    /^(?:m|w|f|t|männlich|weiblich|mann(?:en)?|vrouw(?:en)?|hommes?|femmes?|males?|females?|insgesamt|total|totaal)$/i,
    0.5,
    'sexes',
  ],
  [
    'physicalSite',
    /airport|seaport|road|highway|harbour|border|residence|territorial waters/i,
    0.6,
    'kinds of sites',
  ],
  ['areaKind', /^(?:KfS|LK|SK|Stadtkreis|Landkreis|Kreisfreie Stadt)$/, 0.6, 'kinds of areas'],
];

/** Keys of the PKS: stars, dashes and leading zeros tell them from figures of six digits. */
export function keyEvidence(labels: readonly string[]): readonly [count: number, weight: number] {
  const keys = labels.filter((label) => /^(?:-{4,6}|[\d*]{4,6}|\d\.00E\+\d{3})$/.test(label));
  const telling = keys.filter((label) => /[*E-]|^0/.test(label)).length;
  if (keys.some((label) => /^0\d{4}$/.test(label))) return [keys.length, 0.2];
  // Four digits with a zero before them are months and years (unlocode's 0401) unless a mark says otherwise.
  if (keys.every((label) => label.length === 4) && !keys.some((label) => /[*-]/.test(label)))
    return [keys.length, 0.2];
  const long = keys.filter((label) => /^(?:-{6}|[\d*]{5,6}|\d\.00E\+\d{3})$/.test(label)).length;
  return [keys.length, telling > 0 ? (long === keys.length ? 0.85 : 0.6) : 0.3];
}
