import { remembered } from '@samenbeeld/read';
import {
  inFour,
  type Metric,
  metrics,
  metricWords,
  ownValue,
  quoted,
  type Text,
  units,
  unitsOfMetric,
} from '@samenbeeld/schema';
import { headingWords, termFit } from './heading-words.ts';
import { metricOfWords, ofTransactions } from './metric-words.ts';
import { saysPerMany, scaleOf, sizeLimit } from './scale.ts';
import { headsOtherSubject, ofNoMetric, uncounted } from './uncounted.ts';
import { currencyNamed, isNumberOf, isWeight, unitNamed } from './unit-words.ts';

/** Measures that rules ask for by name. */
type MeasureName =
  | 'age'
  | 'cases'
  | 'change'
  | 'cleared'
  | 'complaints'
  | 'convictions'
  | 'deaths'
  | 'frozen'
  | 'dwellings'
  | 'load'
  | 'margin'
  | 'nationality'
  | 'offences'
  | 'other subject'
  | 'population'
  | 'proceedings'
  | 'quantity'
  | 'rate'
  | 'reference year'
  | 'sex'
  | 'share'
  | 'strength'
  | 'victims'
  | 'worth';

/** What a column of figures counts or measures, as its heading says. */
export interface Measure {
  /** What a rule asks it by, where one asks; no reader is shown it. */
  readonly name: MeasureName | null;
  /** What it is, as a reader is told it. */
  readonly says: Text;
  /** What its records get; empty where the heading says no more than "number". */
  readonly set: Readonly<Record<string, string>>;
  /** Why it is left out, for what can be computed or is part of another column. */
  readonly ignore: Text | null;
}

/** Why figures by nationality are left out. */
export const nationality: Text = inFour(
  'nationaliteit is geen dimensie van een criminaliteitsbeeld',
  'la nationalité n’est pas une dimension du tableau de la criminalité',
  'Staatsangehörigkeit ist keine Dimension eines Lagebilds',
  'nationality is no dimension of a crime picture',
);
const ofCases = inFour(
  'deel van de zaken',
  'une partie des affaires',
  'ein Teil der Fälle',
  'part of the cases',
);

type Row = readonly [
  says: Text,
  terms: string,
  meaning: Readonly<Record<string, string>> | { readonly ignore: Text },
  name?: MeasureName,
];

