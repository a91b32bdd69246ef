import type { ReadTable } from '@samenbeeld/read';
import { inFour, joinWith, quoted, type Text } from '@samenbeeld/schema';
import type { ColumnGuess } from '../column.ts';
import { type FigureHabit, figureOf } from '../numbers.ts';
import { thresholds } from '../thresholds.ts';
import {
  besideOf,
  type FigureColumn,
  type LabelColumn,
  type LabelledTable,
  labelledTable,
} from './label-columns.ts';
import { labelsSetIn } from './set-in.ts';
import { isTotalOfTimes, saysPart, saysTotal } from './total-words.ts';

/** Fields of times. */
const ofTimes: ReadonlySet<string> = new Set(['period', 'periodStart', 'date']);

/** Rows of one label that are the total of others, as counted in the file. */
export interface RowTotal {
  /** The heading of the column the label stands in. */
  readonly column: string;
  readonly label: string;
  /** The labels it is the total of, in words: "the 12 other labels", 'the 342 labels without "(RE)"'. */
  readonly parts: Text;
  /** Those labels. */
  readonly partLabels: readonly string[];
  /** Groups in which the total equals the sum of the parts (or differs by rounding alone), of the groups that have both. */
  readonly holds: number;
  readonly groups: number;
  /** Whether its words say so ("Totaal", "Insgesamt"). */
  readonly said: boolean;
  /** What the description does with it. */
  readonly proposal: 'exclude' | 'totals' | 'check' | 'note';
  readonly reason: Text;
}

/** Labels that may be the parts of a total, and what they have in common in words. */
interface PartSet {
  /** All other labels, those of one form, those that share a group with the total, those set in below it, or whatever rows stand above it. */
  readonly kind: 'all' | 'form' | 'beside' | 'below' | 'above';
  readonly words: Text;
  readonly labels: readonly string[];
}

/** The kind of a label by its form: the code in brackets behind it, or the level of a number. */
function formOf(label: string): Text {
  const bracket = /\(([^()]{1,6})\)$/u.exec(label.trim());
  if (bracket)
    return inFour('met {mark}', 'avec {mark}', 'mit {mark}', 'with {mark}', {
      mark: quoted(`(${bracket[1]})`),
    });
  const levels = /^\d+(?:\.\d+)+/u.exec(label);
  if (levels)
    return inFour(
      'genummerd tot {n} niveaus',
      'numérotés à {n} niveaux',
      'auf {n} Ebenen nummeriert',
      'numbered to {n} levels',
      { n: levels[0].split('.').length },
    );
  const zeros = /^\d{4,8}$/.test(label) ? /0*$/.exec(label)?.[0].length : undefined;
  if (zeros !== undefined)
    return inFour(
      'met {n} nullen aan het eind',
      'avec {n} {n:zéro|zéros} à la fin',
      'mit {n} Nullen am Ende',
      'with {n} noughts at the end',
      { n: zeros },
    );
  const code = /^[A-Z]{2}([A-Z0-9]{0,3})$/u.exec(label);
  return code
    ? inFour('van {n} tekens', 'de {n} signes', 'aus {n} Zeichen', 'of {n} signs', {
        n: label.length,
      })
    : inFour('zonder teken', 'sans marque', 'ohne Zeichen', 'without a mark');
}

const countOfLabels = (n: number): Text =>
  inFour(
    '{n:het # label|de # labels}',
    '{n:le # libellé|les # libellés}',
    '{n:die # Bezeichnung|die # Bezeichnungen}',
    'the {n} {n:label|labels}',
    { n },
  );

