import { inFour, type Text } from '@samenbeeld/schema';
import type { ColumnGuess, Look } from '../column.ts';
import { scalesAll } from '../columns/measures.ts';
import { scaleAsked } from '../columns/write-value.ts';
import { shortened } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import {
  cellsOf,
  fieldsOf,
  isFigure,
  isFigureField,
  isOne,
  partsOf,
  setIn,
  type Written,
  type WrittenPart,
  withCells,
} from '../written.ts';

/** What a line around the table says of figures: asked once, of the first column that it holds for. */
function askedByLine(
  asked: Text | undefined,
  reason: Text,
  holds: (column: ColumnGuess) => boolean,
): Look {
  return (columns) => {
    const isAsked = (column: ColumnGuess): boolean => isFigureField(column.to) && holds(column);
    const first = columns.find(isAsked);
    if (!asked || !first) return () => null;
    return (column) =>
      isAsked(column)
        ? {
            entry: 'finding',
            reason,
            atMost: thresholds.asked,
            ...(column === first ? { decide: [asked] } : { askedBeside: true }),
          }
        : null;
  };
}

/** Figures of which a line around the table says that they are in thousands or more ("x 1.000 euro"): those whose heading does not say it. */
export function scaledByLine(lines: readonly string[]): Look {
  const [asked] = lines.flatMap((line) => (scalesAll(line) ? (scaleAsked(line, true) ?? []) : []));
  return askedByLine(
    asked,
    inFour(
      'een regel bij de tabel geeft duizenden of meer',
      'une ligne près du tableau donne des milliers ou plus',
      'eine Zeile bei der Tabelle nennt Tausende oder mehr',
      'a line by the table says thousands or more',
    ),
    ({ headings }) => headings.every((heading) => scaleAsked(heading) === null),
  );
}

const provisional =
  /(?<!\p{L})(?:voorlopige?n?|provisoires?|vorläufige?[nrs]?|provisional|preliminary)(?!\p{L})/iu;
/** A line that explains a mark ("* voorlopig", "p = provisional"), which cells or headings have. */
const beginsWithMark = /[*=†‡]|^["\s]*(?:\d|\(?\p{L}{1,3}\)?\s*[:–-]|\(?\p{L}\)?\s)/u;

/** What a line begins with, up to what it says of it: "1)", "2031 SEM 1:". */
const begins = /^["\s]*(?:(?<mark>\(?\d{1,2}\)|[¹²³⁴⁵])\s|(?<words>[^:=]*\p{N}[^:=]*?)\s*[:=]\s)/u;

/** Whether a line begins with a heading, or with the mark at its end ("2031 1)"). */
function notesHeading(line: string, heading: string): boolean {
  const { mark, words } = begins.exec(line)?.groups ?? {};
  const plain = heading.trim().toLowerCase();
  return mark === undefined
    ? words !== undefined && words.trim().toLowerCase() === plain
    : plain.endsWith(mark) && !plain.slice(0, -mark.length).match(/[\d(]$/u);
}

/** The same with figures that have the status of provisional ones. */
function asProvisional(written: Written): Written {
  const changed = (part: WrittenPart): WrittenPart =>
    isFigure(cellsOf(part))
      ? withCells(part, (cells) => ({ ...cells, set: { ...setIn(cells), status: 'P' } }))
      : part;
  return isOne(written) ? changed(written) : partsOf(written).map(changed);
}

/**
 * Figures of which a line around the table says that they are provisional: those below the heading that it names, or whose mark it
 * begins with, have that status; by no mark and no heading ("Cijfers 2030 zijn voorlopig") it is asked.
 */
export function provisionalByLine(lines: readonly string[]): Look {
  const said = lines.filter((line) => provisional.test(line));
  return (columns) => {
    const isNoted = (heading: string): boolean => said.some((line) => notesHeading(line, heading));
    const noted = columns.filter(({ headings }) => headings.some(isNoted));
    const line = said.find(
      (each) =>
        !beginsWithMark.test(each) ||
        noted.some(
          ({ headings }) =>
            !headings.every(isNoted) && headings.some((heading) => notesHeading(each, heading)),
        ),
    );
    const look = askedByLine(
      line === undefined
        ? undefined
        : inFour(
            'Een regel bij de tabel zegt {line}: van welke cijfers? Geef die status P; nu gelden ze als definitief.',
            'Une ligne près du tableau dit {line} : de quels chiffres ? Donnez-leur le status P ; pour l’instant ils passent pour définitifs.',
            'Eine Zeile bei der Tabelle sagt {line}: von welchen Zahlen? Diesen den status P geben; jetzt gelten sie als endgültig.',
            'A line by the table says {line}: of which figures? Give those the status P; they now count as final.',
            { line: shortened(line, 80) },
          ),
      inFour(
        'een regel bij de tabel zegt dat cijfers voorlopig zijn',
        'une ligne près du tableau dit que des chiffres sont provisoires',
        'eine Zeile bei der Tabelle sagt, dass Zahlen vorläufig sind',
        'a line by the table says that figures are provisional',
      ),
      () => true,
    );
    const isTold = columns.some(({ kind, written, headings }) =>
      kind === 'fold'
        ? headings.some((heading) => heading.includes('*'))
        : fieldsOf(written).includes('status'),
    );
    if (isTold) return () => null;
    const ask = look(columns);
    return (column, at) =>
      noted.includes(column) && column.headings.every(isNoted) && column.written
        ? {
            entry: 'finding',
            told: true,
            reason: inFour(
              'een regel bij de tabel zegt dat ze voorlopig zijn',
              'une ligne près du tableau les dit provisoires',
              'laut einer Zeile bei der Tabelle sind sie vorläufig',
              'a line by the table says that they are provisional',
            ),
            written: asProvisional(column.written),
          }
        : ask(column, at);
  };
}
