import { sayInFour } from '@samenbeeld/merge';
import { type Language, languages, type Text } from '@samenbeeld/schema';

/** nl, fr, de, en. */
const texts = {
  about: 'ongeveer|environ|rund|about',
  accepted: 'opgenomen|retenus|aufgenommen|accepted',
  agency: 'dienst|service|Stelle|agency',
  alternatives: 'of|ou|oder|or',
  asOf: 'stand|état au|Stand|as of',
  askedOf: 'gevraagd aan|demandé à|gefragt wurde|asked of',
  basis: 'grondslag|base|Grundlage|basis',
  becomes: 'wordt|devient|wird zu|becomes',
  byLag:
    'Per periode, naar maanden tussen het einde ervan en de publicatie|Par période, selon les mois écoulés entre sa fin et la publication|Je Zeitraum, nach Monaten zwischen seinem Ende und der Veröffentlichung|By period, by months from its end to publication',
  byPublication:
    'Per periode, naar datum van publicatie|Par période, selon la date de publication|Je Zeitraum, nach Tag der Veröffentlichung|By period, by date of publication',
  byRegistration:
    'Per periode, naar maanden tussen het einde ervan en de registratie|Par période, selon les mois écoulés entre sa fin et l’enregistrement|Je Zeitraum, nach Monaten zwischen seinem Ende und der Erfassung|By period, by months from its end to registration',
  cell: 'cel|cellule|Zelle|cell',
  cells: 'cellen|cellules|Zellen|cells',
  chosen: 'gekozen|choisie|gewählt|chosen',
  column: 'kolom|colonne|Spalte|column',
  columns: 'Kolommen en soorten|Colonnes et types|Spalten und Typen|Columns and types',
  commonest: 'meest voorkomend|le plus fréquent|am häufigsten|commonest',
  compared: 'cijfers vergeleken|chiffres comparés|Zahlen verglichen|figures compared',
  date: 'datum|date|Datum|date',
  details:
    'In een cel heten ze, in `finding.details`:|Dans une cellule, ils s’appellent, dans `finding.details`\u00a0:|In einer Zelle heißen sie, in `finding.details`:|In a cell they are called, in `finding.details`:',
  difference: 'verschil|écart|Unterschied|gap',
  differsIn: 'verschilt in|diffère par|verschieden in|differs in',
  doNotSay: 'Niet zeggen|À ne pas dire|Nicht sagen|Do not say',
  everyRecord: 'Voor elke melding|Pour chaque fiche|Für jeden Datensatz|For every record',
  excluded: 'uitgesloten|exclus|ausgeschlossen|excluded',
  explanation: 'verklaring|explication|Erklärung|explanation',
  field: 'veld|champ|Feld|field',
  file: 'bestand|fichier|Datei|file',
  files: 'meldingen|fiches|Datensätze|records',
  firstReport: 'eerste melding|première mention|erste Meldung|first report',
  flags: 'merktekens|mentions|Vermerke|flags',
  inFile: 'in het bestand|dans le fichier|in der Datei|in the file',
  inFileCorrected:
    'in het bestand, verbeterd|dans le fichier, corrigé|in der Datei, berichtigt|in the file as corrected',
  inRecords: 'in de meldingen|dans les fiches|in den Datensätzen|in the records',
  interval: 'interval|intervalle|Intervall|interval',
  items: 'gegevens|éléments|Angaben|items',
  known:
    'Een bestand van {} dat al beschreven is.|Un fichier de {}, déjà décrit.|Eine Datei von {}, die schon beschrieben ist.|A file of {}, which is described already.',
  label: 'term|libellé|Bezeichnung|label',
  labels: 'termen|libellés|Bezeichnungen|labels',
  later: 'later|après|später|later',
  leftOut:
    '{n} rijen telden niet mee door eigen criteria; een haven kan daardoor ten onrechte als niet gemeld verschijnen.|{n} lignes ont été écartées par vos propres critères ; un port peut donc paraître, à tort, non déclaré.|{n} Zeilen blieben wegen eigener Kriterien außer Betracht; ein Hafen kann daher zu Unrecht als nicht gemeldet erscheinen.|{n} rows were left out by criteria of your own; a port may therefore seem unreported.',
  licence: 'licentie|licence|Lizenz|licence',
  notSaid: 'niet vermeld|non précisée|nicht angegeben|not said',
  line: 'regel|ligne|Zeile|line',
  markedAs:
    'Gemerkt als het beeld „{}”, waarop dit heet te berusten.|Marqué comme le tableau « {} », sur lequel ceci est censé reposer.|Gekennzeichnet wie das Lagebild „{}“, auf dem dies beruhen soll.|Marked as the picture “{}”, on which this is said to rest.',
  matches: 'Hetzelfde getal|Le même nombre|Dieselbe Zahl|The same number',
  mayBeTogether: 'mogen samen|peuvent être réunies|dürfen zusammen|may be put together',
  mayBeSaid: 'Wel te zeggen|Peut se dire|Kann gesagt werden|May be said',
  measure: 'maat|mesure|Größe|measure',
  methods: 'Methoden|Méthodes|Methoden|Methods',
  method: 'methode|méthode|Methode|method',
  monthsLater:
    'maanden na het einde van de periode|mois après la fin de la période|Monate nach dem Ende des Zeitraums|months after the end of the period',
  more: 'rijen niet getoond|lignes non affichées|Zeilen nicht gezeigt|rows not shown',
  nothingFound: 'Niets valt op.|Rien ne se distingue.|Nichts fällt auf.|Nothing stands out.',
  notUsed: 'niet toegepast|non appliqué|nicht angewandt|not used',
  numbers: 'De getallen|Les nombres|Die Zahlen|The numbers',
  other: 'ander cijfer|autre chiffre|andere Zahl|other figure',
  percentYear: '{}% per jaar|{}\u00a0% par an|{} % pro Jahr|{}% a year',
  period: 'periode|période|Zeitraum|period',
  persons:
    'Lijkt op persoonsgegevens, niet getoond|Ressemble à des données personnelles, non affichées|Sieht nach Personendaten aus, nicht gezeigt|Looks like data of persons, not shown',
  place: 'plaats|lieu|Ort|place',
  probability: 'kans|probabilité|Wahrscheinlichkeit|probability',
  problem: 'wat er is|problème|Problem|problem',
  proposed: 'voorstel|proposition|Vorschlag|proposed',
  published: 'gepubliceerd|publié|veröffentlicht|published',
  quantity: 'hoeveelheid|quantité|Menge|quantity',
  question: 'te beslissen|à trancher|zu entscheiden|to decide',
  readAs: 'Gelezen als|Lu comme|Gelesen als|Read as',
  reason: 'reden|raison|Grund|reason',
  reasons: 'redenen|raisons|Gründe|reasons',
  recorded: 'Vastgelegd|Enregistré|Festgehalten|Recorded',
  reference: 'nr.|n°|Nr.|no.',
  refused: 'Geen antwoord|Pas de réponse|Keine Antwort|No answer',
  rejected: 'afgewezen|rejetés|abgewiesen|rejected',
  relation: 'verhouding|relation|Verhältnis|relation',
  repair: 'herstel|remède|Abhilfe|repair',
  revision: 'herziening|révision|Revision|revision',
  role: 'rol|rôle|Rolle|role',
  rows: 'rijen|lignes|Zeilen|rows',
  saysIt: 'uitkomst|conclusion|Ergebnis|says',
  search: 'zoeken|chercher|suchen|search',
  secondReport: 'tweede melding|seconde mention|zweite Meldung|second report',
  seizures: 'inbeslagnames|saisies|Sicherstellungen|seizures',
  sizeBand: 'grootteklasse|tranche|Größenklasse|size band',
  source: 'bron|source|Quelle|source',
  stake: 'wat ervan afhangt|enjeu|was davon abhängt|stake',
  standing: 'geldend|retenu|maßgeblich|standing',
  stepNoBreak:
    'Een trede zonder streeplijn is niet van een geleidelijke verandering te onderscheiden.|Une marche sans trait tireté ne se distingue pas d’une évolution graduelle.|Eine Stufe ohne gestrichelte Linie ist von allmählicher Veränderung nicht zu unterscheiden.|A step without a dashed rule cannot be told from gradual change.',
  substance: 'drug|drogue|Droge|substance',
  sure: 'zeker|sûreté|sicher|sure',
  synthetic: 'synthetisch|synthétique|synthetisch|synthetic',
  tried: 'Geprobeerd|Essai|Probelauf|Tried',
  undecidedLabels: 'Onbekende termen|Libellés inconnus|Unbekannte Bezeichnungen|Unknown labels',
  verdict: 'oordeel|verdict|Urteil|verdict',
  warnings: 'Let op|Attention|Achtung|Note',
  why: 'waarom|pourquoi|warum|why',
  withAllTied:
    'Met alles wat eraan vastzit|Avec tout ce qui y est lié|Mit allem, was daran hängt|With all that is tied to it',
  withheld: 'afgeschermd|masqué|verdeckt|withheld',
} as const;

