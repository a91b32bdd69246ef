import { type Issue, inEach, inFour, ownValue, quoted, type Text } from '@samenbeeld/schema';
import { settleText } from './compile/binding.ts';
import { withheldCell } from './rejected-issue.ts';
import { openRule, unsaidRule } from './undecided.ts';

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
  'cell.date': [
    [
      'een datum: gegeven als ISO-tekst, met het opgeslagen getal ernaast',
      'une date : donnée comme texte ISO, avec le nombre stocké à côté',
      'ein Datum: als ISO-Text angegeben, mit der gespeicherten Zahl daneben',
    ],
    none,
  ],
  'cell.duration': [
    [
      'een duur: gegeven als het opgeslagen aantal dagen',
      'une durée : donnée comme le nombre de jours stocké',
      'eine Dauer: als gespeicherte Zahl von Tagen angegeben',
    ],
    none,
  ],
  'cell.error': [
    [
      'de cel toont een fout van het rekenblad',
      'la cellule montre une erreur du tableur',
      'die Zelle zeigt einen Fehler der Tabellenkalkulation',
    ],
    askPublisher,
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
  'cell.formula': [
    [
      'een formule: haar opgeslagen uitkomst is gebruikt',
      'une formule : son résultat stocké est utilisé',
      'eine Formel: ihr gespeichertes Ergebnis ist verwendet',
    ],
    none,
  ],
  'cell.formula-without-value': [
    [
      'een formule zonder opgeslagen uitkomst: de cel telt als leeg',
      'une formule sans résultat stocké : la cellule compte comme vide',
      'eine Formel ohne gespeichertes Ergebnis: die Zelle zählt als leer',
    ],
    [
      'open de werkmap in een rekenblad en sla haar op',
      'ouvrez le classeur dans un tableur et enregistrez-le',
      'die Arbeitsmappe in einer Tabellenkalkulation öffnen und speichern',
    ],
  ],
  'cell.impossible-date': [
    [
      'opgemaakt als een datum die nooit was: gegeven als het opgeslagen getal',
      'mise en forme comme une date qui n’a jamais existé : donnée comme le nombre stocké',
      'als ein Datum formatiert, das es nie gab: als gespeicherte Zahl angegeben',
    ],
    ['verbeter de cel', 'corrigez la cellule', 'die Zelle berichtigen'],
  ],
  'cell.instant': [
    [
      'tijdstippen zijn in UTC gegeven: rond middernacht verschilt de dag van de plaatselijke',
      'les instants sont donnés en UTC : vers minuit, le jour diffère du jour local',
      'Zeitpunkte sind in UTC angegeben: um Mitternacht weicht der Tag vom örtlichen ab',
    ],
    [
      'vraag de uitgever welke dag geldt',
      'demandez à l’éditeur quel jour compte',
      'den Herausgeber fragen, welcher Tag gilt',
    ],
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
      'noem onder `fields` van de toets wat de records onderscheidt, zoals een plaats; alleen waar niets dat doet, laat u het record dat niet geldt weg met een regel onder `exclude` of een verbetering',
      'nommez sous `fields` du contrôle ce qui les distingue, comme un lieu ; seulement si rien ne les distingue, laissez de côté celui qui ne vaut pas par une règle sous `exclude` ou une correction',
      'unter `fields` der Prüfung nennen, was sie unterscheidet, etwa einen Ort; nur wo nichts sie unterscheidet, den Datensatz, der nicht gilt, durch eine Regel unter `exclude` oder eine Berichtigung weglassen',
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
  'correction.applied': [
    [
      '{value} is gelezen zoals de beschrijving onder corrections zegt',
      '{value} est lu comme la description le dit sous corrections',
      '{value} ist so gelesen, wie die Beschreibung unter corrections sagt',
    ],
    [
      'niet nodig; de cel blijft zoals ze is',
      'aucune ; la cellule reste telle quelle',
      'nicht nötig; die Zelle bleibt, wie sie ist',
    ],
  ],
  [openRule]: [
    [
      'concept, niet beslist: {value}',
      'brouillon, non tranché : {value}',
      'Entwurf, nicht entschieden: {value}',
    ],
    [
      'beantwoord het in de beschrijving, en verwijder daarna de regel onder `open` en het woord `decide` in de omzettabel, waar ze nog staan',
      'répondez-y dans la description, puis supprimez la ligne sous `open` et le mot `decide` dans la table de correspondance, s’ils y sont encore',
      'in der Beschreibung beantworten, dann die Zeile unter `open` und das Wort `decide` in der Umschlüsselung löschen, wo sie noch stehen',
    ],
  ],
  [unsaidRule]: [
    ['niet vermeld: {value}', 'non précisé : {value}', 'nicht angegeben: {value}'],
    [
      'schrijf het in de beschrijving waar het bekend is; tot dan staat er dat het niet vermeld is, en komen cijfers van één plaats niet bij die van een andere telregel',
      'écrivez-le dans la description lorsqu’on le sait ; en attendant il est dit que ce n’est pas précisé, et les chiffres d’un lieu ne se joignent pas à ceux d’une autre règle de comptage',
      'in der Beschreibung angeben, wo es bekannt ist; bis dahin steht da, dass es nicht angegeben ist, und Zahlen eines Ortes kommen nicht zu denen einer anderen Zählregel',
    ],
  ],
  'crosswalk.not-exact': [
    [
      'voor {value} is er geen code die precies hetzelfde zegt: de omzettabel licht het toe',
      'pour {value}, aucun code ne dit exactement la même chose : la table de correspondance l’explique',
      'für {value} gibt es keinen Code, der genau dasselbe sagt: die Umschlüsselung erläutert es',
    ],
    [
      'niet nodig; de woorden van de bron blijven bewaard',
      'aucune ; les mots de la source sont gardés',
      'nicht nötig; die Worte der Quelle bleiben erhalten',
    ],
  ],
  'crosswalk.unknown-code': [
    unknownCode,
    [
      'verbeter de cel, zet de code in de omzettabel, of sluit het label bij naam uit',
      'corrigez la cellule, ajoutez le code à la table de correspondance, ou excluez le libellé par son nom',
      'die Zelle berichtigen, den Code in die Umschlüsselung setzen oder die Bezeichnung namentlich ausschließen',
    ],
  ],
  'cube.nested': [
    [
      'categorieën van een dimensie zijn delen van andere: totalen en delen staan samen',
      'des catégories d’une dimension sont des parties d’autres : totaux et parties figurent ensemble',
      'Kategorien einer Dimension sind Teile anderer: Summen und Teile stehen zusammen',
    ],
    [
      'laat een van beide bij naam weg',
      'laissez de côté les uns ou les autres par leur nom',
      'eine der beiden Seiten namentlich weglassen',
    ],
  ],
  'cube.remarks': [
    [
      'de uitgever heeft opmerkingen bij de gegevens gevoegd',
      'l’éditeur a joint des remarques aux données',
      'der Herausgeber hat den Daten Bemerkungen beigefügt',
    ],
    [
      'lees de sleutels "note" van het bestand',
      'lisez les clés "note" du fichier',
      'die Schlüssel "note" der Datei lesen',
    ],
  ],
  'delimiter.unknown': [
    [
      'geen scheidingsteken verdeelt de rijen in evenveel cellen: "," is gebruikt',
      'aucun séparateur ne découpe les lignes en autant de cellules : "," est utilisé',
      'kein Trennzeichen teilt die Zeilen in gleich viele Zellen: "," ist verwendet',
    ],
    ['geef het scheidingsteken op', 'déclarez le séparateur', 'das Trennzeichen angeben'],
  ],
  'encoding.looks-like-utf-8': [
    [
      'het bestand is gelezen in de opgegeven codering, maar is in zijn geheel geldige UTF-8',
      'le fichier est lu dans l’encodage déclaré, mais est entièrement de l’UTF-8 valide',
      'die Datei ist in der angegebenen Kodierung gelesen, ist aber ganz gültiges UTF-8',
    ],
    [
      'geef `encoding: utf-8` op, tenzij de namen kloppen',
      'déclarez `encoding: utf-8`, sauf si les noms sont justes',
      '`encoding: utf-8` angeben, es sei denn, die Namen stimmen',
    ],
  ],
  'field.blank': [
    emptyCell,
    [
      'vul de cel; of zeg onder `blank` wat een lege cel betekent; of schrijf `fill: down` als het label erboven geldt; een rij met een totaal hoort onder `exclude`',
      'remplissez la cellule ; ou dites sous `blank` ce que veut dire une cellule vide ; ou écrivez `fill: down` si le libellé du dessus vaut ; une ligne de total va sous `exclude`',
      'die Zelle füllen; oder unter `blank` sagen, was eine leere Zelle bedeutet; oder `fill: down` schreiben, wenn die Bezeichnung darüber gilt; eine Summenzeile gehört unter `exclude`',
    ],
  ],
  'field.unfilled': [
    [
      'een verplicht veld van dit cijfer is nergens gegeven, en mag niet leeg zijn',
      'un champ obligatoire de ce chiffre n’est donné nulle part, et ne peut pas être vide',
      'ein Pflichtfeld dieser Zahl ist nirgends angegeben und darf nicht leer sein',
    ],
    [
      'geef het onder `set:` van de kolom met cijfers, als groep van de fold, als constante, of in een kolom die er is',
      'donnez-le sous `set:` de la colonne de chiffres, comme groupe du fold, comme constante, ou dans une colonne présente',
      'unter `set:` der Spalte mit Zahlen angeben, als Gruppe des fold, als Konstante oder in einer Spalte, die da ist',
    ],
  ],
  'field.unlabelled': [
    emptyCell,
    [
      'zet het label in de cel: de waarschuwing `cell.not-filled` zegt waarom ze er geen van boven krijgt',
      'mettez le libellé dans la cellule : l’avertissement `cell.not-filled` dit pourquoi elle n’en prend pas du dessus',
      'die Bezeichnung in die Zelle setzen: die Warnung `cell.not-filled` sagt, warum sie keine von oben erhält',
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
  'json.more-pages': [
    [
      'het bestand bevat niet alle rijen: de rest staat op andere pagina’s',
      'le fichier ne contient pas toutes les lignes : le reste est sur d’autres pages',
      'die Datei enthält nicht alle Zeilen: der Rest steht auf anderen Seiten',
    ],
    [
      'haal de andere pagina’s op en lees ze alle samen in',
      'récupérez les autres pages et lisez-les toutes ensemble',
      'die anderen Seiten abrufen und alle zusammen einlesen',
    ],
  ],
  'legend.absent': [
    [
      'het bestand zegt niet meer wat {value} betekent: het is gelezen als voorheen',
      'le fichier ne dit plus ce que signifie {value} : la lecture reste la même',
      'die Datei sagt nicht mehr, was {value} bedeutet: es ist wie bisher gelesen',
    ],
    [
      'vraag de uitgever of het nog hetzelfde betekent; verklaart niets het meer, haal het dan uit legend',
      'demandez à l’éditeur si le sens est le même ; si rien ne l’explique plus, retirez-le de legend',
      'den Herausgeber fragen, ob es noch dasselbe bedeutet; erklärt nichts es mehr, aus legend entfernen',
    ],
  ],
  'legend.changed': [
    [
      '{value} betekent volgens dit bestand iets anders: het is nog gelezen als voorheen',
      '{value} signifie autre chose d’après ce fichier : la lecture reste la même',
      '{value} bedeutet nach dieser Datei etwas anderes: es ist noch wie bisher gelesen',
    ],
    [
      'verbeter de betekenis onder missingValues, zeroValues of flags, en onder legend; een uitgave die het andere bedoelde, krijgt een eigen beschrijving',
      'corrigez le sens sous missingValues, zeroValues ou flags, et sous legend ; une édition qui disait l’autre chose reçoit sa propre description',
      'die Bedeutung unter missingValues, zeroValues oder flags und unter legend berichtigen; eine Ausgabe, die das andere meinte, erhält eine eigene Beschreibung',
    ],
  ],
  'legend.new': [
    [
      'het bestand zegt wat {value} betekent, en de beschrijving kent het niet',
      'le fichier dit ce que signifie {value}, et la description ne le connaît pas',
      'die Datei sagt, was {value} bedeutet, und die Beschreibung kennt es nicht',
    ],
    [
      'zeg het onder missingValues, zeroValues of flags, en onder legend',
      'dites-le sous missingValues, zeroValues ou flags, et sous legend',
      'es unter missingValues, zeroValues oder flags und unter legend sagen',
    ],
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
      '{value} ligt verder van nul dan een cijfer hier kan: 1.000.000.000.000.000',
      '{value} est plus loin de zéro qu’un chiffre ne peut l’être ici : 1 000 000 000 000 000',
      '{value} ist weiter von null entfernt, als eine Zahl hier sein kann: 1.000.000.000.000.000',
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
      'verbeter de cel, of de vorm in de kolom van de beschrijving; een rij die een totaal is, laat u weg onder exclude',
      'corrigez la cellule, ou la forme à la colonne de la description ; une ligne qui est un total se laisse de côté sous exclude',
      'die Zelle berichtigen oder die Form bei der Spalte der Beschreibung; eine Zeile, die eine Summe ist, unter exclude weglassen',
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
  'record.shared': [
    [
      'een ander bestand of blad geeft cijfers van dezelfde records',
      'un autre fichier ou une autre feuille donne des chiffres des mêmes enregistrements',
      'eine andere Datei oder ein anderes Blatt gibt Zahlen zu denselben Datensätzen',
    ],
    [
      'is het ene bestand een latere uitgave van het andere, lees dan alleen dat in en vergelijk de twee met `samenbeeld diff` (van vangsten: het beeld, gebouwd voor en na); beide zijn bewaard: cijfers die verschillen, spreken elkaar dan tegen, en vangsten kunnen dubbel tellen',
      'si un fichier est une édition plus récente de l’autre, ne prenez que celui-là et comparez les deux avec `samenbeeld diff` (pour des saisies : le tableau, construit avant et après) ; les deux sont gardés : des chiffres qui diffèrent se contredisent alors, et des prises peuvent compter deux fois',
      'ist eine Datei eine spätere Ausgabe der anderen, nur diese einlesen und beide mit `samenbeeld diff` vergleichen (bei Funden: das Lagebild, davor und danach gebaut); beide sind behalten: Zahlen, die sich unterscheiden, widersprechen sich dann, und Funde können doppelt zählen',
    ],
  ],
  'row.deletion': [
    [
      'de rij vraagt een waarneming te wissen, en geeft er geen',
      'la ligne demande la suppression d’une observation et n’en donne pas',
      'die Zeile verlangt, eine Beobachtung zu löschen, und gibt keine',
    ],
    [
      'lees het volledige bestand van de uitgever, niet zijn bijwerkingen',
      'lisez le fichier complet de l’éditeur, non ses mises à jour',
      'die vollständige Datei des Herausgebers lesen, nicht ihre Aktualisierungen',
    ],
  ],
  'row.dimensions': [
    [
      'de rij heeft een ander aantal dimensies dan de kop',
      'la ligne n’a pas autant de dimensions que l’en-tête',
      'die Zeile hat eine andere Zahl von Dimensionen als die Kopfzeile',
    ],
    ['haal het bestand opnieuw op', 'récupérez à nouveau le fichier', 'die Datei neu abrufen'],
  ],
  'row.header-again': [
    [
      'de kop staat er nog eens: er zijn bestanden aaneengevoegd',
      'l’en-tête réapparaît : des fichiers ont été mis bout à bout',
      'die Kopfzeile steht noch einmal da: Dateien wurden aneinandergefügt',
    ],
    ['geef de bestanden apart', 'donnez les fichiers séparément', 'die Dateien getrennt angeben'],
  ],
  'row.key-twice': [
    [
      'een sleutel staat er twee keer',
      'une clé figure deux fois',
      'ein Schlüssel steht zweimal da',
    ],
    [
      'vraag de uitgever welke waarde bedoeld is',
      'demandez à l’éditeur quelle valeur est la bonne',
      'den Herausgeber fragen, welcher Wert gemeint ist',
    ],
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
  'row.not-an-object': [
    [
      'een object verwacht, gevonden: een andere waarde',
      'un objet était attendu, trouvé : une autre valeur',
      'ein Objekt erwartet, gefunden: ein anderer Wert',
    ],
    [
      'vraag de uitgever om een lijst van objecten',
      'demandez à l’éditeur une liste d’objets',
      'den Herausgeber um eine Liste von Objekten bitten',
    ],
  ],
  'row.not-json': [
    [
      'één JSON-object op de regel verwacht, gevonden: tekst die er geen is',
      'un objet JSON était attendu sur la ligne, trouvé : un texte qui n’en est pas un',
      'ein JSON-Objekt in der Zeile erwartet, gefunden: Text, der keines ist',
    ],
    [
      'haal het bestand opnieuw op, het kan afgebroken zijn; vraag anders de uitgever om één object per regel',
      'récupérez à nouveau le fichier, il est peut-être coupé ; sinon demandez à l’éditeur un objet par ligne',
      'die Datei neu abrufen, sie kann abgeschnitten sein; sonst den Herausgeber um ein Objekt je Zeile bitten',
    ],
  ],
  'row.repeated': [
    [
      'rijen herhalen in elke cel een eerdere',
      'des lignes répètent une ligne précédente dans chaque cellule',
      'Zeilen wiederholen in jeder Zelle eine frühere',
    ],
    [
      'vraag de uitgever of ze apart bedoeld zijn; beide zijn bewaard',
      'demandez à l’éditeur si elles sont distinctes ; toutes sont gardées',
      'den Herausgeber fragen, ob sie getrennt gemeint sind; beide sind behalten',
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
  'sdmx.structures': [
    [
      'in één bestand staan rijen van verschillende gegevensverzamelingen',
      'un fichier contient des lignes de plusieurs jeux de données',
      'in einer Datei stehen Zeilen mehrerer Datensammlungen',
    ],
    ['geef ze apart', 'donnez-les séparément', 'getrennt angeben'],
  ],
  'sdmx.update': [
    [
      'rijen horen bij wat eerder is gestuurd: het bestand is een bijwerking',
      'des lignes complètent un envoi antérieur : le fichier est une mise à jour',
      'Zeilen gehören zu früher Gesendetem: die Datei ist eine Aktualisierung',
    ],
    [
      'lees ook het volledige bestand van de uitgever',
      'lisez aussi le fichier complet de l’éditeur',
      'auch die vollständige Datei des Herausgebers lesen',
    ],
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

/** The same in a column that is ignored, whose rows stay. */
const personalIgnored: readonly [message: Three, repair: Three] = [
  [
    'cellen lijken op persoonsgegevens; de kolom wordt genegeerd, zodat er niets van wordt bewaard of getoond, en haar rijen blijven',
    'des cellules ressemblent à des données personnelles ; la colonne est ignorée, de sorte que rien n’en est gardé ni montré, et ses lignes restent',
    'Zellen sehen nach personenbezogenen Daten aus; die Spalte wird ignoriert, sodass nichts davon behalten oder gezeigt wird, und ihre Zeilen bleiben',
  ],
  [
    'laat de uitgever de kolom weglaten; kan ze geen persoonsgegevens bevatten, schrijf dan `screen: false` naast haar `ignore`',
    'faites retirer la colonne par l’éditeur ; si elle ne peut contenir de données personnelles, écrivez `screen: false` à côté de son `ignore`',
    'den Herausgeber die Spalte weglassen lassen; kann sie keine personenbezogenen Daten enthalten, `screen: false` neben ihr `ignore` schreiben',
  ],
];

/** The same of names among words that are kept. */
const named: readonly [message: Three, repair: Three] = [
  [
    'cellen bevatten wat op de naam van een persoon lijkt: die is vervangen door "(not shown)", en de rijen blijven',
    'des cellules contiennent ce qui ressemble au nom d’une personne : il est remplacé par « (not shown) », et les lignes restent',
    'Zellen enthalten, was wie der Name einer Person aussieht: er ist durch „(not shown)“ ersetzt, und die Zeilen bleiben',
  ],
  [
    'niet nodig; noemt wat is weggelaten niemand, schrijf dan `screen: false` bij de kolom',
    'aucune ; si ce qui est omis ne nomme personne, écrivez `screen: false` à la colonne',
    'nicht nötig; nennt das Weggelassene niemanden, `screen: false` bei der Spalte schreiben',
  ],
];

/** The same of names in keys, which stay as they are. */
const namedKey: readonly [message: Three, repair: Three] = [
  [
    'cellen van een sleutel bevatten wat op de naam van een persoon lijkt: een sleutel blijft zoals hij geschreven is, omdat er anders van twee één wordt',
    'des cellules d’une clé contiennent ce qui ressemble au nom d’une personne : une clé reste comme elle est écrite, sans quoi deux n’en feraient qu’une',
    'Zellen eines Schlüssels enthalten, was wie der Name einer Person aussieht: ein Schlüssel bleibt, wie er geschrieben ist, weil sonst aus zweien einer würde',
  ],
  [
    'laat namen bij de bron uit de sleutel weg, of bewaar een `reference` met `as: hash`; noemt hij niemand, schrijf dan `screen: false` bij de kolom',
    'retirez les noms de la clé à la source, ou gardez une `reference` avec `as: hash` ; si elle ne nomme personne, écrivez `screen: false` à la colonne',
    'Namen an der Quelle aus dem Schlüssel weglassen oder eine `reference` mit `as: hash` behalten; nennt er niemanden, `screen: false` bei der Spalte schreiben',
  ],
];

const ofNames = { 'personal-data.name': named, 'personal-data.name-in-key': namedKey };

const withheld: Three = [
  'de cel is niet te lezen; ze lijkt op persoonsgegevens en wordt niet getoond',
  'la cellule ne se lit pas ; elle ressemble à des données personnelles et n’est pas montrée',
  'die Zelle ist nicht lesbar; sie sieht nach personenbezogenen Daten aus und wird nicht gezeigt',
];

const settled: Three = [
  'schrijf de cel in de werkmap als getal, of zeg onder corrections welke van de twee het is',
  'écrivez la cellule comme nombre dans le classeur, ou dites sous corrections lequel des deux c’est',
  'die Zelle in der Arbeitsmappe als Zahl schreiben oder unter corrections sagen, welche der beiden es ist',
];

const theCell = inFour('de cel', 'la cellule', 'die Zelle', 'the cell');

/**
 * What an issue says and how to repair it, for a reader: in English as it was noted, in the other languages by its rule, which
 * says less of the one cell; null for a rule that is not of this room.
 *
 * @example
 * ```ts
 * import { issueWords } from '@samenbeeld/ingest';
 * const place = { file: 'a.csv', sheet: null, line: 3, column: 'Kilo', severity: 'rejection' } as const;
 * const issue = { ...place, value: '1.234', rule: 'number.ambiguous', message: '"1.234" is either 1234 or 1.234', repair: 'declare decimalChar' };
 * issueWords(issue)?.message.nl // => '"1.234" is op twee manieren te lezen: met duizendtallen of met decimalen'
 * issueWords({ ...issue, rule: 'of-another-room' }) // => null
 * ```
 */
export function issueWords({
  rule,
  severity,
  value,
  message,
  repair,
}: Pick<Issue, 'rule' | 'severity' | 'value' | 'message' | 'repair'>): {
  readonly message: Text;
  readonly repair: Text;
} | null {
  const own = rule.startsWith('personal-data.')
    ? (ownValue(ofNames, rule) ?? (severity === 'rejection' ? personal : personalIgnored))
    : ownValue(rules, rule);
  if (own === undefined) return null;
  const said = ([nl, fr, de]: Three, en: string): Text => {
    // The question of an open one stands behind the colon of the message.
    const cell = rule === openRule ? message.replace(/^[^:]*: /u, '') : value;
    return inFour(nl, fr, de, '{en}', { value: cell === null ? theCell : quoted(cell), en });
  };
  return {
    message: said(message === withheldCell ? withheld : own[0], message),
    repair: said(repair === settleText ? settled : own[1], repair),
  };
}

/** What is said of a text that no code, day or figure can be made of, wherever it stands. */
export function flawWords(
  text: string,
  flaw: Pick<Issue, 'rule' | 'message' | 'repair'>,
): { readonly message: Text; readonly repair: Text } {
  const words = issueWords({ ...flaw, severity: 'rejection', value: text });
  return words ?? { message: inEach(() => flaw.message), repair: inEach(() => flaw.repair) };
}
