import { inFour, inSigns, type Text, terms } from '@samenbeeld/schema';

type WordName =
  | 'nothing'
  | 'otherScopes'
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
  | 'ofCase'
  | 'sameCase'
  | 'conflict'
  | 'proposed'
  | 'ceilingInUse'
  | 'ceilingOffered'
  | 'subject'
  | 'decision'
  | 'byDecision'
  | 'files'
  | 'quoted'
  | 'sums'
  | 'totalAtMost'
  | 'largest'
  | 'smallest'
  | 'within'
  | 'orMore'
  | 'ofItself'
  | 'between'
  | 'ceiling'
  | 'asRead'
  | 'countsRead'
  | 'more'
  | 'contested'
  | 'stepPacked'
  | 'stepGross'
  | 'stepUnknown'
  | 'stepWorded'
  | 'stepOther'
  | 'stepGrams'
  | 'stepElsewhere'
  | 'stepOpen'
  | 'stepOpenUp';

export const words: Readonly<Record<WordName, Text>> = {
  /** Absent is not zero. */
  nothing: inFour(
    'Dit beeld heeft hiervan geen cijfer. Dat is onbekend, niet nul.',
    'Ce tableau n’en contient aucun chiffre. C’est inconnu, et non pas zéro.',
    'Dieses Lagebild enthält davon keine Zahl. Das ist unbekannt, nicht null.',
    'This picture holds no figure of it. That is unknown, not zero.',
  ),
  otherScopes: inFour(
    'wel cijfers, met een andere reikwijdte',
    'des chiffres, mais d’une autre portée',
    'Zahlen gibt es, mit anderem Umfang',
    'it does hold figures, of another scope',
  ),
  atLeast: inFour('totaal ten minste', 'total au moins', 'insgesamt mindestens', 'total at least'),
  atMost: terms.atMost,
  line: inFour('regel', 'ligne', 'Zeile', 'line'),
  sheet: inFour('blad', 'feuille', 'Blatt', 'sheet'),
  column: inFour('kolom', 'colonne', 'Spalte', 'column'),
  cell: inFour('cel', 'cellule', 'Zelle', 'cell'),
  note: inFour('opmerking', 'remarque', 'Anmerkung', 'note'),
  converted: inFour('omgerekend', 'converti', 'umgerechnet', 'converted'),
  because: inFour('want', 'car', 'denn', 'because'),
  weighed: inFour(
    'het gewicht dat telt: {kg}',
    'le poids qui compte : {kg}',
    'das Gewicht, das zählt: {kg}',
    'the weight that counts: {kg}',
  ),
  ofCase: inFour('zaak {key}', 'affaire {key}', 'Fall {key}', 'case {key}'),
  sameCase: inFour(
    'zaak {key}, ook {others}',
    'affaire {key}, aussi {others}',
    'Fall {key}, auch {others}',
    'case {key}, also {others}',
  ),
  adds: inFour(
    'voegt {kg} toe: welke meldingen één vangst zijn, is niet zeker',
    'ajoute {kg} : il n’est pas certain quels signalements concernent une seule saisie',
    'trägt {kg} bei: Welche Meldungen ein Fund sind, ist nicht sicher',
    'adds {kg}: it is not certain which reports are one find',
  ),
  noWeight: inFour('geen gewicht', 'pas de poids', 'kein Gewicht', 'no weight'),
  conflict: inFour('conflict', 'conflit', 'Konflikt', 'conflict'),
  proposed: inFour('Voorstel', 'Proposition', 'Vorschlag', 'Proposed'),
  ceilingInUse: inFour(
    'plafond in gebruik',
    'plafond utilisé',
    'Obergrenze in Gebrauch',
    'ceiling in use',
  ),
  ceilingOffered: inFour(
    'plafond aangeboden',
    'plafond proposé',
    'Obergrenze angeboten',
    'ceiling on offer',
  ),
  subject: inFour('onderwerp', 'objet', 'Gegenstand', 'subject'),
  decision: inFour('beslissing', 'décision', 'Entscheidung', 'decision'),
  byDecision: inSigns('{label} ({id}, {who}, {on})'),
  countsRead: inFour(
    'Zo gelezen. Wat dit beeld ervan optelt: {commands}',
    'Tel que lu. Ce que ce tableau en additionne : {commands}',
    'Wie gelesen. Was dieses Lagebild davon addiert: {commands}',
    'As read. What this picture adds up of it: {commands}',
  ),
  asRead: inFour(
    'Zo gelezen; hiervan is geen enkel totaal op te tellen. Wat dit beeld wel optelt: samenbeeld ask MAP total.',
    'Tel que lu ; il ne s’en additionne aucun total unique. Ce que ce tableau additionne : samenbeeld ask DOSSIER total.',
    'Wie gelesen; eine einzige Summe ergibt sich daraus nicht. Was dieses Lagebild addiert: samenbeeld ask ORDNER total.',
    'As read; no one total can be added up of it. What this picture does add up: samenbeeld ask FOLDER total.',
  ),
  more: inFour(
    'en nog {n}; --json toont alles',
    'et {n} de plus ; --json montre tout',
    'und {n} weitere; --json zeigt alle',
    'and {n} more; --json has them all',
  ),
  contested: inFour('betwist', 'contesté', 'umstritten', 'contested'),
  /** In another language than the reader's. */
  quoted: inFour('“{words}”', '« {words} »', '„{words}“', '“{words}”'),
  sums: inFour('zo komt het tot stand', 'le calcul', 'so kommt es zustande', 'how it adds up'),
  totalAtMost: inFour(
    'totaal ten hoogste',
    'total au plus',
    'insgesamt höchstens',
    'total at most',
  ),
  largest: inFour(
    'het grootste van {parts}',
    'le plus grand parmi {parts}',
    'das Größte von {parts}',
    'the largest of {parts}',
  ),
  smallest: inFour(
    'het kleinste van {parts}',
    'le plus petit parmi {parts}',
    'das Kleinste von {parts}',
    'the smallest of {parts}',
  ),
  within: inFour(
    '{value}, gehouden binnen {low} en {high}',
    '{value}, ramené entre {low} et {high}',
    '{value}, gehalten zwischen {low} und {high}',
    '{value}, held between {low} and {high}',
  ),
  orMore: inFour(
    '{value}, gehouden op ten minste {low}',
    '{value}, porté à au moins {low}',
    '{value}, gehalten auf mindestens {low}',
    '{value}, held to at least {low}',
  ),
  ofItself: inFour('samen', 'ensemble', 'zusammen', 'together'),
  between: inFour(
    'vangsten die van een andere haven kunnen zijn',
    'saisies pouvant relever d’un autre port',
    'Funde, die zu einem anderen Hafen gehören können',
    'finds that may be of another port',
  ),
  ceiling: inFour('plafond', 'plafond', 'Obergrenze', 'ceiling'),
  /** How the weight of a find is reckoned: less packing, an end of its wording, or otherwise. */
  stepPacked: inFour('{kg} × {times}', '{kg} × {times}', '{kg} × {times}', '{kg} × {times}'),
  stepGross: inFour(
    'bruto; verpakking is ten hoogste een tiende',
    'brut ; l’emballage en prend au plus un dixième',
    'brutto; Verpackung ist höchstens ein Zehntel',
    'gross; packing is at most a tenth',
  ),
  stepUnknown: inFour(
    'bruto of netto niet vermeld',
    'brut ou net non précisé',
    'brutto oder netto nicht angegeben',
    'gross or net not said',
  ),
  stepWorded: inFour(
    'van {kg}, geschat of afgerond',
    'de {kg}, estimé ou arrondi',
    'von {kg}, geschätzt oder gerundet',
    'of {kg}, estimated or rounded',
  ),
  stepOther: inFour(
    'volgens een andere melding ervan',
    'd’après un autre signalement de la même saisie',
    'nach einer anderen Meldung desselben Fundes',
    'by another report of it',
  ),
  stepGrams: inFour(
    'misschien gram in plaats van kilogram',
    'peut-être des grammes au lieu de kilogrammes',
    'vielleicht Gramm statt Kilogramm',
    'perhaps grams instead of kilograms',
  ),
  stepElsewhere: inFour(
    'van {kg}; misschien dezelfde vangst als een andere melding, of van een andere periode',
    'de {kg} ; peut-être la même saisie qu’un autre signalement, ou d’une autre période',
    'von {kg}; vielleicht derselbe Fund wie eine andere Meldung, oder aus einem anderen Zeitraum',
    'of {kg}; perhaps the same find as another report, or of another period',
  ),
  stepOpen: inFour(
    'van {kg}; meer is niet zeker: welke meldingen één vangst zijn, de dag of het gewicht',
    'de {kg} ; le reste n’est pas certain : doublons, jour ou poids',
    'von {kg}; mehr ist nicht sicher: welche Meldungen ein Fund sind, der Tag oder das Gewicht',
    'of {kg}; more is not certain: which reports are one find, the day or the weight',
  ),
  stepOpenUp: inFour(
    'van {kg}; meer is mogelijk: welke meldingen één vangst zijn, de dag of het gewicht is niet zeker',
    'de {kg} ; davantage est possible : doublons, jour ou poids ne sont pas certains',
    'von {kg}; mehr ist möglich: welche Meldungen ein Fund sind, der Tag oder das Gewicht ist nicht sicher',
    'of {kg}; more is possible: which reports are one find, the day or the weight is not certain',
  ),
  files: inFour('bestanden', 'fichiers', 'Dateien', 'files'),
};
