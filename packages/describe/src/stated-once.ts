import {
  cellText,
  type Filled,
  fillColumn,
  fillDown,
  filledRows,
  fillRow,
  headingsOf,
  lostLabels,
} from '@samenbeeld/ingest';
import type { ReadColumn, ReadTable } from '@samenbeeld/read';
import { inFour, quoted, type Text } from '@samenbeeld/schema';
import type { Look } from './column.ts';
import { isMark } from './columns/missing-marks.ts';
import { numberShape } from './columns/number-shape.ts';
import { readHeading } from './columns/read-heading.ts';
import { thresholds } from './thresholds.ts';
import { saysTotal } from './totals/total-words.ts';
import { isFigureField, isOne, partsOf } from './written.ts';

/** A column whose label may be stated once for the rows below it. */
export interface StatedOnce {
  readonly heading: string;
  readonly index: number;
  /** Empty cells. */
  readonly empty: number;
  /** Whether the label above is taken; where not, only a question is raised. */
  readonly fills: boolean;
  readonly confidence: number;
  readonly reason: Text;
  readonly question: Text | null;
}

interface Looked {
  readonly column: ReadColumn;
  readonly heading: string;
  readonly texts: readonly (string | null)[];
  readonly stated: number;
}

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/u.test(text);

/** Figures, as against labels, codes of letters and years. */
function holdsFigures({ texts, stated }: Looked): boolean {
  const said = texts.flatMap((text) => text ?? []);
  const figures = said.filter((text) => isMark(text) || (numberShape(text) && !isYear(text)));
  return figures.length > stated / 2;
}

/** Rows between one label and the next, the row of the label included. */
function blocks({ texts }: Looked): readonly number[] {
  const sizes: number[] = [];
  for (const text of texts)
    if (text !== null || sizes.length === 0) sizes.push(1);
    else sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
  return sizes;
}

/** Whether a heading is of remarks: each is of its own row, and only merged cells give one to several. */
function headsRemarks(heading: string): boolean {
  const [top] = readHeading([heading], 'en');
  return top?.concept === 'note' && top.score >= thresholds.headingTells;
}

/** A label that stands once above its rows: the first row has one, no two that follow each other are the same. */
function mayBeOnce(looked: Looked): boolean {
  const { texts, stated } = looked;
  const labels = texts.flatMap((text) => text ?? []);
  const empty = texts.length - stated;
  return (
    stated > 0 &&
    texts[0] !== null &&
    empty >= thresholds.onceEmpty * texts.length &&
    labels.every((label, at) => label !== labels[at - 1] && label.length <= 60) &&
    !holdsFigures(looked)
  );
}

function duplicates(keys: readonly string[]): number {
  return keys.length - new Set(keys).size;
}

function fill(table: ReadTable, indexes: readonly number[]): readonly Filled[] {
  const columns = indexes.map((index) => fillColumn(table, index));
  return fillDown(table.rows.map(fillRow), columns, () => null).filled;
}

const mayHold = (heading: string, empty: number, of: number): Text =>
  inFour(
    '{heading} is leeg in {empty} van de {of} rijen: geldt daar het label erboven (schrijf dan `fill: down`), of is het niet opgegeven?',
    '{heading} est vide dans {empty} {empty:ligne|lignes} sur {of} : le libellé du dessus vaut-il pour {empty:elle|elles} (écrivez alors `fill: down`), ou n’est-il pas donné ?',
    '{heading} ist in {empty} von {of} Zeilen leer: gilt dort die Bezeichnung darüber (dann `fill: down` schreiben), oder ist sie nicht angegeben?',
    '{heading} is empty in {empty} of {of} rows: does the label above hold for them (then write `fill: down`), or is it not stated?',
    { heading: quoted(heading), empty, of },
  );

