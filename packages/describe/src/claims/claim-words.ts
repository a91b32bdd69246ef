import { inFour, type Text } from '@samenbeeld/schema';

/** Why a number is no figure of a claim. */
export type NoClaim =
  | 'share'
  | 'age'
  | 'duration'
  | 'time'
  | 'law'
  | 'ordinal'
  | 'phone'
  | 'road'
  | 'distance'
  | 'multiple'
  | 'difference'
  | 'threshold'
  | 'conversion'
  | 'forecast'
  | 'denied'
  | 'supposed'
  | 'question'
  | 'penalty'
  | 'rate'
  | 'name'
  | 'range'
  | 'ceiling'
  | 'several'
  | 'nothing';

/** Why a number is no figure of a claim, as it is told. */
export const noClaimText: Readonly<Record<NoClaim, Text>> = {
  share: inFour(
    'een aandeel, geen aantal',
    'une part, non un nombre',
    'ein Anteil, keine Anzahl',
    'a share, not a count',
  ),
  age: inFour('een leeftijd', 'un âge', 'ein Alter', 'an age'),
  duration: inFour('een duur', 'une durée', 'eine Dauer', 'a duration'),
  time: inFour('een tijdstip', 'une heure', 'eine Uhrzeit', 'a time of day'),
  law: inFour(
    'een artikel of nummer',
    'un article ou un numéro',
    'ein Artikel oder eine Nummer',
    'an article or a number of something',
  ),
  ordinal: inFour('een rangorde', 'un rang', 'eine Rangfolge', 'an ordinal'),
  phone: inFour(
    'een telefoonnummer of code',
    'un numéro de téléphone ou un code',
    'eine Telefonnummer oder ein Code',
    'a telephone number or a code',
  ),
  road: inFour(
    'een weg of lijn',
    'une route ou une ligne',
    'eine Straße oder Linie',
    'a road or a line',
  ),
  distance: inFour(
    'een afstand of maat',
    'une distance ou une mesure',
    'eine Entfernung oder ein Maß',
    'a distance or a size',
  ),
  difference: inFour(
    'een verschil, geen hoeveelheid',
    'une différence, non une quantité',
    'ein Unterschied, keine Menge',
    'a difference, not an amount',
  ),
  threshold: inFour(
    'de omvang vanaf welke geteld is, geen hoeveelheid',
    'la taille à partir de laquelle on compte, non une quantité',
    'die Größe, ab der gezählt wurde, keine Menge',
    'the size from which on finds are counted, not an amount',
  ),
  conversion: inFour(
    'hetzelfde bedrag in een andere munt',
    'le même montant dans une autre monnaie',
    'derselbe Betrag in anderer Währung',
    'the same sum in another currency',
  ),
  forecast: inFour(
    'verwacht, bedoeld of mogelijk, niet geteld',
    'prévu, visé ou possible, non compté',
    'erwartet, angestrebt oder möglich, nicht gezählt',
    'expected, intended or possible, not counted',
  ),
  denied: inFour(
    'volgens de tekst niet juist',
    'inexact selon le texte',
    'laut dem Text nicht richtig',
    'not right, as the text says',
  ),
  supposed: inFour(
    'zou geweest zijn, is niet gebeurd',
    'aurait eu lieu, n’a pas eu lieu',
    'wäre gewesen, ist nicht geschehen',
    'would have been, did not happen',
  ),
  question: inFour(
    'gevraagd, niet gezegd',
    'demandé, non affirmé',
    'gefragt, nicht gesagt',
    'asked, not said',
  ),
  rate: inFour(
    'per keer, stuk of tijd, geen totaal',
    'par fois, pièce ou durée, non un total',
    'je Mal, Stück oder Zeit, keine Summe',
    'for each time, piece or while, not a total',
  ),
  penalty: inFour(
    'een boete of vergoeding',
    'une amende ou une indemnité',
    'eine Geldstrafe oder Entschädigung',
    'a fine or damages',
  ),
  multiple: inFour('een veelvoud', 'un multiple', 'ein Vielfaches', 'a multiple'),
  name: inFour('deel van een naam', 'partie d’un nom', 'Teil eines Namens', 'part of a name'),
  range: inFour(
    'een bereik: geen bewoording drukt het uit, zet het in de opmerking',
    'une fourchette : aucune formulation ne l’exprime, notez-la dans la remarque',
    'eine Spanne: kein Wortlaut drückt sie aus, bitte in die Bemerkung',
    'a range: no wording expresses it, put it in the note',
  ),
  ceiling: inFour(
    'alleen een bovengrens: geen bewoording drukt haar uit, zet haar in de opmerking',
    'seulement une limite supérieure : aucune formulation ne l’exprime, notez-la dans la remarque',
    'nur eine Obergrenze: kein Wortlaut drückt sie aus, bitte in die Bemerkung',
    'only an upper end: no wording expresses it, put it in the note',
  ),
  several: inFour(
    'een onbepaald aantal: de tekst zegt niet hoeveel',
    'un nombre indéterminé : le texte ne dit pas combien',
    'eine unbestimmte Anzahl: der Text sagt nicht, wie viel',
    'an indefinite number: the text does not say how many',
  ),
  nothing: inFour(
    'telt niets wat het cijferblad kent',
    'ne compte rien que la feuille connaisse',
    'zählt nichts, was das Angabenblatt kennt',
    'counts nothing that the claim sheet knows',
  ),
};