/** In this order: the first that a heading holds is meant, so parts come before wholes. */
const rows: readonly Row[] = [
  [
    inFour('jaar van bevolking of woningen', 'millésime', 'Bezugsjahr', 'reference year'),
    'millPOP|millLOG|insee pop millesime|insee log millesime|millésime',
    {
      ignore: inFour(
        'jaar van de bevolking of woningen waarop het verhoudingsgetal berust',
        'année de la population ou des logements qu’emploie le taux',
        'Jahr der Bevölkerung oder Wohnungen, das die Häufigkeitszahl verwendet',
        'year of the population or dwellings that the rate uses',
      ),
    },
    'reference year',
  ],
  [
    inFour(
      'aanvullend gemiddelde',
      'moyenne de complément',
      'ergänzender Mittelwert',
      'supplementary mean',
    ),
    'complement info nombre|complement info taux|complementinfoval|complementinfotaux',
    {
      ignore: inFour(
        'een gemiddelde van het gebied, gegeven waar het cijfer zelf niet wordt vrijgegeven',
        'une moyenne du territoire, donnée là où le chiffre même n’est pas diffusé',
        'ein Mittelwert des Gebiets, angegeben, wo die Zahl selbst zurückgehalten wird',
        'a mean of the area, given where the figure itself is kept back',
      ),
    },
  ],
  [
    inFour('aantal monsters', 'nombre d’échantillons', 'Zahl der Proben', 'number of samples'),
    'Sample size|number of samples|aantal monsters|nombre d’échantillons|Anzahl Proben',
    {
      ignore: inFour(
        'het aantal monsters achter de cijfers',
        'le nombre d’échantillons dont viennent les chiffres',
        'die Zahl der Proben hinter den Zahlen',
        'the number of samples behind the figures',
      ),
    },
  ],
  [
    inFour('nationaliteit', 'nationalité', 'Staatsangehörigkeit', 'nationality'),
    'NDTV|NDTV insgesamt|nichtdeutsche|nicht deutsche|nichtdeutsch|nicht deutsch|niet-nederlandse|non-Dutch|non German|étrangers mis en cause|mis en cause étrangers',
    { ignore: nationality },
    'nationality',
  ],
  [
    inFour('nationaliteit', 'nationalité', 'Staatsangehörigkeit', 'nationality'),
    'deutsche Tatverdächtige|deutsche TV|TV deutsch',
    { ignore: nationality },
    'nationality',
  ],
  [
    inFour('voor het eerst', 'première fois', 'zum ersten Mal', 'for the first time'),
    'first-time treatment entrants|first time entrants|first treatment entrants|first-time entrants|first treatment demands|primo-entrants|premières demandes de traitement|eerste behandelaanvragen|Erstbehandelte',
    {
      ignore: inFour(
        'wie voor het eerst in behandeling komt, is een deel van wie in behandeling komt',
        'qui entre en traitement pour la première fois est une partie des entrées en traitement',
        'wer zum ersten Mal in Behandlung kommt, ist ein Teil der Behandlungsaufnahmen',
        'who enters treatment for the first time is a part of who enters treatment',
      ),
    },
  ],
  [
    inFour('pogingen', 'tentatives', 'Versuche', 'attempts'),
    'Versuche|davon Versuche|pogingen|attempts|tentatives|Versuch',
    {
      ignore: inFour(
        'pogingen zijn een deel van de zaken',
        'les tentatives sont une partie des affaires',
        'Versuche sind ein Teil der Fälle',
        'attempts are part of the cases',
      ),
    },
  ],
  [
    inFour(
      'grootte van de gemeente',
      'taille de la commune',
      'Gemeindegröße',
      'size of the municipality',
    ),
    'Tatortverteilung|Gemeindegrößenklassen',
    {
      ignore: inFour(
        'deel van de zaken, naar grootte van de gemeente',
        'une partie des affaires, par taille de commune',
        'ein Teil der Fälle, nach Gemeindegröße',
        'part of the cases, by size of the municipality',
      ),
    },
  ],
  [
    inFour('vuurwapen', 'arme à feu', 'Schusswaffe', 'firearm'),
    'mit Schusswaffe|Schusswaffe|vuurwapen gebruikt',
    { ignore: ofCases },
  ],
  [
    inFour('opgehelderd', 'élucidé', 'aufgeklärt', 'cleared'),
    'Aufklärung|aufgeklärte Fälle|Aufklärungsquote|AQ|aufgeklärt|opgehelderd|ophelderingspercentage|opgehelderde misdrijven|élucidés|faits élucidés|taux élucidation|cleared|clearance|hechos esclarecidos|delitos esclarecidos|esclarecidos|delitti scoperti|crimes esclarecidos',
    {
      ignore: inFour(
        'opgehelderde zaken zijn een deel van de zaken',
        'les affaires élucidées sont une partie des affaires',
        'aufgeklärte Fälle sind ein Teil der Fälle',
        'cleared cases are part of the cases',
      ),
    },
    'cleared',
  ],
  [
    inFour('laagste zuiverheid', 'pureté minimale', 'niedrigste Reinheit', 'lowest purity'),
    'minimum purity|min purity|pureté minimale|laagste zuiverheid|minimale zuiverheid',
    { metric: 'purity', unit: 'pct', stat: 'min' },
  ],
  [
    inFour('hoogste zuiverheid', 'pureté maximale', 'höchste Reinheit', 'highest purity'),
    'maximum purity|max purity|pureté maximale|hoogste zuiverheid|maximale zuiverheid',
    { metric: 'purity', unit: 'pct', stat: 'max' },
  ],
  [
    inFour('gemiddelde zuiverheid', 'pureté moyenne', 'mittlere Reinheit', 'mean purity'),
    'mean purity|average purity|pureté moyenne|gemiddelde zuiverheid|mittlere Reinheit',
    { metric: 'purity', unit: 'pct', stat: 'mean' },
  ],
  [
    inFour('mediane zuiverheid', 'pureté médiane', 'Median der Reinheit', 'median purity'),
    'median purity|pureté médiane|mediane zuiverheid',
    { metric: 'purity', unit: 'pct', stat: 'median' },
  ],
  [
    inFour('gebruikelijke zuiverheid', 'pureté courante', 'übliche Reinheit', 'typical purity'),
    'typical purity|mode purity|modal purity',
    { metric: 'purity', unit: 'pct', stat: 'mode' },
  ],
  [
    inFour('zuiverheid', 'pureté', 'Reinheit', 'purity'),
    'purity|pureté|zuiverheid|Reinheit|Reinheitsgehalt|Wirkstoffgehalt|werkzame stof|teneur en principe actif|teneur principe actif',
    { metric: 'purity', unit: 'pct' },
  ],
  // Of a drug it is how pure it is; of anything else it may be the strength of any substance in it.
  [
    inFour('gehalte', 'teneur', 'Gehalt', 'strength'),
    'teneur|THC-Gehalt|THC gehalte|Stoffgehalt|strength|potency|sterkte',
    { metric: 'purity', unit: 'pct' },
    'strength',
  ],
  [
    inFour('vracht', 'charge', 'Fracht', 'load'),
    'Fracht mg|Fracht|vracht|massabelasting|charge massique|charge mg|mass load|population normalised load|mg per 1000|mg 1000',
    { metric: 'wastewater_load', unit: 'mg_per_1e3_day' },
    'load',
  ],
  [
    inFour('verhoudingsgetal', 'taux', 'Häufigkeitszahl', 'rate'),
    'HZ|Häufigkeitszahl|HZ nach Zensus|taux pour mille|tauxpourmille|taux|per 1000|per 1 000|per 1000 inwoners|per 100000|per 100 000|pour 1000|pour 100000|je 100000|je 1000|rate|relatief|per hoofd|per capita|TVBZ|Tatverdächtigenbelastungszahl|Opfergefährdungszahl|misdrijven relatief|per 1000 inw',
    {
      ignore: inFour(
        'afgeleid: een verhouding van het aantal en de bevolking',
        'dérivé : un taux du nombre et de la population',
        'abgeleitet: ein Verhältnis der Anzahl zur Bevölkerung',
        'derived: a rate of the count and the population',
      ),
    },
    'rate',
  ],
  [
    inFour(
      'gecorrigeerd voor het seizoen',
      'corrigé des variations saisonnières',
      'saisonbereinigt',
      'seasonally adjusted',
    ),
    'CVS|CVS-CJO|données corrigées des variations saisonnières|corrigées des variations saisonnières|saisonbereinigt|seizoengecorrigeerd|seasonally adjusted',
    {
      ignore: inFour(
        'een schatting die uit de ruwe cijfers volgt',
        'une estimation qui découle des données brutes',
        'eine Schätzung, die aus den Rohdaten folgt',
        'an estimate that follows from the raw figures',
      ),
    },
  ],
  [
    inFour('aandeel', 'part', 'Anteil', 'share'),
    'in %|Anteil|aandeel|percentage|pourcentage|procent|Prozent|pct|%',
    {
      ignore: inFour(
        'afgeleid: een aandeel van de aantallen',
        'dérivé : une part des nombres',
        'abgeleitet: ein Anteil der Anzahlen',
        'derived: a share of the counts',
      ),
    },
    'share',
  ],
  [
    inFour('verandering', 'évolution', 'Veränderung', 'change'),
    'Veränderung|Steigerungsrate|Differenz|Zu Abnahme|Zu und Abnahme|Zuwachs|évolution|variation|verschil|ontwikkeling|mutatie|Zunahme|change|évolution en %',
    {
      ignore: inFour(
        'afgeleid: een verschil tussen twee cijfers',
        'dérivé : une différence entre deux chiffres',
        'abgeleitet: ein Unterschied zweier Zahlen',
        'derived: a difference between two figures',
      ),
    },
    'change',
  ],
  [
    inFour('coördinaat', 'coordonnée', 'Koordinate', 'coordinate'),
    'longitude|latitude|lon|lng|lat|lengtegraad|breedtegraad|Längengrad|Breitengrad|geografische Länge|geografische Breite|x coordinate|y coordinate|coordonnée x|coordonnée y|X-Koordinate|Y-Koordinate|x coördinaat|y coördinaat|Rechtswert|Hochwert|easting|northing',
    {
      ignore: inFour(
        'zegt waar een plaats ligt, en telt niets',
        'dit où se trouve un lieu, et ne compte rien',
        'sagt, wo ein Ort liegt, und zählt nichts',
        'says where a place lies, and counts nothing',
      ),
    },
  ],
  [
    inFour('geslacht', 'sexe', 'Geschlecht', 'sex'),
    'männlich|weiblich|mannen|vrouwen|hommes|femmes|male|female|men|women|masculin|féminin|jongens|meisjes',
    {
      ignore: inFour(
        'deel van het totaal; geslacht is geen dimensie van een criminaliteitsbeeld',
        'une partie du total ; le sexe n’est pas une dimension du tableau de la criminalité',
        'ein Teil der Summe; Geschlecht ist keine Dimension eines Lagebilds',
        'part of the total; sex is no dimension of a crime picture',
      ),
    },
    'sex',
  ],
  [
    inFour('leeftijd', 'âge', 'Alter', 'age'),
    'Kinder|Jugendliche|Heranwachsende|Erwachsene|minderjarigen|mineurs|majeurs|juveniles|unter 21|unter 14',
    {
      ignore: inFour(
        'deel van het totaal; leeftijd is geen dimensie van een criminaliteitsbeeld',
        'une partie du total ; l’âge n’est pas une dimension du tableau de la criminalité',
        'ein Teil der Summe; Alter ist keine Dimension eines Lagebilds',
        'part of the total; age is no dimension of a crime picture',
      ),
    },
    'age',
  ],
  [
    inFour('schade', 'préjudice', 'Schaden', 'damage'),
    'Schaden|Schadenssumme|Schaden in Euro|préjudice',
    {
      ignore: inFour(
        'de genoteerde schade, die geen maat van een criminaliteitsbeeld bevat',
        'le préjudice noté, qu’aucune mesure du tableau de la criminalité ne contient',
        'der vermerkte Schaden, den keine Größe eines Lagebilds enthält',
        'the damage that was noted, which no measure of a crime picture holds',
      ),
    },
  ],
  [
    inFour('geschatte waarde', 'valeur estimée', 'geschätzter Wert', 'estimated value'),
    'estimated value|estimated street value|street value|market value|straatwaarde|geschatte waarde|marktwaarde|valeur estimée|valeur marchande|valeur de revente|geschätzter Wert|Schätzwert|Straßenverkaufswert|Marktwert|Schwarzmarktwert',
    {
      ignore: inFour(
        'een geschatte waarde',
        'une valeur estimée',
        'ein geschätzter Wert',
        'an estimated value',
      ),
    },
    'worth',
  ],
  [
    inFour('woningen', 'logements', 'Wohnungen', 'dwellings'),
    'LOG|insee log|logements|woningen|dwellings|Wohnungen|nombre de logements',
    { metric: 'dwellings', unit: 'dwelling' },
    'dwellings',
  ],
  [
    inFour('bevolking', 'population', 'Bevölkerung', 'population'),
    'POP|insee pop|population|bevolking|Einwohner|Einwohnerzahl|inwoners|habitants|aantal inwoners|inhabitants|Bevölkerung|población|popolazione|população|habitantes|abitanti|residenti',
    { metric: 'population', unit: 'person' },
    'population',
  ],
  [
    inFour(
      'ongebruikelijke transacties',
      'transactions inhabituelles',
      'ungewöhnliche Transaktionen',
      'unusual transactions',
    ),
    'ongebruikelijke transacties|transactions inhabituelles|unusual transactions|ungewöhnliche Transaktionen',
    { metric: 'unusual_transactions', unit: 'transaction', countUnit: 'transaction' },
  ],
  [
    inFour(
      'verdachte transacties',
      'transactions suspectes',
      'verdächtige Transaktionen',
      'suspicious transactions',
    ),
    'verdachte transacties|verdacht verklaarde transacties|transactions suspectes|transactions déclarées suspectes|suspicious transactions|transactions declared suspicious|verdächtige Transaktionen|für verdächtig erklärte Transaktionen',
    { metric: 'str_transactions', unit: 'transaction', countUnit: 'transaction' },
  ],
  [
    inFour('bedrag van dossiers', 'montant des dossiers', 'Betrag der Akten', 'amount of files'),
    'amount in files|value of files|value of disclosures|amount disseminated|value disseminated|montant transmis|montant des dossiers|bedrag dossiers|bedrag doorgemelde dossiers|bedrag van de doormeldingen|bedrag doormeldingen|Betrag der Akten',
    { metric: 'fiu_value' },
  ],
  [
    inFour('dossiers', 'dossiers', 'Akten', 'files'),
    'doorgemelde dossiers|doorgemelde meldingen|doormeldingen|dossiers transmis|transmis au parquet|transmises au parquet|files passed on|reports disseminated|disseminations|Weiterleitungen|weitergeleitete Meldungen|weitergeleitete Verdachtsmeldungen|an Strafverfolgungsbehörden weitergeleitet|dossiers',
    { metric: 'fiu_files', unit: 'file', countUnit: 'file' },
  ],
  [
    inFour('meldingen', 'déclarations', 'Meldungen', 'reports'),
    'meldingen|déclarations|DOS reçues|déclarations de soupçon|Verdachtsmeldungen|reports received|STR|SAR|STRs|SARs',
    { metric: 'str_reports', unit: 'report', countUnit: 'report' },
  ],
  [
    inFour('gebruikelijke prijs', 'prix courant', 'üblicher Preis', 'typical price'),
    'typical USD|Typical_USD|typical price|prix courant|prix typique|gangbare prijs|üblicher Preis',
    { metric: 'price', stat: 'mode' },
  ],
  [
    inFour('laagste prijs', 'prix minimum', 'niedrigster Preis', 'lowest price'),
    'minimum USD|Minimum_USD|minimum price|lowest price|low price|prix bas|prix minimum|prix minimal|minimumprijs|laagste prijs|Mindestpreis|niedrigster Preis',
    { metric: 'price', stat: 'min' },
  ],
  [
    inFour('hoogste prijs', 'prix maximum', 'höchster Preis', 'highest price'),
    'maximum USD|Maximum_USD|maximum price|highest price|high price|prix haut|prix maximum|prix maximal|maximumprijs|hoogste prijs|Höchstpreis|höchster Preis',
    { metric: 'price', stat: 'max' },
  ],
  [inFour('gebruikelijk', 'courant', 'üblich', 'typical'), 'typical', { stat: 'mode' }],
  [inFour('minimum', 'minimum', 'Minimum', 'minimum'), 'minimum|min', { stat: 'min' }],
  [inFour('maximum', 'maximum', 'Maximum', 'maximum'), 'maximum|max', { stat: 'max' }],
  [
    inFour('gemiddelde', 'moyenne', 'Mittelwert', 'mean'),
    'mean|average|gemiddelde|moyenne|Mittelwert|Durchschnitt',
    { stat: 'mean' },
  ],
  [inFour('modus', 'mode', 'Modus', 'mode'), 'mode|modal', { stat: 'mode' }],
  [inFour('mediaan', 'médiane', 'Median', 'median'), 'median|mediaan|médiane', { stat: 'median' }],
  [
    inFour('veroordelingen', 'condamnations', 'Verurteilungen', 'convictions'),
    'Verurteilte|Abgeurteilte|Verurteilungen|Aburteilungen|Strafurteile|veroordelingen|veroordeelden|schuldigverklaringen|condamnations|condamnés|personnes condamnées|convictions|convicted persons|persons convicted|persons sentenced|sentences',
    {},
    'convictions',
  ],
  [
    inFour('sterfgevallen', 'décès', 'Todesfälle', 'deaths'),
    'Rauschgifttote|Drogentote|drogenbedingte Todesfälle|Todesfälle|sterfgevallen|drugsdoden|décès|surdoses mortelles|deaths|drug-induced deaths',
    {},
    'deaths',
  ],
  // Persons who were arrested are counted as such, though they are suspects as well.
  [
    inFour('aanhoudingen', 'arrestations', 'Festnahmen', 'arrests'),
    `${metricWords.arrests}|detenciones|detenidos|personas detenidas|detidos|detenções|persone arrestate|arrestati|arresti`,
    { metric: 'arrests', unit: 'arrest' },
  ],
  [
    inFour('verdachten', 'mis en cause', 'Tatverdächtige', 'suspects'),
    'TV insgesamt|TV insges|Tatverdächtige|Tatverdächtige insgesamt|Beschuldigte|beschuldigte Personen|verdachten|geregistreerde verdachten|mis en cause|mises en cause|suspects|suspected offenders|auteurs présumés|vermoedelijke daders|mutmaßliche Täter|persone denunciate|denunciati|investigados|arguidos',
    { metric: 'suspects', unit: 'suspect', countUnit: 'suspect' },
  ],
  [
    inFour('contant geld', 'argent liquide', 'Bargeld', 'cash'),
    metricWords.cash,
    { metric: 'cash' },
  ],
  // What is counted at controls, before what was seized there.
  [
    inFour(
      'gecontroleerde voertuigen',
      'véhicules contrôlés',
      'kontrollierte Fahrzeuge',
      'vehicles checked',
    ),
    metricWords.vehicles_checked,
    { metric: 'vehicles_checked', unit: 'vehicle' },
  ],
  [
    inFour(
      'personen met drugs',
      'personnes en possession de drogues',
      'Personen mit Drogen',
      'persons with drugs',
    ),
    metricWords.persons_with_drugs,
    { metric: 'persons_with_drugs', unit: 'person' },
  ],
  [
    inFour(
      'gecontroleerde personen',
      'personnes contrôlées',
      'kontrollierte Personen',
      'persons checked',
    ),
    metricWords.persons_checked,
    { metric: 'persons_checked', unit: 'person' },
  ],
  [
    inFour(
      'bestuurders onder invloed',
      'conducteurs sous influence',
      'Fahrer unter Einfluss',
      'drivers under influence',
    ),
    metricWords.under_influence,
    { metric: 'under_influence', unit: 'person' },
  ],
  [
    inFour(
      'containers waarin is gevonden',
      'conteneurs où l’on a trouvé',
      'Container mit Funden',
      'containers with finds',
    ),
    'containers met cocaïne|containers met drugs|aantal containers|conteneurs avec cocaïne|conteneurs avec de la cocaïne|conteneurs contaminés|nombre de conteneurs|Container mit Kokain|Container mit Drogen|Anzahl Container|containers with cocaine|containers with drugs|number of containers',
    {
      ignore: inFour(
        'een aantal containers, dat geen maat van een criminaliteitsbeeld bevat',
        'un nombre de conteneurs, qu’aucune mesure du tableau de la criminalité ne contient',
        'eine Zahl von Containern, die keine Größe eines Lagebilds enthält',
        'a number of containers, which no measure of a crime picture holds',
      ),
    },
  ],
  [
    inFour(
      'gescande containers',
      'conteneurs scannés',
      'gescannte Container',
      'containers scanned',
    ),
    metricWords.scans,
    { metric: 'scans', unit: 'scan' },
  ],
  [
    inFour('aanbiedingen', 'annonces', 'Angebote', 'listings'),
    metricWords.listings,
    { metric: 'listings', unit: 'listing' },
  ],
  [
    inFour('verkopers', 'vendeurs', 'Verkäufer', 'vendors'),
    metricWords.vendors,
    { metric: 'vendors', unit: 'vendor' },
  ],
  [
    inFour(
      'in beslag genomen voertuigen',
      'véhicules saisis',
      'sichergestellte Fahrzeuge',
      'vehicles seized',
    ),
    metricWords.vehicles_seized,
    { metric: 'vehicles_seized', unit: 'vehicle' },
  ],
  [
    inFour('wapens', 'armes', 'Waffen', 'weapons'),
    metricWords.weapons,
    { metric: 'weapons', unit: 'weapon' },
  ],
  [
    inFour('ontnomen vermogen', 'avoirs confisqués', 'eingezogenes Vermögen', 'assets confiscated'),
    metricWords.assets_confiscated,
    { metric: 'assets_confiscated' },
  ],
  [
    inFour('geïnd vermogen', 'avoirs recouvrés', 'vereinnahmtes Vermögen', 'assets recovered'),
    metricWords.assets_recovered,
    { metric: 'assets_recovered' },
  ],
  [
    inFour(
      'in beslag genomen vermogen',
      'avoirs saisis',
      'sichergestelltes Vermögen',
      'assets seized',
    ),
    metricWords.assets_seized,
    { metric: 'assets_seized' },
  ],
  [
    inFour('bevroren vermogen', 'avoirs gelés', 'eingefrorenes Vermögen', 'assets frozen'),
    'assets frozen|frozen assets|funds frozen|frozen funds|assets restrained|restrained assets|funds restrained|avoirs gelés|montants gelés|fonds gelés|frozen amounts|amounts frozen|bevroren bedragen|eingefrorene Beträge|avoirs bloqués|fonds bloqués|bevroren vermogen|bevroren tegoeden|eingefrorenes Vermögen|eingefrorene Vermögenswerte|eingefrorene Gelder',
    { metric: 'assets_seized' },
    'frozen',
  ],
  [
    inFour(
      'personen die in behandeling komen',
      'entrées en traitement',
      'Behandlungsaufnahmen',
      'persons entering treatment',
    ),
    metricWords.treatment_entrants,
    { metric: 'treatment_entrants', unit: 'person' },
  ],
  [
    inFour('aangiften', 'plaintes', 'Anzeigen', 'complaints'),
    'aangiften|aangifte|plaintes|dépôts de plainte|Anzeigen|Strafanzeigen|complaints',
    {},
    'complaints',
  ],
  [
    inFour('slachtoffers', 'victimes', 'Opfer', 'victims'),
    'Opfer|Opfer insgesamt|slachtoffers|victimes|victims|víctimas|vítimas|vittime',
    { metric: 'offences', unit: 'victim', countUnit: 'victim' },
    'victims',
  ],
  [
    inFour('inbeslagnames', 'saisies', 'Sicherstellungen', 'seizures'),
    'nombre de constatations|constatations|nb saisies|nb de saisies|nbre de saisies|nombre saisies|aantal inbeslagnames|aantal inbeslagnemingen|inbeslagnames|nombre de saisies|Anzahl Sicherstellungen|Sicherstellungsfälle|number of seizures|seizures|IBN|Anzahl der Sicherstellungen|Aufgriffe|Anzahl Aufgriffe|aantal vangsten|vangsten|onderscheppingen|interceptions|nombre d’interceptions|Sicherstellungen|finds|number of finds|vondsten|aantal vondsten|nombre de découvertes|Funde|Anzahl Funde|número de incautaciones|incautaciones|número de aprehensiones|aprehensiones|número de decomisos|decomisos|número de apreensões|apreensões|numero di sequestri|numero sequestri|sequestri di droga|sequestri di stupefacenti',
    { metric: 'seizures', unit: 'seizure', countUnit: 'seizure' },
  ],
  [
    inFour(
      'zendingen waarin iets in beslag is genomen',
      'envois où l’on a saisi quelque chose',
      'Sendungen mit Sicherstellungen',
      'consignments with seizures',
    ),
    'in beslag genomen pakketten|in beslag genomen zendingen|in beslag genomen poststukken|onderschepte pakketten|onderschepte zendingen|onderschepte poststukken|colis saisis|colis interceptés|envois saisis|envois interceptés|sichergestellte Sendungen|sichergestellte Pakete|beschlagnahmte Sendungen|beschlagnahmte Pakete|abgefangene Sendungen|seized parcels|parcels seized|intercepted parcels|parcels intercepted|seized consignments|consignments seized|intercepted consignments',
    { metric: 'seizures', unit: 'consignment', countUnit: 'consignment' },
  ],
  [
    inFour('kilogram', 'kilogrammes', 'Kilogramm', 'kilograms'),
    'Kilograms|kg|kilogram|kilogrammes|Kilogramm|kilos|hoeveelheid kg|quantity kg',
    { metric: 'quantity', unit: 'kg' },
  ],
  [
    inFour('gram', 'grammes', 'Gramm', 'grams'),
    'grams|gram|grammes|Gramm',
    { metric: 'quantity', unit: 'g' },
  ],
  [
    inFour('liter', 'litres', 'Liter', 'litres'),
    'litres|liters|liter|Liter|ltr',
    { metric: 'quantity', unit: 'l' },
  ],
  [
    inFour('tabletten', 'comprimés', 'Tabletten', 'tablets'),
    'tablets|tabletten|comprimés|Tabletten|pillen|pills|pilules|Pillen',
    { metric: 'quantity', unit: 'tablet' },
  ],
  [
    inFour('stuks', 'pièces', 'Stück', 'pieces'),
    'Stück|Stückzahl|Anzahl Stück|stuks|stukken|aantal stuks|pièces|nombre de pièces|pieces|number of pieces',
    { metric: 'quantity', unit: 'piece' },
  ],
  [
    inFour('doses', 'doses', 'Konsumeinheiten', 'doses'),
    'doses|dosissen|Konsumeinheiten|nombre de doses',
    { metric: 'quantity', unit: 'dose' },
  ],
  [
    inFour('planten', 'plantes', 'Pflanzen', 'plants'),
    'plants|planten|plantes|Pflanzen',
    { metric: 'quantity', unit: 'plant' },
  ],
  [
    inFour('zaken', 'affaires', 'Fälle', 'cases'),
    'erfasste Fälle|Fälle|Anzahl Fälle|Anzahl erfasste Fälle|faits constatés|cases|zaken|affaires',
    { metric: 'offences', unit: 'case', countUnit: 'case' },
    'cases',
  ],
  [
    inFour('processen-verbaal', 'procès-verbaux', 'Protokolle', 'procedures'),
    'processen-verbaal|aantal processen-verbaal',
    { metric: 'offences', unit: 'procedure', countUnit: 'procedure' },
  ],
  [
    inFour('onderzoeken', 'procédures', 'Verfahren', 'proceedings'),
    'Ermittlungsverfahren|Strafverfahren|procédures|procédures établies|criminal proceedings|investigations|opsporingsonderzoeken|strafrechtelijke onderzoeken|enquêtes judiciaires|informations judiciaires',
    { unit: 'procedure', countUnit: 'procedure' },
    'proceedings',
  ],
  [
    inFour('misdrijven', 'infractions', 'Straftaten', 'offences'),
    'misdrijven|geregistreerde misdrijven|feiten|aantal feiten|geregistreerde feiten|facts|registered facts|recorded facts|totaal geregistreerde misdrijven|infractions|Straftaten|delicten|faits|crimes|offences|recorded offences|crimes et délits|hechos conocidos|infracciones penales|delitos conocidos|número de delitos|numero delitti|crimes registados|crimes participados',
    { metric: 'offences', unit: 'offence', countUnit: 'offence' },
    'offences',
  ],
  [
    inFour('hoeveelheid', 'quantité', 'Menge', 'quantity'),
    'hoeveelheid|quantité|Menge|quantity|gewicht|poids|weight|quantity seized|quantité saisie|cantidad|quantidade|quantità|quantitativo|peso',
    { metric: 'quantity' },
    'quantity',
  ],
  [
    inFour('controles', 'contrôles', 'Kontrollen', 'controls'),
    'aantal controles|controles|uitgevoerde controles|nombre de contrôles|contrôles effectués|contrôles|Anzahl Kontrollen|Anzahl der Kontrollen|durchgeführte Kontrollen|Kontrollen|number of checks|number of controls|number of inspections|checks carried out|controls carried out',
    { metric: 'controls', unit: 'control' },
  ],
];

