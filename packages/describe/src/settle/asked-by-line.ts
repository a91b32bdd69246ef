import { inFour, quoted, type Text } from '@samenbeeld/schema';
import type { ColumnGuess, Look } from '../column.ts';
import { withoutMade } from '../columns/guess-period.ts';
import { multiplierIn, scaleOf, scalesAll } from '../columns/scale.ts';
import { yearsIn } from '../columns/time-shape.ts';
import { shortened } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import {
  cellsOf,
  fieldIn,
  fieldsOf,
  groupsIn,
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

/** What is asked of a line that says that figures are in thousands or more. */
function scaleInLine(line: string): Text {
  const said = { scale: quoted(scaleOf(line) ?? line), times: multiplierIn(line) ?? '' };
  return multiplierIn(line) === null
    ? inFour(
        'Een regel bij de tabel zegt {scale}: waarmee zijn de cijfers te vermenigvuldigen? Schrijf het als times, of vraag de bron om hele.',
        'Une ligne près du tableau dit {scale} : par quoi faut-il multiplier les chiffres ? Écrivez-le comme times, ou demandez à la source des nombres entiers.',
        'Eine Zeile bei der Tabelle sagt {scale}: womit sind die Zahlen zu multiplizieren? Als times angeben oder die Quelle um ganze bitten.',
        'A line by the table says {scale}: what are the figures to be multiplied by? Write it as times, or ask the source for whole ones.',
        said,
      )
    : inFour(
        'Een regel bij de tabel zegt {scale}: de cijfers worden vermenigvuldigd (times: {times}). Geldt dat voor elk cijfer, en ook in een volgende uitgave?',
        'Une ligne près du tableau dit {scale} : les chiffres sont multipliés (times: {times}). Cela vaut-il pour chaque chiffre, et aussi dans une prochaine édition ?',
        'Eine Zeile bei der Tabelle sagt {scale}: die Zahlen werden multipliziert (times: {times}). Gilt das für jede Zahl, und auch in einer nächsten Ausgabe?',
        'A line by the table says {scale}: the figures are multiplied (times: {times}). Does that hold for every figure, and in a next edition, too?',
        said,
      );
}

/** Figures that are read as bare ones, multiplied. */
function multiplied(written: Written, times: number): Written {
  const changed = (part: WrittenPart): WrittenPart => {
    const { as } = cellsOf(part);
    return isFigure(cellsOf(part)) && (as === 'integer' || as === 'number')
      ? withCells(part, (cells) => ({
          ...cells,
          times,
          ...(fieldIn(cells) === 'value' && { set: { ...setIn(cells), wording: 'rounded' } }),
        }))
      : part;
  };
  return isOne(written) ? changed(written) : partsOf(written).map(changed);
}

/** Figures of which a line around the table says that they are in thousands or more ("x 1.000 euro"): those whose heading does not say it. */
export function scaledByLine(lines: readonly string[]): Look {
  const line = lines.find((each) => scalesAll(each));
  const ask = askedByLine(
    line === undefined ? undefined : scaleInLine(line),
    inFour(
      'een regel bij de tabel geeft duizenden of meer',
      'une ligne près du tableau donne des milliers ou plus',
      'eine Zeile bei der Tabelle nennt Tausende oder mehr',
      'a line by the table says thousands or more',
    ),
    ({ headings }) => headings.every((heading) => scaleOf(heading) === null),
  );
  const times = line === undefined ? null : multiplierIn(line);
  return (columns) => {
    const look = ask(columns);
    return (column, at) => {
      const found = look(column, at);
      return found?.entry === 'finding' && times !== null && column.written !== null
        ? { ...found, written: multiplied(column.written, times) }
        : found;
    };
  };
}

const provisional =
  /(?<!\p{L})(?:voorlopige?n?|provisoires?|vorläufige?[nrs]?|provisional|preliminary)(?!\p{L})/iu;
/** A line that explains a mark ("* voorlopig", "p = provisional"), which cells or headings have. */
const beginsWithMark = /[*=†‡]|^["\s]*(?:[\d¹²³⁰⁴-⁹]|\(?\p{L}{1,3}\)?\s*[:–-]|\(?\p{L}\)?\s)/u;

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

/** Years that are joined as all from the first to the last. */
const manyYears =
  /(?<!\d)((?:19|20)\d\d)\s?(?:[-–]|t\/m|tot(?: en met)?|bis|à|to)\s?((?:19|20)\d\d)(?!\d)/giu;
/** What makes years the end of a longer time, or a part of one. */
const narrows =
  /(?<!\p{L})(?:vanaf|sinds|na|voor|depuis|partir|avant|après|seit|ab|nach|vor|since|from|after|before|until|kwartaal|halfjaar|maand|trim\p{L}*|semestre|mois|quartal|halbjahr|monat|quarter|half|month)(?!\p{L})/iu;
/** What denies it, or says the contrary of other figures in the same sentence. */
const denies =
  /(?<!\p{L})(?:not?|niet|geen|ne|plus|non|nicht|kein\p{L}*|longer|definitie[fv]e?|définitif\p{L}*|définitive\p{L}*|endgültig\p{L}*|final|herzien\p{L}*|révisé\p{L}*|revidiert\p{L}*|revised)(?!\p{L})/iu;
/** Years that stand together, with what joins them. */
const oneYear = String.raw`(?:19|20)\d\d`;
const listOfYears = new RegExp(
  String.raw`(?<!\d)${oneYear}(?:[\s,&]+(?:(?:en|et|und|and)\s+)?${oneYear})*(?!\d)`,
  'u',
);
/** Most letters between years and what is said of their figures. */
const nearby = 30;

/**
 * The years of whose figures, and of no others, a line says that they are provisional ("Les chiffres de 2024 sont provisoires.", "Werte
 * 2023 und 2024 vorläufig"); none where it says it of a part of a year, of all from one on, or something else of another.
 */
function yearsProvisional(line: string): readonly string[] {
  const sentence = withoutMade(line)
    .split(/[.;!?](?:\s|$)/u)
    .find((each) => provisional.test(each));
  if (sentence === undefined || narrows.test(sentence) || denies.test(sentence)) return [];
  const all = sentence.replaceAll(manyYears, (_, first: string, last: string) =>
    Array.from({ length: Math.max(0, Number(last) - Number(first)) + 1 }, (__, at) =>
      String(Number(first) + at),
    ).join(' '),
  );
  const [list = ''] = listOfYears.exec(all) ?? [];
  const at = all.indexOf(list);
  const near = all.slice(Math.max(0, at - nearby), at + list.length + nearby);
  const isOnly = list !== '' && !/\d/u.test(all.replace(list, ' '));
  return isOnly && provisional.test(near) ? yearsIn(list) : [];
}

/** A condition that finds one of some years in a cell or heading. */
const anyOf = (years: readonly string[]): string => `^(?:.*\\D)?(?:${years.join('|')})(?:\\D.*)?$`;

/** The status of figures by their year. */
const statusBy = (years: readonly string[]): WrittenPart => ({
  to: 'status',
  rules: [
    { match: anyOf(years), to: 'P' },
    { match: '^.+$', to: 'A' },
  ],
});

/** What fills the period by the years of cells or headings, with the status of the years that are provisional; null where it does not. */
function withStatusOfYears(column: ColumnGuess, years: readonly string[]): Written | null {
  const { kind, written } = column;
  if (written === null) return null;
  if (kind === 'column') {
    const parts = partsOf(written);
    const isTime = parts.some((part) =>
      ['period', 'periodStart', 'date'].includes(fieldIn(part) ?? ''),
    );
    return isTime ? [...parts, statusBy(years)] : null;
  }
  const [fold] = partsOf(written);
  const groups = fold && groupsIn(fold);
  const headers = fold?.['headers'];
  const group = '(?<year>\\d{4})';
  if (groups?.['provisional']) return written;
  if (!groups?.['year'] || typeof headers !== 'string' || !headers.includes(group)) return null;
  return {
    ...fold,
    headers: headers.replace(group, '(?<year>(?<provisional>\\d{4}))'),
    groups: { ...groups, provisional: statusBy(years) },
  };
}

/** Figures of years that a line names as provisional, where headings, cells or the constant say of which year each is. */
function provisionalYears(
  columns: readonly ColumnGuess[],
  years: readonly string[],
): ReturnType<Look> | null {
  const figures = columns.filter(({ to, written }) => isFigureField(to) && written !== null);
  const told = new Map<ColumnGuess, Written>();
  const dated = columns.find(
    (column) => column.kind === 'column' && withStatusOfYears(column, years),
  );
  const own = dated && withStatusOfYears(dated, years);
  if (dated && own) told.set(dated, own);
  for (const column of figures) {
    const said = column.headings.map((heading) => yearsIn(heading));
    if (said.every((each) => each.length === 0)) {
      if (!dated) return null;
      continue;
    }
    if (dated || said.some((each) => each.length !== 1)) return null;
    const are = said.map(([year = '']) => years.includes(year));
    if (!are.includes(true)) continue;
    const written = are.includes(false)
      ? withStatusOfYears(column, years)
      : column.written && asProvisional(column.written);
    if (written === null) return null;
    told.set(column, written);
  }
  return (column) => {
    const written = told.get(column);
    return written === undefined ? null : { entry: 'finding', told: true, reason: saidSo, written };
  };
}

const saidSo = inFour(
  'een regel bij de tabel zegt dat ze voorlopig zijn',
  'une ligne près du tableau les dit provisoires',
  'laut einer Zeile bei der Tabelle sind sie vorläufig',
  'a line by the table says that they are provisional',
);

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
        yearsProvisional(each).length > 0 ||
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
    const years = line === undefined ? [] : yearsProvisional(line);
    const byYear = years.length > 0 ? provisionalYears(columns, years) : null;
    const ask = byYear ?? look(columns);
    return (column, at) =>
      noted.includes(column) && column.headings.every(isNoted) && column.written
        ? {
            entry: 'finding',
            told: true,
            reason: saidSo,
            written: asProvisional(column.written),
          }
        : ask(column, at);
  };
}
