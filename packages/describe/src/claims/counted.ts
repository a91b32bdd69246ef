import { type Language, units } from '@samenbeeld/schema';
import { substancesIn } from './named-substances.ts';

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

/** "160 keer cocaïne", "160 fois de la cocaïne", "160 Mal wurde Kokain": what stands between how often and the drug. */
const timesFound =
  /^\s*(?:keer|maal|fois|mal|times)\s+(?:(?:werd|wurde|was|is) )?(?:er )?(?:de la |de l['’]|du |des |d['’])?/iu;
/** "intercepted cocaine 160 times", and not "160 times more". */
const timesAlone =
  /^\s*(?:keer|maal|fois|mal|times)(?!\p{L})(?! (?:as|more|less|the|higher|larger|greater|zo|meer|hoger|groter|plus|moins|autant|so|mehr|höher|größer)(?!\p{L}))/iu;
const poundsOf = /^(pounds?) of (?:(?:pure|suspected|powdered|liquid) )?/iu;
/** Characters that the name of a drug and a word beside it take at most. */
const nameLength = 60;

const beginsWithDrug = (text: string, language: Language): boolean =>
  substancesIn(text.slice(0, nameLength), language).some(({ start }) => start === 0);

function endsWithDrug(text: string, language: Language): boolean {
  const near = text.trimEnd().slice(-nameLength);
  return substancesIn(near, language).some(({ end }) => end === near.length);
}

/** Finds, where a number says how often a drug was found. */
export function countedTimes(lead: string, rest: string, language: Language): Counted | null {
  const [, words] = /^\s*(keer|maal|fois|mal|times)(?!\p{L})/iu.exec(rest) ?? [];
  if (words === undefined) return null;
  const [between] = timesFound.exec(rest) ?? [];
  const isFound =
    (between !== undefined && beginsWithDrug(rest.slice(between.length), language)) ||
    (timesAlone.test(rest) && endsWithDrug(lead, language));
  return isFound ? { kind: 'finds', unit: 'seizure', countUnit: 'seizure', words } : null;
}

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
  // Of a drug a pound is the weight of the British and Americans, and no money.
  const [ofDrug, pounds = ''] = language === 'en' ? (poundsOf.exec(text) ?? []) : [];
  if (ofDrug !== undefined && beginsWithDrug(text.slice(ofDrug.length), language))
    return { kind: 'mass', unit: 'lb', countUnit: null, words: pounds };
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
