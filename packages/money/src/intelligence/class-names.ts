import { inEach, ownValue, shape, type Text, takes } from '@samenbeeld/schema';

const all: Text = { nl: 'alle', fr: 'toutes', de: 'alle', en: 'all' };

/** With a predicate offence: "with drug trafficking as the predicate offence". */
function predicate(nl: string, fr: string, de: string, en: string): Text {
  return {
    nl: `met ${nl} als onderliggend misdrijf`,
    fr: `avec ${fr} pour infraction sous-jacente`,
    de: `mit ${de} als Vortat`,
    en: `with ${en} as the predicate offence`,
  };
}

/**
 * What the sources' own codes stand for, as their descriptions define them, in words that may follow a figure. A code means
 * what its country means by it: "BE NEW" are files, and no other country's.
 */
const names: Readonly<Record<string, Text>> = {
  'BE RECEIVED': all,
  'BE NEW_REPORTS': {
    nl: 'die een nieuwe zaak openden',
    fr: 'ayant ouvert une nouvelle affaire',
    de: 'die einen neuen Vorgang eröffneten',
    en: 'that opened a new matter',
  },
  'BE NEW': {
    nl: 'voor het eerst',
    fr: 'pour la première fois',
    de: 'zum ersten Mal',
    en: 'for the first time',
  },
  'BE VALUE': {
    nl: 'alle in het jaar doorgemelde',
    fr: 'tous ceux transmis dans l’année',
    de: 'alle im Jahr weitergeleiteten',
    en: 'all passed on in the year',
  },
  'LU TOTAL': {
    nl: 'alle klassen',
    fr: 'toutes les classes',
    de: 'alle Klassen',
    en: 'all classes',
  },
  'LU ML': {
    nl: 'over witwassen',
    fr: 'pour blanchiment',
    de: 'zu Geldwäsche',
    en: 'on money laundering',
  },
  'LU TF': {
    nl: 'over terrorismefinanciering',
    fr: 'pour financement du terrorisme',
    de: 'zu Terrorismusfinanzierung',
    en: 'on terrorist financing',
  },
  'LU SAR': {
    nl: 'SAR, over verdachte activiteit zonder transacties',
    fr: 'SAR, pour activité suspecte sans transactions',
    de: 'SAR, zu verdächtiger Tätigkeit ohne Transaktionen',
    en: 'SAR, on suspicious activity without transactions',
  },
  'LU STR': {
    nl: 'STR, over verdachte transacties',
    fr: 'STR, pour opérations suspectes',
    de: 'STR, zu verdächtigen Transaktionen',
    en: 'STR, on suspicious transactions',
  },
  'LU SARE': {
    nl: 'SARe, over verdachte activiteit in elektronische handel',
    fr: 'SARe, pour activité suspecte dans le commerce électronique',
    de: 'SARe, zu verdächtiger Tätigkeit im elektronischen Handel',
    en: 'SARe, on suspicious activity in electronic commerce',
  },
  'LU STRE': {
    nl: 'STRe, over verdachte transacties in elektronische handel',
    fr: 'STRe, pour opérations suspectes dans le commerce électronique',
    de: 'STRe, zu verdächtigen Transaktionen im elektronischen Handel',
    en: 'STRe, on suspicious transactions in electronic commerce',
  },
  BANKS: { nl: 'van banken', fr: 'des banques', de: 'von Banken', en: 'by banks' },
  PSP: {
    nl: 'van betaaldienstverleners',
    fr: 'des prestataires de services de paiement',
    de: 'von Zahlungsdienstleistern',
    en: 'by payment service providers',
  },
  ESTATE_AGENTS: {
    nl: 'van vastgoedmakelaars',
    fr: 'des agents immobiliers',
    de: 'von Immobilienmaklern',
    en: 'by estate agents',
  },
  DRUGS: predicate('drugshandel', 'le trafic de drogues', 'Drogenhandel', 'drug trafficking'),
  FRAUD: predicate('oplichting', 'l’escroquerie', 'Betrug', 'fraud'),
  OC: predicate(
    'georganiseerde misdaad',
    'la criminalité organisée',
    'organisierter Kriminalität',
    'organised crime',
  ),
  TAX: predicate(
    'ernstige fiscale fraude',
    'la fraude fiscale grave',
    'schwerem Steuerbetrug',
    'serious tax fraud',
  ),
  SOCIAL: predicate('sociale fraude', 'la fraude sociale', 'Sozialbetrug', 'social fraud'),
  GOODS: predicate(
    'illegale handel in wapens en andere goederen',
    'le trafic d’armes et d’autres biens',
    'illegalem Handel mit Waffen und anderen Gütern',
    'illegal trade in arms and other goods',
  ),
  CASH: { nl: 'in contanten', fr: 'en espèces', de: 'in bar', en: 'in cash' },
  CRYPTO: { nl: 'in crypto', fr: 'en cryptoactifs', de: 'in Kryptowerten', en: 'in crypto-assets' },
  BANK: {
    nl: 'op bankrekeningen',
    fr: 'sur comptes bancaires',
    de: 'auf Bankkonten',
    en: 'in bank accounts',
  },
  SECURITIES: { nl: 'in effecten', fr: 'en titres', de: 'in Wertpapieren', en: 'in securities' },
  CLAIMS: { nl: 'in vorderingen', fr: 'en créances', de: 'in Forderungen', en: 'in claims' },
  REAL_ESTATE: { nl: 'in vastgoed', fr: 'en immeubles', de: 'in Immobilien', en: 'in real estate' },
  VEHICLES: { nl: 'in voertuigen', fr: 'en véhicules', de: 'in Fahrzeugen', en: 'in vehicles' },
  WATCHES: {
    nl: 'horloges, op een veiling',
    fr: 'montres, aux enchères',
    de: 'Uhren, auf einer Auktion',
    en: 'watches, at auction',
  },
  FINSHOP: { nl: 'door FinShop', fr: 'par FinShop', de: 'durch FinShop', en: 'by FinShop' },
  STATE: {
    nl: 'betaald aan de Staat',
    fr: 'versé à l’État',
    de: 'an den Staat gezahlt',
    en: 'paid to the State',
  },
  FUND: {
    nl: 'betaald aan het fonds tegen bepaalde vormen van criminaliteit',
    fr: 'versé au Fonds de lutte contre certaines formes de criminalité',
    de: 'an den Fonds gegen bestimmte Formen der Kriminalität gezahlt',
    en: 'paid to the fund against certain forms of crime',
  },
  DEPOSITED_DRUGS: {
    nl: 'gestort, wegens drugs',
    fr: 'déposé, pour stupéfiants',
    de: 'hinterlegt, wegen Drogen',
    en: 'deposited, for drugs',
  },
  DEPOSITED_LAUNDERING: {
    nl: 'gestort, wegens witwassen',
    fr: 'déposé, pour blanchiment',
    de: 'hinterlegt, wegen Geldwäsche',
    en: 'deposited, for money laundering',
  },
  MARKETS_16: {
    nl: 'op 16 grote markten',
    fr: 'sur 16 grands marchés',
    de: 'auf 16 großen Märkten',
    en: 'on 16 major markets',
  },
  MARKETS_8: {
    nl: 'op acht markten',
    fr: 'sur huit marchés',
    de: 'auf acht Märkten',
    en: 'on eight markets',
  },
  ALPHABAY: { nl: 'op AlphaBay', fr: 'sur AlphaBay', de: 'auf AlphaBay', en: 'on AlphaBay' },
  treatment: {
    nl: 'met dit middel als voornaamste, aandeel',
    fr: 'dont c’est la substance principale, part',
    de: 'mit diesem Mittel als Hauptsubstanz, Anteil',
    en: 'with this as their main drug, share',
  },
  SCANNED: { nl: 'met een scanner', fr: 'au scanner', de: 'mit Scanner', en: 'by scanner' },
  DOGS: { nl: 'met honden', fr: 'par des chiens', de: 'mit Hunden', en: 'by dogs' },
  crews: { nl: 'uithalers', fr: 'extracteurs', de: 'Drogenabholer', en: 'extractors' },
  'crews-under-23': {
    nl: 'uithalers onder 23 jaar, aandeel',
    fr: 'extracteurs de moins de 23 ans, part',
    de: 'Drogenabholer unter 23 Jahren, Anteil',
    en: 'extractors under 23, share',
  },
  'crews-minors': {
    nl: 'minderjarige uithalers, aandeel',
    fr: 'extracteurs mineurs, part',
    de: 'minderjährige Drogenabholer, Anteil',
    en: 'extractors under 18, share',
  },
  'crews-minors-counted': {
    nl: 'minderjarige uithalers, aantal',
    fr: 'extracteurs mineurs, nombre',
    de: 'minderjährige Drogenabholer, Anzahl',
    en: 'extractors under 18, number',
  },
  FOREIGN_REQUEST: {
    nl: 'op verzoek van andere landen',
    fr: 'à la demande d’autres pays',
    de: 'auf Ersuchen anderer Staaten',
    en: 'at the request of other countries',
  },
};

