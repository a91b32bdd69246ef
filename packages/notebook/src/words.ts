import { type Language, languages, type Text } from '@samenbeeld/schema';

/** nl, fr, de, en. */
const texts = {
  about: 'ongeveer|environ|rund|about',
  agency: 'dienst|service|Stelle|agency',
  agrees: 'stemt overeen|concorde|stimmt überein|agrees',
  asOf: 'stand|état au|Stand|as of',
  atLeast: 'ten minste|au moins|mindestens|at least',
  atMost: 'ten hoogste|au plus|höchstens|at most',
  basis: 'grondslag|base|Grundlage|basis',
  byPort: 'Per haven|Par port|Je Hafen|By port',
  cause: 'waarom|pourquoi|warum|why',
  ceilings: 'Plafonds|Plafonds|Obergrenzen|Ceilings',
  cell: 'cel|cellule|Zelle|cell',
  columns: 'Kolommen en soorten|Colonnes et types|Spalten und Typen|Columns and types',
  compared: 'cijfers vergeleken|chiffres comparés|Zahlen verglichen|figures compared',
  confidence: 'zekerheid|fiabilité|Sicherheit|confidence',
  conflicts: 'Tegenspraak|Contradictions|Widersprüche|Conflicts',
  count: 'aantal|nombre|Anzahl|count',
  date: 'datum|date|Datum|date',
  decided: 'beslist|tranché|entschieden|decided',
  decisions: 'Beslissingen|Décisions|Entscheidungen|Decisions',
  difference: 'verschil|écart|Unterschied|gap',
  differsIn: 'verschilt in|diffère par|verschieden in|differs in',
  doNotSay: 'Niet zeggen|À ne pas dire|Nicht sagen|Do not say',
  explained: 'verklaard|expliqué|erklärt|explained',
  explanation: 'verklaring|explication|Erklärung|explanation',
  fields: 'kolommen|colonnes|Spalten|columns',
  figure: 'cijfer|chiffre|Zahl|figure',
  files: 'records|fiches|Datensätze|records',
  findsOnly: 'losse vondsten|saisies isolées|Einzelfunde|single finds',
  firstReport: 'eerste melding|première mention|erste Meldung|first report',
  flags: 'merktekens|mentions|Vermerke|flags',
  found: 'gevonden|trouvées|gefunden|found',
  highest: 'hoogste|maximum|höchster|highest',
  interval: 'interval|intervalle|Intervall|interval',
  leftOut:
    '{n} rijen telden niet mee door eigen criteria; een haven kan daardoor ten onrechte als niet gemeld verschijnen.|{n} lignes ont été écartées par vos propres critères ; un port peut donc paraître, à tort, non communiqué.|{n} Zeilen blieben wegen eigener Kriterien außer Betracht; ein Hafen kann daher zu Unrecht als nicht gemeldet erscheinen.|{n} rows were left out by criteria of your own; a port may therefore seem unreported.',
  licence: 'licentie|licence|Lizenz|licence',
  likely: 'waarschijnlijk|probable|wahrscheinlich|likely',
  lowest: 'laagste|minimum|niedrigster|lowest',
  matches: 'Hetzelfde getal|Le même nombre|Dieselbe Zahl|The same number',
  mayBeSaid: 'Wel te zeggen|Peut se dire|Kann gesagt werden|May be said',
  measure: 'maat|mesure|Größe|measure',
  method: 'methode|méthode|Methode|method',
  missing: 'ontbreekt|manque|fehlt|missing',
  mixed: 'maten|mesures|Größen|measures',
  more: 'rijen niet getoond|lignes non affichées|Zeilen nicht gezeigt|rows not shown',
  notAdded: 'Niet opgeteld|Non additionné|Nicht addiert|Not added',
  notReported: 'niet gemeld|non communiqué|nicht gemeldet|not reported',
  numbers: 'De getallen|Les nombres|Die Zahlen|The numbers',
  other: 'ander cijfer|autre chiffre|andere Zahl|other figure',
  pairs: 'paren van records|paires de fiches|Paare von Datensätzen|pairs of records',
  period: 'periode|période|Zeitraum|period',
  place: 'plaats|lieu|Ort|place',
  points: 'punten|points|Punkte|points',
  published: 'gepubliceerd|publié|veröffentlicht|published',
  publisher: 'uitgever|éditeur|Herausgeber|publisher',
  quantity: 'hoeveelheid|quantité|Menge|quantity',
  reasons: 'redenen|raisons|Gründe|reasons',
  reference: 'nr.|n°|Nr.|no.',
  refused: 'Geen antwoord|Pas de réponse|Keine Antwort|No answer',
  reported: 'gemeld|communiqué|gemeldet|reported',
  role: 'rol|rôle|Rolle|role',
  rows: 'rijen|lignes|Zeilen|rows',
  search: 'zoeken|chercher|suchen|search',
  secondReport: 'tweede melding|seconde mention|zweite Meldung|second report',
  seizures: 'inbeslagnames|saisies|Sicherstellungen|seizures',
  share: 'aandeel|part|Anteil|share',
  sizeBand: 'grootteklasse|tranche|Größenklasse|size band',
  source: 'bron|source|Quelle|source',
  sources: 'bronnen|sources|Quellen|sources',
  standing: 'geldend|retenu|maßgeblich|standing',
  status: 'status|statut|Status|status',
  substance: 'drug|drogue|Droge|substance',
  synthetic: 'synthetisch|synthétique|synthetisch|synthetic',
  total: 'totaal|total|Summe|total',
  undecided: 'onbeslist|non tranché|ungeklärt|undecided',
  verdict: 'oordeel|verdict|Urteil|verdict',
  warnings: 'Let op|Attention|Achtung|Note',
  years: 'Jaren en havens|Années et ports|Jahre und Häfen|Years and ports',
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
