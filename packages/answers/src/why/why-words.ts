import { type Text, terms } from '@samenbeeld/schema';

function text(nl: string, fr: string, de: string, en: string): Text {
  return { nl, fr, de, en };
}

type WordName =
  | 'nothing'
  | 'atLeast'
  | 'atMost'
  | 'line'
  | 'sheet'
  | 'column'
  | 'cell'
  | 'note'
  | 'converted'
  | 'because'
  | 'noWeight'
  | 'weighed'
  | 'adds'
  | 'conflict'
  | 'proposed'
  | 'ceilingInUse'
  | 'ceilingOffered'
  | 'subject'
  | 'decision'
  | 'inForce'
  | 'lapsed'
  | 'notAllowed'
  | 'superseded'
  | 'byDecision'
  | 'files'
  | 'quoted'
  | 'sums'
  | 'totalAtLeast'
  | 'totalAtMost'
  | 'largest'
  | 'smallest'
  | 'within'
  | 'orMore'
  | 'ofItself'
  | 'between'
  | 'ceiling'
  | 'asRead'
  | 'more';

export const words: Readonly<Record<WordName, Text>> = {
  /** Absent is not zero. */
  nothing: text(
    'Geen bron zegt hier iets over. Dat is onbekend, niet nul.',
    'Aucune source n’en parle. C’est inconnu, et non pas zéro.',
    'Keine Quelle sagt etwas dazu. Das ist unbekannt, nicht null.',
    'No source says anything about it. That is unknown, not zero.',
  ),
  atLeast: text('totaal ten minste', 'total au moins', 'insgesamt mindestens', 'total at least'),
  atMost: terms.atMost,
  line: text('regel', 'ligne', 'Zeile', 'line'),
  sheet: text('blad', 'feuille', 'Blatt', 'sheet'),
  column: text('kolom', 'colonne', 'Spalte', 'column'),
  cell: text('cel', 'cellule', 'Zelle', 'cell'),
  note: text('opmerking', 'remarque', 'Anmerkung', 'note'),
  converted: text('omgerekend', 'converti', 'umgerechnet', 'converted'),
  because: text('want', 'car', 'denn', 'because'),
  weighed: text(
    'het gewicht dat telt: {kg}',
    'le poids qui compte : {kg}',
    'das Gewicht, das zählt: {kg}',
    'the weight that counts: {kg}',
  ),
  adds: text(
    'voegt {kg} toe: welke meldingen één vangst zijn, is niet zeker',
    'ajoute {kg} : il n’est pas certain quels signalements concernent une seule saisie',
    'trägt {kg} bei: Welche Meldungen ein Fund sind, ist nicht sicher',
    'adds {kg}: it is not certain which reports are one find',
  ),
  noWeight: text('geen gewicht', 'pas de poids', 'kein Gewicht', 'no weight'),
  conflict: text('conflict', 'conflit', 'Konflikt', 'conflict'),
  proposed: text('Voorstel', 'Proposition', 'Vorschlag', 'Proposed'),
  ceilingInUse: text(
    'plafond in gebruik',
    'plafond utilisé',
    'Obergrenze in Gebrauch',
    'ceiling in use',
  ),
  ceilingOffered: text(
    'plafond aangeboden',
    'plafond proposé',
    'Obergrenze angeboten',
    'ceiling on offer',
  ),
  subject: text('onderwerp', 'objet', 'Gegenstand', 'subject'),
  decision: text('beslissing', 'décision', 'Entscheidung', 'decision'),
  lapsed: text(
    'niet meer van toepassing',
    'sans objet',
    'nicht mehr anwendbar',
    'no longer applies',
  ),
  notAllowed: text(
    'deze rol beslist hier niet',
    'ce rôle ne décide pas ici',
    'diese Rolle entscheidet hier nicht',
    'this role does not decide here',
  ),
  inForce: text('van kracht', 'en vigueur', 'in Kraft', 'in force'),
  superseded: text('vervangen', 'remplacée', 'ersetzt', 'superseded'),
  byDecision: text(
    '{label} ({id}, {who}, {on})',
    '{label} ({id}, {who}, {on})',
    '{label} ({id}, {who}, {on})',
    '{label} ({id}, {who}, {on})',
  ),
  asRead: text(
    'Zo gelezen: dit beeld telt niets op. Voor een totaal met zijn redenen: samenbeeld build EEN.picture.yaml --out MAP, dan opnieuw why MAP.',
    'Tel que lu : ce tableau n’additionne rien. Pour un total motivé : samenbeeld build UN.picture.yaml --out DOSSIER, puis why DOSSIER.',
    'Wie gelesen: dieses Lagebild summiert nichts. Für eine begründete Summe: samenbeeld build EIN.picture.yaml --out ORDNER, dann why ORDNER.',
    'As read: this picture adds nothing up. For a total with its reasons: samenbeeld build A.picture.yaml --out FOLDER, then why FOLDER.',
  ),
  more: text(
    'en nog {n}; --json toont alles',
    'et {n} de plus ; --json montre tout',
    'und {n} weitere; --json zeigt alle',
    'and {n} more; --json has them all',
  ),
  /** In another language than the reader's. */
  quoted: text('“{words}”', '« {words} »', '„{words}“', '“{words}”'),
  sums: text('zo komt het tot stand', 'le calcul', 'so kommt es zustande', 'how it adds up'),
  totalAtLeast: text(
    'totaal ten minste',
    'total au moins',
    'insgesamt mindestens',
    'total at least',
  ),
  totalAtMost: text('totaal ten hoogste', 'total au plus', 'insgesamt höchstens', 'total at most'),
  largest: text(
    'het grootste van {parts}',
    'le plus grand parmi {parts}',
    'das Größte von {parts}',
    'the largest of {parts}',
  ),
  smallest: text(
    'het kleinste van {parts}',
    'le plus petit parmi {parts}',
    'das Kleinste von {parts}',
    'the smallest of {parts}',
  ),
  within: text(
    '{value}, gehouden binnen {low} en {high}',
    '{value}, ramené entre {low} et {high}',
    '{value}, gehalten zwischen {low} und {high}',
    '{value}, held between {low} and {high}',
  ),
  orMore: text(
    '{value}, gehouden op ten minste {low}',
    '{value}, porté à au moins {low}',
    '{value}, gehalten auf mindestens {low}',
    '{value}, held to at least {low}',
  ),
  ofItself: text('samen', 'ensemble', 'zusammen', 'together'),
  between: text(
    'vangsten die van een andere haven kunnen zijn',
    'saisies pouvant relever d’un autre port',
    'Funde, die zu einem anderen Hafen gehören können',
    'finds that may be of another port',
  ),
  ceiling: text('plafond', 'plafond', 'Obergrenze', 'ceiling'),
  files: text('bestanden', 'fichiers', 'Dateien', 'files'),
};
