import type { Text } from '../language.ts';

/** What a cell of a sheet holds. */
export type SheetCell =
  | 'id'
  | 'text'
  | 'day'
  | 'period'
  | 'number'
  | 'currency'
  | 'place'
  | 'language'
  | 'address'
  | 'grade'
  | 'marking'
  | 'roles'
  | 'names'
  /** Never kept as it is: under the picture's key, or not at all. */
  | 'keyed'
  | { readonly list: string; readonly many?: true }
  | { readonly words: readonly string[] };

/** One column of a sheet; its name is the heading in every language. */
export interface SheetColumn {
  readonly name: string;
  /** Name in a record; null where it is kept as something else, as the marking of its source. */
  readonly field: string | null;
  readonly needed: boolean;
  readonly cell: SheetCell;
  /** What it holds. */
  readonly says: Text;
}

/** Cells of a row that must fit each other, by their headings. */
export type SheetRule =
  /** Two days, the last not before the first. */
  | { readonly first: string; readonly last: string }
  /** What says nothing without another cell. */
  | { readonly of: string; readonly needs: string };

/** Kinds of sheets whose rows stand in a picture as they are. */
export type SheetName = 'assessments' | 'listings' | 'measures' | 'reports';

/** A kind of sheet: what its rows are, and its columns in order. */
export interface SheetKind {
  /** Name of its table in a picture. */
  readonly table: string;
  /** What its rows are called. */
  readonly rows: Text;
  readonly columns: readonly SheetColumn[];
  readonly rules: readonly SheetRule[];
  /** The column that says whether a row is invented. */
  readonly invented: string;
}

/** A column; what it holds as nl | fr | de | en, a star behind its name where each row needs something. */
function column(
  heading: string,
  cell: SheetCell,
  words: string,
  field: string | null = heading.replace('*', ''),
): SheetColumn {
  const [nl = '', fr = '', de = '', en = ''] = words.split('|').map((one) => one.trim());
  return {
    ...{ name: heading.replace('*', ''), needed: heading.endsWith('*'), field, cell },
    says: { nl, fr, de, en },
  };
}

const id = column(
  'id*',
  'id',
  'eigen kort nummer, uniek in het beeld | votre numéro court, unique dans le tableau | eigene kurze Nummer, eindeutig im Lagebild | a short number of your own, unique in the picture',
);
const owner: readonly SheetColumn[] = [
  column(
    'country*',
    { list: 'countries' },
    'land in wiens beeld het staat | pays dans le tableau duquel il figure | Land, in dessen Lagebild es steht | country in whose picture it stands',
  ),
  column(
    'originator*',
    { list: 'agencies' },
    'code van de dienst die het vastlegde en beslist wie het mag lezen | code du service qui l’a consigné et décide qui peut le lire | Code der Behörde, die es festhielt und entscheidet, wer es lesen darf | code of the service that recorded it and decides who may read it',
  ),
  column(
    'marking*',
    'marking',
    'markering van deze rij: één TLP, en wat er verder geldt (TLP:GREEN H1) | marquage de cette ligne : un TLP, et ce qui vaut en outre (TLP:GREEN H1) | Kennzeichnung dieser Zeile: ein TLP, und was sonst gilt (TLP:GREEN H1) | marking of this row: one TLP, and what else holds (TLP:GREEN H1)',
  ),
  column(
    'released by',
    'roles',
    'functies van de dienst die het mogen vrijgeven, nooit namen | fonctions du service qui peuvent le libérer, jamais de noms | Funktionen der Behörde, die es freigeben dürfen, niemals Namen | roles of the service that may release it, never names',
    null,
  ),
];
const document = column(
  'document*',
  'address',
  'adres of naam van het stuk of de verzameling | adresse ou nom du document ou de la collecte | Adresse oder Name des Dokuments oder der Sammlung | address or name of the document or collection',
);
const programme = column(
  'programme',
  { list: 'programmes', many: true },
  'samenwerkingsverbanden waartoe het behoort | cadres de coopération dont il relève | Kooperationsrahmen, zu denen es gehört | frames of cooperation it belongs to',
  'programmes',
);
const caseOf = column(
  'case',
  'keyed',
  'zaaknummer; alleen onder de sleutel van het beeld bewaard, zonder sleutel niet | numéro d’affaire ; conservé sous la clé du tableau seulement, sinon pas du tout | Aktenzeichen; nur unter dem Schlüssel des Lagebilds bewahrt, sonst gar nicht | number of the case; kept under the picture’s key only, else not at all',
  'caseKey',
);
const phenomenon = column(
  'phenomenon*',
  { list: 'phenomena' },
  'code van het verschijnsel | code du phénomène | Code des Phänomens | code of the phenomenon',
);
const place = column(
  'place*',
  'place',
  'code of naam van de plaats; meerdere met + | code ou nom du lieu ; plusieurs avec + | Code oder Name des Orts; mehrere mit + | code or name of the place; several with +',
);
const period = column(
  'period*',
  'period',
  'periode: 2024, 2024-S1, 2024-Q3, 2022..2024 | période : 2024, 2024-S1, 2024-Q3, 2022..2024 | Zeitraum: 2024, 2024-S1, 2024-Q3, 2022..2024 | period: 2024, 2024-S1, 2024-Q3, 2022..2024',
);
const language = column(
  'language*',
  'language',
  'taal van de tekst: nl, fr, de of en | langue du texte : nl, fr, de ou en | Sprache des Texts: nl, fr, de oder en | language of the text: nl, fr, de or en',
);
const amountOf = (star: '*' | ''): readonly SheetColumn[] => [
  column(
    `amount${star}`,
    'number',
    'hoeveelheid, als getal | quantité, en nombre | Menge, als Zahl | amount, as a number',
  ),
  column(
    `unit${star}`,
    { list: 'units' },
    star === '*'
      ? 'code van de eenheid (g, kg, tablet) | code de l’unité (g, kg, tablet) | Code der Einheit (g, kg, tablet) | code of the unit (g, kg, tablet)'
      : 'code van de eenheid (g, kg, tablet); nodig bij een hoeveelheid | code de l’unité (g, kg, tablet) ; nécessaire avec une quantité | Code der Einheit (g, kg, tablet); nötig bei einer Menge | code of the unit (g, kg, tablet); needed with an amount',
  ),
];
const substance = (star: '*' | ''): SheetColumn =>
  column(
    `substance${star}`,
    { list: 'substances' },
    'code of naam van het middel | code ou nom de la substance | Code oder Name der Substanz | code or name of the drug',
  );

