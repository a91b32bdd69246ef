import { units } from '@samenbeeld/schema';
import { headingWords, termFit } from './heading-words.ts';

/** What a column of figures counts or measures, as its heading says. */
export interface Measure {
  readonly name: string;
  /** What its records get; empty where the heading says no more than "number". */
  readonly set: Readonly<Record<string, string>>;
  /** Why it is left out, for what can be computed or is part of another column. */
  readonly ignore: string | null;
}

const nationality = 'nationality is no dimension of a crime picture';
const derived = (what: string): string => `derived: ${what}`;

type Row = readonly [name: string, terms: string, Readonly<Record<string, string>> | string];

/** In this order: the first that a heading holds is meant, so parts come before wholes. */
const rows: readonly Row[] = [
  [
    'milllesime',
    'millPOP|millLOG|insee pop millesime|insee log millesime|millésime',
    'year of the population or dwellings that the rate uses',
  ],
  [
    'complement',
    'complement info nombre|complement info taux|complementinfoval|complementinfotaux',
    'a mean of the area, given where the figure itself is kept back',
  ],
  [
    'samples',
    'Sample size|number of samples|aantal monsters|nombre d’échantillons|Anzahl Proben',
    'the number of samples behind the figures',
  ],
  [
    'foreign',
    'NDTV|NDTV insgesamt|nichtdeutsche|nicht deutsche|niet-nederlandse|non-Dutch|non German|étrangers mis en cause|mis en cause étrangers',
    nationality,
  ],
  ['german', 'deutsche Tatverdächtige|deutsche TV', nationality],
  [
    'attempts',
    'Versuche|davon Versuche|pogingen|attempts|tentatives|Versuch',
    'attempts are part of the cases',
  ],
  [
    'size',
    'Tatortverteilung|Gemeindegrößenklassen',
    'part of the cases, by size of the municipality',
  ],
  ['firearm', 'mit Schusswaffe|Schusswaffe|vuurwapen gebruikt', 'part of the cases'],
  [
    'cleared',
    'Aufklärung|aufgeklärte Fälle|Aufklärungsquote|AQ|aufgeklärt|opgehelderd|ophelderingspercentage|opgehelderde misdrijven|élucidés|faits élucidés|taux élucidation|cleared|clearance',
    'cleared cases are part of the cases',
  ],
  [
    'purity-minimum',
    'minimum purity|min purity|pureté minimale|laagste zuiverheid|minimale zuiverheid',
    { metric: 'purity', unit: 'pct', stat: 'min' },
  ],
  [
    'purity-maximum',
    'maximum purity|max purity|pureté maximale|hoogste zuiverheid|maximale zuiverheid',
    { metric: 'purity', unit: 'pct', stat: 'max' },
  ],
  [
    'purity-mean',
    'mean purity|average purity|pureté moyenne|gemiddelde zuiverheid|mittlere Reinheit',
    { metric: 'purity', unit: 'pct', stat: 'mean' },
  ],
  [
    'purity-median',
    'median purity|pureté médiane|mediane zuiverheid',
    { metric: 'purity', unit: 'pct', stat: 'median' },
  ],
  [
    'purity-mode',
    'typical purity|mode purity|modal purity',
    { metric: 'purity', unit: 'pct', stat: 'mode' },
  ],
  [
    'purity',
    'purity|pureté|zuiverheid|Reinheit|Reinheitsgehalt',
    { metric: 'purity', unit: 'pct' },
  ],
  [
    'load',
    'Fracht mg|Fracht|vracht|massabelasting|charge massique|charge mg|mass load|population normalised load|mg per 1000|mg 1000',
    { metric: 'wastewater_load', unit: 'mg_per_1e3_day' },
  ],
  [
    'rate',
    'HZ|Häufigkeitszahl|HZ nach Zensus|taux pour mille|tauxpourmille|taux|per 1000|per 1 000|per 1000 inwoners|per 100000|per 100 000|pour 1000|pour 100000|je 100000|je 1000|rate|relatief|per hoofd|per capita|TVBZ|Tatverdächtigenbelastungszahl|Opfergefährdungszahl|misdrijven relatief|per 1000 inw',
    derived('a rate of the count and the population'),
  ],
  [
    'share',
    'in %|Anteil|aandeel|percentage|pourcentage|procent|Prozent|pct|%',
    derived('a share of the counts'),
  ],
  [
    'change',
    'Veränderung|Steigerungsrate|Differenz|évolution|variation|verschil|ontwikkeling|mutatie|Zunahme|change|évolution en %',
    derived('a difference between two figures'),
  ],
  [
    'sex',
    'männlich|weiblich|mannen|vrouwen|hommes|femmes|male|female|men|women|masculin|féminin|jongens|meisjes',
    'part of the total; sex is no dimension of a crime picture',
  ],
  [
    'age',
    'Kinder|Jugendliche|Heranwachsende|Erwachsene|minderjarigen|mineurs|majeurs|juveniles|unter 21|unter 14',
    'part of the total; age is no dimension of a crime picture',
  ],
  [
    'damage',
    'Schaden|Schadenssumme|Schaden in Euro|préjudice',
    'the damage that was noted, which no measure of a crime picture holds',
  ],
  [
    'worth',
    'estimated value|estimated street value|street value|market value|straatwaarde|geschatte waarde|marktwaarde|valeur estimée|valeur marchande|valeur de revente|geschätzter Wert|Schätzwert|Straßenverkaufswert|Marktwert|Schwarzmarktwert',
    'what the drugs would be worth, which no metric holds',
  ],
  [
    'dwellings',
    'LOG|insee log|logements|woningen|dwellings|Wohnungen|nombre de logements',
    { metric: 'dwellings', unit: 'dwelling' },
  ],
  [
    'population',
    'POP|insee pop|population|bevolking|Einwohner|Einwohnerzahl|inwoners|habitants|aantal inwoners|inhabitants|Bevölkerung',
    { metric: 'population', unit: 'person' },
  ],
  [
    'reports',
    'meldingen|déclarations|déclarations de soupçon|Verdachtsmeldungen|reports received|suspicious transaction reports|STR|SAR|STRs|SARs',
    { metric: 'str_reports', unit: 'report', countUnit: 'report' },
  ],
  [
    'unusual',
    'ongebruikelijke transacties|transactions inhabituelles|unusual transactions|ungewöhnliche Transaktionen',
    { metric: 'unusual_transactions', unit: 'transaction', countUnit: 'transaction' },
  ],
  [
    'suspicious',
    'verdachte transacties|transactions suspectes|suspicious transactions|verdächtige Transaktionen',
    { metric: 'str_transactions', unit: 'transaction', countUnit: 'transaction' },
  ],
  [
    'amount of files',
    'amount in files|value of files|value of disclosures|montant des dossiers|bedrag dossiers|bedrag doorgemelde dossiers|Betrag der Akten',
    { metric: 'fiu_value', unit: 'EUR' },
  ],
  [
    'files',
    'doorgemelde dossiers|dossiers transmis|files passed on|dossiers',
    { metric: 'fiu_files', unit: 'file', countUnit: 'file' },
  ],
  [
    'price-typical',
    'typical USD|Typical_USD|typical price|prix courant|prix typique|gangbare prijs|üblicher Preis',
    { metric: 'price', stat: 'mode' },
  ],
  [
    'price-minimum',
    'minimum USD|Minimum_USD|minimum price|lowest price|low price|prix bas|prix minimum|prix minimal|minimumprijs|laagste prijs|Mindestpreis|niedrigster Preis',
    { metric: 'price', stat: 'min' },
  ],
  [
    'price-maximum',
    'maximum USD|Maximum_USD|maximum price|highest price|high price|prix haut|prix maximum|prix maximal|maximumprijs|hoogste prijs|Höchstpreis|höchster Preis',
    { metric: 'price', stat: 'max' },
  ],
  ['typical', 'typical', { stat: 'mode' }],
  ['minimum', 'minimum|min', { stat: 'min' }],
  ['maximum', 'maximum|max', { stat: 'max' }],
  ['mean', 'mean|average|gemiddelde|moyenne|Mittelwert|Durchschnitt', { stat: 'mean' }],
  ['mode', 'mode|modal', { stat: 'mode' }],
  ['median', 'median|mediaan|médiane', { stat: 'median' }],
  [
    'suspects',
    'TV insgesamt|TV insges|Tatverdächtige|Tatverdächtige insgesamt|verdachten|geregistreerde verdachten|mis en cause|suspects',
    { metric: 'suspects', unit: 'suspect', countUnit: 'suspect' },
  ],
  [
    'arrests',
    'aanhoudingen|arrestaties|arrestations|interpellations|Festnahmen|arrests',
    { metric: 'arrests', unit: 'arrest' },
  ],
  [
    'cash',
    'cash|cash seized|contant geld|argent liquide|numéraire|Bargeld|espèces saisies',
    { metric: 'cash', unit: 'EUR' },
  ],
  [
    'vehicles seized',
    'vehicles seized|seized vehicles|voertuigen in beslag genomen|in beslag genomen voertuigen|véhicules saisis|sichergestellte Fahrzeuge|Fahrzeuge sichergestellt',
    { metric: 'vehicles_seized', unit: 'vehicle' },
  ],
  [
    'weapons',
    'weapons seized|firearms seized|in beslag genomen wapens|in beslag genomen vuurwapens|armes saisies|armes à feu saisies|sichergestellte Waffen',
    { metric: 'weapons', unit: 'weapon' },
  ],
  [
    'assets confiscated',
    'assets confiscated|confiscated assets|value confiscated|avoirs confisqués|ontnomen vermogen|verbeurdverklaard vermogen|eingezogenes Vermögen|eingezogene Vermögenswerte',
    { metric: 'assets_confiscated', unit: 'EUR' },
  ],
  [
    'assets recovered',
    'assets recovered|recovered assets|avoirs recouvrés|geïnd vermogen|geïncasseerd vermogen|vereinnahmtes Vermögen',
    { metric: 'assets_recovered', unit: 'EUR' },
  ],
  [
    'assets seized',
    'assets seized|seized assets|assets frozen|frozen assets|avoirs saisis|beslagen vermogen|in beslag genomen vermogen|sichergestelltes Vermögen|beschlagnahmte Vermögenswerte|gesicherte Vermögenswerte',
    { metric: 'assets_seized', unit: 'EUR' },
  ],
  [
    'complaints',
    'aangiften|aangifte|plaintes|dépôts de plainte|Anzeigen|Strafanzeigen|complaints',
    {},
  ],
  [
    'victims',
    'Opfer|Opfer insgesamt|slachtoffers|victimes|victims',
    { metric: 'offences', unit: 'victim', countUnit: 'victim' },
  ],
  [
    'seizures',
    'nombre de constatations|constatations|nb saisies|nb de saisies|nbre de saisies|nombre saisies|aantal inbeslagnames|aantal inbeslagnemingen|inbeslagnames|nombre de saisies|Anzahl Sicherstellungen|Sicherstellungsfälle|number of seizures|seizures|IBN|Anzahl der Sicherstellungen|Aufgriffe|Anzahl Aufgriffe|aantal vangsten|vangsten|onderscheppingen|interceptions|nombre d’interceptions|Sicherstellungen',
    { metric: 'seizures', unit: 'seizure', countUnit: 'seizure' },
  ],
  [
    'kilograms',
    'Kilograms|kg|kilogram|kilogrammes|Kilogramm|kilos|hoeveelheid kg|quantity kg',
    { metric: 'quantity', unit: 'kg' },
  ],
  ['grams', 'grams|gram|grammes|Gramm', { metric: 'quantity', unit: 'g' }],
  ['litres', 'litres|liters|liter|Liter|ltr', { metric: 'quantity', unit: 'l' }],
  [
    'tablets',
    'tablets|tabletten|comprimés|Tabletten|pillen|pills|pilules|Pillen',
    { metric: 'quantity', unit: 'tablet' },
  ],
  [
    'pieces',
    'Stück|Stückzahl|Anzahl Stück|stuks|stukken|aantal stuks|pièces|nombre de pièces|pieces|number of pieces',
    { metric: 'quantity', unit: 'piece' },
  ],
  ['doses', 'doses|dosissen|Konsumeinheiten|nombre de doses', { metric: 'quantity', unit: 'dose' }],
  ['plants', 'plants|planten|plantes|Pflanzen', { metric: 'quantity', unit: 'plant' }],
  [
    'cases',
    'erfasste Fälle|Fälle|Anzahl Fälle|Anzahl erfasste Fälle|faits constatés|cases|zaken|affaires',
    { metric: 'offences', unit: 'case', countUnit: 'case' },
  ],
  [
    'procedures',
    'Ermittlungsverfahren|Strafverfahren|procédures|procédures établies|processen-verbaal|aantal processen-verbaal|criminal proceedings|investigations',
    { metric: 'offences', unit: 'procedure', countUnit: 'procedure' },
  ],
  [
    'offences',
    'misdrijven|geregistreerde misdrijven|totaal geregistreerde misdrijven|infractions|Straftaten|delicten|faits|crimes|offences|recorded offences|crimes et délits',
    { metric: 'offences', unit: 'offence', countUnit: 'offence' },
  ],
  [
    'quantity',
    'hoeveelheid|quantité|Menge|quantity|gewicht|poids|weight|quantity seized|quantité saisie',
    { metric: 'quantity' },
  ],
];

