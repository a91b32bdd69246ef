import type { Language } from '@samenbeeld/schema';
import { codeLists } from '../../code-lists.ts';
import { departementOf, placeShapes } from './place-shapes.ts';
import { type ColumnProfile, labelsOf, shareOf } from './profile-column.ts';
import type { Concept } from './vocabulary.ts';

/** What the cells of a column say by themselves. */
export interface ContentEvidence {
  /** 0 to 0.95. */
  readonly score: number;
  /** With the evidence counted: "11 of 12 labels are substances". */
  readonly why: string;
}

/** Labels that are looked up at most: the most frequent ones. */
const looked = 300;

const lists: readonly (readonly [concept: Concept, list: string, weight: number, what: string])[] =
  [
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

const countryLists: readonly Concept[] = [
  'departureCountry',
  'originCountry',
  'destinationCountry',
  'creditedTo',
  'transitCountry',
];

/** Labels that a list knows: a code as written, or a label or synonym in the language. */
function knownShare(labels: readonly string[], list: string, language: Language): number {
  const known = codeLists[list];
  if (!known) return 0;
  const found = labels.filter((label) =>
    label
      .split('+')
      .every((part) => known.has(part.trim()) || known.lookup(part, language).kind !== 'none'),
  );
  return found.length;
}

const offenceWords =
  /misdrij|diefstal|inbraak|mishandeling|geweld|drugshandel|fraude|witwassen|brandstichting|vernieling|moord|oplichting|heling|overval|\bvols?\b|cambriolage|escroquerie|homicide|coups et blessures|violences|viols?\b|destruction|stupéfiant|recel|menaces|règlements? de compte|diebstahl|betrug|körperverletzung|straftat|raub|mord|rauschgift|sachbesch|geldwäsche|erpressung|nötigung|theft|robbery|burglary|assault|fraud|offence|murder|laundering|corruption|kidnapping|rape|unlawful/iu;

const shapes: readonly (readonly [
  concept: Concept,
  pattern: RegExp,
  weight: number,
  what: string,
])[] = [
  ['offence', /^ICCS\d{2,7}$/, 0.95, 'ICCS codes'],
  ['offenceKey', /^(?:CRI\d{4}|T001161)\s*$/, 0.9, 'CBS codes of offences'],
  ['offenceKey', /^\d\.\d\.\d+\s*$/, 0.85, 'numbers of the Dutch police scheme'],
  ['offence', /^\d\.\d\.\d+ \p{L}/u, 0.9, 'numbered labels of the Dutch police scheme'],
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
function keyEvidence(labels: readonly string[]): readonly [count: number, weight: number] {
  const keys = labels.filter((label) => /^(?:-{4,6}|[\d*]{4,6}|\d\.00E\+\d{3})$/.test(label));
  const telling = keys.filter((label) => /[*E-]|^0/.test(label)).length;
  if (keys.some((label) => /^0\d{4}$/.test(label))) return [keys.length, 0.2];
  const long = keys.filter((label) => /^(?:-{6}|[\d*]{5,6}|\d\.00E\+\d{3})$/.test(label)).length;
  return [keys.length, telling > 0 ? (long === keys.length ? 0.85 : 0.6) : 0.3];
}

/** Shares that a guess may rest on; below, a few labels agree by chance. */
const least = 0.3;

function labelEvidence(profile: ColumnProfile, language: Language): Map<Concept, ContentEvidence> {
  const found = new Map<Concept, ContentEvidence>();
  const labels = labelsOf(profile).slice(0, looked);
  const keep = (concept: Concept, count: number, weight: number, what: string): void => {
    const share = labels.length > 0 ? count / labels.length : 0;
    const few = labels.length === 1 ? 0.85 : labels.length === 2 ? 0.95 : 1;
    const score = Math.round(weight * share * few * 1000) / 1000;
    if (share < least || score <= (found.get(concept)?.score ?? 0)) return;
    found.set(concept, { score, why: `${count} of ${labels.length} labels are ${what}` });
  };
  const wordy = profile.words > 0;
  if (wordy)
    for (const [concept, list, weight, what] of lists)
      keep(concept, knownShare(labels, list, language), weight, what);
  const countries = found.get('country');
  if (countries) for (const concept of countryLists) found.set(concept, countries);
  for (const [concept, pattern, weight, what] of shapes)
    keep(concept, labels.filter((label) => pattern.test(label)).length, weight, what);
  if (wordy) {
    keep(
      'offence',
      labels.filter((label) => label.length > 5 && offenceWords.test(label)).length,
      0.8,
      'worded as offences',
    );
    keep(
      'place',
      labels.filter((label) => departementOf(label) !== null).length,
      0.85,
      'French départements',
    );
    keep(
      'place',
      labels.filter((label) => / \((?:PV|RE|CR|LD|gemeente|provincie)\)$/.test(label)).length,
      0.9,
      'regions as StatLine writes them',
    );
  }
  const [keys, weight] = keyEvidence(labels);
  keep('offenceKey', keys, weight, 'keys of the PKS');
  for (const shape of placeShapes)
    keep(
      'place',
      labels.filter((label) => shape.pattern.test(label)).length,
      shape.telling ? 0.9 : 0.35,
      shape.name,
    );
  return found;
}

/** 0, 1, 2 … or 1, 2, 3 … down the column. */
function isRowNumber({ values, said, rows, least: low, most, numbers }: ColumnProfile): boolean {
  return (
    said === rows &&
    rows > 2 &&
    numbers.whole === said &&
    values.size === said &&
    low <= 1 &&
    most - low === rows - 1 &&
    !/index|schl/iu.test([...values.keys()][0] ?? '')
  );
}

function figureEvidence(profile: ColumnProfile): ReadonlyMap<Concept, ContentEvidence> {
  const found = new Map<Concept, ContentEvidence>();
  const { numbers, said, times } = profile;
  const numeric = shareOf(profile, numbers.cells);
  const years = times.get('year') ?? 0;
  if (isRowNumber(profile))
    found.set('administrative', { score: 0.85, why: `${said} whole numbers that count the rows` });
  const keep = (concept: Concept, cells: number, weight: number, what: string): void => {
    const share = shareOf(profile, cells);
    if (share >= 0.5)
      found.set(concept, {
        score: Math.round(weight * share * 1000) / 1000,
        why: `${cells} of ${said} cells ${what}`,
      });
  };
  const codeLike = labelsOf(profile)
    .slice(0, looked)
    .filter((label) => /^0\d/.test(label)).length;
  const figures = years === said ? 0.2 : codeLike > 0 ? 0.15 : 0.55;
  if (numeric > 0.5 && !found.has('administrative'))
    keep('value', numbers.cells, figures, 'are figures');
  keep('arrests', numbers.whole, 0.4, 'are whole numbers');
  const spread = profile.values.size <= 150 ? 0.85 : 0.4;
  keep('period', years, spread, 'are years of four digits');
  const other = [...times].filter(([reading]) => reading !== 'year' && !reading.startsWith('%'));
  for (const [reading, cells] of other)
    keep(
      'period',
      cells,
      { period: 0.85, yearmonth: 0.6, year2: 0.45 }[reading as 'period'] ?? 0.3,
      reading === 'year2' ? 'may be years of two digits' : 'are periods',
    );
  const days = [...times]
    .filter(([reading]) => reading.startsWith('%'))
    .sort((a, b) => b[1] - a[1])[0];
  if (days)
    for (const [concept, weight] of [
      ['date', 0.85],
      ['registeredOn', 0.8],
      ['periodStart', 0.8],
      ['periodEnd', 0.8],
      ['publishedOn', 0.75],
    ] as const)
      keep(concept, days[1], weight, `are days as ${days[0]}`);
  const all = [...times.values()].reduce((sum, cells) => sum + cells, 0);
  if (!found.has('publishedOn'))
    keep('publishedOn', Math.min(said, all), 0.6, 'are days, months or years');
  return found;
}

function textEvidence(profile: ColumnProfile): ReadonlyMap<Concept, ContentEvidence> {
  const found = new Map<Concept, ContentEvidence>();
  const { said, values, words } = profile;
  const varied = said > 0 ? values.size / said : 0;
  if (shareOf(profile, words) > 0.6 && profile.length > 25 && varied > 0.3)
    found.set('note', {
      score: 0.5,
      why: `free text of ${Math.round(profile.length)} letters on average`,
    });
  const named = labelsOf(profile)
    .slice(0, looked)
    .filter((text) => /\d{2}/.test(text) && /[\p{L}-]/u.test(text) && !/\s/.test(text));
  if (said > 2 && varied > 0.98 && named.length === Math.min(values.size, looked))
    found.set('reference', {
      score: 0.6,
      why: `${said} cells, all different, of letters and digits`,
    });
  return found;
}

/** What the cells of a column say by themselves, by meaning; what they do not suggest is not in it. */
export function contentEvidence(
  profile: ColumnProfile,
  language: Language,
): ReadonlyMap<Concept, ContentEvidence> {
  const found = labelEvidence(profile, language);
  for (const more of [figureEvidence(profile), textEvidence(profile)])
    for (const [concept, evidence] of more)
      if (evidence.score > (found.get(concept)?.score ?? 0)) found.set(concept, evidence);
  return found;
}
