import { inFour, type Text } from '@samenbeeld/schema';
import type { ColumnGuess, Look } from '../column.ts';
import { scalesAll } from '../columns/measures.ts';
import { scaleAsked } from '../columns/write-value.ts';
import { shortened } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { fieldsOf, isFigureField } from '../written.ts';

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

/** Figures of which a line around the table says, by no mark, that they are provisional ("Cijfers 2030 zijn voorlopig"). */
export function provisionalByLine(lines: readonly string[]): Look {
  const line = lines.find((each) => provisional.test(each) && !beginsWithMark.test(each));
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
  return (columns) => {
    const isTold = columns.some(({ kind, written, headings }) =>
      kind === 'fold'
        ? headings.some((heading) => heading.includes('*'))
        : fieldsOf(written).includes('status'),
    );
    return isTold ? () => null : look(columns);
  };
}
