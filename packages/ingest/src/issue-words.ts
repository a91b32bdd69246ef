import { type Issue, inFour, ownValue, quoted, type Text } from '@samenbeeld/schema';

type Three = readonly [nl: string, fr: string, de: string];

const none: Three = ['niet nodig', 'aucune', 'nicht nötig'];
const correctCell: Three = [
  'verbeter de cel, of zet haar met de reden onder missingValues',
  'corrigez la cellule, ou mettez-la avec la raison sous missingValues',
  'die Zelle berichtigen oder mit dem Grund unter missingValues aufführen',
];
const askPublisher: Three = [
  'vraag het de uitgever',
  'demandez à l’éditeur',
  'den Herausgeber fragen',
];
const doubleQuotes: Three = [
  'verdubbel de aanhalingstekens in de cel',
  'doublez les guillemets dans la cellule',
  'die Anführungszeichen in der Zelle verdoppeln',
];
const emptyCell: Three = [
  'de cel is leeg, en mag dat niet zijn',
  'la cellule est vide et ne peut pas l’être',
  'die Zelle ist leer und darf es nicht sein',
];
const unknownCode: Three = [
  '{value} is geen bekende code',
  '{value} n’est pas un code connu',
  '{value} ist kein bekannter Code',
];

/** What is wrong and how to repair it, by rule; the cell stands where it is quoted. English is as the issue itself says it. */
const rules: Readonly<Record<string, readonly [message: Three, repair: Three]>> = {
  'boolean.invalid': [
    ['{value} is ja noch nee', '{value} n’est ni oui ni non', '{value} ist weder ja noch nein'],
    [
      'verbeter de cel, of zet haar onder trueValues of falseValues',
      'corrigez la cellule, ou mettez-la sous trueValues ou falseValues',
      'die Zelle berichtigen oder unter trueValues oder falseValues aufführen',
    ],
  ],
  'cell.after-quote': [
    [
      'op het sluitende aanhalingsteken volgt tekst: de cel is in haar geheel genomen, met de aanhalingstekens',
      'du texte suit le guillemet fermant : la cellule est prise entière, avec ses guillemets',
      'auf das schließende Anführungszeichen folgt Text: die Zelle ist ganz genommen, mit ihren Anführungszeichen',
    ],
    doubleQuotes,
  ],
  'cell.carriage-return': [
    [
      'een regelterugloop staat alleen, buiten aanhalingstekens: hij hoort bij de cel',
      'un retour chariot est seul, hors guillemets : il fait partie de la cellule',
      'ein Wagenrücklauf steht allein, außerhalb von Anführungszeichen: er gehört zur Zelle',
    ],
    [
      'vervang hem door een regeleinde of een spatie',
      'remplacez-le par une fin de ligne ou une espace',
      'durch ein Zeilenende oder ein Leerzeichen ersetzen',
    ],
  ],
  'cell.fill-repeats': [
    [
      'met het label van erboven heeft de rij dezelfde labels als een andere: misschien is hier het label van een andere groep weggevallen',
      'avec le libellé du dessus, la ligne a les mêmes libellés qu’une autre : celui d’un autre groupe manque peut-être ici',
      'mit der Bezeichnung darüber hat die Zeile dieselben Bezeichnungen wie eine andere: vielleicht fehlt hier die einer anderen Gruppe',
    ],
    askPublisher,
  ],
  'cell.filled': [
    [
      'lege cellen krijgen het label erboven',
      'des cellules vides prennent le libellé du dessus',
      'leere Zellen erhalten die Bezeichnung darüber',
    ],
    none,
  ],
  'cell.merged': [
    [
      'samengevoegde cellen: alleen de eerste bevat de waarde',
      'cellules fusionnées : seule la première contient la valeur',
      'verbundene Zellen: nur die erste enthält den Wert',
    ],
    [
      'schrijf `fill: down` bij de kolom als de waarde voor alle geldt, of vul de cellen in de werkmap',
      'écrivez `fill: down` à la colonne si la valeur vaut pour toutes, ou remplissez les cellules du classeur',
      '`fill: down` bei der Spalte schreiben, wenn der Wert für alle gilt, oder die Zellen der Arbeitsmappe füllen',
    ],
  ],
  'cell.nested': [
    [
      'een object of lijst: bewaard als JSON-tekst',
      'un objet ou une liste : gardé comme texte JSON',
      'ein Objekt oder eine Liste: als JSON-Text behalten',
    ],
    none,
  ],
  'cell.not-filled': [
    [
      'de cel is leeg en krijgt geen label van erboven',
      'la cellule est vide et ne prend pas de libellé du dessus',
      'die Zelle ist leer und erhält keine Bezeichnung von oben',
    ],
    [
      'zet het label in de cel',
      'mettez le libellé dans la cellule',
      'die Bezeichnung in die Zelle setzen',
    ],
  ],
  'cell.too-long': [
    [
      'een tekst die langer is dan een code, dag of cijfer kan zijn',
      'un texte plus long que tout code, jour ou chiffre',
      'ein Text, länger als jeder Code, Tag oder jede Zahl',
    ],
    [
      'verbeter de cel, of laat de rij met een andere kolom weg',
      'corrigez la cellule, ou laissez la ligne de côté par une autre colonne',
      'die Zelle berichtigen oder die Zeile über eine andere Spalte weglassen',
    ],
  ],
  'cell.unpaired-quote': [
    [
      'de aanhalingstekens van de cel vormen geen paar: ze is zo gelezen dat de rij evenveel cellen heeft als de andere',
      'les guillemets de la cellule ne vont pas par paires : elle est lue de sorte que la ligne ait autant de cellules que les autres',
      'die Anführungszeichen der Zelle bilden kein Paar: sie ist so gelesen, dass die Zeile so viele Zellen hat wie die anderen',
    ],
    doubleQuotes,
  ],
  'check.range': [
    [
      'het cijfer valt buiten de grenzen van de toets',
      'le chiffre sort des bornes du contrôle',
      'die Zahl liegt außerhalb der Grenzen der Prüfung',
    ],
    [
      'bekijk en verbeter de cel (`samenbeeld harmonise … --correct`), of verruim `min` of `max` van de toets',
      'regardez et corrigez la cellule (`samenbeeld harmonise … --correct`), ou élargissez `min` ou `max` du contrôle',
      'die Zelle ansehen und berichtigen (`samenbeeld harmonise … --correct`) oder `min` oder `max` der Prüfung erweitern',
    ],
  ],
  'check.total': [
    [
      'het totaal is niet de som van zijn delen',
      'le total n’est pas la somme de ses parties',
      'die Summe ist nicht die ihrer Teile',
    ],
    [
      'vraag het de uitgever, of leg het verschil vast als breuk of tolerantie',
      'demandez à l’éditeur, ou déclarez la différence comme rupture ou tolérance',
      'den Herausgeber fragen oder den Unterschied als Bruch oder Toleranz festhalten',
    ],
  ],
  'check.unique': [
    [
      'meerdere records hebben dezelfde velden',
      'plusieurs enregistrements ont les mêmes champs',
      'mehrere Datensätze haben dieselben Felder',
    ],
    [
      'laat het record dat niet geldt weg met een regel onder `exclude` of een verbetering, of noem onder `fields` van de toets wat de records onderscheidt',
      'laissez de côté l’enregistrement qui ne vaut pas par une règle sous `exclude` ou une correction, ou nommez sous `fields` du contrôle ce qui les distingue',
      'den Datensatz, der nicht gilt, durch eine Regel unter `exclude` oder eine Berichtigung weglassen oder unter `fields` der Prüfung nennen, was sie unterscheidet',
    ],
  ],
  'claim.blank': [
    emptyCell,
    [
      'vul haar in; een rij die `samenbeeld claims` voorstelde, is nog van niemand: bevestig haar met `samenbeeld claims TEKST --review --out BLAD.csv`',
      'remplissez-la ; une ligne proposée par `samenbeeld claims` n’est encore l’affirmation de personne : confirmez-la par `samenbeeld claims TEXTE --review --out FEUILLE.csv`',
      'ausfüllen; eine Zeile, die `samenbeeld claims` vorschlug, ist noch niemandes Angabe: mit `samenbeeld claims TEXT --review --out BLATT.csv` bestätigen',
    ],
  ],
  'code.ambiguous': [
    [
      '{value} kan meer dan één code betekenen',
      '{value} peut signifier plus d’un code',
      '{value} kann mehr als einen Code bedeuten',
    ],
    [
      'zeg welke in codes of de omzettabel van de kolom',
      'dites lequel dans codes ou la table de correspondance de la colonne',
      'in codes oder der Umschlüsselung der Spalte sagen, welcher',
    ],
  ],
  'code.refused': [
    [
      '{value} mag hier niet staan, zegt de beschrijving',
      '{value} ne peut figurer ici, dit la description',
      '{value} darf hier nicht stehen, sagt die Beschreibung',
    ],
    [
      'verbeter de cel, of laat de rij uit het bestand',
      'corrigez la cellule, ou retirez la ligne du fichier',
      'die Zelle berichtigen oder die Zeile aus der Datei lassen',
    ],
  ],
  'code.unknown': [
    unknownCode,
    [
      'verbeter de omzetting van de kolom',
      'corrigez la conversion de la colonne',
      'die Umsetzung der Spalte berichtigen',
    ],
  ],
  'column.trailing-empty': [
    [
      'kolommen rechts zonder kop en zonder waarde zijn weggelaten',
      'des colonnes à droite, sans en-tête ni valeur, sont laissées de côté',
      'Spalten rechts ohne Überschrift und ohne Wert sind weggelassen',
    ],
    none,
  ],
  'crosswalk.unknown-code': [
    unknownCode,
    [
      'verbeter de cel, zet de code in de omzettabel, of sluit het label bij naam uit',
      'corrigez la cellule, ajoutez le code à la table de correspondance, ou excluez le libellé par son nom',
      'die Zelle berichtigen, den Code in die Umschlüsselung setzen oder die Bezeichnung namentlich ausschließen',
    ],
  ],
  'field.blank': [
    emptyCell,
    [
      'vul de cel; of zeg onder `blank` wat een lege cel betekent; of schrijf `fill: down` als het label erboven geldt',
      'remplissez la cellule ; ou dites sous `blank` ce que veut dire une cellule vide ; ou écrivez `fill: down` si le libellé du dessus vaut',
      'die Zelle füllen; oder unter `blank` sagen, was eine leere Zelle bedeutet; oder `fill: down` schreiben, wenn die Bezeichnung darüber gilt',
    ],
  ],
  'file.repeated': [
    [
      'heeft dezelfde bytes als een ander bestand, en is volgens zijn naam van andere records',
      'a les mêmes octets qu’un autre fichier, et d’après son nom porte sur d’autres enregistrements',
      'hat dieselben Bytes wie eine andere Datei und gilt dem Namen nach anderen Datensätzen',
    ],
    [
      'haal beide opnieuw op; een van de twee kan een kopie zijn',
      'récupérez les deux à nouveau ; l’un peut être une copie',
      'beide neu abrufen; eine kann eine Kopie sein',
    ],
  ],
  'flag.unknown': [
    [
      '{value} heeft een teken dat niet is verklaard',
      '{value} porte un signe qui n’est pas expliqué',
      '{value} hat ein Zeichen, das nicht erklärt ist',
    ],
    ['verklaar het onder flags', 'expliquez-le sous flags', 'unter flags erklären'],
  ],
  'missing.contradicted': [
    [
      '{value} is gegeven, en de rij zegt dat de waarde ontbreekt',
      '{value} est donné, et la ligne dit que la valeur manque',
      '{value} ist angegeben, und die Zeile sagt, dass der Wert fehlt',
    ],
    [
      'maak een van de twee cellen leeg',
      'videz l’une des deux cellules',
      'eine der beiden Zellen leeren',
    ],
  ],
  'number.ambiguous': [
    [
      '{value} is op twee manieren te lezen: met duizendtallen of met decimalen',
      '{value} se lit de deux façons : avec des milliers ou avec des décimales',
      '{value} ist auf zwei Arten zu lesen: mit Tausendern oder mit Dezimalen',
    ],
    [
      'geef decimalChar of groupChar op bij de kolom in de bronbeschrijving',
      'déclarez decimalChar ou groupChar à la colonne dans la description de la source',
      'decimalChar oder groupChar bei der Spalte in der Quellenbeschreibung angeben',
    ],
  ],
  'number.invalid': [
    [
      '{value} is geen getal zoals de beschrijving het verwacht',
      '{value} n’est pas un nombre comme la description l’attend',
      '{value} ist keine Zahl, wie die Beschreibung sie erwartet',
    ],
    correctCell,
  ],
  'number.too-large': [
    [
      '{value} is meer dan een cijfer hier kan zijn: 1.000.000.000.000.000',
      '{value} dépasse ce qu’un chiffre peut être ici : 1 000 000 000 000 000',
      '{value} ist mehr, als eine Zahl hier sein kann: 1.000.000.000.000.000',
    ],
    correctCell,
  ],
  'period.invalid': [
    [
      '{value} is geen dag of periode zoals de beschrijving die verwacht',
      '{value} n’est pas un jour ni une période comme la description l’attend',
      '{value} ist kein Tag und kein Zeitraum, wie die Beschreibung ihn erwartet',
    ],
    [
      'verbeter de cel, of de vorm in de kolom van de beschrijving',
      'corrigez la cellule, ou la forme à la colonne de la description',
      'die Zelle berichtigen oder die Form bei der Spalte der Beschreibung',
    ],
  ],
  'period.reversed': [
    [
      'de periode eindigt voor ze begint',
      'la période finit avant de commencer',
      'der Zeitraum endet, bevor er beginnt',
    ],
    [
      'verbeter de eerste of de laatste dag',
      'corrigez le premier ou le dernier jour',
      'den ersten oder den letzten Tag berichtigen',
    ],
  ],
  'quantity.invalid': [
    [
      '{value} is niet te lezen als een hoeveelheid',
      '{value} ne se lit pas comme une quantité',
      '{value} ist nicht als Menge zu lesen',
    ],
    correctCell,
  ],
  'row.repeated': [
    [
      'dezelfde records staan er meer dan eens',
      'les mêmes enregistrements y figurent plus d’une fois',
      'dieselben Datensätze stehen mehrfach da',
    ],
    askPublisher,
  ],
  'row.like-footer': [
    [
      'de rij past bij de voet, maar er volgen rijen met gegevens: ze telt als gegevens',
      'la ligne ressemble au pied, mais des lignes de données suivent : elle compte comme donnée',
      'die Zeile passt zum Fuß, aber Zeilen mit Daten folgen: sie zählt als Daten',
    ],
    [
      'sluit de rij bij naam uit, of verbeter de voet in de bronbeschrijving',
      'excluez la ligne par son nom, ou corrigez le pied dans la description de la source',
      'die Zeile namentlich ausschließen oder den Fuß in der Quellenbeschreibung berichtigen',
    ],
  ],
  'row.too-long': [
    [
      'de rij heeft meer cellen dan de kop',
      'la ligne a plus de cellules que l’en-tête',
      'die Zeile hat mehr Zellen als die Kopfzeile',
    ],
    [
      'zet de cel met het scheidingsteken tussen aanhalingstekens, of verbeter de rij',
      'mettez entre guillemets la cellule qui contient le séparateur, ou corrigez la ligne',
      'die Zelle mit dem Trennzeichen in Anführungszeichen setzen oder die Zeile berichtigen',
    ],
  ],
  'row.too-short': [
    [
      'de rij heeft minder cellen dan de kop: de ontbrekende tellen als leeg',
      'la ligne a moins de cellules que l’en-tête : celles qui manquent comptent comme vides',
      'die Zeile hat weniger Zellen als die Kopfzeile: die fehlenden zählen als leer',
    ],
    askPublisher,
  ],
  'row.trailing-empty': [
    [
      'lege cellen achter de laatste kolom zijn weggelaten',
      'des cellules vides après la dernière colonne sont laissées de côté',
      'leere Zellen hinter der letzten Spalte sind weggelassen',
    ],
    none,
  ],
  'sheet.hidden': [
    ['er zijn verborgen bladen', 'il y a des feuilles masquées', 'es gibt ausgeblendete Blätter'],
    [
      'kijk of er gegevens staan',
      'regardez si des données s’y trouvent',
      'nachsehen, ob dort Daten stehen',
    ],
  ],
  'sheet.other': [
    [
      'er zijn bladen of verzamelingen die niet zijn gelezen',
      'des feuilles ou jeux de données n’ont pas été lus',
      'es gibt Blätter oder Datensammlungen, die nicht gelesen wurden',
    ],
    ['noem die met gegevens', 'nommez ceux qui contiennent des données', 'die mit Daten nennen'],
  ],
  'unit.blank': [
    [
      'voor {value} is geen eenheid gegeven',
      'aucune unité n’est donnée pour {value}',
      'für {value} ist keine Einheit angegeben',
    ],
    [
      'geef de eenheid in een kolom, onder `set` of als constante',
      'donnez l’unité dans une colonne, sous `set` ou comme constante',
      'die Einheit in einer Spalte, unter `set` oder als Konstante angeben',
    ],
  ],
  'unit.unfit': [
    [
      'de eenheid van {value} meet iets anders dan de maat van de rij',
      'l’unité de {value} mesure autre chose que la mesure de la ligne',
      'die Einheit von {value} misst etwas anderes als die Größe der Zeile',
    ],
    [
      'geef de kolom met cijfers een eigen `set: { metric: …, unit: … }`',
      'donnez à la colonne de chiffres son propre `set: { metric: …, unit: … }`',
      'der Spalte mit Zahlen ein eigenes `set: { metric: …, unit: … }` geben',
    ],
  ],
  'until.absent': [
    [
      'geen rij past bij until in de bronbeschrijving: alle rijen tot het einde zijn als één tabel gelezen',
      'aucune ligne ne correspond à until dans la description de la source : toutes les lignes jusqu’à la fin sont lues comme un seul tableau',
      'keine Zeile passt zu until in der Quellenbeschreibung: Alle Zeilen bis zum Ende sind als eine Tabelle gelesen',
    ],
    [
      'verbeter until, of verwijder het als het bestand één tabel bevat',
      'rectifiez until, ou supprimez-le si le fichier ne contient qu’un tableau',
      'until berichtigen oder entfernen, wenn die Datei nur eine Tabelle enthält',
    ],
  ],
  'value.blank': [
    [
      'de cel is leeg, en de beschrijving zegt niet wat dat betekent',
      'la cellule est vide, et la description ne dit pas ce que cela signifie',
      'die Zelle ist leer, und die Beschreibung sagt nicht, was das bedeutet',
    ],
    [
      'vul de cel, of geef de reden voor "" onder missingValues',
      'remplissez la cellule, ou donnez la raison de "" sous missingValues',
      'die Zelle füllen oder den Grund für "" unter missingValues angeben',
    ],
  ],
  'value.rounded': [
    [
      'waarden met meer dan 12 decimalen zijn afgerond op 12',
      'des valeurs de plus de 12 décimales sont arrondies à 12',
      'Werte mit mehr als 12 Dezimalen sind auf 12 gerundet',
    ],
    none,
  ],
};

