import { inFour, type Text } from '@samenbeeld/schema';
import { percents } from './unit-words.ts';
import type { Concept } from './vocabulary.ts';

/** Code lists whose labels tell what a column holds, how much a full match weighs, and how to say it. */
export const lists: readonly (readonly [
  concept: Concept,
  list: string,
  weight: number,
  what: Text,
])[] = [
  [
    'substance',
    'substances',
    0.9,
    inFour('bekende middelen', 'des substances connues', 'bekannte Stoffe', 'known substances'),
  ],
  [
    'place',
    'places',
    0.8,
    inFour('bekende plaatsen', 'des lieux connus', 'bekannte Orte', 'known places'),
  ],
  ['country', 'countries', 0.85, inFour('landen', 'des pays', 'Länder', 'countries')],
  [
    'offence',
    'offences',
    0.85,
    inFour(
      'bekende misdrijven',
      'des infractions connues',
      'bekannte Straftaten',
      'known offences',
    ),
  ],
  [
    'agencies',
    'agencies',
    0.85,
    inFour('bekende diensten', 'des services connus', 'bekannte Dienststellen', 'known agencies'),
  ],
  ['unit', 'units', 0.7, inFour('eenheden', 'des unités', 'Einheiten', 'units')],
  [
    'countUnit',
    'countUnits',
    0.7,
    inFour('teleenheden', 'des unités de compte', 'Zähleinheiten', 'units of count'),
  ],
  [
    'basis',
    'bases',
    0.9,
    inFour(
      'grondslagen van telling',
      'des bases de comptage',
      'Zählgrundlagen',
      'bases of counting',
    ),
  ],
  [
    'transportMode',
    'transportModes',
    0.85,
    inFour('vervoermiddelen', 'des moyens de transport', 'Verkehrsmittel', 'means of transport'),
  ],
  [
    'concealment',
    'concealments',
    0.85,
    inFour(
      'manieren van verbergen',
      'des modes de dissimulation',
      'Arten des Versteckens',
      'ways of concealment',
    ),
  ],
  [
    'massBasis',
    'massBases',
    0.85,
    inFour('netto of bruto', 'net ou brut', 'netto oder brutto', 'net or gross'),
  ],
  ['metric', 'metrics', 0.85, inFour('maten', 'des mesures', 'Größen', 'measures')],
  [
    'stat',
    'stats',
    0.6,
    inFour('statistische maten', 'des statistiques', 'statistische Kennwerte', 'statistics'),
  ],
  [
    'level',
    'marketLevels',
    0.85,
    inFour('niveaus van de markt', 'des niveaux de marché', 'Marktebenen', 'market levels'),
  ],
  [
    'wording',
    'wordings',
    0.7,
    inFour('bewoordingen', 'des formulations', 'Formulierungen', 'wordings'),
  ],
  [
    'placeLevel',
    'placeLevels',
    0.5,
    inFour('niveaus van plaatsen', 'des niveaux de lieu', 'Ebenen von Orten', 'levels of places'),
  ],
  [
    'missing',
    'missingReasons',
    0.8,
    inFour(
      'redenen van ontbreken',
      'des raisons d’absence',
      'Gründe für das Fehlen',
      'reasons for being missing',
    ),
  ],
  [
    'confidence',
    'confidences',
    0.6,
    inFour(
      'graden van zekerheid',
      'des degrés de certitude',
      'Grade der Sicherheit',
      'degrees of confidence',
    ),
  ],
  [
    'extent',
    'extents',
    0.6,
    inFour('aanduidingen van dekking', 'des étendues', 'Angaben zum Umfang', 'extents'),
  ],
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
  /misdrij|diefstal|inbraak|mishandeling|geweld|drugshandel|fraude|witwassen|brandstichting|vernieling|moord|oplichting|heling|overval|\bvols?\b|cambriolage|escroquerie|homicide|coups et blessures|violences|viols?\b|destruction|stupéfiant|recel|menaces|règlements? de compte|diebstahl|betrug|körperverletzung|straftat|raub|mord|rauschgift|sachbesch|geldwäsche|erpressung|nötigung|theft|robbery|burglary|assault|fraud|offence|murder|laundering|corruption|kidnapping|rape|unlawful|infractions? |délits?\b|atteintes? |faux |fausse monnaie|contrefaçon|falsification|séquestration|otages|proxénétisme|harcèlement|incendies? volontaire|attentat|outrage|armes? prohibée|travail clandestin|banqueroute|abus de|violations? de domicile|verkrachting|bedreiging|afpersing|verduistering|mensenhandel|bedrog|valsheid|huisvredebreuk|unterschlagung|urkundenfälschung|brandstiftung|hehlerei|beleidigung|bedrohung|vergewaltigung|totschlag|hausfriedensbruch|verstöße gegen|arson|trafficking|forgery|counterfeiting|extortion|embezzlement|bribery|(?<!\p{L})threats(?!\p{L})|pickpocket|harassment|vandalis|stalking|manslaughter|doodslag|zakkenroll|\p{L}kriminalität|\p{L}criminaliteit|(?<!\p{L})cyber-?crim/iu;

/** Numbered kinds of the Dutch police ("1.1.1 Diefstal/inbraak woning"). */
export const dutchNumbered: RegExp = /^\d\.\d\.\d+ \p{L}/u;

/** Codes and words that tell by their shape what a column holds. */
export const shapes: readonly (readonly [
  concept: Concept,
  pattern: RegExp,
  weight: number,
  what: Text,
])[] = [
  ['unit', percents, 0.92, inFour('percentages', 'des pourcentages', 'Prozente', 'percentages')],
  [
    'offence',
    /^ICCS\d{2,7}$/,
    0.95,
    inFour('codes van de ICCS', 'des codes ICCS', 'ICCS-Codes', 'ICCS codes'),
  ],
  [
    'offenceKey',
    /^(?:CRI\d{4}|T001161)\s*$/,
    0.9,
    inFour(
      'codes van het CBS voor misdrijven',
      'des codes d’infractions du CBS',
      'Codes des CBS für Straftaten',
      'CBS codes of offences',
    ),
  ],
  [
    'offenceKey',
    /^\d\.\d\.\d+\s*$/,
    0.85,
    inFour(
      'nummers van de indeling van de Nederlandse politie',
      'des numéros de la nomenclature de la police néerlandaise',
      'Nummern der Systematik der niederländischen Polizei',
      'numbers of the Dutch police scheme',
    ),
  ],
  [
    'offence',
    dutchNumbered,
    0.9,
    inFour(
      'genummerde labels van de indeling van de Nederlandse politie',
      'des libellés numérotés de la nomenclature de la police néerlandaise',
      'nummerierte Bezeichnungen der Systematik der niederländischen Polizei',
      'numbered labels of the Dutch police scheme',
    ),
  ],
  [
    'offence',
    /^\d{1,3} \p{Lu}.{4,}/u,
    0.5,
    inFour(
      'genummerde labels',
      'des libellés numérotés',
      'nummerierte Bezeichnungen',
      'numbered labels',
    ),
  ],
  [
    'offenceKey',
    /^(?:[1-9]|0[1-9]|[1-9]\d|10[0-7])$/,
    0.3,
    inFour(
      'nummers van 1 tot 107, zoals de index van état 4001 heeft',
      'des numéros de 1 à 107, comme l’index de l’état 4001',
      'Nummern von 1 bis 107, wie sie der Index von état 4001 hat',
      'numbers from 1 to 107, as the index of état 4001 has',
    ),
  ],
  [
    'publication',
    /^https?:\/\//,
    0.95,
    inFour(
      'adressen van pagina’s',
      'des adresses de pages',
      'Adressen von Seiten',
      'addresses of pages',
    ),
  ],
  [
    'containerKey',
    /^[A-Z]{3}[UJZ] ?\d{6}[ -]?\d$/,
    0.9,
    inFour(
      'containernummers (ISO 6346)',
      'des numéros de conteneur (ISO 6346)',
      'Containernummern (ISO 6346)',
      'container numbers (ISO 6346)',
    ),
  ],
  [
    'coverLoadHs',
    /^\d{4}(?:\.?\d{2}){1,2}$/,
    0.6,
    inFour('codes van goederen', 'des codes de marchandises', 'Warencodes', 'codes of goods'),
  ],
  [
    'flag',
    /^[a-zA-Z*]{1,2}$/,
    0.35,
    inFour(
      'letters of tekens',
      'des lettres ou des signes',
      'Buchstaben oder Zeichen',
      'letters or marks',
    ),
  ],
  [
    'confidentiality',
    /^(?:diff|ndiff|TRUE|FALSE|true|false)$/,
    0.6,
    inFour(
      'tekens voor publicatie',
      'des marques de diffusion',
      'Zeichen zur Veröffentlichung',
      'publication marks',
    ),
  ],
  [
    'worldRegion',
    /^(?:Africa|Americas?|Asia|Europe|Oceania|(?:\p{L}+[- ])*(?:Africa|America|Asia|Europe|Caribbean|Oceania)(?: and .+)?)$/u,
    0.9,
    inFour('werelddelen', 'des régions du monde', 'Weltregionen', 'regions of the world'),
  ],
  [
    'frequency',
    /^(?:A|Annual|Annuelle|Mensuelle|M|Q|S|jaar)$/i,
    0.4,
    inFour('frequenties', 'des fréquences', 'Häufigkeiten der Erhebung', 'frequencies'),
  ],
  [
    'administrative',
    /^[A-Z][A-Z0-9_]*(?:\.[A-Z0-9_]*){4,}$/,
    0.9,
    inFour(
      'sleutels van reeksen',
      'des clés de séries',
      'Schlüssel von Zeitreihen',
      'keys of series',
    ),
  ],
  [
    'sex',
    /^(?:m|w|f|t|i|x|männlich|weiblich|mann(?:en)?|vrouw(?:en)?|hommes?|femmes?|males?|females?|insgesamt|total|totaal)$/i,
    0.5,
    inFour('geslachten', 'des sexes', 'Geschlechter', 'sexes'),
  ],
  [
    'physicalSite',
    /airport|seaport|road|highway|harbour|border|residence|territorial waters/i,
    0.6,
    inFour('soorten plekken', 'des genres de lieux', 'Arten von Orten', 'kinds of sites'),
  ],
  [
    'areaKind',
    /^(?:KfS|LK|SK|Stadtkreis|Landkreis|Kreisfreie Stadt)$/,
    0.6,
    inFour('soorten gebieden', 'des genres de territoires', 'Arten von Gebieten', 'kinds of areas'),
  ],
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