/** Whether a text names a metric. */
export function saysMeasure(text: string): boolean {
  return (
    measureOf(text)?.set['metric'] !== undefined ||
    metricOfWords.some(([words]) => words.test(text))
  );
}

/** Measures that no metric of the schema holds, by name, and how to say what they are. */
export const unfit: ReadonlyMap<MeasureName, Text> = new Map<MeasureName, Text>([
  [
    'proceedings',
    inFour(
      'opsporingsonderzoeken of strafzaken',
      'des procédures pénales',
      'Ermittlungs- oder Strafverfahren',
      'criminal investigations or proceedings',
    ),
  ],
  [
    'complaints',
    inFour(
      'aangiften bij de politie',
      'des plaintes à la police',
      'Anzeigen bei der Polizei',
      'complaints to the police',
    ),
  ],
  [
    'convictions',
    inFour(
      'veroordelingen of berechte personen',
      'des condamnations ou des personnes jugées',
      'Verurteilungen oder Abgeurteilte',
      'convictions or persons tried',
    ),
  ],
  ['deaths', inFour('sterfgevallen', 'des décès', 'Todesfälle', 'deaths')],
]);

const isLeftOut = (meaning: Row[2]): meaning is { readonly ignore: Text } =>
  typeof meaning['ignore'] === 'object';

