import { type Language, type Metric, units } from '@samenbeeld/schema';

/** What a figure counts or measures, by the noun beside it. */
export interface Counted {
  /** Unit code, or null where no list holds the thing. */
  readonly unit: string | null;
  /** Code of the list of counting units, for finds. */
  readonly countUnit: string | null;
  /** What kind of thing it is: decides which metrics it can be. */
  readonly kind: CountedKind;
  readonly words: string;
}

export type CountedKind =
  | 'mass'
  | 'money'
  | 'pieces'
  | 'finds'
  | 'persons'
  | 'staff'
  | 'suspects'
  | 'arrests'
  | 'vehicles'
  | 'trains'
  | 'buses'
  | 'weapons'
  | 'offences'
  | 'containers'
  | 'reports'
  | 'transactions'
  | 'files'
  | 'controls'
  | 'population'
  | 'other';

/** Nouns, as the last part of a word: Dutch and German join words ("drugspakketten", "Postsendungen"). */
const nouns: readonly (readonly [
  kind: CountedKind,
  unit: string | null,
  countUnit: string | null,
  words: string,
])[] = [
  [
    'arrests',
    'arrest',
    null,
    'aanhouding(?:en)?|arrestaties?|arrestations?|interpellations?|festnahmen?|verhaftung(?:en)?|arrests?',
  ],
  [
    'suspects',
    'suspect',
    'suspect',
    'verdachten?|suspects?|mis en cause|(?:tat)?verdächtigen?|beschuldigten?',
  ],
  [
    'staff',
    'person',
    null,
    '(?:politie)?agenten|politiemensen|(?:politie|douane)?ambtenaren|douaniers|douanemedewerkers|speurders|rechercheurs|policiers|agents|gendarmes|douanières?|enquêteurs|polizisten|polizistinnen|beamtinnen|beamten?|einsatzkräften?|zöllner|ermittler|(?:police |customs )?officers|officials|policemen|inspecteurs|inspectors|medewerkers|collaborateurs|staff|militairen|militaires|soldaten|fonctionnaires',
  ],
  [
    'persons',
    'person',
    null,
    'personen|persoon|mensen|menschen|personnes?|individus?|person|persons|people|individuals|bestuurders?|conducteurs?|conductrices?|automobilistes?|chauffeurs?|fahrern?|fahrerinnen|autofahrer|lenker|drivers?|motorists|reizigers|passagiers?|voyageurs|passagers|reisenden?|passengers|travellers|mannen|hommes|männer|men|vrouwen|femmes|frauen|women|uithalers|dockers|minderjarigen|mineurs|minderjährigen?|minors|jongeren|jeunes|jugendlichen?|youths|teenagers|koeriers|couriers|drugskoeriers|bolletjesslikkers|smokkelaars|drugssmokkelaars|daders|dealers?|drugsdealers|drugshandelaars|drugshandelaren|criminelen|trafiquants|passeurs|revendeurs|extracteurs|ressortissants|schmugglern?|schleusern?|mensensmokkelaars|drogenkuriere|kurieren?|tätern?|drogenhändlern?|collectors|extractors|perpetrators|smugglers|traffickers|angeklagten?|beklaagden|prévenus|defendants',
  ],
  ['trains', 'train', null, 'treinen|trains?|zügen?'],
  [
    'buses',
    'bus',
    null,
    'bussen|autobussen|autocars?|cars(?= de| et|,|$)|reisebussen?|bussen?|coaches|buses',
  ],
  [
    'vehicles',
    'vehicle',
    'vehicle',
    "voertuigen|voertuig|wagens?|auto['’]?s|vrachtwagens|véhicules?|voitures?|camions|poids lourds|fahrzeugen?|autos|wagen|lastwagen|lkw|vehicles?|cars|lorries|trucks",
  ],
  ['containers', null, null, 'containers?|zeecontainers|conteneurs?|containern'],
  [
    'finds',
    'parcel',
    'consignment',
    'pakketten|pakketjes|pakjes|pakket|colis|paketen?|päckchen|parcels?|packages?|postpakketten',
  ],
  ['finds', 'letter', 'consignment', 'brieven|lettres|plis|briefen?|letters'],
  [
    'finds',
    'consignment',
    'consignment',
    'pieces of (?:\\p{L}+ )?(?:mail|post)|zending(?:en)?|poststukken|postzendingen|envois?|sendung(?:en)?|consignments?|shipments?|postal items|items|mail items',
  ],
  [
    'finds',
    'batch',
    'batch',
    'partijen|lots|partien|lieferungen|batches|ladingen|cargaisons|loads',
  ],
  [
    'finds',
    'seizure',
    'seizure',
    'inbeslagnames?|inbeslagneming(?:en)?|vangsten|vangst|vondsten|vondst|onderscheppingen|saisies?|prises?(?! (?:de (?:sang|vue|contact|position|parole|conscience)|d.otage|électr|en charge|multiples))|découvertes?|sicherstellung(?:en)?|beschlagnahm(?:ungen|e)|aufgriffen?|funden?|seizures?|finds?|interceptions?|detections?|hauls?|(?:drugs? )?busts(?! of (?!cocaine|heroin|cannabis|drugs))',
  ],
  [
    'weapons',
    'weapon',
    null,
    '(?:vuur)?wapens|armes(?: à feu)?|(?:schuss)?waffen|weapons|firearms|guns|pistolen|pistool|pistolets?|pistols|geweer|geweren|gewehr(?:en?)?|fusils?(?: (?:d.assaut|mitrailleurs?|de chasse|à pompe))?|kalachnikovs?|kalasjnikovs?|kalaschnikows?|revolvers?|rifles?|shotguns?',
  ],
  ['pieces', 'piece', null, 'stuks|pièces|stück|pieces(?! of)|joints?'],
  ['pieces', 'plant', null, 'planten|plantjes|plantes?|plants|pflanzen'],
  ['pieces', 'tablet', null, 'tabletten|tablet|pillen|comprimés?|pilules?|cachets|tablets|pills'],
  [
    'pieces',
    'cylinder',
    null,
    '(?:lachgas)?cilinders?|cylindres?|bonbonnes?|(?:lachgas)?zylindern?|cylinders?|gasflaschen|gasflessen',
  ],
  ['pieces', 'dose', null, 'doses|dosissen|dosen|trips|zegels|buvards'],
  [
    'offences',
    'offence',
    'offence',
    'misdrijven|strafbare feiten|feiten|delicten|infractions?|délits|faits|straftaten|delikten?|offences|offenses|crimes|verstöße?n?|overtredingen|inbreuken|contraventions|violations',
  ],
  ['transactions', 'transaction', 'transaction', 'transacties|transactions?|transaktionen'],
  [
    'reports',
    'report',
    'report',
    "meldingen|melding|déclarations?|signalements|(?:verdachts)?meldungen|anzeigen|reports|S[AT]R['’]?s",
  ],
  ['files', 'file', 'file', 'dossiers?|akten|files'],
  [
    'other',
    'investigation',
    'investigation',
    '(?:strafrechtelijke )?onderzoeken|(?:strafonder|opsporings)onderzoeken|enquêtes|(?:ermittlungs)?verfahren|ermittlungen|investigations',
  ],
  ['other', 'procedure', 'procedure', "processen-verbaal|pv['’]?s|procès-verbaux|procédures"],
  ['other', 'case', 'case', 'gevallen|geval|zaken|affaires?|cas|fällen?|cases'],
  ['other', 'victim', 'victim', 'slachtoffers|victimes|opfern?|victims'],
  [
    'other',
    'action',
    'action',
    '(?:controle)?acties|opérations|aktionen|einsätzen?|operations|actions',
  ],
  ['controls', 'control', null, 'controles|contrôles|kontrollen|checks|inspections'],
  [
    'money',
    null,
    null,
    '(?:zwitserse|schweizer|swiss) (?:frank(?:en)?|francs)|francs suisses|livres sterling|(?:britse|britische|british) (?:ponden|pond|pfund|pounds)|pond sterling|pfund sterling|pounds sterling|dirhams?|pesos',
  ],
  ['population', null, null, 'inwoners|habitants|einwohnern?|inhabitants'],
];

