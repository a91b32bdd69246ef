import { inFour, type Text } from '@samenbeeld/schema';

/** Figures of nothing that was counted, by what their heading says of them. */
export const uncounted: readonly {
  readonly words: RegExp;
  readonly says: Text;
  readonly ignore: Text;
}[] = [
  {
    words:
      /(?<!\p{L})(?:binary|binär|binaire|binair|dumm(?:y|ies)|dummyvariabele|variable indicatrice|indicatorvariabele)(?!\p{L})/iu,
    says: inFour('ja of nee', 'oui ou non', 'ja oder nein', 'yes or no'),
    ignore: inFour(
      'zegt of iets zo is, en telt niets',
      'dit si quelque chose est vrai, et ne compte rien',
      'sagt, ob etwas zutrifft, und zählt nichts',
      'says whether something is so, and counts nothing',
    ),
  },
  {
    words:
      /(?<!\p{L})(?:forecasts?|projections?|projected|prognoses?|prognostiziert|prévisions?|vorausschätzung(?:en)?|verwachte?|verwachting(?:en)?|erwartete?[nr]?|expected)(?!\p{L})/iu,
    says: inFour('verwachting', 'prévision', 'Prognose', 'forecast'),
    ignore: inFour(
      'een verwachting, en geen telling',
      'une prévision, et non un comptage',
      'eine Prognose und keine Zählung',
      'a forecast, and no count',
    ),
  },
  {
    words:
      /(?<!\p{L})(?:streefcijfers?|streefwaarden?|doelstelling(?:en)?|objectifs?|zielwerte?|sollwerte?|soll)(?!\p{L})|^\W*(?:targets?|doel|ziel|valeur cible|cible)(?:\W+(?:19|20)\d\d)?\W*$|^\W*(?:19|20)\d\d\W+(?:targets?|doel|ziel|cible)\W*$/iu,
    says: inFour('streefcijfer', 'objectif', 'Zielwert', 'target'),
    ignore: inFour(
      'een streefcijfer, en geen telling',
      'un objectif, et non un comptage',
      'ein Zielwert und keine Zählung',
      'a target, and no count',
    ),
  },
  {
    words:
      /^\W*(?:rank(?:ing)?|rang(?:orde|nummer|platz)?|classement|ranglijst)(?:\W+(?:in |en )?(?:19|20)\d\d)?\W*$|^\W*(?:19|20)\d\d\W+(?:rank(?:ing)?|rang|classement)\W*$/iu,
    says: inFour('rang', 'rang', 'Rang', 'rank'),
    ignore: inFour(
      'afgeleid: een plaats in een rangorde',
      'dérivé : un rang dans un classement',
      'abgeleitet: ein Platz in einer Rangfolge',
      'derived: a place in an order',
    ),
  },
  {
    words:
      /(?<!\p{L})(?:gem(?:\.|iddelden?)|moy(?:\.|ennes?)|durchschnitt(?:lich)?\p{L}*|mittel(?:wert)?|ø|avg|averages?|means?)(?!\p{L}).*(?<!\d)(?:(?:(?:19|20)?\d\d|[’']\d\d)\s*(?:[-–/]|t\/m|tot|à|bis|to)\s*(?:(?:19|20)?\d\d|[’']\d\d)(?!\d)|(?:\d{1,2}|deux|trois|quatre|cinq|dix|drie|vijf|tien|drei|fünf|zehn|three|five|ten)[ -]?(?:jaar|ans|jahre|years?)(?!\p{L}))|(?<!\p{L})(?:\d{1,2}|three|five|ten|vijf|drie|tien|fünf|drei|zehn)[ -]?(?:jaar|jarig|jahres|jährig|years?)\p{L}*[ -]?(?:gemiddelde|durchschnitt|mittel|average|mean)(?!\p{L})|(?<!\p{L})moyenne (?:biennale|triennale|quinquennale|décennale|mobile)(?!\p{L})/iu,
    says: inFour(
      'gemiddelde over jaren',
      'moyenne de plusieurs années',
      'Mittel über Jahre',
      'average of years',
    ),
    ignore: inFour(
      'afgeleid: een gemiddelde over jaren',
      'dérivé : une moyenne de plusieurs années',
      'abgeleitet: ein Mittel über Jahre',
      'derived: an average over years',
    ),
  },
  {
    // "Superficie plantée (ha)" may be of a crop that was destroyed.
    words:
      /^[\W_]*(?:(?:land)?oppervlakten?|(?:land)?fläche|superficie|superfície|(?:land |surface )?area(?=.*(?:km|mi|ha|acres|hect))|surface(?=.*(?:km|ha)))(?:[\W_]+(?:in|en|totale?|insgesamt|totaal))*[\W_]*(?:k?m ?[2²]|qkm|sq\.? ?(?:km|mi(?:les)?|k(?:ilo)?met(?:er|re)s)|square (?:kilomet(?:er|re)s|miles)|km|ha|hectares?|hektar|acres)?[\W_]*$/iu,
    says: inFour('oppervlakte', 'superficie', 'Fläche', 'area'),
    ignore: inFour(
      'de grootte van een gebied, en geen telling',
      'la taille d’un territoire, et non un comptage',
      'die Größe eines Gebiets und keine Zählung',
      'the size of an area, and no count',
    ),
  },
  {
    words:
      /(?<!\p{L})(?:bevolkingsdichtheid|(?:einwohner|bevölkerungs)dichte|densité (?:de (?:la )?)?population|densidad de población|densità abitativa|population density)(?!\p{L})/iu,
    says: inFour(
      'bevolkingsdichtheid',
      'densité de population',
      'Bevölkerungsdichte',
      'population density',
    ),
    ignore: inFour(
      'afgeleid: de bevolking per oppervlakte',
      'dérivé : la population par superficie',
      'abgeleitet: die Bevölkerung je Fläche',
      'derived: the population per area',
    ),
  },
  {
    // What criminals earn is of no head and has no median.
    words:
      /(?<!\p{L})(?:gdp|bbp|pib|bip|bruttoinlandsprodukt|gross domestic product|bruto binnenlands product|produit intérieur brut|niveau de vie|renta per cápita|reddito pro capite|(?:huishoud|gezins|haushalts)(?:inkomen|einkommen))(?!\p{L})|(?<!\p{L})(?:inkomens?|revenus?|einkommen|incomes?)(?!\p{L}).*(?<!\p{L})(?:per|par|je|pro|m[eé]dian|mediaan)(?!\p{L})|(?<!\p{L})(?:median|mediaan|besteedbaar|doorsnee|verfügbare[sn]?|disposable|household|(?:per )?capita)[\W_]+(?:inkomen|einkommen|income)(?!\p{L})/iu,
    says: inFour('inkomen', 'revenu', 'Einkommen', 'income'),
    ignore: inFour(
      'zegt wat men in een gebied verdient, en telt geen misdrijf',
      'dit ce que l’on gagne dans un territoire, et ne compte aucune infraction',
      'sagt, was man in einem Gebiet verdient, und zählt keine Straftat',
      'says what is earned in an area, and counts no offence',
    ),
  },
  {
    words:
      /(?<!\p{L})(?:vorwahl(?:en|nummer)?|netnummers?|indicatif(?:[\W_]+t[eé]l(?:[eé]phonique)?)|dial(?:l?ing)?[\W_]codes?|prefijo telefónico|prefisso(?:[\W_]+telefonico)?)(?!\p{L})/iu,
    says: inFour('netnummer', 'indicatif téléphonique', 'Vorwahl', 'dialling code'),
    ignore: inFour(
      'een nummer om een gebied te bellen, en geen telling',
      'un numéro pour appeler un territoire, et non un comptage',
      'eine Nummer, um ein Gebiet anzurufen, und keine Zählung',
      'a number to call an area by, and no count',
    ),
  },
];