const measures = rows.map(([says, terms, meaning, name = null]) => ({
  measure: {
    name,
    says,
    set: isLeftOut(meaning) ? {} : meaning,
    ignore: isLeftOut(meaning) ? meaning.ignore : null,
  },
  terms: terms.split('|').map(headingWords),
}));

const byName = (name: MeasureName): Measure | undefined =>
  measures.find(({ measure }) => measure.name === name)?.measure;

/** Persons of some age, by what says that its numbers are years: "21 - u23", "30 und älter", "Moins de 18 ans". */
const ages =
  /(?<![\p{L}\d])\d{1,2}(?:\s*(?:[-–]|bis(?: unter)?|à|tot|to)\s*(?:unter |u)?\d{1,2})?\s*(?:Jahren?|ans|jaar|years)(?!\p{L})|(?<![\p{L}\d])\d{1,2}\s*[-–]\s*u\s?\d{1,2}(?!\d)|(?<![\p{L}\d])\d{1,2}\s*(?:Jahre |ans |jaar |years )?(?:und älter|et plus|ou plus|en ouder|and (?:over|older))(?!\p{L})/u;

/** The same without a word for years, which only persons have: "victims_under_12", "12_17", "18 plus". */
const agesOfPersons =
  /(?<!\p{L})(?:under|below|unter|onder|jonger dan|moins de|over|above|über|boven|plus de|ouder dan)\s\d{1,2}(?!\d|\s*%)|(?<![\p{L}\d])\d{1,2}\s?(?:\+|plus(?!\p{L})|und mehr|en meer)|[<>≥≤]\s?\d{1,2}(?!\d)/u;