/** The sets of labels that a total may be the sum of: those set in below it, else all others, those of one form, those beside it. */
function partSets(
  total: string,
  labels: readonly string[],
  parents: readonly ReadonlyMap<string, string>[],
  below: ReadonlyMap<string, readonly string[]>,
): readonly PartSet[] {
  const own = below.get(total)?.filter((label) => !saysTotal(label));
  if (own)
    return [
      {
        kind: 'below',
        words: inFour(
          '{count} eronder',
          '{count} en dessous',
          '{count} darunter',
          '{count} below it',
          { count: countOfLabels(own.length) },
        ),
        labels: own,
      },
    ];
  // What is set in counts in the label above it.
  const held = new Set([...below.values()].flat());
  const others = labels.filter((label) => label !== total && (held.has(total) || !held.has(label)));
  const plain = others.filter((label) => !saysTotal(label) && !saysPart(label));
  const forms = new Map<string, { readonly form: Text; readonly of: string[] }>();
  for (const label of plain) {
    const form = formOf(label);
    const alike = forms.get(form.en);
    if (alike) alike.of.push(label);
    else forms.set(form.en, { form, of: [label] });
  }
  const byForm =
    forms.size > 1
      ? [...forms.values()].map(
          ({ form, of }): PartSet => ({
            kind: 'form',
            words: joinWith([countOfLabels(of.length), form], ' '),
            labels: of,
          }),
        )
      : [];
  const beside = parents.flatMap((parent): readonly PartSet[] => {
    const own = parent.get(total);
    const of = plain.filter((label) => parent.get(label) === own);
    return own && of.length < plain.length
      ? [
          {
            kind: 'beside',
            words: inFour(
              '{count} onder {own}',
              '{count} sous {own}',
              '{count} unter {own}',
              '{count} under {own}',
              {
                count: countOfLabels(of.length),
                own: quoted(own),
              },
            ),
            labels: of,
          },
        ]
      : [];
  });
  const all: PartSet = {
    kind: 'all',
    words: inFour(
      'de {n} andere labels',
      'les {n} autres libellés',
      'die {n} anderen Bezeichnungen',
      'the {n} other labels',
      { n: plain.length },
    ),
    labels: plain,
  };
  return [all, ...byForm, ...beside].filter(
    (set) => set.labels.length > (set.kind === 'beside' ? 0 : 1),
  );
}

/** Figures by label, one map a group of rows that differ in this column alone. */
type Groups = readonly ReadonlyMap<string, number>[];

/** The place of a row in the table, and the number of its group: rows are of one where they have the same labels in the columns of `keys`. */
type GroupedRow = readonly [at: number, group: number];

/** Rows in groups; one alone in its group adds up to nothing. */
function groupedRows(table: ReadTable, keys: readonly LabelColumn[]): readonly GroupedRow[] {
  const numbers = new Map<string, number>();
  const sizes: number[] = [];
  const rows = table.rows.slice(0, thresholds.rowsAdded).map(({ cells }, at): GroupedRow => {
    let key = '';
    for (const { column } of keys) key += `${cells[column.index] ?? ''}\u0000`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    sizes[number] = (sizes[number] ?? 0) + 1;
    return [at, number];
  });
  return rows.filter(([, number]) => sizes[number] !== 1);
}

/** A column that is added up, and its figures by row. */
interface FiguresOfColumn {
  readonly figure: FigureColumn;
  readonly values: readonly (number | null)[];
}

/** The figures of a column, by row. */
function figuresOf(
  table: ReadTable,
  { column }: FigureColumn,
  habit: FigureHabit,
): readonly (number | null)[] {
  return table.rows
    .slice(0, thresholds.rowsAdded)
    .map(({ cells }) => figureOf(cells[column.index], habit));
}

/** The groups of rows for one column of labels and one of figures. */
function labelGroups(
  table: ReadTable,
  rows: readonly GroupedRow[],
  { column }: LabelColumn,
  figures: readonly (number | null)[],
): Groups {
  const groups = new Map<number, Map<string, number>>();
  for (const [at, number] of rows) {
    const label = table.rows[at]?.cells[column.index];
    const value = figures[at] ?? null;
    if (!label || value === null) continue;
    const group = groups.get(number) ?? new Map<string, number>();
    groups.set(number, group);
    group.set(label, (group.get(label) ?? 0) + value);
  }
  return [...groups.values()].filter((group) => group.size > 1);
}

/** Steps to which offices round counts, the widest first. */
const steps = [1000, 500, 100, 50, 10, 5];

/**
 * The step to which all figures are rounded: one that no figure but nought misses, or the last decimal that is written.
 * Nought where they are whole numbers as counted.
 */
function roundedTo(groups: Groups): number {
  const fractions: number[] = [];
  let figures = 0;
  let fitting: readonly number[] = steps;
  for (const group of groups)
    for (const figure of group.values()) {
      if (figure === 0) continue;
      figures += 1;
      if (!Number.isInteger(figure)) fractions.push(figure);
      else if (fitting.some((step) => figure % step !== 0))
        fitting = fitting.filter((step) => figure % step === 0);
    }
  if (fractions.length === 0) return figures < thresholds.roundedFigures ? 0 : (fitting[0] ?? 0);
  const decimals = Math.max(
    ...fractions
      .slice(0, 1_000)
      .map((figure) => /\.(\d+)$/u.exec(String(figure))?.[1]?.length ?? 0),
  );
  return decimals <= 3 ? 10 ** -decimals : 0;
}