const personal: readonly [message: Three, repair: Three] = [
  [
    'dit lijkt op persoonsgegevens: de hele rij wordt weggelaten en de waarde wordt niet getoond',
    'cela ressemble à des données personnelles : toute la ligne est écartée et la valeur n’est pas montrée',
    'das sieht nach personenbezogenen Daten aus: die ganze Zeile wird weggelassen, und der Wert wird nicht gezeigt',
  ],
  [
    'haal de gegevens bij de bron weg',
    'retirez les données à la source',
    'die Daten an der Quelle entfernen',
  ],
];

const theCell = inFour('de cel', 'la cellule', 'die Zelle', 'the cell');

/**
 * What an issue says and how to repair it, for a reader: in English as it was noted, in the other languages by its rule, which
 * says less of the one cell; null for a rule that is told in English only.
 *
 * @example
 * ```ts
 * import { issueWords } from '@samenbeeld/ingest';
 * const place = { file: 'a.csv', sheet: null, line: 3, column: 'Kilo', severity: 'rejection' } as const;
 * const issue = { ...place, value: '1.234', rule: 'number.ambiguous', message: '"1.234" is either 1234 or 1.234', repair: 'declare decimalChar' };
 * issueWords(issue)?.message.nl // => '"1.234" is op twee manieren te lezen: met duizendtallen of met decimalen'
 * issueWords({ ...issue, rule: 'row.deletion' }) // => null
 * ```
 */
export function issueWords({
  rule,
  value,
  message,
  repair,
}: Issue): { readonly message: Text; readonly repair: Text } | null {
  const isColumn = rule.startsWith('personal-data.') && message.includes('the column is ignored');
  const own = rule.startsWith('personal-data.') && !isColumn ? personal : ownValue(rules, rule);
  if (own === undefined) return null;
  const said = ([nl, fr, de]: Three, en: string): Text => {
    return inFour(nl, fr, de, '{en}', { value: value === null ? theCell : quoted(value), en });
  };
  return { message: said(own[0], message), repair: said(own[1], repair) };
}
