import { inFour, joinWith, quoted, type Text } from '@samenbeeld/schema';
import type { TableRecord } from '../column.ts';
import { isOftenNil } from '../columns/missing-marks.ts';
import { alike, clauses, saidOf } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { askedAbove, asks, type DraftPart, type Mark, sureness, weighed } from './mark.ts';

/** What stands in the columns of a table that are used. */
export interface FigureCells {
  /** Cells of the columns of figures, and how many of them are empty. */
  readonly cells: number;
  readonly empty: number;
  /** Texts without a figure in any column that is used. */
  readonly used: ReadonlySet<string>;
}

const asNil = (cell: string): string => `\`zeroValues: [${JSON.stringify(cell)}]\``;

/** What a question about a mark for a missing figure is about. */
const missingMark = (cell: string): Text =>
  inFour(
    'teken voor wat ontbreekt {cell}',
    'signe de ce qui manque {cell}',
    'Zeichen für Fehlendes {cell}',
    'missing mark {cell}',
    { cell: quoted(cell) },
  );

/** Marks that the file says are exactly nil. */
function zeroPart({ zeroValues }: TableRecord): DraftPart {
  const entries = Object.entries(zeroValues);
  if (entries.length === 0) return { written: {}, marks: [] };
  const marks = entries.map(([cell, { confidence, reason }], at): Mark => {
    const path = ['zeroValues', String(at)];
    const remark = sureness(
      confidence,
      inFour(
        'een cijfer 0: {reason}',
        'un chiffre de 0 : {reason}',
        'eine Zahl 0: {reason}',
        'a figure of 0: {reason}',
        {
          reason,
        },
      ),
    );
    if (confidence >= thresholds.constantTaken) return { path, decide: [], remark };
    return asks(
      path,
      inFour(
        'teken voor nul {cell}',
        'signe de zéro {cell}',
        'Zeichen für null {cell}',
        'nil mark {cell}',
        {
          cell: quoted(cell),
        },
      ),
      inFour(
        'is {cell} een cijfer 0? {why}',
        '{cell} est-il un chiffre de 0 ? {why}',
        'ist {cell} eine Zahl 0? {why}',
        'is {cell} a figure of 0? {why}',
        { cell: quoted(cell), why: weighed(confidence, reason) },
      ),
      {
        keys: [cell],
        proposed: alike('0'),
        alternatives: [
          inFour(
            'ontbreekt: haal het dan hier weg en schrijf `missingValues: {missing}` of een andere reden',
            'manque : supprimez-le alors ici et écrivez `missingValues: {missing}` ou une autre raison',
            'fehlt: dann hier entfernen und `missingValues: {missing}` oder einen anderen Grund schreiben',
            'missing: then delete it here and write `missingValues: {missing}` or another reason',
            { missing: `{ ${JSON.stringify(cell)}: not_applicable }` },
          ),
        ],
      },
    );
  });
  return { written: { zeroValues: entries.map(([cell]) => cell) }, marks };
}

/** Cells of figures that are empty: asked about once, whatever the columns. */
function blankMark(cells: number, all: number): Mark {
  return asks(
    ['missingValues', ''],
    inFour('lege cellen', 'cellules vides', 'leere Zellen', 'empty cells'),
    inFour(
      'wat betekent een lege cel waar een cijfer wordt verwacht? {cells} van de {all} {cells:is|zijn} leeg',
      'que signifie une cellule vide là où un chiffre est attendu ? {cells} sur {all} {cells:est vide|sont vides}',
      'was bedeutet eine leere Zelle, wo eine Zahl erwartet wird? {cells} von {all} {cells:ist|sind} leer',
      'what does an empty cell mean where a figure is expected? {cells} of {all} are empty',
      { cells, all },
    ),
    {
      proposed: alike('not_reported'),
      alternatives: [
        inFour(
          'not_applicable, not_collected, suppressed of pending, waar de uitgever dat zegt',
          'not_applicable, not_collected, suppressed ou pending, là où l’éditeur le dit',
          'not_applicable, not_collected, suppressed oder pending, wo der Herausgeber es sagt',
          'not_applicable, not_collected, suppressed or pending, where the publisher says so',
        ),
        inFour(
          'een cijfer 0: haal deze regel dan weg en schrijf `blank: 0` bij de kolommen met cijfers',
          'un chiffre de 0 : supprimez alors cette ligne et écrivez `blank: 0` aux colonnes de chiffres',
          'eine Zahl 0: dann diese Zeile entfernen und `blank: 0` bei den Spalten mit Zahlen schreiben',
          'a figure of 0: then delete this line and write `blank: 0` at the columns of figures',
        ),
      ],
    },
  );
}