/** The groups of a column of labels for one column of figures, and the step to which their figures are rounded. */
interface GroupedFigures {
  readonly figure: FigureColumn;
  readonly groups: Groups;
  readonly step: number;
}

function groupsBy(
  table: ReadTable,
  of: LabelColumn,
  keys: readonly LabelColumn[],
  figures: readonly FiguresOfColumn[],
): readonly GroupedFigures[] {
  const rows = groupedRows(table, keys);
  return figures.map(({ figure, values }) => {
    const groups = labelGroups(table, rows, of, values);
    return { figure, groups, step: roundedTo(groups) };
  });
}

/** What one label comes to beside its parts. */
interface Sums {
  /** Groups with the label and two parts or more, and those of them in which it is their sum, or differs by rounding alone. */
  readonly groups: number;
  readonly holds: number;
  /** The most by which it differs in the latter. */
  readonly off: number;
}

/**
 * Counts where a label is the sum of its parts. Each part and the total may be off by half the step to which they are
 * rounded; a total that is no larger than twice all of that proves nothing unless it is exact.
 */
function countSums(
  label: string,
  { labels }: PartSet,
  groups: Groups,
  step: number,
  said: boolean,
): Sums {
  const seen = new Set<string>();
  let holds = 0;
  let counted = 0;
  let off = 0;
  for (const group of groups) {
    const total = group.get(label);
    if (total === undefined) continue;
    const present: string[] = [];
    const parts: number[] = [];
    let sum = 0;
    for (const part of labels) {
      const figure = group.get(part);
      if (figure === undefined) continue;
      present.push(part);
      parts.push(figure);
      sum += figure;
    }
    // One part that is all of it shows nothing; one that is not speaks against a total that no word says.
    const isLone = parts.filter((part) => part !== 0).length < 2;
    if (isLone && (said || parts.length === 0 || total === sum)) continue;
    for (const part of present) seen.add(part);
    const whole = Number.isInteger(total) && parts.every(Number.isInteger);
    const gap = Math.abs(total - sum);
    const exact = gap <= (whole ? 0 : 1e-6 * Math.abs(total));
    const slack = ((parts.length + 1) * step) / 2;
    if (!exact && Math.abs(total) <= 2 * slack) continue;
    counted += 1;
    if (!exact && gap > slack * (1 + 1e-9)) continue;
    holds += 1;
    if (!exact) off = Math.max(off, gap);
  }
  // A sum over a few of the labels says nothing of the others.
  return seen.size * 2 < labels.length
    ? { holds: 0, groups: counted, off: 0 }
    : { holds, groups: counted, off };
}

/** The label that outweighs the others, where one does. */
function heaviest(groups: Groups): string | null {
  const sums = new Map<string, number>();
  let all = 0;
  for (const group of groups)
    for (const [label, value] of group) {
      sums.set(label, (sums.get(label) ?? 0) + value);
      all += value;
    }
  const [first] = [...sums].sort((a, b) => b[1] - a[1]);
  return first && first[1] > all * thresholds.outweighs ? first[0] : null;
}

/** A label and the labels it is, or is said to be, the total of. */
export interface FoundTotal {
  readonly column: LabelColumn;
  readonly label: string;
  readonly parts: PartSet;
  readonly holds: number;
  readonly groups: number;
  /** The most by which it differs from the sum where it differs by rounding. */
  readonly off: number;
  readonly said: boolean;
  /** Headings that tell one group from another. */
  readonly within: readonly string[];
  /** The columns of figures in which it was counted; the others do not add up (persons counted once). */
  readonly figures: readonly string[];
  readonly everyFigure: boolean;
}

interface Counted extends Sums {
  readonly parts: PartSet;
  readonly figures: readonly string[];
}

const rowsAbove: PartSet = {
  kind: 'above',
  words: inFour(
    'de rijen erboven',
    'les lignes au-dessus',
    'die Zeilen darüber',
    'the rows above it',
  ),
  labels: [],
};

/**
 * A total that closes a block of rows, whatever these are of ("Zwischensumme Gent" below the drugs of Ghent): it has no label of its
 * own but its name, and is the sum of the rows down from the total before it, or of all that are no total. Null where it closes none.
 */