/** A table whose cells take the labels that are stated once above them. */
export function withLabels(table: ReadTable, found: readonly StatedOnce[]): ReadTable {
  const indexes = found.flatMap(({ fills, index }) => (fills ? [index] : []));
  if (indexes.length === 0) return table;
  return { ...table, rows: filledRows(table.rows, fill(table, indexes)) };
}

/**
 * Columns whose label seems to be stated once for the rows below it, as in merged cells. It is clear where a workbook
 * says so, or where the rows are told apart with the label above and are not without it; else a question.
 */
export function statedOnce(whole: ReadTable): readonly StatedOnce[] {
  const isBlank = ({ index }: ReadColumn): boolean =>
    whole.rows.some(({ cells }) => cellText(cells[index]) === null);
  if (!whole.columns.some(isBlank)) return [];
  // The row of a total has no other label: that it is empty there says nothing of the rows above.
  const rows = whole.rows.filter(
    ({ cells }) => !cells.some((cell) => cell !== null && cell.length <= 60 && saysTotal(cell)),
  );
  const table = rows.length > 0 ? { ...whole, rows } : whole;
  const looked = [...headingsOf(table)].map(([column, heading]): Looked => {
    const texts = table.rows.map(({ cells }) => cellText(cells[column.index]));
    return { column, heading, texts, stated: texts.filter((text) => text !== null).length };
  });
  const merged = new Set((table.merged ?? []).map(({ column }) => column));
  const candidates = looked.filter(
    (each) =>
      each.stated < table.rows.length &&
      ((merged.has(each.column.index) && each.stated > 0 && !holdsFigures(each)) ||
        mayBeOnce(each)),
  );
  if (candidates.length === 0) return [];
  const labels = looked.filter((each) => each.stated > 0 && !holdsFigures(each));
  const filled = new Map(labels.map(({ column, texts }) => [column.index, [...texts]]));
  const taken = fill(
    table,
    candidates.map(({ column }) => column.index),
  );
  for (const { row, column, text } of taken) {
    const own = filled.get(column);
    if (own) own[row] = text;
  }
  /** What tells rows apart, with the labels filled; of one column as `other` has them, or not at all. */
  const keys = (of?: number, other?: Looked['texts']): readonly string[] =>
    table.rows.map((_, row) =>
      [...filled]
        .flatMap(([index, texts]) =>
          index === of ? (other ? [other[row] ?? ''] : []) : [texts[row] ?? ''],
        )
        .join('\u0000'),
    );
  const apart = duplicates(keys()) === 0;
  const lost = apart ? [] : lostLabels(table.rows.map(fillRow), taken, [...filled.keys()]);
  return candidates.flatMap((each): StatedOnce[] => {
    const { column, heading, stated } = each;
    const empty = table.rows.length - stated;
    const base = { heading, index: column.index, empty };
    const someEmpty = inFour(
      '{empty} van de {of} cellen {empty:is|zijn} leeg',
      '{empty} {empty:cellule|cellules} sur {of} {empty:est vide|sont vides}',
      '{empty} von {of} Zellen {empty:ist|sind} leer',
      '{empty} of {of} cells are empty',
      { empty, of: table.rows.length },
    );
    if (merged.has(column.index))
      return [
        {
          ...base,
          fills: true,
          confidence: 0.99,
          reason: inFour(
            'de werkmap voegt de cellen samen: {empty} lege {empty:krijgt|krijgen} het label erboven',
            'le classeur fusionne ses cellules : {empty} {empty:vide prend|vides prennent} le libellé du dessus',
            'die Arbeitsmappe verbindet die Zellen: {empty} leere {empty:erhält|erhalten} die Bezeichnung darüber',
            'the workbook merges its cells: {empty} empty ones take the label above',
            { empty },
          ),
          question: null,
        },
      ];
    // That rows with a label of their own are told apart by it says nothing of those without.
    const needed = duplicates(keys(column.index, each.texts)) > 0;
    const tells = needed || duplicates(keys(column.index)) > 0;
    const sizes = blocks(each);
    const even = sizes.length > 1 && new Set(sizes).size === 1;
    const isRemarks = headsRemarks(heading);
    if (apart && !isRemarks && (needed || (tells && even)))
      return [
        {
          ...base,
          fills: true,
          confidence: even ? 0.97 : 0.93,
          reason: inFour(
            '{empty} lege {empty:cel krijgt|cellen krijgen} het label erboven: daarmee hebben geen twee rijen dezelfde labels, zonder wel{even}',
            '{empty} {empty:cellule vide prend|cellules vides prennent} le libellé du dessus : avec lui aucune ligne n’a les mêmes libellés qu’une autre, sans lui certaines{even}',
            '{empty} leere {empty:Zelle erhält|Zellen erhalten} die Bezeichnung darüber: damit haben keine zwei Zeilen dieselben Bezeichnungen, ohne sie manche{even}',
            '{empty} empty cells take the label above: with it no two rows have the same labels, without it some do{even}',
            {
              empty,
              even: even
                ? inFour(
                    '; elk label staat boven {n} rijen',
                    ' ; chaque libellé est au-dessus de {n} lignes',
                    '; jede Bezeichnung steht über {n} Zeilen',
                    '; each label stands above {n} rows',
                    { n: sizes[0] ?? 0 },
                  )
                : '',
            },
          ),
          question: null,
        },
      ];
    const [gap] = lost.filter((one) => one.column === column.index);
    if (gap)
      return [
        {
          ...base,
          fills: false,
          confidence: 0.5,
          reason: someEmpty,
          question: inFour(
            '{heading} is leeg in {empty} van de {of} rijen. Met het label erboven heeft regel {line} dezelfde labels als regel {repeats}: is daar een label weggevallen, dat bij de bron moet worden nagevraagd? Zo niet, dan geldt het label erboven (`fill: down`)',
            '{heading} est vide dans {empty} {empty:ligne|lignes} sur {of}. Avec le libellé du dessus, la ligne {line} a les mêmes libellés que la ligne {repeats} : un libellé y manque-t-il, à demander à la source ? Sinon le libellé du dessus vaut pour {empty:elle|elles} (`fill: down`)',
            '{heading} ist in {empty} von {of} Zeilen leer. Mit der Bezeichnung darüber hat Zeile {line} dieselben Bezeichnungen wie Zeile {repeats}: fehlt dort eine Bezeichnung, die zu erfragen ist? Wenn nicht, gilt die Bezeichnung darüber (`fill: down`)',
            '{heading} is empty in {empty} of {of} rows. With the label above, line {line} has the same labels as line {repeats}: is a label lost there, which the file must be asked for? Where none is, the label above holds for them (`fill: down`)',
            {
              heading: quoted(heading),
              empty,
              of: table.rows.length,
              line: String(gap.line),
              repeats: String(gap.repeats),
            },
          ),
        },
      ];
    if (isRemarks ? !needed : !tells && !(even && sizes.length > 2)) return [];
    return [
      {
        ...base,
        fills: false,
        confidence: 0.6,
        reason: someEmpty,
        question: mayHold(heading, empty, table.rows.length),
      },
    ];
  });
}

/** What is known of labels that are stated once, for the columns that hold them. */
export function fillsDown(found: readonly StatedOnce[]): Look {
  return () =>
    ({ kind, headings, to, written }) => {
      const own = found.find(({ heading }) => kind === 'column' && headings[0] === heading);
      if (!own || written === null || to === null || isFigureField(to)) return null;
      const { fills, reason, confidence, question } = own;
      if (!fills)
        return {
          entry: 'finding',
          reason,
          atMost: thresholds.asked,
          decide: question === null ? [] : [question],
        };
      const [{ blank: _, ...first } = {}, ...others] = partsOf(written);
      const filled = { ...first, fill: 'down' };
      return {
        entry: 'finding',
        reason,
        told: true,
        written: isOne(written) ? filled : [filled, ...others],
        atMost: confidence,
      };
    };
}
