/** A title of amounts that were seized. */
export const amounts: RegExp =
  /(?:quantit(?:y|ies)|amounts?) (?:\([^)]{1,20}\) )?of (?:\p{L}+ ){0,3}seized|hoeveelhe(?:id|den) (?:\p{L}+ ){0,3}in ?beslag ?genomen|quantités? (?:de |d’|d')?(?:\p{L}+ ){0,3}saisie?s?|(?:in ?beslag ?genomen|onderschepte) hoeveelhe(?:id|den)|(?:sichergestellte|beschlagnahmte) mengen?|sicherstellungsmengen?/iu;

/** Reports by what they report: "suspicious transaction reports" and "meldingen van verdachte transacties" count reports. */
export const ofTransactions: RegExp =
  /(?<!\p{L})(?:meldingen|d[ée]clarations|meldungen|reports)(?!\p{L}).*transa[ck]|transaction reports/iu;

/** Words that name a metric, and the unit its figures usually have. */
export const metricOfWords: readonly (readonly [
  words: RegExp,
  metric: string,
  unit: string | null,
])[] = [
  // "Arrests for terrorism-related offences" are no offences; persons "arrested/suspected" are suspects.
  [
    /(?<!\p{L})(?:arrests|arrestations|arrestaties|aanhoudingen|interpellations|festnahmen)(?!\p{L})/iu,
    'arrests',
    'arrest',
  ],
  [
    /misdrij|(?<!\p{L})feiten(?!\p{L})|delict|delikt|infraction|straftat|crimes?\b(?! (?:suspects?|suspected|offenders?)\b)|criminalit|kriminal(?!amt|polizei|pol)|offences?|d[ée]lits?|\bfaits\b|crim_|incident type/iu,
    'offences',
    'offence',
  ],
  [
    /(?:entering|entrants? (?:in|en)?) ?(?:drug )?treatment|treatment (?:entrants|demands?)|(?:demandes?|entrées?) (?:de|en) traitement|behandel(?:aanvra\p{L}+)|behandlungs(?:aufnahmen|beginne)/iu,
    'treatment_entrants',
    'person',
  ],
  // "Opérations suspectes" and "suspect transactions" are what is reported, and no persons.
  [
    /tatverd|beschuldigte|(?<!\p{L})suspected offenders|person[ae] (?:denunciat|arrestat|indagat)[aei]|verdachten|mis(?:es)? en cause|persons? (?:arrested(?:\/| or )suspected|suspected)|formal(?:ly)? contact with the police|(?<!\p{L})suspects?(?!\p{L}| (?:transaction|activit))/iu,
    'suspects',
    'suspect',
  ],
  [
    /interpellations|(?<!\p{L})arrest(?:ation)?s(?!\p{L})|aanhoudingen|festnahmen/iu,
    'arrests',
    'arrest',
  ],
  [
    /aantal (?:\p{L}+ )?inbeslagnames|nombre de saisies|number of (?:\p{L}+ ){0,3}seizures|anzahl (?:\p{L}+ ){0,3}sicherstellung/iu,
    'seizures',
    'seizure',
  ],
  [amounts, 'quantity', null],
  // Letters and parcels are counted, and so is how often they were seized.
  [
    /(?:aantal|nombre|number|anzahl)\P{L}(?:\p{L}+\P{L}+){0,5}(?:\p{L}*(?:pakket(?:ten|jes)|zendingen|brieven|pakete|sendungen|briefe)|colis|envois|plis|parcels|packages|letters)(?!\p{L})(?=[^\n]*(?:drug|drog|stup[ée]fiant|rauschgift|betäubungsmittel|coca[iï]ne|kokain|ecstasy|xtc|hero[iï]n|h[ée]ro[iï]ne|cannabis))/iu,
    'seizures',
    'consignment',
  ],
  [
    /inbeslag|in beslag|onderschep|(?<!ont)vangst(?:en)?(?!\p{L})|(?:drogen|rauschgift|kokain)funde?(?!\p{L})|intercept|saisie|siche?rgestell|sicherstell|seiz/iu,
    'quantity',
    null,
  ],
  [/prijs|prix|preis|price|preços?(?!\p{L})|precios?(?!\p{L})|prezz[io](?!\p{L})/iu, 'price', null],
  [/demo[_ ]|bevolking|population|bevölkerung|einwohner|inwoners/iu, 'population', 'person'],
  [ofTransactions, 'str_reports', 'report'],
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
    /meldingen|d[ée]clarations (?:de soup[çc]on|d['’]op[ée]rations? suspectes?|re[çc]ues)|verdachtsmeldung|suspicious (?:activity|transaction) reports|reports received/iu,
    'str_reports',
    'report',
  ],
];

/** Cases that were recorded, as a title says what it counts. */
const casesRecorded =
  /(?<!\p{L})(?:affaires (?:enregistr|constat|trait|recens)ée?s|geregistreerde zaken|zaken geregistreerd|(?:erfasste|registrierte|bekannt ?gewordene)n? fälle|anzahl (?:der )?fälle|(?:recorded|registered) cases|cases (?:recorded|registered))(?!\p{L})/iu;

/** The words by which a line of a title says that it counts recorded cases; null where none does. */
export function casesNamed(titles: string): string | null {
  return casesRecorded.exec(titles)?.[0] ?? null;
}

/** The metric that a text names first: "persons suspected of offences" are suspects, "offences by suspects" are offences. */
export function metricNamedFirst(text: string): string | null {
  const found = metricOfWords
    .map(([words, metric]) => ({ metric, at: words.exec(text)?.index ?? Infinity }))
    .filter(({ at }) => at < Infinity)
    .sort((one, other) => one.at - other.at);
  return found[0]?.metric ?? null;
}