/** Two numbers that end a heading: ages where they are not next to each other, as the years of a season are. */
const span = /(?<![\p{L}\d])(\d{1,2})\s?[-–\s]\s?(\d{1,2})\s*$/u;

/** Whether the heading of a number of persons says of which age they are. */
function saysAge(heading: string): boolean {
  const words = heading.replaceAll('_', ' ').toLowerCase();
  const [, from, to] = span.exec(words) ?? [];
  return agesOfPersons.test(words) || (from !== undefined && Number(to) > Number(from) + 1);
}

/** Measures of persons, whom an age tells apart. */
const ofPersons: ReadonlySet<string> = new Set(['victim', 'suspect', 'arrest', 'person']);

/** What something is worth, beside a currency. */
const worth = /(?<!\p{L})(?:valeur|wert|waarde|value)(?!\p{L})/iu;

const quantity: Measure = {
  name: 'quantity',
  says: inFour('hoeveelheid', 'quantité', 'Menge', 'quantity'),
  set: {},
  ignore: null,
};

/** A price for each of a unit that the heading gives ("Preis in EUR/g", "Price per gram (EUR)"), in whatever order; or null. */
function priceOf(heading: string): Measure | null {
  if (!/prijs|prijzen|prix|preise?|prices?/iu.test(heading)) return null;
  const each =
    /(?:\/|(?<!\p{L})(?:per|par|au|à l[ea]|le|la|pro|je)\s|(?<!\p{L})(?:for|voor|pour|für)\s(?=1|(?:an?|one|een|une?|eine?n?)\s))\s?(?:1\s?|(?:an?|one|een|une?|eine?n?)\s)?(\p{L}+)/giu;
  const [per] = [...heading.matchAll(each)].flatMap(([, word = '']) => {
    const match = units.lookup(word);
    return match.kind === 'exact' && match.entry.dimension !== 'currency' ? match.entry.code : [];
  });
  if (per === undefined) return null;
  const currency = currencyNamed(heading);
  return {
    name: null,
    says: inFour('prijs', 'prix', 'Preis', 'price'),
    set: { metric: 'price', ...(currency !== null && { unit: `${currency}/${per}` }) },
    ignore: null,
  };
}