/** Every kind of sheet that a picture file may name, with its columns in order. */
export const sheetKinds: Readonly<Record<SheetName, SheetKind>> = {
  assessments: {
    table: 'assessment',
    rows: { nl: 'uitspraken', fr: 'énoncés', de: 'Aussagen', en: 'statements' },
    rules: [],
    invented: 'text',
    columns: [
      id,
      ...[phenomenon, place, period],
      column(
        'kind*',
        { words: ['fact', 'assessment'] },
        'feit of beoordeling: fact of assessment | fait ou appréciation : fact ou assessment | Tatsache oder Einschätzung: fact oder assessment | fact or assessment',
      ),
      column(
        'says*',
        { list: 'directions' },
        'welke kant het volgens de uitspraak op gaat, zoals wie het invoerde het las | dans quel sens vont les choses selon l’énoncé, tel que lu par qui l’a saisi | wohin es nach der Aussage geht, wie es las, wer sie eintrug | which way it says that things go, as whoever entered it read it',
      ),
      column(
        'confidence',
        { list: 'confidences' },
        'hoe zeker de eigenaar zegt te zijn | le degré de certitude que donne son auteur | wie sicher der Urheber nach eigener Angabe ist | how sure its owner says it is',
      ),
      column(
        'grade',
        'grade',
        'Europol 4×4, zoals B2 | Europol 4×4, comme B2 | Europol 4×4, etwa B2 | Europol 4×4, such as B2',
      ),
      column(
        'evidence',
        'names',
        'cijfers van het beeld waarop het berust, met ; ertussen | chiffres du tableau sur lesquels il repose, séparés par ; | Zahlen des Lagebilds, auf die es sich stützt, getrennt durch ; | figures of the picture that it rests on, with ; between',
      ),
      ...owner,
      column(
        'text*',
        'text',
        'de woorden van het stuk | les termes du document | die Worte des Dokuments | the words of the document',
      ),
      language,
      document,
      column(
        'paragraph',
        'text',
        'waar in het stuk | où dans le document | wo im Dokument | where in the document',
      ),
      programme,
    ],
  },
  listings: {
    table: 'listing',
    rows: { nl: 'aanbiedingen', fr: 'annonces', de: 'Angebote', en: 'listings' },
    rules: [],
    invented: 'document',
    columns: [
      id,
      column(
        'platform*',
        'keyed',
        'de markt; alleen onder de sleutel van het beeld bewaard | le marché ; conservé sous la clé du tableau seulement | der Markt; nur unter dem Schlüssel des Lagebilds bewahrt | the market; kept under the picture’s key only',
      ),
      column(
        'vendor',
        'keyed',
        'schuilnaam van de verkoper; alleen onder de sleutel van het beeld bewaard, zonder sleutel weggelaten | pseudonyme du vendeur ; conservé sous la clé du tableau seulement, sans clé supprimé | Pseudonym des Verkäufers; nur unter dem Schlüssel des Lagebilds bewahrt, ohne Schlüssel weggelassen | pseudonym of the vendor; kept under the picture’s key only, left out where it has none',
      ),
      substance('*'),
      ...amountOf('*'),
      column(
        'price*',
        'number',
        'vraagprijs van het geheel | prix demandé pour le tout | verlangter Preis für das Ganze | price asked for the whole',
      ),
      column(
        'currency*',
        'currency',
        'valuta van de prijs, ISO 4217 (EUR, USD) | devise du prix, ISO 4217 (EUR, USD) | Währung des Preises, ISO 4217 (EUR, USD) | currency of the price, ISO 4217 (EUR, USD)',
      ),
      column(
        'ships from',
        { list: 'countries' },
        'land van verzending zoals de aanbieding zegt | pays d’expédition selon l’annonce | Versandland laut Angebot | country it ships from, as the listing says',
        'shipsFrom',
      ),
      column(
        'ships to',
        { list: 'places', many: true },
        'waarheen wordt verzonden, met ; ertussen; XX is overal | où l’on expédie, séparés par ; ; XX vaut partout | wohin versandt wird, getrennt durch ; XX ist überall | where it ships to, with ; between; XX is everywhere',
        'shipsTo',
      ),
      column(
        'date*',
        'day',
        'dag waarop zij is gezien | jour où elle a été vue | Tag, an dem es gesehen wurde | day on which it was seen',
      ),
      caseOf,
      ...owner,
      document,
      programme,
    ],
  },
  measures: {
    table: 'measure',
    rows: {
      nl: 'bestuurlijke maatregelen',
      fr: 'mesures administratives',
      de: 'Verwaltungsmaßnahmen',
      en: 'administrative measures',
    },
    rules: [{ first: 'from', last: 'until' }],
    invented: 'document',
    columns: [
      id,
      column(
        'measure*',
        { list: 'measures' },
        'code van de maatregel | code de la mesure | Code der Maßnahme | code of the measure',
      ),
      place,
      column(
        'legal basis*',
        'text',
        'wet en artikel | loi et article | Gesetz und Artikel | act and article',
        'legalBasis',
      ),
      column('from*', 'day', 'eerste dag | premier jour | erster Tag | first day'),
      column(
        'until',
        'day',
        'laatste dag; leeg waar er geen is | dernier jour ; vide s’il n’y en a pas | letzter Tag; leer, wo es keinen gibt | last day; empty where there is none',
      ),
      column(
        'authority*',
        'text',
        'het gezag dat de maatregel nam, nooit een persoon | l’autorité qui a pris la mesure, jamais une personne | die Stelle, die die Maßnahme traf, niemals eine Person | the office that took the measure, never a person',
      ),
      column(
        'effect',
        'text',
        'gevolg zoals het gezag het meldt | effet tel que l’autorité l’indique | Wirkung nach Angabe der Stelle | effect as the office states it',
      ),
      language,
      caseOf,
      ...owner,
      document,
      programme,
    ],
  },
  reports: {
    table: 'liaison_report',
    rows: {
      nl: 'liaisonrapporten',
      fr: 'rapports de liaison',
      de: 'Verbindungsberichte',
      en: 'liaison reports',
    },
    rules: [{ of: 'amount', needs: 'unit' }],
    invented: 'text',
    columns: [
      id,
      ...[phenomenon, place, period],
      column(
        'posted in*',
        { list: 'countries' },
        'land van de liaisonofficier | pays d’affectation de l’officier de liaison | Einsatzland des Verbindungsbeamten | country of posting of the liaison officer',
        'postedIn',
      ),
      column(
        'grade*',
        'grade',
        'Europol 4×4: bron A, B, C of X, informatie 1–4, zoals B2 | Europol 4×4 : source A, B, C ou X, information 1–4, comme B2 | Europol 4×4: Quelle A, B, C oder X, Information 1–4, etwa B2 | Europol 4×4: source A, B, C or X, information 1–4, such as B2',
      ),
      substance(''),
      ...amountOf(''),
      column(
        'text*',
        'text',
        'de woorden van het rapport | les termes du rapport | die Worte des Berichts | the words of the report',
      ),
      language,
      caseOf,
      ...owner,
      document,
      programme,
    ],
  },
};

