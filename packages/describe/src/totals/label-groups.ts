import type { ReadTable } from '@samenbeeld/read';
import { type FigureHabit, figureOf } from '../numbers.ts';
import type { FigureColumn, LabelColumn } from './label-columns.ts';
import type { PartSet } from './part-sets.ts';

/** Figures by label, one map a group of rows that differ in this column alone. */
export type Groups = readonly ReadonlyMap<string, number>[];

/** Rows that are looked at. */
const looked = 100_000;

/** The groups of a table for one column of labels and one of figures. */
export function labelGroups(
  table: ReadTable,
  of: LabelColumn,
  keys: readonly LabelColumn[],
  { column: figure }: FigureColumn,
  habit: FigureHabit,
): Groups {
  const groups = new Map<string, Map<string, number>>();
  for (const { cells } of table.rows.slice(0, looked)) {
    const label = cells[of.column.index];
    const value = figureOf(cells[figure.index], habit);
    if (!label || value === null) continue;
    const key = keys.map(({ column }) => cells[column.index] ?? '').join('\u0000');
    const group = groups.get(key) ?? new Map<string, number>();
    groups.set(key, group);
    group.set(label, (group.get(label) ?? 0) + value);
  }
  return [...groups.values()].filter((group) => group.size > 1);
}

/** In how many groups a label has both itself and two parts or more, and in how many of these it is their sum. */
export function countSums(
  label: string,
  { labels }: PartSet,
  groups: Groups,
): { readonly holds: number; readonly groups: number } {
  const seen = new Set<string>();
  let holds = 0;
  let counted = 0;
  for (const group of groups) {
    const total = group.get(label);
    if (total === undefined) continue;
    const present = labels.filter((part) => group.has(part));
    const parts = present.map((part) => group.get(part) ?? 0);
    if (parts.filter((part) => part !== 0).length < 2) continue;
    counted += 1;
    for (const part of present) seen.add(part);
    const sum = parts.reduce((all, part) => all + part, 0);
    const whole = Number.isInteger(total) && parts.every(Number.isInteger);
    if (Math.abs(total - sum) <= (whole ? 0 : 1e-6 * Math.abs(total))) holds += 1;
  }
  // A sum over a few of the labels says nothing of the others.
  return seen.size * 2 < labels.length ? { holds: 0, groups: counted } : { holds, groups: counted };
}

/** The label that outweighs the others, where one does. */
export function heaviest(groups: Groups): string | null {
  const sums = new Map<string, number>();
  let all = 0;
  for (const group of groups)
    for (const [label, value] of group) {
      sums.set(label, (sums.get(label) ?? 0) + value);
      all += value;
    }
  const [first] = [...sums].sort((a, b) => b[1] - a[1]);
  return first && first[1] > all * 0.2 ? first[0] : null;
}