/** A title of amounts that were seized. */
export const amounts: RegExp =
  /(?:quantit(?:y|ies)|amounts?) (?:\([^)]{1,20}\) )?of (?:\p{L}+ ){0,3}seized|hoeveelhe(?:id|den) (?:\p{L}+ ){0,3}in ?beslag ?genomen|quantités? (?:de |d’|d')?(?:\p{L}+ ){0,3}saisie?s?|sichergestellte mengen?/iu;

/** Words that name a metric, and the unit its figures usually have. */
export const metricOfWords: readonly (readonly [
  words: RegExp,
  metric: string,
  unit: string | null,
])[] = [
  [
    /misdrij|delict|delikt|infraction|straftat|crimes?\b|criminalit|kriminal(?!amt|polizei|pol)|offences?|d[ée]lits?|\bfaits\b|crim_|incident type/iu,
    'offences',
    'offence',
  ],
  [/tatverd|verdachten|mis en cause|suspects?/iu, 'suspects', 'suspect'],
  [
    /aantal (?:\p{L}+ )?inbeslagnames|nombre de saisies|number of (?:\p{L}+ ){0,3}seizures|anzahl (?:\p{L}+ ){0,3}sicherstellung/iu,
    'seizures',
    'seizure',
  ],
  [amounts, 'quantity', null],
  [/inbeslag|onderschep|intercept|saisie|sicherstell|seiz/iu, 'quantity', null],
  [/prijs|prix|preis|price/iu, 'price', null],
  [/demo[_ ]|bevolking|population|einwohner|inwoners/iu, 'population', 'person'],
  [/ongebruikelijke transacties|unusual transactions/iu, 'unusual_transactions', 'transaction'],
  [
    /verdachte transacties|transactions suspectes|suspicious transactions/iu,
    'str_transactions',
    'transaction',
  ],
  [
    /wastewater|afvalwater|eaux us[ée]es|abwasser|metaboli[et]|m[ée]tabolite/iu,
    'wastewater_load',
    'mg_per_1e3_day',
  ],
  [
    /meldingen|d[ée]clarations (?:de soup[çc]on|(?:d['’]op[ée]rations suspectes )?re[çc]ues)|verdachtsmeldung|suspicious (?:activity|transaction) reports|reports received/iu,
    'str_reports',
    'report',
  ],
];

/** Measures that no metric of the schema holds, by name, and how to say what they are. */
export const unfit: ReadonlyMap<string, string> = new Map([
  ['complaints', 'complaints to the police'],
]);

const measures = rows.map(([name, terms, meaning]) => ({
  measure: {
    name,
    set: typeof meaning === 'string' ? {} : meaning,
    ignore: typeof meaning === 'string' ? meaning : null,
  },
  terms: terms.split('|').map(headingWords),
}));

/** What a heading of quantities says it counts in ("Menge in Paketen", "quantité (g)"), and the unit, if it is certain. */
export function unitNamed(
  heading: string,
): { readonly word: string; readonly unit: string | null } | null {
  const [, word] = /(?:\s(?:in|en)\s|[([])([\p{L}]+)[)\]]?\s*$/u.exec(heading) ?? [];
  if (word === undefined) return null;
  // German declines: "in Paketen", "in Litern".
  const found = [word, word.replace(/n$/u, '')].map((name) => units.lookup(name));
  const match = found.find(({ kind }) => kind !== 'none');
  const known =
    match?.kind === 'exact' && ['mass', 'volume', 'count'].includes(match.entry.dimension);
  return { word, unit: known ? match.entry.code : null };
}

/** A rate in words ("per duizend inwoners", "pour cent mille habitants"): its thousands are of what it is a rate of. */
const perMany =
  /(?<!\p{L})(?:per|pro|par|pour|je|auf|op|(?:for|voor)\s+(?:each|every|elke?|iedere?|de)|pour chaque)\s+(?:[\d.,\s]*\d\s*|(?:honderd|cent|hundert|hundred|an?|one|een|une?|eine)\s+){0,2}(?:honderd|hundert)?(?:duizend|tausend|thousand|mille|millier|miljoen|million)(?!\p{L})/iu;

/** Whether a heading says that its figures are a rate per so many, in words. */
export function saysPerMany(heading: string): boolean {
  return perMany.test(heading);
}

/** The measure that a heading names, or null where it names none ("Aantal", "OBS_VALUE", "2016"). */
export function measureOf(heading: string): Measure | null {
  const words = headingWords(heading);
  const isPerMany = saysPerMany(heading);
  const found = measures.find(
    ({ measure, terms }) =>
      (isPerMany && measure.name === 'rate') || terms.some((term) => termFit(words, term) > 0),
  );
  if (found?.measure.name === 'quantity') {
    const unit = unitNamed(heading)?.unit ?? null;
    return unit === null
      ? found.measure
      : { ...found.measure, set: { ...found.measure.set, unit } };
  }
  if (found) return found.measure;
  // What is given in a weight is an amount, whatever it is called.
  const weight = unitNamed(heading)?.unit ?? null;
  if (weight !== null && units.get(weight).dimension === 'mass')
    return { name: 'quantity', set: { metric: 'quantity', unit: weight }, ignore: null };
  const share = /%|‰/u.test(heading)
    ? measures.find(({ measure }) => measure.name === 'share')
    : undefined;
  return share?.measure ?? null;
}
