import { agencies, countries, type Language, places } from '@samenbeeld/schema';
import { thresholds } from '../thresholds.ts';
import { dutchNumbered } from './label-shapes.ts';
import { levelOf } from './place-by-level.ts';
import { type ColumnProfile, dataSets, labelsOf } from './profile-column.ts';
import { readHeading } from './read-heading.ts';
import type { CountryGuess, TableView } from './table-view.ts';
import type { Concept } from './vocabulary.ts';

const signs: readonly (readonly [country: string, pattern: RegExp, confidence: number])[] = [
  ['NL', /\b(?:nederland(?:se)?|cbs|politie\.nl|HARC|KMar|fiu[- ]n(?:ederland|l))\b/iu, 0.85],
  [
    'NL',
    /(?<!\p{L})(?:Opiumwet|BVH|politie-eenheid|basisteams?|herkomstgroepering|niet-westerse migratieachtergrond|WvSr)(?!\p{L})/iu,
    0.8,
  ],
  ['NL', /Bron: (?:[Pp]olitie|CBS)|\d{5}NED|Onderwerp|RegioS\b|SoortMisdrijf|Regio's/u, 0.8],
  ['DE', /\b(?:bka|Deutschland|Bundesrepublik|Bundesgebiet|Straftatenschlüssel)\b/iu, 0.85],
  ['DE', /Bundeslagebild|(?<!\p{L})deutschen? (?:\p{L}*häfen|Zoll|Polizei)/iu, 0.85],
  ['DE', /\bGeneralzolldirektion\b/u, 0.85],
  ['DE', /\b(?:Nordrhein-Westfalen|Hauptzollamt|Zollfahndung\p{L}*)/u, 0.8],
  [
    'BE',
    /\b(?:belgi[eëu]\p{L}*|statbel|NIS code|Code INS|REFNIS|ctif|cfi|fod financi[eë]n|federale politie|lokale politie|politiezones?|police f[eé]d[eé]rale)\b/iu,
    0.85,
  ],
  ['FR', /\b(?:tracfin|dgddi)\b|douanes et droits indirects/iu, 0.85],
  ['FR', /\b(?:france|insee|ssmsi|[eé]tat ?4001|d[eé]partements?|data\.gouv|ofdt)\b/iu, 0.8],
  ['FR', /Code\.r[eé]gion|unit[eé][._]de[._]compte|tauxpourmille|CODGEO/iu, 0.85],
  ['LU', /\bLU1:\w+|\b(?:lustat|statec)\b|police grand-ducale/iu, 0.85],
  [
    'LU',
    /\bCRF\b[^\n]*luxembourg|luxembourg[^\n]*\bCRF\b|cellule de renseignement financier[^\n]*luxembourg/iu,
    0.85,
  ],
  [
    'LU',
    /\bCRF\b[\s\S]*cellule de renseignement financier|cellule de renseignement financier[\s\S]*\bCRF\b/iu,
    0.8,
  ],
  ['LU', /\b(?:luxembourg|grand[- ]ducale?|letzebuerg)\b/iu, 0.8],
  [
    'CH',
    /\b(?:Bundesamt für Statistik|Office fédéral de la statistique|BFS|FSO|fedpol|KTZH|Kanton(?:e|s)?)\b/iu,
    0.8,
  ],
  ['AT', /(?<!\p{L})(?:Österreichs?|Statistik Austria|BMI\.gv\.at)(?!\p{L})/iu, 0.8],
  [
    'GB',
    /\b(?:England and Wales|Home Office|Border Force|Force Name|Police Force Area|LSOA|Metropolitan Police|Constabulary|Police Scotland|PSNI)\b/iu,
    0.8,
  ],
  ['IE', /\b(?:Garda|An Garda Síochána|Revenue Commissioners)\b/iu, 0.8],
];

/** Words that offices of several countries share: they tell of a country only where no other word names one. */
const shared: typeof signs = [
  ['DE', /\b(?:pks|Bundeskriminalamt|Bundesland|LKA)\b/iu, 0.85],
  ['DE', /\bLandeskriminalamt/u, 0.8],
  [
    'BE',
    /algemene administratie (?:van|der) (?:de )?douane|administration générale des douanes et accises|(?<!\p{L})AA?[DG]&A(?!\p{L})/iu,
    0.85,
  ],
  // Austria has Landespolizeidirektionen, and no districts of these names.
  [
    'DE',
    /(?<!\p{L})(?:Polizei(?:direktion(?:en)?|präsidi(?:um|en))|Kreispolizeibehörden?|Landkreise?|Regierungsbezirke?)(?!\p{L})/iu,
    0.7,
  ],
];

/** The country that title, footer, file name and headings point to; null where none or several do. */
function guessCountry(texts: readonly string[]): CountryGuess | null {
  const text = texts.join('\n').replaceAll('_', ' ');
  const found = new Map<string, CountryGuess>();
  for (const list of [signs, shared])
    for (const [country, pattern, confidence] of found.size > 0 ? [] : list) {
      const word = pattern.exec(text)?.[0];
      if (word && !found.has(country)) found.set(country, { country, confidence, word });
    }
  const [only, ...others] = found.values();
  return only && others.length === 0 ? only : null;
}

/** Where goods came from or went to says nothing of who wrote the table, and a remark may name anybody. */
const ofOthers: ReadonlySet<Concept> = new Set([
  'departureCountry',
  'originCountry',
  'destinationCountry',
  'transitCountry',
  'nationality',
  'note',
]);

/** Words of a label from which on it is a sentence. */
const sentence = 5;

/** Whether the labels of a column may tell of the country of a table; under a heading that says nothing, sentences and single cells are remarks. */
function tellsCountry(profile: ColumnProfile, language: Language): boolean {
  if (profile.words === 0) return false;
  const [top] = readHeading(profile.column.headers, language);
  if (top !== undefined && top.score >= thresholds.headingTells) return !ofOthers.has(top.concept);
  const labels = labelsOf(profile);
  const long = labels.filter((label) => label.split(/\s+/u).length >= sentence).length;
  return long * 2 <= labels.length && profile.said * 2 >= profile.rows;
}

/** The countries of the services in columns headed as such, and a label that says so; none where no service is known. */
function countriesOfServices(
  columns: readonly ColumnProfile[],
  language: Language,
): ReadonlyMap<string, string> {
  return new Map(
    columns
      .filter((profile) => readHeading(profile.column.headers, language)[0]?.concept === 'agencies')
      .flatMap((profile) => labelsOf(profile).slice(0, looked))
      .flatMap((label) => {
        const match = agencies.lookup(label, language);
        const country = match.kind === 'exact' ? match.entry.country : null;
        return country && countries.has(country) ? [[country, label] as const] : [];
      }),
  );
}

/** Labels of a column, and of all, in which words of a country are looked for. */
const looked = 40;
const lookedOfAll = 30;

/**
 * The country whose office seems to have made a table: what title, footer, file name, headings and data set say, else keys that one country
 * writes, the places, the services. Words of other cells come last, and those of remarks and routes tell nothing.
 */
export function countryOfTable(
  around: readonly string[],
  columns: readonly ColumnProfile[],
  language: Language,
  file: string,
  noted: { readonly country: string; readonly word: string } | null = null,
): CountryGuess | null {
  if (noted) return { ...noted, confidence: 0.85 };
  const own = [...around, ...dataSets(columns)];
  const cells = columns
    .filter((profile) => tellsCountry(profile, language))
    .flatMap((profile) => labelsOf(profile).slice(0, looked));
  const said = guessCountry([...own, ...cells.slice(0, lookedOfAll)]);
  if (said && guessCountry(own)) return said;
  const services = countriesOfServices(columns, language);
  const [[country, word] = ['', ''], ...others] = services;
  const named = others.length > 0 ? null : said;
  const byService =
    country && others.length === 0 ? { country, word, confidence: 0.7, byCells: true } : null;
  return (
    countryOfKeys(columns) ??
    countryOfPlaces(columns, language) ??
    byService ??
    (named && { ...named, byCells: true }) ??
    countryOfFile(file)
  );
}

/** The code of a country that a file's name begins with ("NL_Disorder"). */
function countryOfFile(file: string): CountryGuess | null {
  const [, country] = /^(BE|DE|FR|LU|NL)_\p{L}{3}/u.exec(file) ?? [];
  return country === undefined
    ? null
    : { country, confidence: 0.7, word: `${country}_`, byCells: true };
}

/** How many known places of one country, and of no other, show whose places a column holds. */
const enoughPlaces = 2;

/**
 * The country of the places that columns of places hold, where those that are known are all in one. Under a heading of towns or
 * regions a port of that name may be known, and not what is meant.
 */
function countryOfPlaces(
  columns: readonly ColumnProfile[],
  language: Language,
): CountryGuess | null {
  const known = columns
    .filter(
      ({ column, heading }) =>
        levelOf(heading) === null && readHeading(column.headers, language)[0]?.concept === 'place',
    )
    .flatMap((profile) => labelsOf(profile).slice(0, 300))
    .flatMap((label) => {
      const match = places.lookup(label, language);
      const found =
        match.kind === 'exact' ? [match.entry] : match.kind === 'ambiguous' ? match.entries : [];
      const [of, ...others] = new Set(found.map(({ country }) => country));
      return of && others.length === 0 ? [{ label, of }] : [];
    });
  const [first] = known;
  return first && known.length >= enoughPlaces && known.every(({ of }) => of === first.of)
    ? { country: first.of, confidence: 0.7, word: first.label }
    : null;
}

/** The country of a place that is listed, or whose first words are ("Rotterdam Maasvlakte"); null where neither tells one. */
function countryOfPlace(label: string, language: Language): string | null {
  const words = label.trim().split(/\s+/u);
  for (let size = words.length; size > 0; size -= 1) {
    const match = places.lookup(words.slice(0, size).join(' '), language);
    if (match.kind === 'exact') return match.entry.country ?? match.entry.code;
  }
  return null;
}

/** The country in which all finds of a list were made, where each of their places lies in it; null where one is not known. */
export function countryOfFinds({
  columns,
  language,
}: Pick<TableView, 'columns' | 'language'>): string | null {
  const [own, ...others] = columns.filter(({ meanings: [top] }) => top?.concept === 'place');
  if (!own || others.length > 0 || own.profile.said < own.profile.rows) return null;
  const labels = labelsOf(own.profile);
  const found = new Set(labels.slice(0, 300).map((label) => countryOfPlace(label, language)));
  const [country = null, ...differing] = found;
  return labels.length >= enoughPlaces && differing.length === 0 ? country : null;
}

/** A key that shows that a column holds those of the German police statistics (PKS); null where it holds none, or others. */
export function pksKeyIn(profile: ColumnProfile): string | null {
  const labels = labelsOf(profile).slice(0, 300);
  // A spreadsheet takes the noughts before a key, and leaves the dashes of them all.
  const isLost = labels.includes('------');
  const keys = labels.filter((label) =>
    (isLost ? /^(?:-{6}|[\d*]{1,6})$/ : /^(?:-{6}|[\d*]{6})$/).test(label),
  );
  const named = /schl(?:ü|ue)ssel/iu.test(profile.heading);
  const telling = keys.find((label) => /^-{6}$|\*/.test(label)) ?? (named ? keys[0] : undefined);
  return telling && keys.length >= labels.length * 0.9 ? telling : null;
}

/**
 * Kinds of offences in the words of one country's scheme, which no other that speaks its language uses: the French état 4001, the German
 * police statistics, those of the Dutch police. Labels may be cut short, not worded otherwise.
 */
const schemes: readonly (readonly [country: string, labels: RegExp])[] = [
  [
    'FR',
    /^(?:r[èe]glements de comptes? entre malfaiteurs|(?:tentatives d['’]?\s?)?homicides pour (?:voler et|d['’]autres motifs)|autres coups et blessures volontaires criminels|coups et blessures volontaires suivis de mort|prises d['’]otages (?:à l['’]occasion|dans un autre)|menaces ou chantages (?:pour extorsion|dans un autre)|atteintes à la dignité et à la personnalité|(?:autres )?vols (?:à main armée|avec armes blanches|violents sans armes?)|cambriolages de (?:locaux (?:d['’]habitations? principales?|industriels)|résidences secondaires)|vols avec entrée par ruse|vols à la (?:tire|roulotte)|vols d['’]accessoires sur véhicules|vols simples sur|autres vols simples contre|viols sur des m(?:aj|in)eur|harcèlements sexuels et autres|usage-revente de stupéfiants|trafic et revente sans usage|autres infractions à la législation sur les stupéfiants|délits de débits de boissons|fraudes alimentaires et infractions|attentats à l['’]explosif contre|autres destructions et dégradations|infractions aux conditions générales d['’]entrée|aide à l['’]entrée,? à la circulation|délits au sujet de la garde des mineurs|non versement de pension alimentaire|falsifications et usages de cartes|escroqueries et abus de confiance|infractions à la législation sur les chèques|achats et ventes sans factures?|banqueroutes,? abus de biens|infractions à l['’]exercice d['’]une profession)/iu,
  ],
  [
    'DE',
    /^(?:straftaten gegen (?:das leben|die sexuelle selbstbestimmung)|roh+eitsdelikte und straftaten gegen|(?:einfacher )?diebstahl (?:ohne|unter) erschwerende|wohnungseinbruchdiebstahl|vermögens- und fälschungsdelikte|sonstige straftatbestände|strafrechtliche nebengesetze|erschleichen von leistungen)/iu,
  ],
  [
    'NL',
    /^(?:(?:0\.0\.0 )?totaal (?:misdrijven|registraties overlast)$|diefstal\/inbraak |diefstal uit\/vanaf |diefstal van brom-, snor-, fiets|diefstal af\/uit\/van |diefstallen \(water\)|openlijk geweld \(persoon\)|straatroof$|aantasting openbare orde|bijzondere wetten|huisvredebreuk$|melding overlast|overlast (?:door |i\.v\.m\.)?(?:verward|zwerver|jeugd|alcohol|drugs))/iu,
  ],
];

/** Labels in the words of a scheme from which on they are no chance, and their part of a column. */
const worded = 3;
const mostlyWorded = 0.3;

/** The country in whose scheme's words labels stand; null where too few do, or those of several. */
function countryOfScheme(labels: readonly string[]): CountryGuess | null {
  const found = schemes.flatMap(([country, own]) => {
    const same = labels.filter((label) => own.test(label.replace(/\s+/gu, ' ').trim()));
    const [word = ''] = same;
    return same.length >= Math.max(worded, labels.length * mostlyWorded) ? [{ country, word }] : [];
  });
  const [only, ...others] = found;
  return only && others.length === 0 ? { ...only, confidence: 0.8 } : null;
}

/** Keys that only one country writes: `------` and `4***00` are the PKS, "1.1.1 Diefstal/inbraak woning" the Dutch police. */
function countryOfKeys(columns: readonly ColumnProfile[]): CountryGuess | null {
  for (const profile of columns) {
    const labels = labelsOf(profile).slice(0, 300);
    const numbered = labels.filter((label) => dutchNumbered.test(label));
    if (numbered.length >= 5 && numbered.length >= labels.length * 0.9)
      return { country: 'NL', confidence: 0.8, word: numbered[0] ?? '' };
    const key = pksKeyIn(profile);
    if (key !== null) return { country: 'DE', confidence: 0.85, word: key };
    const worded = countryOfScheme(labels);
    if (worded) return worded;
  }
  return null;
}