function closedBlock(
  table: ReadTable,
  { column }: LabelColumn,
  {
    label,
    names,
    keys,
  }: {
    readonly label: string;
    readonly names: (label: string) => boolean;
    readonly keys: readonly LabelColumn[];
  },
  figures: readonly FiguresOfColumn[],
): Counted | null {
  const rows = table.rows.slice(0, thresholds.rowsAdded);
  const isTotal = rows.map(
    ({ cells }) =>
      names(cells[column.index] ?? '') &&
      keys.every((key) => (cells[key.column.index] ?? '').trim() === ''),
  );
  const counted = figures.map(({ figure, values }) => {
    let [groups, holds] = [0, 0];
    let block = nothingAdded;
    let all = nothingAdded;
    for (const [at, { cells }] of rows.entries()) {
      const value = values[at] ?? null;
      if (!isTotal[at]) {
        // What is written and not read may be a part.
        const isUnread = value === null && /\d/u.test(cells[figure.column.index] ?? '');
        [block, all] = [plus(block, value, isUnread), plus(all, value, isUnread)];
        continue;
      }
      const sums = [block, all].filter(({ parts, isWhole }) => isWhole && parts > 1);
      block = nothingAdded;
      if (cells[column.index] !== label || value === null || sums.length === 0) continue;
      groups += 1;
      if (sums.some(({ sum }) => Math.abs(value - sum) <= 1e-6 * Math.abs(value))) holds += 1;
    }
    return { figure, groups, holds, off: 0 };
  });
  const judged = judge(rowsAbove, counted, true);
  const isProven = judged.groups > 0 && counted.every(({ holds, groups }) => holds === groups);
  return isProven ? judged : null;
}

/** What rows come to so far: of how many figures, and whether each was read. */
interface Added {
  readonly sum: number;
  readonly parts: number;
  readonly isWhole: boolean;
}

const nothingAdded: Added = { sum: 0, parts: 0, isWhole: true };

const plus = ({ sum, parts, isWhole }: Added, value: number | null, isUnread: boolean): Added => ({
  sum: sum + (value ?? 0),
  parts: parts + (value === null ? 0 : 1),
  isWhole: isWhole && !isUnread,
});

/** Whether a label has its own values in a column, which no other label has: "Reported total" among the groups of drugs. */
function standsApart(
  table: ReadTable,
  of: LabelColumn,
  key: LabelColumn,
): (label: string) => boolean {
  const owners = new Map<string, Set<string | null>>();
  for (const { cells } of table.rows) {
    const value = cells[key.column.index] ?? '';
    const own = owners.get(value) ?? new Set();
    owners.set(value, own.add(cells[of.column.index] ?? null));
  }
  const shared = new Set([...owners.values()].flatMap((own) => (own.size > 1 ? [...own] : [])));
  return (label) => !shared.has(label);
}

/** Where a sum holds in all columns of figures taken together, or in some of them taken alone. */
function judge(
  parts: PartSet,
  each: readonly (Sums & { readonly figure: FigureColumn })[],
  said: boolean,
): Counted {
  const pool = (some: typeof each): Counted => ({
    parts,
    holds: some.reduce((sum, { holds }) => sum + holds, 0),
    groups: some.reduce((sum, { groups }) => sum + groups, 0),
    off: Math.max(0, ...some.map(({ off }) => off)),
    figures: some.map(({ figure }) => figure.heading),
  });
  const all = pool(each);
  if (all.groups === 0 || all.holds >= all.groups * thresholds.totalHolds) return all;
  const right = each.filter(
    ({ holds, groups }) => groups > 0 && holds >= groups * thresholds.totalHolds,
  );
  // Of a total that no word says, a few columns of many (one year of ten) show nothing.
  const shows = each.filter(({ groups }) => groups > 0).length;
  return right.length > 0 && (said || right.length * 2 >= shows) ? pool(right) : all;
}

function isShown({ holds, groups, parts }: Counted): boolean {
  return (
    groups > 0 && holds >= groups * thresholds.totalHolds && (holds > 1 || parts.labels.length > 4)
  );
}

/** Of what is set in below labels, that of which no label stands below several: the rows of such a label are not told apart by it. */
function setInOnce(
  below: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const all = [...below.values()].flat();
  const several = new Set(all.filter((label, at) => all.indexOf(label) !== at));
  return new Map([...below].filter(([, labels]) => !labels.some((each) => several.has(each))));
}

