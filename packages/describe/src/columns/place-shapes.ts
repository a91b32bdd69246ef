import { foldText, inFour, ownValue, places, type Text } from '@samenbeeld/schema';
import { thresholds } from '../thresholds.ts';

/** Names of the French départements by INSEE code (Code officiel géographique). */
const frenchDepartements: Readonly<Record<string, string>> = Object.fromEntries(
  `01 Ain|02 Aisne|03 Allier|04 Alpes-de-Haute-Provence|05 Hautes-Alpes|06 Alpes-Maritimes|07 Ardèche|08 Ardennes|09 Ariège|10 Aube|
11 Aude|12 Aveyron|13 Bouches-du-Rhône|14 Calvados|15 Cantal|16 Charente|17 Charente-Maritime|18 Cher|19 Corrèze|2A Corse-du-Sud|2B Haute-Corse|
21 Côte-d'Or|22 Côtes-d'Armor|23 Creuse|24 Dordogne|25 Doubs|26 Drôme|27 Eure|28 Eure-et-Loir|29 Finistère|30 Gard|31 Haute-Garonne|32 Gers|
33 Gironde|34 Hérault|35 Ille-et-Vilaine|36 Indre|37 Indre-et-Loire|38 Isère|39 Jura|40 Landes|41 Loir-et-Cher|42 Loire|43 Haute-Loire|
44 Loire-Atlantique|45 Loiret|46 Lot|47 Lot-et-Garonne|48 Lozère|49 Maine-et-Loire|50 Manche|51 Marne|52 Haute-Marne|53 Mayenne|
54 Meurthe-et-Moselle|55 Meuse|56 Morbihan|57 Moselle|58 Nièvre|59 Nord|60 Oise|61 Orne|62 Pas-de-Calais|63 Puy-de-Dôme|
64 Pyrénées-Atlantiques|65 Hautes-Pyrénées|66 Pyrénées-Orientales|67 Bas-Rhin|68 Haut-Rhin|69 Rhône|70 Haute-Saône|71 Saône-et-Loire|72 Sarthe|
73 Savoie|74 Haute-Savoie|75 Paris|76 Seine-Maritime|77 Seine-et-Marne|78 Yvelines|79 Deux-Sèvres|80 Somme|81 Tarn|82 Tarn-et-Garonne|83 Var|
84 Vaucluse|85 Vendée|86 Vienne|87 Haute-Vienne|88 Vosges|89 Yonne|90 Territoire de Belfort|91 Essonne|92 Hauts-de-Seine|93 Seine-Saint-Denis|
94 Val-de-Marne|95 Val-d'Oise|971 Guadeloupe|972 Martinique|973 Guyane|974 La Réunion|976 Mayotte`
    .split('|')
    .map((row) => row.trim())
    .map((row): [string, string] => [
      row.slice(0, row.indexOf(' ')),
      row.slice(row.indexOf(' ') + 1),
    ]),
);

/** A habit of writing places: which cells show it, and what each becomes. */
export interface PlaceShape {
  readonly name: Text;
  /** Whether a cell is written so. */
  readonly shows: (label: string) => boolean;
  /** Country whose offices write so; a bare number needs a heading or a title that names it. Null where codes name their own. */
  readonly country: string | null;
  /** The cell says by itself that it is such a place. */
  readonly telling: boolean;
  /** Words of a heading over cells that do not; null where cells do. */
  readonly heading: RegExp | null;
  /** The heading alone tells: cells of any counts are written so. */
  readonly headedOnly?: true;
  readonly rules: readonly { readonly match: string; readonly to: string }[];
  /** Codes by cell, where no rule can make them. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** Cells that an expression matches. */
function like(pattern: RegExp): PlaceShape['shows'] {
  return (label) => pattern.test(label);
}

const departement = '0[1-9]|[1-8]\\d|9[0-5]|2[AB]|97[1-46]';

/** A key and a name, with or without the word: "59-Nord", "Département 59 - Nord". */
const keyAndName = `^(?:[Dd][ée]p(?:artement|t)?\\.?\\s)?(${departement})\\s?[-–]\\s?\\p{L}.+$`;

/** Whether a text is the key and the name of a French département. */
export function isKeyAndName(label: string): boolean {
  const text = label.replace(/\s+/gu, ' ').trim();
  // "55 - Trafic de stupéfiants" is the key and the name of something else.
  return (
    new RegExp(keyAndName, 'u').test(text) &&
    departementOf(text.replace(/^.*?\s?[-–]\s?(?=\p{L})/u, '')) !== null
  );
}

/** National keys of the places of a country ("32" → FRE), as schema knows them. */
function nationalKeys(country: string, kind: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    places.flatMap((place) =>
      place.country === country && place.kind === kind && place.nationalCode
        ? [[place.nationalCode, place.code]]
        : [],
    ),
  );
}

