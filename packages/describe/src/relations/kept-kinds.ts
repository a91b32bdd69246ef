import type { ReadTable } from '@samenbeeld/read';
import { inFour, ownValue, quoted } from '@samenbeeld/schema';
import { type Look, reading } from '../column.ts';
import { examples } from '../draft/column-rules.ts';
import { looksLikeName, mayNamePersons, type Persons } from '../persons/persons.ts';
import { areTrades } from '../persons/trades.ts';
import { thresholds } from '../thresholds.ts';
import { type LabelColumn, labelledTable } from '../totals/label-columns.ts';
import { saysTotal } from '../totals/total-words.ts';
import { fieldsOf } from '../written.ts';
import { mappedColumns, untoldRows } from './untold-rows.ts';

/** Words of a heading under which a file says of what kind its rows are, in four languages, also at the end of a longer word. */
const ofKinds =
  /(?<!\p{L})(?:soort(?:en)?|aard|vorm(?:en)?|rubriek(?:en)?|motie(?:f|ven)|beroepsgroep(?:en)?|categorie(?:ën)?|sector(?:en|s)?|klassen?|types?|typen|branchen?|branches|modus|m[ée]thod(?:es?|en|s)|natures?|cat[ée]gories?|secteurs?|rubriques?|formes?|genres?|motifs?|professions?|groep(?:en)?|groupes?|gruppen?|groups?|art(?:en)?|typ|kategorien?|sektor(?:en)?|berufsgruppen?|form(?:en|s)?|kinds?|category|industry|industries|class(?:es)?)(?!\p{L})|\p{L}{4}(?:soort(?:en)?|categorie(?:ën)?|sector(?:en)?|klassen?|type|art(?:en)?|kategorien?|sektor(?:en)?|branchen?|groep(?:en)?|gruppen?)(?!\p{L})/iu;

/** Words of a heading under which a file says what each of its figures is, and by which rule: no person stands under one. */
const ofFigures =
  /(?<!\p{L})(?:regels?|telregels?|maten|maatstaf|indicator(?:en|s)?|kengetal(?:len)?|reeks(?:en)?|r[èe]gles?|mesures?|indicateurs?|s[ée]ries?|regeln?|zählregeln?|kennzahl(?:en)?|reihen?|rules?|measures?|series)(?!\p{L})/iu;

/** Whether labels, totals aside, are the trades of those who report to an authority: two at least. */
function areReporters({ heading, labels }: LabelColumn): boolean {
  const kinds = labels.filter((label) => !saysTotal(label));
  return kinds.length > 1 && areTrades(kinds, heading);
}

/**
 * Whether labels look like kinds: their heading says so, there are few for so many figures, and none looks like the name of a
 * person. A heading that says nothing may be that of persons, whatever its labels look like.
 */
function areKinds(column: LabelColumn, figures: number): boolean {
  const { heading, labels } = column;
  const isOfFigures = ofFigures.test(heading) && labels.length < figures;
  const isOfKinds = ofKinds.test(heading) && labels.length * 2 <= figures;
  return (
    (isOfFigures || isOfKinds || areReporters(column)) &&
    !mayNamePersons(heading, labels) &&
    !labels.some(looksLikeName)
  );
}

/**
 * A column of kinds that no list knows and that alone tells rows of figures apart: kept in the source's own words where no other
 * column holds any, and asked unless they are trades. Left out, the same record would stand several times.
 */
export function keptKinds(table: ReadTable, persons: Persons): Look {
  return (columns) => {
    const isHeld = columns.some(({ written }) => fieldsOf(written).includes('nationalCode'));
    // What is a note by no more than its length may be a kind.
    const unknown = columns.filter(
      ({ kind, written, headings, confidence }) =>
        kind === 'column' &&
        (written === null || (fieldsOf(written).join() === 'note' && confidence <= 0.5)) &&
        !headings.some((name) => ownValue(persons.columns, name)),
    );
    if (isHeld || unknown.length === 0) return () => null;
    const mapped = mappedColumns(
      table,
      columns.filter((column) => !unknown.includes(column)),
    );
    const figures = table.rows.length * labelledTable(table, columns).figures.length;
    const { labels } = labelledTable(table, unknown, ['note']);
    const found = untoldRows(table, mapped, labels);
    const by = labels.find(({ heading }) => heading === found?.by);
    const told = by && areKinds(by, figures) ? found : null;
    const isTrades = told !== null && by !== undefined && areReporters(by);
    return (guess) =>
      told !== null && guess.headings[0] === told.by
        ? reading({
            ...guess,
            to: 'nationalCode',
            written: { to: 'nationalCode' },
            confidence: isTrades ? thresholds.taken : 0.5,
            reason: inFour(
              'niets anders onderscheidt de rijen: bewaard in de woorden van het bestand',
              'rien d’autre ne distingue ses lignes : gardé dans les mots du fichier',
              'nichts anderes unterscheidet die Zeilen: im Wortlaut der Datei behalten',
              'nothing else tells its rows apart: kept in the words of the file',
            ),
            decide: isTrades
              ? []
              : [
                  inFour(
                    '{by}{labels} onderscheidt {rows} van de {of} rijen, en is bewaard als soorten in de woorden van het bestand: in welk veld hoort het, of welk label is nodig (sluit de andere uit)?',
                    '{by}{labels} distingue {rows} {rows:ligne|lignes} sur {of}, et est gardé comme genres dans les mots du fichier : quel champ le reçoit, ou lequel de ses libellés faut-il (excluez les autres) ?',
                    '{by}{labels} unterscheidet {rows} von {of} Zeilen und ist als Arten im Wortlaut der Datei behalten: in welches Feld gehört es, oder welche der Bezeichnungen wird gebraucht (die anderen ausschließen)?',
                    '{by}{labels} tells {rows} of {of} rows apart, and is kept as kinds in the words of the file: which field holds it, or which of its labels is wanted (exclude the others)?',
                    {
                      by: quoted(told.by),
                      labels: examples(told.labels, 5),
                      rows: told.rows,
                      of: told.of,
                    },
                  ),
                ],
          })
        : null;
  };
}