/** What stands where a figure is expected is one thing to look up, however many marks there are. */
function askedOnce(marks: readonly Mark[]): readonly Mark[] {
  const open = marks.filter(({ decide }) => decide.length > 0);
  const [first, ...others] = open;
  if (!first || others.length === 0) return marks;
  const questions = open.flatMap(({ decide }) => decide);
  const [{ alternatives } = { alternatives: [] }] = first.decide;
  return marks.map((mark) => {
    if (mark === first)
      return asks(
        mark.path,
        inFour(
          'tekens voor wat ontbreekt',
          'signes de ce qui manque',
          'Zeichen für Fehlendes',
          'missing marks',
        ),
        inFour(
          'wat staat er waar een cijfer wordt verwacht? {questions}',
          'qu’y a-t-il là où un chiffre est attendu ? {questions}',
          'was steht, wo eine Zahl erwartet wird? {questions}',
          'what stands where a figure is expected? {questions}',
          { questions: clauses(questions.map(({ question }) => question)) },
        ),
        {
          keys: questions.flatMap(({ keys }) => keys),
          proposed: joinWith(
            questions.map(({ about, proposed }) => saidOf(about, proposed ?? '')),
            ', ',
          ),
          alternatives,
        },
      );
    return open.includes(mark) ? { ...mark, decide: [], remark: askedAbove } : mark;
  });
}

/**
 * Marks that stand for a missing figure, each with the reason that is proposed for it, marks that stand for nil, and the words
 * of the legend, so that another legend is noticed in the next edition.
 */
export function missingPart(guess: TableRecord, { empty, cells, used }: FigureCells): DraftPart {
  const entries = Object.entries(guess.missingValues);
  const isBlankAsked = empty > 0 && guess.missingValues[''] === undefined;
  const marks = entries.map(([cell, { value, confidence, reason, alternatives }]): Mark => {
    const path = ['missingValues', cell];
    if (confidence >= thresholds.constantTaken)
      return { path, decide: [], remark: sureness(confidence, reason) };
    if (!used.has(cell))
      return {
        path,
        decide: [],
        remark: inFour(
          'staat alleen in kolommen die worden weggelaten',
          'ne figure que dans des colonnes laissées de côté',
          'steht nur in Spalten, die weggelassen werden',
          'stands in columns alone that are left out',
        ),
      };
    return asks(
      path,
      missingMark(cell),
      inFour(
        'betekent {cell} {value}? {why}',
        '{cell} signifie-t-il {value} ? {why}',
        'bedeutet {cell} {value}? {why}',
        'does {cell} mean {value}? {why}',
        { cell: quoted(cell), value, why: weighed(confidence, reason) },
      ),
      {
        proposed: alike(value),
        alternatives: [
          ...alternatives.map((other) => weighed(other.confidence, other.reason, other.value)),
          ...(isOftenNil(cell)
            ? [
                inFour(
                  'een cijfer 0: haal deze regel dan weg en schrijf in plaats daarvan {nil}',
                  'un chiffre de 0 : supprimez alors cette ligne et écrivez {nil} à la place',
                  'eine Zahl 0: dann diese Zeile entfernen und stattdessen {nil} schreiben',
                  'a figure of 0: then delete this line and write {nil} instead',
                  { nil: asNil(cell) },
                ),
              ]
            : []),
        ],
      },
    );
  });
  const written: Record<string, string> = Object.fromEntries(
    entries.map(([cell, { value }]) => [cell, value]),
  );
  if (isBlankAsked) written[''] = 'not_reported';
  const zero = zeroPart(guess);
  const all = [...marks, ...(isBlankAsked ? [blankMark(empty, cells)] : []), ...zero.marks];
  return {
    written: {
      ...(Object.keys(written).length > 0 && { missingValues: written }),
      ...zero.written,
      ...(Object.keys(guess.legend).length > 0 && { legend: guess.legend }),
    },
    marks: askedOnce(all),
  };
}