const french = nationalKeys('FR', 'region');
const german = nationalKeys('DE', 'region');

const provinces = Object.fromEntries(
  'NL11 NL12 NL13 NL21 NL23 NL22 NL31 NL32 NL33 NL34 NL41 NL42'
    .split(' ')
    .map((nuts, index) => [`PV${20 + index}`, nuts]),
);

/** INSEE codes of French départements. */
export const departements: PlaceShape = {
  name: inFour(
    'INSEE-codes van departementen',
    'des codes INSEE de départements',
    'INSEE-Codes von Départements',
    'INSEE codes of départements',
  ),
  shows: like(new RegExp(`^(?:${departement})$`)),
  country: 'FR',
  telling: false,
  heading: /d[eé]p/iu,
  rules: [{ match: `^(${departement})$`, to: 'FR.DEP.$1' }],
};

/** Keys of German Kreise and municipalities. */
export const germanKeys: PlaceShape = {
  name: inFour(
    'Duitse sleutels van Kreise en gemeenten',
    'des clés allemandes de Kreise et de communes',
    'Schlüssel von Kreisen und Gemeinden',
    'German keys of Kreise and municipalities',
  ),
  shows: like(/^(?:0[1-9]|1[0-6])\d{3}(?:\d{3})?$/),
  country: 'DE',
  telling: false,
  heading: /gemeindeschl|kreis|ags/iu,
  rules: [
    { match: '^(\\d{5})$', to: 'DE.KRS.$1' },
    { match: '^(\\d{8})$', to: 'DE.AGS.$1' },
  ],
};

/** A heading that only a German key has. */
const germanHeading = /gemeindeschl|kreisschl|(?<!\p{L})ags(?!\p{L})/iu;

/** Numbers of Dutch municipalities without the letters before them. */
const dutchNumbers: PlaceShape = {
  name: inFour(
    'nummers van Nederlandse gemeenten',
    'des numéros de communes néerlandaises',
    'Nummern niederländischer Gemeinden',
    'numbers of Dutch municipalities',
  ),
  shows: like(/^[01]\d{3}$/),
  country: 'NL',
  telling: false,
  heading: /gemeente[ _-]?(?:code|nummer|nr)|(?<!\p{L})gm[ _-]?(?:code|nr)/iu,
  rules: [{ match: '^(\\d{4})$', to: 'NL.GM.GM$1' }],
};

/** A city, its core or its functional area in Eurostat's code, behind the country. */
const city = /^([A-Z]{2})\d{3}[CFK]\d?$/u;

/** Countries whose code of Eurostat is not that of ISO 3166. */
export const countryOfEurostat: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