/** What a field may rest on, or why it is asked. */
export type ClaimWhy =
  | 'printed'
  | 'habit'
  | 'unmarked'
  | 'beside'
  | 'earlier'
  | 'ofPart'
  | 'passesOn'
  | 'otherCountry'
  | 'sentence'
  | 'before'
  | 'given'
  | 'published'
  | 'neighbour'
  | 'country'
  | 'counts'
  | 'notSaid'
  | 'relative'
  | 'rolling'
  | 'open'
  | 'days'
  | 'several'
  | 'noneOfOurs'
  | 'compared'
  | 'hearsay'
  | 'disposed';

/** Why a field was proposed, or why it is asked; `{words}` are words of the text. */
export const whyText: Readonly<Record<ClaimWhy, Text>> = {
  printed: inFour('“{words}”', '« {words} »', '„{words}“', '“{words}”'),
  habit: inFour(
    '“{words}” naar de gewoonte van de taal',
    '« {words} » selon l’usage de la langue',
    '„{words}“ nach der Gewohnheit der Sprache',
    '“{words}” by the habit of the language',
  ),
  unmarked: inFour('geen woord erbij', 'aucun mot auprès', 'kein Wort dabei', 'no word beside it'),
  beside: inFour(
    '“{words}” ernaast',
    '« {words} » à côté',
    '„{words}“ daneben',
    '“{words}” beside it',
  ),
  ofPart: inFour(
    '“{words}” gaat over een deel, niet over dit cijfer',
    '« {words} » porte sur une partie, non sur ce chiffre',
    '„{words}“ gilt für einen Teil, nicht für diese Zahl',
    '“{words}” is said of a part, not of this figure',
  ),
  passesOn: inFour(
    '“{words}” meldt het of telt het op; wie het vond of telde, staat er niet',
    '« {words} » le rapporte ou l’additionne ; qui l’a trouvé ou compté n’est pas dit',
    '„{words}“ meldet oder addiert es; wer es fand oder zählte, steht nicht da',
    '“{words}” tells it or adds it up; who found or counted it is not said',
  ),
  otherCountry: inFour(
    '“{words}” is van een ander land',
    '« {words} » est d’un autre pays',
    '„{words}“ gehört zu einem anderen Land',
    '“{words}” is of another country',
  ),
  earlier: inFour(
    '“{words}” eerder in de zin, niet bij het cijfer',
    '« {words} » plus haut dans la phrase, non près du chiffre',
    '„{words}“ früher im Satz, nicht bei der Zahl',
    '“{words}” earlier in the sentence, not by the figure',
  ),
  sentence: inFour(
    '“{words}” in de zin',
    '« {words} » dans la phrase',
    '„{words}“ im Satz',
    '“{words}” in the sentence',
  ),
  before: inFour(
    '“{words}” eerder in de tekst',
    '« {words} » plus haut dans le texte',
    '„{words}“ weiter oben im Text',
    '“{words}” earlier in the text',
  ),
  given: inFour('opgegeven', 'indiqué', 'angegeben', 'given'),
  published: inFour(
    '“{words}”, gerekend vanaf de publicatie',
    '« {words} », compté depuis la publication',
    '„{words}“, ab der Veröffentlichung gerechnet',
    '“{words}”, counted from publication',
  ),
  neighbour: inFour(
    '“{words}”, gerekend vanaf een andere periode in de tekst',
    '« {words} », compté depuis une autre période du texte',
    '„{words}“, ab einem anderen Zeitraum im Text gerechnet',
    '“{words}”, counted from another period of the text',
  ),
  country: inFour(
    '“{words}” kan van meer landen zijn; hier genomen bij de plaats',
    '« {words} » peut être de plusieurs pays ; choisi d’après le lieu',
    '„{words}“ gibt es in mehreren Ländern; hier nach dem Ort gewählt',
    '“{words}” may be of several countries; taken by the place',
  ),
  counts: inFour(
    'telt geen vangsten',
    'ne compte pas de saisies',
    'zählt keine Funde',
    'counts no finds',
  ),
  notSaid: inFour('staat er niet', 'n’est pas dit', 'steht nicht da', 'is not said'),
  relative: inFour(
    '“{words}”: zeg wanneer gepubliceerd is, of de periode',
    '« {words} » : dites la date de publication, ou la période',
    '„{words}“: bitte Datum der Veröffentlichung oder Zeitraum nennen',
    '“{words}”: say when it was published, or the period',
  ),
  rolling: inFour(
    '“{words}”: zeg welke dagen bedoeld zijn',
    '« {words} » : dites de quels jours il s’agit',
    '„{words}“: bitte sagen, welche Tage gemeint sind',
    '“{words}”: say which days are meant',
  ),
  open: inFour(
    '“{words}” zegt niet tot wanneer, of niet van welk jaar',
    '« {words} » ne dit pas jusqu’à quand, ou de quelle année',
    '„{words}“ sagt nicht, bis wann oder in welchem Jahr',
    '“{words}” does not say until when, or of which year',
  ),
  days: inFour(
    'welke dagen “{words}” zijn, staat er niet',
    'quels jours « {words} » désigne n’est pas dit',
    'welche Tage „{words}“ meint, steht nicht da',
    'which days “{words}” means is not said',
  ),
  several: inFour(
    '“{words}” kan meer betekenen',
    '« {words} » peut désigner plusieurs choses',
    '„{words}“ kann mehreres bedeuten',
    '“{words}” may mean several things',
  ),
  noneOfOurs: inFour(
    '“{words}”: staat in geen van onze lijsten',
    '« {words} » : dans aucune de nos listes',
    '„{words}“: steht in keiner unserer Listen',
    '“{words}”: in none of our lists',
  ),
  compared: inFour(
    'een vergelijking zonder eigen periode',
    'une comparaison sans période propre',
    'ein Vergleich ohne eigenen Zeitraum',
    'a comparison without a period of its own',
  ),
  hearsay: inFour(
    '“{words}”: doorverteld of verondersteld, niet als feit gezegd',
    '« {words} » : rapporté ou supposé, non affirmé comme un fait',
    '„{words}“: weitererzählt oder angenommen, nicht als Tatsache gesagt',
    '“{words}”: passed on or supposed, not told as a fact',
  ),
  disposed: inFour(
    '“{words}”: wat er daarna mee gedaan is, niet wanneer het gevonden is',
    '« {words} » : ce qui en a été fait ensuite, non quand cela a été saisi',
    '„{words}“: was danach damit geschah, nicht wann es gefunden wurde',
    '“{words}”: what was done with it afterwards, not when it was found',
  ),
};

/** A field of a claim that a sentence may say. */
export type ClaimFieldName =
  | 'value'
  | 'unit'
  | 'wording'
  | 'metric'
  | 'count_unit'
  | 'substance'
  | 'place'
  | 'agency'
  | 'basis'
  | 'period';

/** What the fields of a claim are called. */
export const fieldText: Readonly<Record<ClaimFieldName, Text>> = {
  value: inFour('waarde', 'valeur', 'Wert', 'value'),
  unit: inFour('eenheid', 'unité', 'Einheit', 'unit'),
  wording: inFour('bewoording', 'formulation', 'Wortlaut', 'wording'),
  metric: inFour('maat', 'mesure', 'Größe', 'metric'),
  count_unit: inFour('teleenheid', 'unité de compte', 'Zähleinheit', 'count unit'),
  substance: inFour('middel', 'substance', 'Stoff', 'substance'),
  place: inFour('plaats', 'lieu', 'Ort', 'place'),
  agency: inFour('dienst', 'service', 'Dienststelle', 'agency'),
  basis: inFour('grondslag', 'base', 'Grundlage', 'basis'),
  period: inFour('periode', 'période', 'Zeitraum', 'period'),
};
