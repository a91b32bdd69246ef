import { filled, inEach, type Text } from '@samenbeeld/schema';

/**
 * What the columns of tables hold, by their English heads without the unit; those that mean the same stand together. A chart
 * gives its heads as words alone, so that a head is all there is to know a column by.
 */
const meanings: Readonly<Record<string, string>> = {
  'year; period; when':
    'Het jaar of de periode waarover de rij gaat.|L’année ou la période sur laquelle porte la ligne.|Das Jahr oder der Zeitraum, um den es in der Zeile geht.|The year or period that the row is about.',
  'place; port; date and port; date and place':
    'De plaats waarover de rij gaat; bij een vangst ook de dag.|Le lieu sur lequel porte la ligne ; pour une saisie, le jour aussi.|Der Ort, um den es in der Zeile geht; bei einem Fund auch der Tag.|The place that the row is about; of a find the day too.',
  'reported: lowest':
    'Het minste dat de gemelde cijfers samen geven.|Le minimum que donnent ensemble les chiffres déclarés.|Das Wenigste, das die gemeldeten Zahlen zusammen ergeben.|The least that the figures reported give together.',
  'reported: likely':
    'Wat de gemelde cijfers samen geven; leeg als dat onbekend of onbeslist is.|Ce que donnent ensemble les chiffres déclarés ; vide si c’est inconnu ou non tranché.|Was die gemeldeten Zahlen zusammen ergeben; leer, wo es unbekannt oder unentschieden ist.|What the figures reported give together; empty where unknown or undecided.',
  'reported: highest':
    'Het meeste dat de gemelde cijfers samen geven; leeg als niets het begrenst.|Le maximum que donnent ensemble les chiffres déclarés ; vide si rien ne le borne.|Das Meiste, das die gemeldeten Zahlen zusammen ergeben; leer, wo nichts es begrenzt.|The most that the figures reported give together; empty where nothing bounds it.',
  'about; what; of what; subject; find':
    'Waarover de rij gaat.|Ce dont traite la ligne.|Worum es in der Zeile geht.|What the row is about.',
  'code; id':
    'De code of het nummer waaronder dit in de gegevens staat.|Le code ou le numéro sous lequel cela figure dans les données.|Der Code oder die Nummer, unter der dies in den Daten steht.|The code or number under which this stands in the data.',
  country: 'Het land van de plaats.|Le pays du lieu.|Das Land des Ortes.|The country of the place.',
  from: 'De eerste dag waarop het geldt.|Le premier jour où cela vaut.|Der erste Tag, an dem es gilt.|The first day on which it holds.',
  series:
    'De reeks waarvoor het geldt.|La série pour laquelle cela vaut.|Die Reihe, für die es gilt.|The series for which it holds.',
  substance: 'Het middel.|La substance.|Die Substanz.|The drug.',
  level:
    'Het niveau van de markt, zoals de bron het noemt.|Le niveau du marché, tel que la source le nomme.|Die Marktstufe, wie die Quelle sie nennt.|The level of the market, as the source names it.',
  price:
    'De prijs zoals gepubliceerd, met zijn eenheid.|Le prix tel que publié, avec son unité.|Der Preis wie veröffentlicht, mit seiner Einheit.|The price as published, with its unit.',
  'share intercepted':
    'Het deel dat onderschept zou zijn: aangenomen, niet gemeten.|La part qui aurait été interceptée : supposée, non mesurée.|Der Anteil, der abgefangen worden wäre: angenommen, nicht gemessen.|The share that would have been intercepted: assumed, not measured.',
  'then got through':
    'Wat bij dat deel doorgekomen zou zijn naast wat in beslag is genomen.|Ce qui serait passé à côté des saisies si cette part était interceptée.|Was bei diesem Anteil neben dem Sichergestellten durchgekommen wäre.|What would have got through at that share beside what was seized.',
  'wholesale prices; retail prices':
    'De omzet tegen deze prijzen, 90%-interval.|Le chiffre d’affaires à ces prix, intervalle à 90 %.|Der Umsatz zu diesen Preisen, 90 %-Intervall.|The revenue at these prices, 90% interval.',
  '5%; 25%; middle; 75%; 95%':
    'De waarde waar dit deel van de uitkomsten onder ligt; "midden" is de helft.|La valeur sous laquelle se situe cette part des résultats ; « milieu » en est la moitié.|Der Wert, unter dem dieser Anteil der Ergebnisse liegt; „Mitte“ ist die Hälfte.|The value below which this share of the results lies; "middle" is half.',
  'lowest; low':
    'Ondergrens van het cijfer.|Borne inférieure du chiffre.|Untergrenze der Zahl.|Lower bound of the figure.',
  likely:
    'Het waarschijnlijkste cijfer.|Le chiffre le plus probable.|Die wahrscheinlichste Zahl.|The likeliest figure.',
  'highest; high':
    'Bovengrens van het cijfer.|Borne supérieure du chiffre.|Obergrenze der Zahl.|Upper bound of the figure.',
  'total: at least':
    'Wat voor alle plaatsen samen altijd geldt, ook als een plaats niet meldt.|Ce qui vaut toujours pour tous les lieux ensemble, même si l’un d’eux ne déclare pas.|Was für alle Orte zusammen immer gilt, auch wenn ein Ort nicht meldet.|What always holds for all places together, also where a place does not report.',
  'total: at most':
    'Bovengrens voor alle plaatsen samen; leeg als er geen is.|Borne supérieure pour tous les lieux ensemble ; vide s’il n’y en a pas.|Obergrenze für alle Orte zusammen; leer, wo es keine gibt.|Upper bound for all places together; empty where there is none.',
  'modelled: lowest; modelled: likely; modelled: highest':
    'Gewogen door een model: welke meldingen één vangst zijn en hoe een gewicht te lezen is. Nooit aan te halen als gemeld cijfer.|Pesé par un modèle : quelles mentions sont une même saisie et comment lire un poids. À ne jamais citer comme chiffre déclaré.|Von einem Modell gewogen: welche Meldungen ein Fund sind und wie ein Gewicht zu lesen ist. Nie als gemeldete Zahl anzuführen.|Weighed by a model: which records are one find, and how a weight is to be read. Never to be quoted as reported.',
  'modelled: middle 90%; middle 90%':
    'De middelste 90 % van wat het model geeft.|Les 90 % du milieu de ce que donne le modèle.|Die mittleren 90 % dessen, was das Modell ergibt.|The middle 90% of what the model gives.',
  'status; state':
    'Hoe het met de rij staat: volledig, gemeld, betwist, voorlopig …|Où en est la ligne : complète, déclarée, contestée, provisoire…|Wie es um die Zeile steht: vollständig, gemeldet, strittig, vorläufig …|How the row stands: complete, reported, contested, provisional …',
  'why; why not added; reason; reasons; explanation and proposal':
    'De reden, in woorden.|La raison, en mots.|Der Grund, in Worten.|The reason, in words.',
  signs:
    'Het teken bij het cijfer links ervan.|Le signe qui accompagne le chiffre à sa gauche.|Das Zeichen zur Zahl links davon.|The sign of the figure to its left.',
  'as shown':
    'Het cijfer links ervan zoals het rapport het toont, met zijn woorden (bijna, ten minste) en eenheid.|Le chiffre à sa gauche tel que le montre le rapport, avec ses mots (près de, au moins) et son unité.|Die Zahl links davon, wie der Bericht sie zeigt, mit ihren Worten (fast, mindestens) und ihrer Einheit.|The figure to its left as the report shows it, with its words (almost, at least) and unit.',
  'source; publisher; citation':
    'Wie het publiceerde, en waar of wanneer.|Qui l’a publié, et où ou quand.|Wer es veröffentlicht hat, und wo oder wann.|Who published it, and where or when.',
  licence:
    'De licentie waaronder de bron is gepubliceerd.|La licence sous laquelle la source est publiée.|Die Lizenz, unter der die Quelle veröffentlicht ist.|The licence under which the source is published.',
  basis:
    'Waarop geteld is: in de haven, in het land, op zee … Verschillende grondslagen worden nooit opgeteld.|La base du comptage : dans le port, dans le pays, en mer… Des bases différentes ne s’additionnent jamais.|Worauf gezählt wurde: im Hafen, im Land, auf See … Verschiedene Grundlagen werden nie addiert.|On what footing it was counted: in the port, in the country, at sea … Different bases are never summed.',
  'figure; value; quantity; count':
    'Het cijfer van de rij.|Le chiffre de la ligne.|Die Zahl der Zeile.|The figure of the row.',
  rows: 'Aantal rijen met gegevens in het bestand.|Nombre de lignes de données dans le fichier.|Anzahl der Datenzeilen der Datei.|Number of data rows of the file.',
  items:
    'Aantal gegevens: elke rij maal elke kolom met een waarde.|Nombre de données : chaque ligne pour chaque colonne de valeur.|Anzahl der Angaben: jede Zeile mal jede Wertspalte.|Number of items: each row for each column of values.',
  accepted:
    'Aantal gegevens dat in het beeld is opgenomen.|Nombre de données reprises dans le tableau.|Anzahl der Angaben, die ins Bild aufgenommen sind.|Number of items taken into the picture.',
  excluded:
    'Aantal gegevens dat door een genoemde regel is uitgesloten.|Nombre de données exclues par une règle nommée.|Anzahl der Angaben, die eine genannte Regel ausschließt.|Number of items excluded by a named rule.',
  rejected:
    'Aantal gegevens dat niet gelezen kon worden.|Nombre de données qui n’ont pu être lues.|Anzahl der Angaben, die nicht gelesen werden konnten.|Number of items that could not be read.',
  'file; sheet; line; column':
    'Waar de cel staat: bestand, blad, regel en kolom.|Où se trouve la cellule : fichier, feuille, ligne et colonne.|Wo die Zelle steht: Datei, Blatt, Zeile und Spalte.|Where the cell stands: file, sheet, line and column.',
  'cell as read':
    'De cel, letter voor letter.|La cellule, à la lettre.|Die Zelle, Buchstabe für Buchstabe.|The cell, letter for letter.',
  provenance:
    'Wat de bron zegt, met zijn reikwijdte.|Ce que dit la source, avec son périmètre.|Was die Quelle sagt, mit ihrem Umfang.|What the source says, with its scope.',
  role: 'Wat deze bron voor het cijfer doet: bepalend, erin begrepen, tegensprekend, ondergrens of ernaast.|Ce que fait cette source pour le chiffre : déterminante, comprise, contradictoire, plancher ou à côté.|Was diese Quelle für die Zahl tut: maßgeblich, darin enthalten, widersprechend, Untergrenze oder daneben.|What this source does for the figure: governs, is contained, disagrees, is a floor or stands beside.',
  claim:
    'Nummer van de opgave in de gegevens.|Numéro de la déclaration dans les données.|Nummer der Angabe in den Daten.|Number of the record in the data.',
  'as printed':
    'De woorden zoals de bron ze afdrukt.|Les mots tels que la source les imprime.|Die Worte, wie die Quelle sie druckt.|The words as the source prints them.',
  address:
    'Het adres van de publicatie.|L’adresse de la publication.|Die Adresse der Veröffentlichung.|The address of the publication.',
  confidence:
    'Hoe zeker de bevinding is.|La fiabilité du constat.|Wie verlässlich der Befund ist.|How sure the finding is.',
  findings:
    'De bevinding, met daarnaast de hele zin.|Le constat, suivi de la phrase entière.|Der Befund, daneben der ganze Satz.|The finding, with its whole sentence beside it.',
  'remark; remark in the sheet; says; verdict; what changed; effect':
    'Opmerking of oordeel, in woorden.|Remarque ou jugement, en mots.|Bemerkung oder Urteil, in Worten.|Remark or verdict, in words.',
  'p (exact)':
    'Kans op een minstens even sterke samenhang als er geen trend is; exact berekend.|Probabilité d’un lien au moins aussi fort s’il n’y a pas de tendance ; calcul exact.|Wahrscheinlichkeit eines mindestens so starken Zusammenhangs, wenn es keinen Trend gibt; exakt berechnet.|Probability of an association at least as strong if there is no trend; computed exactly.',
  probability:
    'Kans dat beide meldingen één vangst zijn.|Probabilité que les deux mentions soient une seule saisie.|Wahrscheinlichkeit, dass beide Meldungen ein Fund sind.|Probability that both records are one find.',
  'persons checked; vehicles checked; trains checked; buses checked; staff deployed':
    'Aantal, zoals de bron het meldt.|Nombre, tel que la source le déclare.|Anzahl, wie die Quelle sie meldet.|Number, as the source reports it.',
  'persons with drugs; drivers under influence; arrests; vehicles seized; weapons seized; cash seized':
    'Opbrengst van de actie, zoals de bron die meldt.|Résultat de l’action, tel que la source le déclare.|Ergebnis der Aktion, wie die Quelle es meldet.|Yield of the action, as the source reports it.',
  'per 1,000':
    'Aantal per 1.000 gecontroleerde personen.|Nombre pour 1 000 personnes contrôlées.|Anzahl je 1.000 kontrollierte Personen.|Number per 1,000 persons checked.',
  '95% range of this period':
    'Bereik waarin het cijfer met 95 % zekerheid ligt.|Fourchette où se situe le chiffre avec 95 % de certitude.|Bereich, in dem die Zahl mit 95 % Sicherheit liegt.|Range in which the figure lies with 95% confidence.',
  grade:
    'Betrouwbaarheid van de bron (A–F, X) en geloofwaardigheid van de inlichting (1–6).|Fiabilité de la source (A–F, X) et crédibilité de l’information (1–6).|Zuverlässigkeit der Quelle (A–F, X) und Glaubwürdigkeit der Information (1–6).|Reliability of the source (A–F, X) and credibility of the information (1–6).',
  weight:
    'Hoe zwaar het bewijs door zijn graad meetelt.|Le poids que sa cote donne à l’indice.|Wie schwer der Beleg durch seine Stufe zählt.|How much its grade makes the evidence count.',
  diagnosticity:
    'Hoe goed het bewijs de verklaringen onderscheidt; 0 als het bij alle past.|À quel point l’indice départage les explications ; 0 s’il convient à toutes.|Wie gut der Beleg die Erklärungen unterscheidet; 0, wenn er zu allen passt.|How far the evidence tells the explanations apart; 0 where it agrees with all.',
};

const byHead: ReadonlyMap<string, Text> = new Map(
  Object.entries(meanings).flatMap(([heads, line]) => {
    const [nl = '', fr = '', de = '', en = ''] = line.split('|');
    return heads.split('; ').map((head) => [head, { nl, fr, de, en }] as const);
  }),
);

const asTitled: Text = {
  nl: 'De waarde van "{column}" in "{table}".',
  fr: 'La valeur de « {column} » dans « {table} ».',
  de: 'Der Wert von „{column}“ in „{table}“.',
  en: 'The value of "{column}" in "{table}".',
};

/** What a column holds: its meaning where it is a known one, else what its table says. */
export function columnMeaning(head: Text, table: Text): Text {
  const [bare = ''] = head.en.toLowerCase().split(', ');
  const known = byHead.get(bare);
  if (known) return known;
  return inEach((language) =>
    filled(asTitled[language], language, { column: head, table }, (text) => text[language]),
  );
}