function totalsIn(
  table: ReadTable,
  of: LabelColumn,
  labelled: LabelledTable,
  figures: readonly FiguresOfColumn[],
): readonly FoundTotal[] {
  // `T` is the total of a dimension that no field holds, as SDMX writes it.
  const names = (label: string): boolean =>
    (saysTotal(label) && (!isTotalOfTimes(label) || ofTimes.has(of.guess.to ?? ''))) ||
    (of.guess.to === null && /^_?T$/u.test(label));
  const below = setInOnce(labelsSetIn(table, of.column));
  const says = (label: string): boolean => names(label) || below.has(label);
  const others = labelled.labels.filter((other) => other !== of);
  const beside = others.map((other) => ({ other, ...besideOf(table, of, other) }));
  const allKeys = beside.flatMap(({ other, attribute, isSame }) =>
    attribute === null && !isSame ? [other] : [],
  );
  const parents = beside.flatMap(({ attribute }) =>
    attribute && new Set(attribute.values()).size > 1 ? [attribute] : [],
  );
  // Many labels are told from each other by the same columns.
  const byKeys = new Map<string, readonly GroupedFigures[]>();
  const grouped = (keys: readonly LabelColumn[]): readonly GroupedFigures[] => {
    const name = keys.map(({ column }) => column.index).join();
    const found = byKeys.get(name) ?? groupsBy(table, of, keys, figures);
    byKeys.set(name, found);
    return found;
  };
  const apart = new Map<LabelColumn, (label: string) => boolean>();
  const isApart = (label: string, key: LabelColumn): boolean => {
    const tells = apart.get(key) ?? standsApart(table, of, key);
    apart.set(key, tells);
    return tells(label);
  };
  const usual = grouped(allKeys);
  // A number in a column that is left out is a figure, and names no total.
  const isNumber = (label: string): boolean => of.guess.to === null && /^[\d.,\s]+$/u.test(label);
  const heavy = usual
    .flatMap(({ groups }) => heaviest(groups) ?? [])
    .filter((label) => !isNumber(label));
  const candidates = [
    ...new Set([
      ...of.labels.filter(names).slice(0, thresholds.totalsNamed),
      ...[...below.keys()].slice(0, thresholds.listedLabels),
      ...heavy,
    ]),
  ];
  return candidates.flatMap((label): readonly FoundTotal[] => {
    const said = says(label);
    const keys = said ? allKeys.filter((key) => !isApart(label, key)) : allKeys;
    const groups = keys.length === allKeys.length ? usual : grouped(keys);
    const tried = partSets(label, of.labels, parents, below).map((parts) =>
      judge(
        parts,
        groups.map((one) => ({
          figure: one.figure,
          ...countSums(label, parts, one.groups, one.step, said),
        })),
        said,
      ),
    );
    const counted = tried
      .filter((set) => set.groups > 0)
      .sort((a, b) => b.holds / b.groups - a.holds / a.groups || b.holds - a.holds);
    const within = keys.map(({ heading }) => heading);
    const found = (set: Counted): FoundTotal => ({
      column: of,
      label,
      said,
      within,
      everyFigure: set.figures.length === figures.length,
      ...set,
    });
    const proven = counted.filter(isShown);
    // "X" beside "M" and "W" is a third sex, unless it is their sum.
    const isLetterOfAll = of.guess.to === null && /^[XIZ]$/u.test(label);
    if (proven.length > 0)
      return proven.slice(0, 3).map((set) => ({ ...found(set), said: said || isLetterOfAll }));
    if (!said) return [];
    const closed =
      counted.length === 0 && closedBlock(table, of, { label, names, keys: allKeys }, figures);
    if (closed) return [found(closed)];
    // Nothing adds up: the smallest group it stands in says most of what it may be the total of.
    const [least] = tried
      .filter(({ parts }) => parts.kind === 'beside')
      .sort((a, b) => a.parts.labels.length - b.parts.labels.length);
    const parts: PartSet = {
      kind: 'all',
      words: inFour('andere rijen', 'd’autres lignes', 'anderen Zeilen', 'other rows'),
      labels: [],
    };
    const none: Counted = { parts, holds: 0, groups: 0, off: 0, figures: [] };
    return [found(least ?? counted[0] ?? none)];
  });
}

/** The labels of a table that stand for the total of others: said by their words, or shown by their figures. */
export function findTotals(
  table: ReadTable,
  columns: readonly ColumnGuess[],
  habit: FigureHabit,
): readonly FoundTotal[] {
  const labelled = labelledTable(table, columns);
  if (labelled.figures.length === 0) return [];
  const figures = labelled.figures
    .slice(0, thresholds.figureColumnsAdded)
    .map((figure) => ({ figure, values: figuresOf(table, figure, habit) }));
  return labelled.labels
    .filter(({ guess }) => guess.to !== 'period' && guess.to !== 'date')
    .flatMap((of) => totalsIn(table, of, labelled, figures));
}