/** Offices' own codes of places, most telling first. */
export const placeShapes: readonly PlaceShape[] = [
  {
    name: inFour(
      'codes van StatLine voor gemeenten, COROP-gebieden, politieregio’s en provincies (GM0715, CR31, PV29)',
      'des codes StatLine de communes, zones COROP, régions de police et provinces (GM0715, CR31, PV29)',
      'StatLine-Codes von Gemeinden, COROP-Gebieten, Polizeiregionen und Provinzen (GM0715, CR31, PV29)',
      'StatLine codes of municipalities, COROP areas, police regions and provinces (GM0715, CR31, PV29)',
    ),
    shows: like(
      /^(?:GM\d{4}|CR\d{2}|PV\d{2}|LD\d{2}|RE\d{2}|NL(?:\d{2}|0000)|WK\d{6}|BU\d{8})\s*$/,
    ),
    country: 'NL',
    telling: true,
    heading: null,
    rules: [
      { match: '^NL(?:\\d\\d|0000)\\s*$', to: 'NL' },
      { match: '^(GM\\d{4})\\s*$', to: 'NL.GM.$1' },
      { match: '^(CR\\d{2})\\s*$', to: 'NL.CR.$1' },
      { match: '^(LD\\d{2})\\s*$', to: 'NL.LD.$1' },
      { match: '^(RE\\d{2})\\s*$', to: 'NL.RE.$1' },
      { match: '^(WK\\d{6})\\s*$', to: 'NL.WK.$1' },
      { match: '^(BU\\d{8})\\s*$', to: 'NL.BU.$1' },
    ],
    codes: provinces,
  },
  {
    name: inFour(
      'codes van Eurostat voor steden (DE001C)',
      'des codes Eurostat de villes (DE001C)',
      'Eurostat-Codes von Städten (DE001C)',
      'Eurostat codes of cities (DE001C)',
    ),
    shows: (label) => {
      const [, prefix = ''] = city.exec(label.trim()) ?? [];
      return places.has(ownValue(countryOfEurostat, prefix) ?? prefix);
    },
    country: null,
    telling: true,
    heading: null,
    rules: [
      ...Object.entries(countryOfEurostat).map(([prefix, country]) => ({
        match: `^(${prefix}\\d{3}[CFK]\\d?)\\s*$`,
        to: `${country}.CITY.$1`,
      })),
      { match: '^(([A-Z]{2})\\d{3}[CFK]\\d?)\\s*$', to: '$2.CITY.$1' },
    ],
  },
  {
    name: inFour(
      'Franse departementen met code en naam (59-Nord)',
      'des départements avec code et nom (59-Nord)',
      'französische Départements mit Code und Namen (59-Nord)',
      'French départements with code and name (59-Nord)',
    ),
    shows: isKeyAndName,
    country: 'FR',
    telling: true,
    heading: null,
    rules: [{ match: keyAndName, to: 'FR.DEP.$1' }],
  },
  germanKeys,
  {
    name: inFour(
      'Belgische REFNIS-codes',
      'des codes REFNIS belges',
      'belgische REFNIS-Codes',
      'Belgian REFNIS codes',
    ),
    shows: like(/^[0-9]\d{4}$/),
    country: 'BE',
    telling: false,
    heading: /refnis|(?<!\p{L})(?:nis|ins(?!\p{L}))/iu,
    rules: [
      { match: '^(\\d\\d000)$', to: 'BE.ARR.$1' },
      { match: '^(\\d{5})$', to: 'BE.NIS.$1' },
    ],
    codes: Object.fromEntries(
      '01000 BE|02000 BE2|03000 BE3|04000 BE1|10000 BE21|20001 BE24|20002 BE31|30000 BE25|40000 BE23|50000 BE32|60000 BE33|70000 BE22|80000 BE34|90000 BE35'
        .split('|')
        .map((row) => row.split(' ') as [string, string]),
    ),
  },
  {
    name: inFour(
      'INSEE-codes van gemeenten',
      'des codes INSEE de communes',
      'INSEE-Codes von Gemeinden',
      'INSEE codes of communes',
    ),
    shows: like(/^(?:\d{2}|2[AB])\d{3}$/),
    country: 'FR',
    telling: false,
    heading: /codgeo|commune|insee/iu,
    rules: [{ match: '^(\\d[\\dAB]\\d{3})$', to: 'FR.COM.$1' }],
  },
  {
    name: inFour(
      'INSEE-codes van regio’s',
      'des codes INSEE de régions',
      'INSEE-Codes von Regionen',
      'INSEE codes of regions',
    ),
    shows: like(new RegExp(`^(?:${Object.keys(french).join('|')})$`)),
    country: 'FR',
    telling: false,
    heading: /r[eé]gion/iu,
    rules: [],
    codes: french,
  },
  departements,
  {
    name: inFour(
      'Nederlandse postcodegebieden van vier cijfers',
      'des zones postales néerlandaises de quatre chiffres',
      'niederländische Postleitgebiete von vier Ziffern',
      'Dutch postcode areas of four digits',
    ),
    shows: like(/^[1-9]\d{3}$/),
    country: 'NL',
    telling: false,
    heading: /(?<!\p{L})(?:pc|postcode)[ _-]?4(?!\d)|postcodegebied/iu,
    headedOnly: true,
    rules: [{ match: '^(\\d{4})$', to: 'NL.PC4.$1' }],
  },
  {
    name: inFour(
      'sleutels van de Länder',
      'des clés des Länder',
      'Schlüssel der Länder',
      'keys of the Länder',
    ),
    shows: like(/^(?:0[1-9]|1[0-6])$/),
    country: 'DE',
    telling: false,
    heading: /land/iu,
    rules: [],
    codes: german,
  },
];

const byName = new Map(
  Object.entries(frenchDepartements).map(([code, name]) => [foldText(name), code]),
);

/** The code of a French département by its name, or null. */
export function departementOf(name: string): string | null {
  return byName.get(foldText(name)) ?? null;
}

/** The office's own key in brackets behind the name of a place: "Ans (62003)", "Utrecht (GM0344)". */
const keyBehind = /^(.*\p{L}.*?)\s*\(((?:[A-Z]{2})?\d[\dAB]\d*)\)$/u;