/** The name of a word. */
export type WordName = keyof typeof texts;

function textOf(line: string): Text {
  const parts = line.split('|');
  const pairs = languages.map((language, at): [Language, string] => [language, parts[at] ?? '']);
  return Object.fromEntries(pairs) as Record<Language, string>;
}

/** The words of the outputs. */
export const words: Readonly<Record<WordName, Text>> = Object.fromEntries(
  Object.entries(texts).map(([name, line]) => [name, textOf(line)]),
) as Record<WordName, Text>;

/** Things that outputs count: their plural forms in nl, fr, de, en. */
const things = {
  rows: ['rij|rijen', 'ligne|lignes', 'Zeile|Zeilen', 'row|rows'],
  fields: ['kolom|kolommen', 'colonne|colonnes', 'Spalte|Spalten', 'column|columns'],
  sources: ['bron|bronnen', 'source|sources', 'Quelle|Quellen', 'source|sources'],
  decisions: [
    'beslissing|beslissingen',
    'décision|décisions',
    'Entscheidung|Entscheidungen',
    'decision|decisions',
  ],
  pairs: [
    'paar meldingen|paren van meldingen',
    'paire de fiches|paires de fiches',
    'Paar von Datensätzen|Paare von Datensätzen',
    'pair of records|pairs of records',
  ],
  files: ['melding|meldingen', 'fiche|fiches', 'Datensatz|Datensätze', 'record|records'],
  seizures: [
    'inbeslagname|inbeslagnames',
    'saisie|saisies',
    'Sicherstellung|Sicherstellungen',
    'seizure|seizures',
  ],
  clusters: [
    'groep van schrijfwijzen|groepen van schrijfwijzen',
    'groupe de graphies|groupes de graphies',
    'Gruppe von Schreibweisen|Gruppen von Schreibweisen',
    'group of spellings|groups of spellings',
  ],
} as const;

/** "1 decision", "68 rows": so many of a thing, by the plural forms of each language. */
export function howMany(n: number, thing: keyof typeof things): Text {
  const [nl, fr, de, en] = things[thing];
  const of = (forms: string): string => `{n} {n:${forms}}`;
  return sayInFour(of(nl), of(fr), of(de), of(en), { n });
}