/** Classes that are something else than what is otherwise counted under their metric. */
const own: Readonly<Record<string, Text>> = {
  OPENED: {
    nl: 'door de FIU geopende dossiers',
    fr: 'dossiers ouverts par la CRF',
    de: 'von der FIU angelegte Akten',
    en: 'files opened by the FIU',
  },
  SUPPL: {
    nl: 'aanvullende verslagen bij eerder doorgemelde dossiers',
    fr: 'rapports complémentaires à des dossiers déjà transmis',
    de: 'ergänzende Berichte zu früher weitergeleiteten Akten',
    en: 'supplementary reports to files passed on before',
  },
};

/** What is counted under a code that is no part of its metric; null where it is one. */
export function ownMeasure(code: string): Text | null {
  return ownValue(own, code) ?? null;
}

/**
 * What a source's own code stands for; the code itself where that is not known.
 *
 * @example
 * ```ts
 * import { className } from '@samenbeeld/money';
 * className('NL', 'CASH').en // => 'in cash'
 * ```
 */
export function className(country: string, code: string): Text {
  takes('className', ['country', country, shape.text], ['code', code, shape.text]);
  return (
    names[`${country} ${code}`] ??
    ownValue(names, code) ??
    ownValue(own, code) ??
    inEach(() => code)
  );
}

/** Several classes of one country in a row. */
export function classNames(country: string, codes: readonly string[]): Text {
  return inEach((language) => codes.map((code) => className(country, code)[language]).join(' + '));
}
