import type { Issue } from '@samenbeeld/schema';
import type { Binding, BoundColumn } from '../compile/binding.ts';
import { meets } from '../compile/conditions.ts';
import type { Condition, SourceDescription } from '../description/description.ts';
import type { TableHead } from '../stage/staged-table.ts';
import {
  type FillColumn,
  type Filled,
  type FillRow,
  fillColumn,
  fillDown,
  type LeftOut,
} from './fill-down.ts';
import { fillNotes } from './fill-notes.ts';
import { tellingColumns } from './lost-labels.ts';

/** Columns that are filled, and what tells rows that a rule leaves out. */
export interface Filling {
  readonly columns: readonly FillColumn[];
  readonly bound: readonly BoundColumn[];
  readonly leftOut: LeftOut;
  /** Indexes of the columns whose labels tell rows apart; empty where rows may be alike. */
  readonly dims: readonly number[];
  /** Indexes of all columns that are looked at. */
  readonly asked: readonly number[];
}

/** How the columns of a table are filled; null where none is. */
export function fillingOf(
  { table, columns }: Binding<TableHead>,
  description: SourceDescription,
): Filling | null {
  const { exclusions, totals } = description;
  const bound = columns.filter(({ rule }) => rule.fill !== null);
  if (bound.length === 0) return null;
  const at = new Map(columns.map(({ rule, column }) => [rule.header, column.index]));
  const filled = new Set(bound.map(({ column }) => column.index));
  const rules = [
    ...exclusions
      .filter(({ columns: only }) => only.length === 0)
      .map(({ rule, where }) => ({ rule, where: Object.entries(where) })),
    ...totals.map(({ rule, column, total }) => ({ rule, where: [[column, total]] as const })),
  ].map(({ rule, where }) => ({
    rule,
    where: where.map(
      ([header, condition]: readonly [string, Condition]) =>
        [at.get(header) ?? -1, condition] as const,
    ),
  }));
  // A rule that only looks at filled columns leaves out whole groups: it says nothing of where one ends.
  const telling = rules.filter(({ where }) => where.some(([index]) => !filled.has(index)));
  const dims = tellingColumns(columns, description).map(({ column }) => column.index);
  return {
    bound,
    dims,
    columns: bound.map(({ column, rule }) => fillColumn(table, column.index, rule.fill?.across)),
    leftOut: (cell) =>
      telling.find(({ where }) =>
        where.every(([index, condition]) => meets(cell(index) ?? '', condition)),
      )?.rule ?? null,
    asked: [
      ...new Set([...filled, ...dims, ...telling.flatMap(({ where }) => where.map(([i]) => i))]),
    ]
      .filter((index) => index >= 0)
      .sort((a, b) => a - b),
  };
}

/** The head of a table once its columns are filled: merged cells of theirs are no longer a warning. */
function filledHead<Head extends TableHead>(
  head: Head,
  { bound }: Filling,
  notes: readonly Issue[],
): Head {
  const letters = new Set(bound.map(({ column }) => column.letter));
  return {
    ...head,
    notes: [
      ...head.notes.filter(
        ({ rule, column }) => rule !== 'cell.merged' || !letters.has(column ?? ''),
      ),
      ...notes,
    ],
  };
}

/** Fills the rows of a table: the cells that take a label, and the head with what a person should know of them. */
export function filledBy<Head extends TableHead>(
  filling: Filling,
  head: Head,
  rows: readonly FillRow[],
): { readonly filled: readonly Filled[]; readonly head: Head } {
  const found = fillDown(rows, filling.columns, filling.leftOut);
  const notes = fillNotes(head, filling, rows, found);
  return { filled: found.filled, head: filledHead(head, filling, notes) };
}