/** A place by its name alone: "Ans (62003)", "Arrondissement de Liège". */
function nameBeforeKey(label: string): string {
  return keyBehind.exec(label.trim())?.[1] ?? label.trim();
}

/** A heading, a label or a sentence that says it is of ports. */
export const ofPorts: RegExp =
  /haven|(?<!\p{L})(?:sea ?)?ports?(?!\p{L})|hafen|häfen|terminal|airport|a[ée]roport|(?<!\p{L})quais?(?!\p{L})|(?<!\p{L})kaai|(?<!\p{L})kade|(?<!\p{L})(?:docks?|dok|portuaires?)(?!\p{L})/iu;

/** Words of a kind of area that stand before or behind its name. */
const areaWord =
  /(?<!\p{L})(?:arrondissement|province|provincie|provinz|r[ée]gion|regio|gewest|d[ée]partement|commune|gemeente|(?:land|stadt)?kreis|(?:bundes)?land|regierungsbezirk|gemeinde|stadt|canton|kanton|district|county)(?!\p{L})/iu;

/** Whether a label says by itself that it is a place within a country: a name that a list knows, or a word of areas beside it. */
export function namesPlace(label: string): boolean {
  const name = nameBeforeKey(label);
  const match = places.lookup(name);
  return (
    (areaWord.test(name) && /\s/u.test(name)) ||
    departementOf(name) !== null ||
    match.kind === 'ambiguous' ||
    (match.kind === 'exact' && match.entry.kind !== 'country')
  );
}

/** Most labels that end in a key of places of one office, an area and its parts each in its own form of key. */
const mostlyKeyed = 0.8;

/** A key of fewer signs, alone, is as well an age or a number of anything. */
const tellingKey = 5;

/** Countries of which the keys behind the names of places may be; none where labels are written otherwise. */
function landsOfKeys(labels: readonly string[]): readonly string[] {
  const keys = keysBehind(labels);
  if (
    keys.length < Math.max(2, labels.length * mostlyKeyed) ||
    !keys.some((key) => key.length >= tellingKey) ||
    !labels.some(namesPlace)
  )
    return [];
  return [...new Set(placeShapes.flatMap((shape) => shape.country ?? []))].filter((land) =>
    keys.every((key) => placeShapes.some((shape) => shape.country === land && shape.shows(key))),
  );
}

function keysBehind(labels: readonly string[]): readonly string[] {
  return labels.flatMap((label) => keyBehind.exec(label.trim())?.[2] ?? []);
}

/** How many labels are places by name with an office's key behind them in brackets, where nearly all are. */
export function placesWithKeys(labels: readonly string[]): number {
  return landsOfKeys(labels).length > 0 ? keysBehind(labels).length : 0;
}

/**
 * Places by name with the key of an office behind them in brackets ("Arrondissement de Liège (62000)", "Ans (62003)"), of one country
 * whose keys they all are; where its keys could be those of several, that of the publisher. Null where labels are written otherwise.
 */
export function keyedShape(labels: readonly string[], country: string | null): PlaceShape | null {
  const fitting = landsOfKeys(labels);
  const [only, ...others] = fitting;
  const land = country !== null && fitting.includes(country) ? country : only;
  if (land === undefined || (land !== country && others.length > 0)) return null;
  const keys = keysBehind(labels);
  const own = placeShapes.filter((shape) => shape.country === land && keys.some(shape.shows));
  const [first] = own;
  if (!first) return null;
  return {
    name: first.name,
    shows: (label) => {
      const key = keyBehind.exec(label.trim())?.[2];
      return key !== undefined && own.some((shape) => shape.shows(key));
    },
    country: land,
    telling: own.some(({ telling }) => telling),
    heading: null,
    rules: own.flatMap(({ codes = {}, rules }) => [
      ...[...new Set(keys)].flatMap((key) => {
        const to = ownValue(codes, key);
        return to === undefined ? [] : [{ match: `^.+\\(${key}\\)$`, to }];
      }),
      ...rules.map(({ match, to }) => ({
        match: match.replace(/^\^(.+?)(?:\\s\*)?\$$/u, '^.+\\($1\\)$$'),
        to,
      })),
    ]),
  };
}

/** Keys of places that a spreadsheet read as numbers, so that the nought before them is lost. */
export interface LostZero {
  readonly shape: PlaceShape;
  /** How wide the keys are with it. */
  readonly width: number;
  /** How many have lost theirs. */
  readonly lost: number;
  /** Names that stand beside them and are of the same places. */
  readonly named: number;
  /** The few labels that are no keys of the list. */
  readonly others: readonly string[];
}