/** What is counted and is no event that anyone registers: persons in prison or in service, users of drugs, what people feel. */
const subjects =
  /(?<!\p{L})(?:prison pop\p{L}*|pris pop|(?<=crim )pris(?: (?:age|cap|cit|off|sex|tri))?|prisoner populations?|(?:populations?|effectifs?) (?:carcérales?|pénitentiaires?|pénales?|détenue?s?|incarcérée?s?)|(?:gevangenis|detentie)(?:populatie|bevolking)|gefangenenbest[aä]nd\p{L}*|gefängnispopulation\p{L}*|prevalen(?:ce|tie)s?|prévalences?|prävalenz(?:en)?|(?:on)?veiligheids(?:beleving|gevoelens?)|\p{L}+beleving|sentiment d['’]insécurité|\p{L}*sicherheits(?:gefühl|empfinden)|(?:fear|perceptions?) of (?:crime|safety|(?:in)?security)|feelings? of (?:un)?safety|police (?:staff|personnel|strength|workforce|headcount)|politie(?:personeel|sterkte)|(?:personnels?|effectifs?) (?:de |des |de la )?(?:polic\p{L}+|gendarm\p{L}+)|polizei(?:personal|stärke|dichte))(?!\p{L})/iu;

const who =
  '(?:(?:male|female|foreign|adult|juvenile|young|sentenced|convicted|unsentenced|remand|pre-?trial|untried|problem|last[- ]year|regular|(?:high-)?risk|injecting|drugs?|cannabis|cocaine|heroin|opioid)\\s+)*';
/** The same where a label or a heading begins with it: further on it may be whom an offence was done to, or by. */
const counted = new RegExp(
  `^(?:total\\s+|all\\s+|(?:number|persons?|count) (?:of|held in|in)\\s+|aantal\\s+|nombre (?:de |d['’]|des )|anzahl (?:der )?)?${who}(?:${[
    'prisoners?|prisons?(?=$| capacity| places| staff| officers)|inmates?|detainees?|gedetineerden|gevangenen|celcapaciteit|personnes? (?:détenues?|incarcérées?|écrouées?)|détenu(?:e?s|e)|écroué(?:e?s|e)|places de prison|(?:straf)?gefangene|inhaftierte|häftlinge|haftplätze',
    '(?:police|prison|customs|correctional) (?:officers?|personnel|employees)|(?:professional )?(?:judges|magistrates|prosecutors)|politieagenten|agenten|policiers|gendarmes|polizist(?:inn)?en|polizeibeamte|polizeikräfte|rechters|juges|richter',
    '(?:drugs?)?users|(?:drugs)?gebruikers|usagers|consommateurs|konsument(?:inn)?en|konsumierende',
    'rapportcijfers?|schulnoten?|(?:note|satisfaction|tevredenheid|zufriedenheit)(?= | *$)|(?:safety|security|veiligheids)[ -]?(?:score|rating|index|cijfer)s?',
  ].join(
    '|',
  )})(?![\\p{L}-])(?!.*(?:kill|injur|assault|attack|escape|victim|tués?|blessés?|getötet|verletzt|gedood|gewond|d[ée]lits?|infractions?|offen[cs]es?|crimes?))`,
  'iu',
);

/** The words by which a text names such a thing; null where it names none. */
export function namesOtherSubject(text: string): string | null {
  const words = text.replaceAll('_', ' ').trim();
  return (subjects.exec(words) ?? counted.exec(words))?.[0] ?? null;
}

/** What programmes of prevention count, where a heading says nothing else: as a label it may be where an offence was done. */
const taught =
  /^(?:(?:total|number|aantal|nombre|anzahl|zahl)(?: of| de| d['’]| des| der| an| van)? ?)?(?:participating |deelnemende |teilnehmende |erreichte |bereikte |reached )?(?:schools?|pupils|participants?|lessons|scholen|leerlingen|deelnemers|lessen|gastlessen|voorlichtingen|écoles|établissements scolaires|élèves|séances|schulen|schul(?:klassen|besuche)|schüler(?:innen)?(?: und schüler(?:innen)?)?|teilnehmende[nr]?|teilnehmer(?:innen)?(?: und teilnehmer(?:innen)?)?|unterrichtsstunden)(?: (?:participantes?|touchée?s|atteints))?(?: \(?(?:19|20)\d\d\)?)?$/iu;

/** The same of the heading of figures. */
export function headsOtherSubject(heading: string): string | null {
  const words = heading.replaceAll('_', ' ').trim();
  return namesOtherSubject(words) ?? taught.exec(words)?.[0] ?? null;
}

/** Why figures of such a thing are left out. */
export const ofNoMetric: Text = inFour(
  'geen misdrijven, verdachten of inbeslagnames: geen maat van een criminaliteitsbeeld bevat ze',
  'ni infractions, ni suspects, ni saisies : aucune mesure du tableau de la criminalité ne les contient',
  'keine Straftaten, Tatverdächtigen oder Sicherstellungen: keine Größe eines Lagebilds enthält sie',
  'no offences, suspects or seizures: no measure of a crime picture holds them',
);

const nuisances =
  /(?<!\p{L})(?:\p{L}*overlast|nuisances?|incivilités?|(?<!(?:crimes?|offen[cs]es?) (?:and|&) )(?:public |social )?disorder(?! offen)|anti-?social behaviou?r|ruhestörung(?:en)?)(?!\p{L})/iu;

/** The words by which a text says that it is of nuisance, which is registered and is mostly no offence; null where it is not. */
export function namesNuisance(text: string): string | null {
  return nuisances.exec(text)?.[0] ?? null;
}