/** A column of the table of a kind of sheet in a picture. */
export interface SheetField {
  /** Name in the table ("period_start"). */
  readonly column: string;
  /** Name in a record ("periodStart"). */
  readonly field: string;
  readonly isNumber: boolean;
  /** Whether it holds several, joined by a semicolon. */
  readonly isList: boolean;
  readonly needed: boolean;
  readonly says: string;
}

/** The columns that the table of a kind of sheet has in a picture: those of the sheet, and the source of each row. */
export function sheetFields(kind: SheetName): readonly SheetField[] {
  const { columns } = sheetKinds[kind];
  const snake = (field: string): string =>
    field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
  const plain = { isNumber: false, isList: false, needed: true };
  const source: SheetField = {
    ...{ ...plain, column: 'source', field: 'source' },
    says: 'id of the source that its sheet, owner and marking make together',
  };
  const own = columns.flatMap(({ field, cell, needed, says: { en } }): readonly SheetField[] => {
    if (field === null) return [];
    if (cell === 'period')
      return (['periodStart', 'periodEnd'] as const).map((end) => ({
        ...{ ...plain, column: snake(end), field: end },
        says: `${end === 'periodStart' ? 'first' : 'last'} day of the period it is about, ISO`,
      }));
    return [
      {
        ...{ column: snake(field), field, isNumber: cell === 'number', says: en },
        isList: cell === 'names' || (typeof cell === 'object' && 'many' in cell),
        needed: needed && cell !== 'keyed',
      },
    ];
  });
  const [first, ...rest] = own;
  return first ? [first, source, ...rest] : [source];
}