/** The unit of the prices that a line is of ("Price (EUR per gram) and purity (%)"); null where it says none. */
export const priceUnit = (line: string): string | null => priceOf(line)?.set['unit'] ?? null;

const money: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP' };

/** The unit of an amount of money for a weight or a piece that a heading gives ("EUR/g"); null where it gives none. */
export function moneyPer(heading: string): string | null {
  const [, currency = '', of] =
    /(?<!\p{L})(EUR|USD|GBP|CHF|€|\$|£) ?(?:\/|per|par|pro|je) ?(k?g|mg|ml|l|tablet|dose)(?!\p{L})/u.exec(
      heading,
    ) ?? [];
  return of === undefined ? null : `${ownValue(money, currency) ?? currency}/${of}`;
}

/** What figures are called that say how sure another one is. */
export const marginWords: RegExp =
  /(?<!\p{L})(?:foutmarges?|betrouwbaarheids\p{L}*|onzekerheids\p{L}*|standaardfout|(?:onder|boven)grens|marges? d['’]erreur|marges(?! (?:de|van|of|bénéficiaires?)(?!\p{L}))|intervalles? de confiance|erreur[- ]type|bornes? (?:inférieure|supérieure)s?|fehlermargen?|fehlerspannen?|konfidenz\p{L}*|standardfehler|(?:unter|ober)grenze|(?:error|confidence) (?:margins?|intervals?|limits?|levels?)|margins? of error|standard errors?|(?:lower|upper) (?:bound|sizeLimit|ci|95)\p{L}*)(?!\p{L})/iu;
const margin: Measure = {
  name: 'margin',
  says: inFour('foutmarge', 'marge d’erreur', 'Fehlermarge', 'margin of error'),
  set: {},
  ignore: inFour(
    'zegt hoe onzeker het cijfer ernaast is',
    'dit l’incertitude du chiffre voisin',
    'sagt, wie unsicher die Zahl daneben ist',
    'says how uncertain the figure beside it is',
  ),
};

const finds =
  /(?<!\p{L})(?:\p{L}*fund(?:e|en)?|finds|\p{L}*vondsten|saisies|d[ée]couvertes|trouvailles|partijen|lots)(?!\p{L})/iu;
/** What says, beside the size of finds, that they are weighed or valued. */
const amounted =
  /hoeveelhe|quantit|menge|gewicht|poids|weight|amount|waarde|valeur|wert|value|[([]\s*(?:in |en )?(?:kg|g|t|ton\p{L}*|kilo\p{L}*|EUR|euro\p{L}*|€)\s*[)\]]/iu;
const seizures = measures.find(({ measure }) => measure.set['metric'] === 'seizures')?.measure;
const reports = measures.find(({ measure }) => measure.set['metric'] === 'str_reports')?.measure;
const arrests = measures.find(({ measure }) => measure.set['metric'] === 'arrests')?.measure;
/** Persons who were arrested, whatever they are called: what is "aangehouden" may be goods, what is "interpellé" is none. */
const arrested =
  /(?<!\p{L})(?:interpell[ée]e?s?|festgenommenen?|arrested|opgepakten?)(?!\p{L})|(?<!\p{L})aangehouden \p{L}*(?:koeriers?|uithalers?|smokkelaars?|passagiers?|reizigers|dealers?|minderjarigen|mannen|vrouwen)(?!\p{L})/iu;
const change = measures.find(({ measure }) => measure.name === 'change')?.measure;
/** What says of figures which year of theirs is a hundred. */
export const indexed: RegExp = /(?<!\d)(?:19|20)\d\d\s*=\s*100(?!\d)/u;

/** Words that say that a number of things follows. */
export const countWords: RegExp =
  /(?<!\p{L})(?:aantal(?:len)?|anzahl|nombres?|numbers?|nb|nbre|counts?)(?!\p{L})/iu;

/** Units in which finds themselves may be counted, so that they say of no amount that it was seized. */
const asSeized: ReadonlySet<string> = new Set([
  'batch',
  'consignment',
  'letter',
  'parcel',
  'piece',
  'seizure',
]);

/** The statistic that a heading names anywhere in it. */
function statisticOf(words: ReturnType<typeof headingWords>): Readonly<Record<string, string>> {
  const found = measures.find(
    ({ measure: { set }, terms }) =>
      Object.keys(set).join() === 'stat' && terms.some((term) => termFit(words, term) > 0),
  );
  return found?.measure.set ?? {};
}

/** A share, of whatever the rest of the heading counts. */
const sharesOf =
  /^\W*(?:shares?|proportions?)(?=[ _](?!of[ _]))|(?<!\p{L})(?<!de la )(?:parts? d(?:es?(?!\p{L})|u(?!\p{L})|[’'])|(?:proportion|pourcentage)s? d(?:es?(?!\p{L})|u(?!\p{L})|[’'])|(?:(?:proportion|share|percentage)s? of|percentages? van|aandeel|anteile?|prozentsatz)(?!\p{L}))/iu;

/** Whether a metric is an amount of money; a price is one for each of something. */
export const isOfMoney = (metric: string | null | undefined): boolean =>
  metric != null &&
  metric !== 'price' &&
  metrics.has(metric) &&
  unitsOfMetric(metric as Metric).includes('EUR');

/** Whether what a heading measures is told in a currency, which it, its title or its country says; a number of assets is not. */
export function isWorth({ set: { metric, unit } }: Measure, heading: string): boolean {
  return unit === undefined && isOfMoney(metric) && !countWords.test(heading);
}

/** A worth in the currency that its heading names. */
function inCurrency(measure: Measure, heading: string): Measure {
  const unit = isWorth(measure, heading) ? currencyNamed(heading) : null;
  return unit === null ? measure : { ...measure, set: { ...measure.set, unit } };
}

/** What became of assets, where a heading says no more than that beside a currency ("Geïncasseerd (Mio. EUR)"), by the words of their measure. */
const bareDealings: readonly (readonly [words: RegExp, term: string])[] = (
  [
    ['in beslag genomen|saisie?s?|sichergestellt|beschlagnahmt|seized', 'assets seized'],
    ['ontnomen|verbeurd ?verklaard|confisqué(?:e?s?)|eingezogen|confiscated', 'assets confiscated'],
    [
      'geïnd|geïncasseerd|recouvré(?:e?s?)|encaissé(?:e?s?)|vereinnahmt|collected|recovered',
      'assets recovered',
    ],
    ['bevroren|gelé(?:e?s?)|bloqué(?:e?s?)|eingefroren|frozen|restrained', 'assets frozen'],
  ] as const
).map(([words, term]) => [
  new RegExp(String.raw`^\P{L}*(?:${words})\P{L}*(?:in )?(?:EUR|USD|GBP|CHF|euros?)?\P{L}*$`, 'iu'),
  headingWords(term).line,
]);

function measureNamed(text: string): Measure | null {
  // What figures are multiplied by says nothing of what they measure, and is no rate.
  const scale = scaleOf(text);
  const unscaled = scale === null ? text : text.replace(scale, ' ');
  // How large each is says nothing of what is counted: "Funde ab 1.000 kg" are finds.
  const heading = unscaled.replace(sizeLimit, ' ');
  if (heading !== unscaled && seizures && finds.test(heading) && !amounted.test(heading))
    return seizures;
  if (change && indexed.test(heading)) return change;
  const none = uncounted.find(({ words: said }) => said.test(heading));
  if (none) return { name: null, set: {}, says: none.says, ignore: none.ignore };
  const subject = headsOtherSubject(heading);
  if (subject !== null)
    return { name: 'other subject', set: {}, says: quoted(subject), ignore: ofNoMetric };
  if (reports && ofTransactions.test(heading)) return reports;
  const words = headingWords(heading);
  const isPerMany = saysPerMany(heading);
  const found = measures.find(
    ({ measure, terms }) =>
      (isPerMany && measure.name === 'rate') || terms.some((term) => termFit(words, term) > 0),
  );
  if ((!found || found.measure.name === 'share') && marginWords.test(heading.replaceAll('_', ' ')))
    return margin;
  const isUnsaid =
    !found || (found.measure.ignore === null && Object.keys(found.measure.set).length === 0);
  if (!found?.measure.ignore && found?.measure.set['unit'] !== 'pct' && sharesOf.test(heading))
    return byName('share') ?? null;
  if (arrests && isUnsaid && arrested.test(heading)) return arrests;
  const priced = priceOf(heading);
  // "Vangsten (kg)" are amounts that were seized, and no number of seizures; "Vangsten (stuks)" may be either, and are what they are called.
  const { word: amountWord = '', unit: amount = null } = unitNamed(heading) ?? {};
  if (
    found?.measure.set['metric'] === 'seizures' &&
    amount !== null &&
    (isWeight(amount) || !countWords.test(heading)) &&
    unitsOfMetric('quantity').includes(amount) &&
    !(isNumberOf(amountWord) || asSeized.has(amount))
  )
    return { ...quantity, set: { metric: 'quantity', unit: amount } };
  if (found?.measure.name === 'quantity' && priced === null) {
    const unit = unitNamed(heading)?.unit ?? null;
    return unit === null || units.get(unit).dimension === 'currency'
      ? found.measure
      : { ...found.measure, set: { ...found.measure.set, unit } };
  }
  const { ignore = null, set: { metric = 'price', stat = '', unit: counted = '' } = {} } =
    found?.measure ?? {};
  if (ofPersons.has(counted) && (ages.test(heading) || saysAge(heading)))
    return byName('age') ?? null;
  // "Average price per gram": a statistic of prices, and no amount in grams.
  if (priced !== null && ignore === null && (metric === 'price' || metric === 'quantity'))
    return { ...priced, set: { ...priced.set, ...(stat && { stat }) } };
  // "Purity (%) Min": the statistic stands apart from what it is of.
  if (found && metric === 'purity' && stat === '')
    return { ...found.measure, set: { ...found.measure.set, ...statisticOf(words) } };
  if (found) return inCurrency(found.measure, text);
  if (ages.test(heading)) return byName('age') ?? null;
  const dealt =
    currencyNamed(text) === null ? null : bareDealings.find(([words]) => words.test(heading));
  const assets = dealt && measures.find(({ terms }) => terms.some(({ line }) => line === dealt[1]));
  if (assets) return inCurrency(assets.measure, text);
  if (scale === null && worth.test(heading) && currencyNamed(heading) !== null)
    return byName('worth') ?? null;
  // What is given in a weight is an amount, whatever it is called.
  const given = unitNamed(heading);
  const weight = given?.unit ?? null;
  // "Cannabis plants (number)"
  const isCounted = given !== null && weight !== null && isNumberOf(given.word);
  if (weight !== null && (isWeight(weight) || isCounted))
    return { ...quantity, set: { metric: 'quantity', unit: weight } };
  return (/%|‰/u.test(heading) ? byName('share') : null) ?? null;
}

/** The measure that a heading names, or null where it names none ("Aantal", "OBS_VALUE", "2016"). */
export const measureOf: (text: string) => Measure | null = remembered(measureNamed);
