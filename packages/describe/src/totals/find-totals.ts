import type { ReadTable } from '@samenbeeld/read';
import type { ColumnGuess } from '../column-guess.ts';
import type { FigureHabit } from '../numbers.ts';
import {
  attributeOf,
  type FigureColumn,
  type LabelColumn,
  type LabelledTable,
  labelledTable,
  sameDimension,
} from './label-columns.ts';
import { countSums, heaviest, labelGroups } from './label-groups.ts';
import { type PartSet, partSets } from './part-sets.ts';
import { saysTotal } from './total-words.ts';

/** A label and the labels it is, or is said to be, the total of. */
export interface FoundTotal {
  readonly column: LabelColumn;
  readonly label: string;
  readonly parts: PartSet;
  readonly holds: number;
  readonly groups: number;
  readonly said: boolean;
  /** Headings that tell one group from another. */
  readonly within: readonly string[];
  /** The columns of figures in which it was counted; the others do not add up (persons counted once). */
  readonly figures: readonly string[];
  readonly everyFigure: boolean;
}

/** Totals named for one column. */
const named = 12;
/** From this share of the groups on a sum is taken as shown. */
export const shareShown = 0.9;

/** Columns of figures that are looked at; editions side by side behave alike. */
const figuresLooked = 12;

interface Counted {
  readonly parts: PartSet;
  readonly holds: number;
  readonly groups: number;
  readonly figures: readonly string[];
}

/** Whether a label has its own values in a column, which no other label has: "Reported total" among the groups of drugs. */
function standsApart(table: ReadTable, of: LabelColumn, label: string, key: LabelColumn): boolean {
  const own = new Set<string>();
  const others = new Set<string>();
  for (const { cells } of table.rows) {
    const value = cells[key.column.index] ?? '';
    (cells[of.column.index] === label ? own : others).add(value);
  }
  return [...own].every((value) => !others.has(value));
}

/** Where a sum holds in all columns of figures taken together, or in some of them taken alone. */
function judge(
  parts: PartSet,
  each: readonly {
    readonly figure: FigureColumn;
    readonly holds: number;
    readonly groups: number;
  }[],
): Counted {
  const pool = (some: typeof each): Counted => ({
    parts,
    holds: some.reduce((sum, { holds }) => sum + holds, 0),
    groups: some.reduce((sum, { groups }) => sum + groups, 0),
    figures: some.map(({ figure }) => figure.heading),
  });
  const all = pool(each);
  if (all.groups === 0 || all.holds >= all.groups * shareShown) return all;
  const right = each.filter(({ holds, groups }) => groups > 0 && holds >= groups * shareShown);
  return right.length > 0 ? pool(right) : all;
}

function isShown({ holds, groups, parts }: Counted): boolean {
  return groups > 0 && holds >= groups * shareShown && (holds > 1 || parts.labels.length > 4);
}

function totalsIn(
  table: ReadTable,
  of: LabelColumn,
  labelled: LabelledTable,
  habit: FigureHabit,
): readonly FoundTotal[] {
  const figures = labelled.figures.slice(0, figuresLooked);
  const others = labelled.labels.filter((other) => other !== of);
  const attributes = others.map((other) => attributeOf(table, of, other));
  const allKeys = others.filter(
    (other, index) => attributes[index] === null && !sameDimension(table, of, other),
  );
  const parents = attributes.flatMap((map) => (map && new Set(map.values()).size > 1 ? [map] : []));
  const grouped = (keys: readonly LabelColumn[]) =>
    figures.map((figure) => ({ figure, groups: labelGroups(table, of, keys, figure, habit) }));
  const usual = grouped(allKeys);
  const heavy = usual.flatMap(({ groups }) => heaviest(groups) ?? []);
  const candidates = [...new Set([...of.labels.filter(saysTotal).slice(0, named), ...heavy])];
  return candidates.flatMap((label): readonly FoundTotal[] => {
    const said = saysTotal(label);
    const keys = said ? allKeys.filter((key) => !standsApart(table, of, label, key)) : allKeys;
    const groups = keys.length === allKeys.length ? usual : grouped(keys);
    const tried = partSets(label, of.labels, parents).map((parts) =>
      judge(
        parts,
        groups.map((one) => ({ figure: one.figure, ...countSums(label, parts, one.groups) })),
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
    if (proven.length > 0) return proven.slice(0, 3).map(found);
    if (!said) return [];
    // Nothing adds up: the smallest group it stands in says most of what it may be the total of.
    const [beside] = tried
      .filter(({ parts }) => parts.kind === 'beside')
      .sort((a, b) => a.parts.labels.length - b.parts.labels.length);
    const parts: PartSet = { kind: 'all', words: 'other rows', labels: [] };
    const none: Counted = { parts, holds: 0, groups: 0, figures: [] };
    return [found(beside ?? counted[0] ?? none)];
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
  return labelled.labels
    .filter(({ guess }) => guess.to !== 'period' && guess.to !== 'date')
    .flatMap((of) => totalsIn(table, of, labelled, habit));
}