const patterns = nouns.map(([kind, unit, countUnit, words]) => ({
  kind,
  unit,
  countUnit,
  alone: new RegExp(`^(?:${words})(?![\\p{L}\\d])`, 'iu'),
  joined: new RegExp(`^[\\p{L}-]{2,}?(?:${words})(?![\\p{L}\\d-])`, 'iu'),
}));

/** Nouns that stand as the last part of a longer word; others ("samen", "namen") only end alike. */
const isJoined =
  /(?:agenten|ambtenaren|personen|reizigers|passagiers|wagens?|auto['’]?s|voertuigen|fahrzeugen?|pakketten|pakketjes|pakjes|paketen?|päckchen|brieven|briefen?|zendingen|sendungen|stukken|partijen|lieferungen|ladingen|vangsten|vondsten|sicherstellungen|aufgriffen?|funden?|wapens|waffen|geweer|geweren|gewehr(?:en?)?|planten|pflanzen|pillen|tabletten|misdrijven|delicten|delikten?|straftaten|transacties|transaktionen|meldingen|meldungen|dossiers|(?<=\p{L}{4})akten|onderzoeken|verfahren|gevallen|zaken|fällen?|acties|aktionen|controles|kontrollen|containers?|beamten?|medewerkers|fahrer|bestuurders|koeriers|verdachten|polizisten|kräfte|treinen|bussen|züge|trips)$/iu;

/** What is of an arrest, and none itself: "arrest warrants", "3 arrest attempts". */
const ofArrest =
  /^[ -](?:(?!was|is|has|as|follows)\p{L}{2,}s|warrant|attempt|team|order|record|rate|operation|phase|target)(?!\p{L})/iu;

/** The thing whose name begins here, or null. */
export function countedAt(text: string, language: Language): Counted | null {
  const isJoining = language === 'nl' || language === 'de';
  for (const how of isJoining ? (['alone', 'joined'] as const) : (['alone'] as const))
    for (const pattern of patterns) {
      const [words] = pattern[how].exec(text) ?? [];
      if (words === undefined || (how === 'joined' && !isJoined.test(words))) continue;
      // "gefunden" ends as "Funden" does, and is no noun.
      if (how === 'joined' && language === 'de' && /^\p{Ll}/u.test(words)) continue;
      // "cars" are coaches in French and vehicles in English, "bussen" are buses in Dutch.
      const { kind, unit, countUnit } = pattern;
      if (/^cars$/iu.test(words) && language === 'en' && kind === 'buses') continue;
      if (/^agents$/iu.test(words) && language === 'en') continue;
      // "13 joint investigation teams"
      if (/^joint$/iu.test(words) && language === 'en') continue;
      if (/^arrest$/iu.test(words) && ofArrest.test(text.slice(words.length))) continue;
      return { kind, unit, countUnit, words };
    }
  return null;
}

const measure = /^(?:(?:M|k|Mio\.?|Mrd\.?) ?€|€|[\p{L}%€$-]+['’]?s?(?: ?\/ ?\p{L}+)?)/u;

/** A unit of mass, volume or money whose name begins here, or null. */
export function measureAt(text: string, language: Language): Counted | null {
  const [words = ''] = measure.exec(text) ?? [];
  if (words === '' || /^(?:st|to|KE|[dlst]['’]\S*)$/iu.test(words)) return null;
  if (words === 'l' && /^l['’]/u.test(text)) return null;
  const match = units.lookup(words.replace(/-$/u, ''), language);
  const entry = match.kind === 'exact' ? match.entry : null;
  if (match.kind === 'ambiguous' && match.entries.every(({ dimension }) => dimension === 'mass'))
    return { kind: 'mass', unit: null, countUnit: null, words };
  if (entry?.dimension === 'mass' || entry?.dimension === 'volume')
    return { kind: 'mass', unit: entry.code, countUnit: null, words };
  if (entry?.dimension === 'currency' || entry?.dimension === 'price')
    return { kind: 'money', unit: entry.code, countUnit: null, words };
  return null;
}

/** What happened to what was counted, as words of a clause say it. */
const acts: Readonly<Record<string, RegExp>> = {
  seized:
    /in beslag|pulled .{0,60}(?:out of|from) the|beslag (?:gelegd|leg)|legden? beslag|(?<!\p{L})ha(?:alde|alden|len) .{0,80}(?<!\p{L})uit de(?!\p{L})|(?<!\p{L})(?:finding|vindt|findet|finden|trouvent?)(?!\p{L})|onderschep|(?<!\p{L})(?:vond|fand)(?:en)?(?!\p{L})|troff?(?:en)? .{0,120}aan|stellten? .*(?<!\p{L})sicher(?!\p{L})|konnten? .*(?<!\p{L})sicherstellen|fing(?:en)? .*(?<!\p{L})ab(?!\p{L})|aus dem verkehr|mis la main|trouvé|aangetroffen|gevonden|ontdek(?:t|king)|inbeslag|buitgemaakt|(?<!\p{L})gepakt(?!\p{L})|vangst|vondst|betrap|saisi|intercept|découver|confisqu|sichergestell|beschlagnahm|abgefangen|entdeck(?:t|ung)|aufdeckung|aufgegriffen|gefunden|seiz|found|detect|discover|recover|taken out|haul|confiscat/iu,
  taken:
    /in beslag|beslag (?:gelegd|leg)|legden? beslag|(?<!\p{L})saisi(?:es?|s|r|t)?(?!\p{L})|beschlagnahmt|sichergestellt|(?<!\p{L})seized|frozen|bevroren|gelé/iu,
  checked:
    /controle|gecontroleer|gescreend|contrôl|kontroll|überprüf|gecheckt|check(?:ed|s)?\b|controll|screened|inspected/iu,
  searched: /searched|raided|fouill|perquisitionn|durchsuch|doorzo[ce]?[hk]/iu,
  stopped:
    /(?<!\p{L})(?:stopped|pulled over|stoppt?en?|staande gehouden|aan de kant|tegengehouden|arrêtée?s?|immobilisée?s?|angehalten|gestoppt|an(?!\p{L})[^|]*\|.*(?<!\p{L})hielt(?:en)?)(?!\p{L})/iu,
  drugs:
    /(?:en )?possession d|détenaient|détenait|porteu(?:rs?|ses?) d|transportaient (?:de la drogue|des stup)|met drugs|drugs (?:\p{L}+ )?(?:aangetroffen|gevonden|op zak|bij)|bezit (?:\p{L}+ ){0,2}van (?:een hoeveelheid )?(?:\p{L}+ )?(?:drugs|verdovende)|drogue sur (?:eux|elles|lui)|im besitz von (?:drogen|betäubung|rausch)|drogen (?:bei sich|gefunden|mitgeführt|dabei)|führten drogen|mit drogen|in possession of|carry(?:ing)? drugs|with drugs|had drugs|drugs on them|found with|détentions? de stup/iu,
  influence:
    /onder (?:de )?invloed|sous (?:l['’])?influence|sous (?:l['’]emprise|effet)|unter (?:dem )?(?:einfluss|(?:drogen|alkohol)\p{L}*einfluss)|unter drogen|met drugs gecombineerd|combined alcohol with drugs|under the influence|drug-driv|drink-driv|positief (?:getest|op drugs)|testés? positifs?|positiv getestet|tested positive|positi(?:fs?|ves?) (?:à l['’]|aux? )|contrôlée?s? positi|positief op |positiv auf |positive for /iu,
  arrested:
    /aangehouden|gearresteerd|arresteer(?:de|den|t)?(?!\p{L})|(?<!\p{L})pak(?:t|te|ten)(?!\p{L})|opgepakt|ingerekend|arrêt(?:é|e(?!\p{L})|ent)|(?<!\p{L})(?:placé\p{L}*|mis\p{L}*) en garde à vue|interpell|appréhend|festgenommen|verhaftet|inhaftiert|arrested|detained|(?<!\p{L})held (?:at|by|in|for|on|after|over)(?!\p{L})|taken into custody/iu,
  recorded:
    /geregistreer|vastgesteld|opgetekend|enregistr|constat|recens|erfasst|registrier|verzeichnet|recorded|registered|logged/iu,
  dismantled:
    /ontmantel|opgerold|opgedoekt|démant[eè]l|zerschlagen|ausgehoben|stillgelegt|aufgelöst|vollstreckt|dismantl|shut down/iu,
  deployed:
    /ingezet|op de been|mobilis|déploy|engagé|participé|eingesetzt|im einsatz|beteiligt|deployed|took part|mobilised|mobilized|namen deel|waren betrokken/iu,
};

/** Whether a text says an act. */
export function says(text: string, act: keyof typeof acts): boolean {
  return acts[act]?.test(text) ?? false;
}

/** The words of a text that say an act. */
export function wordsOf(text: string, act: string): string | null {
  return acts[act]?.exec(text)?.[0] ?? null;
}

/** Where a text says an act. */
export function whereSaid(
  text: string,
  act: string,
): readonly { readonly start: number; readonly end: number }[] {
  const pattern = acts[act];
  return pattern
    ? [...text.matchAll(new RegExp(pattern, 'giu'))].map(({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
      }))
    : [];
}

/** Where a text says what some words of it say: "saisi" also where "trouvé" stands. */
export function whereAlike(
  text: string,
  words: string,
): readonly { readonly start: number; readonly end: number }[] {
  return Object.keys(acts).flatMap((act) => (says(words, act) ? whereSaid(text, act) : []));
}

/** What is measured, as far as the noun and the clause say it. */
export interface Measured {
  readonly metric: Metric | null;
  readonly unit: string | null;
  readonly countUnit: string | null;
  /** Words of the text that it rests on. */
  readonly rests: string;
  /** Of these, what befell the thing; null where its noun says that, as "seizures" does. */
  readonly act: string | null;
  /** Whether the clause of the figure says it, not only the sentence. */
  readonly sure: boolean;
}

/** "la saisie de", "de aanhouding van": the act as a noun, right before what it befell. */
const takenBefore =
  /(?:saisies?|inbeslagname|inbeslagneming|sicherstellung|beschlagnahme|beschlagnahmung|seizure)\s+(?:de|d['’]|van|von|of)\s*(?:\p{L}+\s+){0,2}$/iu;
/** "hield vijf mannen aan", "nahm zwei Personen fest": the figure stands within the verb; a clause has what is behind it first. */
const arrestedAround =
  /(?<!\p{L})aan(?!\p{L})(?!\s+(?:de|het|een|boord|land|wal|zee)(?!\p{L}))[^|]*\|.*(?<!\p{L})(?:hield(?:en)?|houdt|houden)\s+(?:[\p{L}\d]+\s+){0,8}$|(?<!\p{L})fest(?!\p{L})[^|]*\|.*(?<!\p{L})n(?:ahm|immt|ehmen)(?:en)?\s+(?:[\p{L}\d]+\s+){0,6}$/u;
const arrestedBefore =
  /(?:arrestations?|interpellations?|aanhouding(?:en)?|arrestaties?|festnahmen?|verhaftung(?:en)?|arrests?)\s+(?:de|d['’]|van|von|of)\s*(?:\p{L}+\s+){0,2}$/iu;

const ofDrugs =
  /drugs?(?!\p{L})|drogue|drogen|rauschgift|stupéf|betäub|verdovend|coca|kokain|hero[iï]n|cannabis|marihuana|marijuana|haschi|hasj|amph?[eé]tamin|amfetamin|xtc|ecstasy|khat/iu;

/** What was moved, made or sold, where the clause says nothing of finding it. */
export const moved: RegExp =
  /(?<!\p{L})(?:gesmokkeld|smokkelden?|verscheept\p{L}*|ingevoerd|verhandeld\p{L}*|verkocht\p{L}*|geproduceerd|geconsumeerd|importé\p{L}*|exporté\p{L}*|écoulé\p{L}*|acheminé\p{L}*|vendu\p{L}*|produit|consommé\p{L}*|geschmuggelt|schmuggelten?|eingeführt|gehandelt|verkauft\p{L}*|produziert|konsumiert|shipped|smuggled|imported|exported|trafficked|sold|produced|consumed)(?!\p{L})/iu;

/** What else befell those of whom the sentence tells. */
const otherFate =
  /(?<!\p{L})(?:vrijgelaten|vrijgesproken|veroordeeld|gezocht|gewond|gedood|relâchée?s?|libérée?s?|acquittée?s?|condamnée?s?|recherchée?s?|blessée?s?|tuée?s?|freigelassen|freigesprochen|verurteilt|gesucht|verletzt|getötet|released|acquitted|convicted|sentenced|wanted|injured|killed)(?!\p{L})/giu;
/** What may befall persons, from what tells most: one who was arrested may have been checked before. */
const ofPersons: readonly (readonly [metric: Metric, act: string])[] = [
  ['arrests', 'arrested'],
  ['under_influence', 'influence'],
  ['persons_with_drugs', 'drugs'],
  ['persons_checked', 'checked'],
];

/** Where a text says what may be meant in place of the act that a measure rests on: what tells more of persons, or another act. */
export function rivalsOf(
  text: string,
  { metric }: Measured,
): readonly { readonly start: number; readonly end: number }[] {
  const own = ofPersons.findIndex(([one]) => one === metric);
  if (own >= 0)
    return [
      ...[...text.matchAll(otherFate)].map(({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
      })),
      ...ofPersons.slice(0, own).flatMap(([, act]) => whereSaid(text, act)),
    ];
  if (metric === 'vehicles_seized') return whereSaid(text, 'checked');
  if (metric === 'vehicles_checked') return whereSaid(text, 'taken');
  return [];
}

/** What a port handles, beside which something was seized. */
const ofGoods =
  /^[^|]*(?<!\p{L})(?:of (?:goods|cargo|freight)|(?:aan )?goederen|de (?:marchandises|fret)|güter[n]?|fracht)(?!\p{L})|\|.*(?<!\p{L})(?:handled|handles|verwerkte|overgeslagen|traité|a transité|umgeschlagen|schlug)(?!\p{L})/iu;
/** Goods of trade, among which something was found: "20 tonnes de bananes". */
export const goodsBehind: RegExp =
  /^\s+(?:(?:of|de|van|von) |d['’])?(?:\p{L}+ )?(?:bana?n|fruit|früchte|obst|ananas|pineapple|kolen|coal|charbon|kohle|schroot|scrap|ferraille|schrott|hout|timber|wood|bois|holz|koffie|coffee|café|kaffee|cacao|cocoa|kakao|suiker|sugar|sucre|zucker|vis(?!\p{L})|fish|poisson|fisch|vlees|meat|viande|fleisch|garnalen|shrimp|crevettes|garnelen|tegels|tiles|carrelage|fliesen|marmer|marble|marbre|marmor|tabak|tabac|tobacco|\p{L}*tabak|sigaretten|cigarettes|zigaretten|(?:am)?munit|patronen|cartouches|cartridges)/iu;

/** A mean is no total of a period. */
const ofMean =
  /(?<!\p{L})(?:gemiddeld|doorsnee|en moyenne|moyenne|durchschnittlich|im schnitt|on average|an average|averag\p{L}*|per (?:jaar|maand|dag|week|uur|vangst|partij|zending|vondst)|par saisie|pro (?:fund|sicherstellung|lieferung|stunde)|per (?:seizure|consignment|find|shipment|hour|day|week)|par heure|par prise|par an|par mois|par jour|pro jahr|pro monat|pro tag|a year|per year|per month|a month|jaarlijks|maandelijks|annuellement|jährlich|monatlich|annually)(?!\p{L})/iu;

/** What drugs are wrapped in, where no word says that it was sent. */
const wrapping = /^(?:pakket(?:ten|jes)?|pakjes|colis|pakete?n?|päckchen|packages?|parcels?)$/iu;
const wrapped = new RegExp(`^\\s+(?:(?:of|de|van|von) |d['’])?(?:${ofDrugs.source})`, 'iu');

/** "a sales value of around €3.5 billion": a clause has what is before the figure last. */
const worthBefore =
  /\|.*(?<!\p{L})(?:\p{L}*waarden?|valeur|valant|\p{L}*werte?s?|worth|value|valued)(?!\p{L})[^,;:]{0,60}$/iu;

/** "EUR 7 billion of drugs", "voor 7 miljoen euro aan drugs": what they are worth. */
const sumOfDrugs = new RegExp(
  `^[^,;|]{0,40}?(?<!\\p{L})(?:(?:of|de|aan|an|van|von|in)\\s+|d['’])(?:\\p{L}+\\s+)?(?:${ofDrugs.source})`,
  'iu',
);

const stolen =
  /(?<!\p{L})(?:gestolen|volée?s?|dérobée?s?|gestohlene?[nrsm]?|entwendete?[nrsm]?|stolen)(?!\p{L})/iu;

/** Money that nobody held in hand. */
const onAccounts =
  /(?<!\p{L})(?:bank)?(?:rekening(?:en)?|konten|konto|accounts?|comptes?(?! tenu)|tegoed(?:en)?|crypto\p{L}*|bitcoins?|bevroren|gelée?s?|frozen|eingefroren|assets|avoirs|vermögen\p{L}*)(?!\p{L})/iu;

const moneyMetrics: readonly (readonly [Metric, RegExp])[] = [
  ['cash', /contant|cash|liquide|bargeld|espèces|(?:argent|geld|money)\s*:\s*$/iu],
  [
    'assets_confiscated',
    /verbeurdverklaard|ontnomen|confisqu(?:é|a|er)|eingezogen|confiscated|forfeited/iu,
  ],
];

/** The metric of a figure: from its noun, the words of its clause, and the sentence. */
export function measuredOf(counted: Counted, clause: string, sentence: string): Measured {
  const { kind, unit, countUnit, words } = counted;
  const as = (
    metric: Metric | null,
    rests: string | null,
    given: string | null = unit,
    by: string | null = null,
  ): Measured => ({
    metric,
    unit: given,
    countUnit: by,
    rests: rests ? (words === rests ? words : `${words} … ${rests}`) : words,
    act: rests === words ? null : rests,
    sure: true,
  });
  const unsure = (measured: Measured): Measured => ({ ...measured, sure: false });
  const same = (measured: Measured): Measured => measured;
  /** A noun that many things may be told of says by itself what kind it is, and not surely what was counted. */
  const orUnsure = (measured: Measured): Measured =>
    measured.act === null ? unsure(measured) : measured;
  const taken = takenBefore.exec(clause)?.[0] ?? null;
  const found = wordsOf(clause, 'seized');
  // "They shipped 40 tonnes a year, but only 6 were seized": what was moved was not found.
  const seized = found ?? (moved.test(clause) ? null : wordsOf(sentence, 'seized'));
  switch (kind) {
    case 'mass':
    case 'pieces':
      return (ofMean.test(clause) || stolen.test(clause) ? unsure : same)(
        as(
          /overslag|trafic de marchandises|umschlag|freight traffic|cargo throughput/iu.test(
            sentence,
          ) ||
            ofGoods.test(clause) ||
            goodsBehind.test(clause.slice(clause.indexOf(words) + words.length))
            ? null
            : seized
              ? 'quantity'
              : null,
          seized,
        ),
      );
    case 'money': {
      const named = moneyMetrics.find(
        ([metric, pattern]) =>
          pattern.test(clause) &&
          (metric !== 'cash' ||
            seized !== null ||
            /:\s*$/u.test(clause) ||
            /^\s*[-•*–] /u.test(sentence)),
      );
      // What drugs are worth is no asset that was taken.
      const isWorth = /waard|valeur|valant|\p{L}*wert(?!\p{L})|worth|value/iu.test(sentence);
      if (!named && (worthBefore.test(clause) || sumOfDrugs.test(clause))) return as(null, null);
      if (!named && says(clause, 'taken') && !(isWorth && ofDrugs.test(sentence)))
        return unsure(as('assets_seized', wordsOf(clause, 'taken')));
      // "12 kilo cocaïne en 593.941 euro in beslag genomen": taken as the kilos are, unless it is what they are worth.
      if (!named && seized && onAccounts.test(clause)) return unsure(as('assets_seized', seized));
      const isBeside = clause.split('|').at(-1)?.trim() === '';
      if (!named && seized && isBeside && !isWorth) return unsure(as('cash', seized));
      const isCash = named?.[0] === 'cash';
      return (isCash && seized === null ? unsure : same)({
        ...as(named?.[0] ?? null, named ? (named[1].exec(clause)?.[0] ?? null) : null),
        ...(isCash ? { act: seized } : {}),
      });
    }
    case 'finds':
      // "1.723 Pakete Kokain", "packages of cocaine": how it was wrapped; a parcel is what was sent by post.
      if (wrapping.test(words) && wrapped.test(clause.slice(clause.indexOf(words) + words.length)))
        return as(null, null, null);
      // Parcels and letters with drugs are entered as items, whatever they are called.
      return unit === 'seizure'
        ? { ...as('seizures', seized, unit, countUnit), act: null }
        : seized
          ? as('seizures', seized, countUnit === 'consignment' ? 'consignment' : unit, countUnit)
          : as(null, null);
    case 'persons':
    case 'staff':
    case 'suspects': {
      const arrest = arrestedBefore.exec(clause)?.[0];
      if (arrest !== undefined) return as('arrests', arrest.trim(), 'arrest');
      if (arrestedAround.test(clause)) return as('arrests', words, 'arrest');
      const held = wordsOf(clause, 'arrested');
      if (held !== null)
        return (/garde à vue/iu.test(held) ? unsure : same)(as('arrests', held, 'arrest'));
      if (says(clause, 'influence'))
        return as('under_influence', wordsOf(clause, 'influence'), 'person');
      if (says(clause, 'drugs'))
        return as('persons_with_drugs', wordsOf(clause, 'drugs'), 'person');
      if (kind === 'staff') return orUnsure(as('staff', wordsOf(clause, 'deployed')));
      if (says(clause, 'checked'))
        return as('persons_checked', wordsOf(clause, 'checked'), 'person');
      if (/(?<!\p{L})(?:stopped|pulled over)(?!\p{L})/u.test(clause))
        return unsure(as('persons_checked', wordsOf(clause, 'stopped'), 'person'));
      if (kind === 'suspects')
        return orUnsure(as('suspects', wordsOf(clause, 'recorded'), unit, countUnit));
      return says(sentence, 'checked')
        ? unsure(as('persons_checked', wordsOf(sentence, 'checked'), 'person'))
        : as(null, null);
    }
    case 'arrests':
      return as('arrests', null);
    case 'vehicles':
    case 'trains':
    case 'buses': {
      if (kind === 'vehicles' && taken !== null) return as('vehicles_seized', taken.trim());
      // "312 stolen cars recovered": given back, and not taken.
      if (kind === 'vehicles' && stolen.test(clause) && !says(clause, 'taken'))
        return as(null, null);
      if (kind === 'vehicles' && says(clause, 'seized') && !says(clause, 'checked'))
        return says(clause, 'taken')
          ? as('vehicles_seized', wordsOf(clause, 'taken'))
          : unsure(as('vehicles_seized', wordsOf(clause, 'seized')));
      if (says(clause, 'stopped') && !says(clause, 'checked'))
        return unsure(as(`${kind}_checked` as Metric, wordsOf(clause, 'stopped')));
      const checked =
        wordsOf(clause, 'checked') ??
        (kind === 'vehicles' && says(clause, 'seized') ? null : wordsOf(sentence, 'checked'));
      if (!checked && kind === 'vehicles' && seized) return unsure(as('vehicles_seized', seized));
      return as(checked ? (`${kind}_checked` as Metric) : null, checked);
    }
    case 'weapons':
      return as(seized ? 'weapons' : null, seized);
    case 'offences':
      return orUnsure(as('offences', wordsOf(clause, 'recorded'), unit, countUnit));
    case 'transactions': {
      const unusual = /ongebruikelijk|inhabituel|ungewöhnlich|unusual/iu.exec(sentence)?.[0];
      if (unusual !== undefined) return as('unusual_transactions', unusual, unit);
      const suspicious = /verdacht|suspect|verdächtig|suspicious/iu.exec(sentence)?.[0];
      return as(suspicious === undefined ? null : 'str_transactions', suspicious ?? null);
    }
    case 'reports': {
      const ofMoney =
        /FIU|CRF|CTIF|CFI|witwas|blanchiment|soupçon|geldwäsche|verdachtsmeld|suspicious/iu;
      const named = ofMoney.test(words) ? words : (ofMoney.exec(sentence)?.[0] ?? null);
      return as(named === null ? null : 'str_reports', named);
    }
    case 'files': {
      const [unit] = /FIU|CRF|CTIF|CFI/u.exec(sentence) ?? [];
      return as(unit === undefined ? null : 'fiu_files', unit ?? null);
    }
    case 'containers': {
      const [scan] = /scan/iu.exec(clause) ?? [];
      return as(scan === undefined ? null : 'scans', scan ?? null);
    }
    case 'controls':
      return as('controls', null);
    case 'population':
      return unsure(as('population', null, 'person'));
    default:
      return as(null, null, unit, countUnit);
  }
}