/** Lists of keys of digits of one width, of which some begin with a nought. */
const padded: readonly (readonly [
  shape: () => PlaceShape | undefined,
  width: number,
  least?: number,
])[] = [
  [() => germanKeys, 5],
  [() => germanKeys, 8],
  [() => placeShapes.find(({ codes }) => codes === german), 2],
  [() => departements, 2],
  [() => placeShapes.find(({ codes }) => codes === french), 2],
  [() => placeShapes.find(({ heading }) => heading?.test('codgeo')), 5],
  [() => placeShapes.find(({ heading }) => heading?.test('refnis')), 5],
  // Groningen is 0014.
  [() => dutchNumbers, 4, 2],
];

/** Whether a key of a list is that of the place with a name; null where no list here knows the name. */
function isOfName({ codes, country }: PlaceShape, key: string, name: string): boolean | null {
  if (codes === undefined) {
    const code = country === 'FR' && key.length === 2 ? departementOf(name) : null;
    return code === null ? null : code === key;
  }
  const match = places.lookup(name);
  if (match.kind === 'none') return null;
  const entries = match.kind === 'exact' ? [match.entry] : match.entries;
  const own = entries.filter((place) => place.country === country && place.kind === 'region');
  return own.length === 0 ? null : own.some(({ code }) => code === ownValue(codes, key));
}

/**
 * The list whose keys the labels are once their nought stands before them, no key shorter by more than that: all of them are of it and
 * names beside them say so, or nearly all and the heading is one of such keys, of a country that the file speaks of. Null where they are not.
 */
export function lostZero(
  labels: readonly string[],
  heading: string,
  country: string | null,
  names: ReadonlyMap<string, string> | null,
): LostZero | null {
  const keys = labels.map((label) => label.trim());
  for (const [shapeOf, width, least = width - 1] of padded) {
    const shape = shapeOf();
    if (!shape) continue;
    // Keys of the list that are wider have no nought to lose: 971 beside 01.
    const isWhole = (key: string): boolean =>
      key.length >= least &&
      (key.length >= width || /^[1-9]\d*$/u.test(key)) &&
      shape.shows(key.padStart(width, '0'));
    const whole = keys.filter(isWhole);
    const lost = whole.filter((key) => key.length < width);
    if (lost.length === 0) continue;
    const others = labels.filter((label) => !isWhole(label.trim()));
    const told = keys.flatMap((key) => {
      const name = names?.get(key);
      return name === undefined ? [] : (isOfName(shape, key.padStart(width, '0'), name) ?? []);
    });
    const isContrary = told.some((is) => !is);
    const isNamed = told.length > 1 && told.length * 2 >= keys.length;
    const isHeaded =
      shape.heading?.test(heading) === true &&
      (shape === germanKeys ? germanHeading.test(heading) : country === shape.country);
    const isEnough =
      others.length === 0
        ? isNamed || isHeaded
        : isHeaded && whole.length >= keys.length * thresholds.mostlyShaped;
    if (!isContrary && isEnough)
      return { shape, width, lost: lost.length, named: told.length, others };
  }
  return null;
}

/** Keys of digits, of one width, some of which begin with a nought. */
export function areKeys(labels: readonly string[]): boolean {
  return (
    labels.length > 1 &&
    labels.every((label) => /^\d{3,}$/u.test(label) && label.length === labels[0]?.length) &&
    labels.some((label) => /^0+[1-9]/u.test(label))
  );
}

/** Words of a heading over keys of areas. */
export const ofArea: RegExp =
  /bezirk|gemeinde|landkreis|kreisschl|region|stadt(?!isti)|planungsraum|(?<!\p{L})(?:LOR|AGS|NUTS|LAU|IRIS)(?!\p{L})|commune|département|gemeent|buurt|(?<!\p{L})wijk/iu;

/** Fewest départements that show their numbering where no zero stands before it. */
const manyDepartements = 20;

/**
 * Whether labels are the numbers of French départements without a zero before them: 2A and 2B are among many of them, or
 * the country is known.
 */
export function areBareDepartements(labels: readonly string[], country: string | null): boolean {
  const bare = new RegExp(`^(?:[1-9]|${departement})$`);
  if (labels.length < manyDepartements || !labels.every((label) => bare.test(label))) return false;
  return (
    labels.some((label) => /^[1-9]$/.test(label)) &&
    (country === 'FR' || (labels.includes('2A') && labels.includes('2B')))
  );
}
