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
  type Unfilled,
} from './fill-down.ts';
import { lostIssues, lostLabels, tellingColumns } from './lost-labels.ts';

const most = 20;

/** Runs of filled cells, each with the line of its label: "6-9 from line 5". */
function runs(filled: readonly Filled[]): readonly string[] {
  const found: { from: number; first: number; last: number }[] = [];
  for (const { line, from } of filled) {
    const last = found.at(-1);
    if (last?.from === from) last.last = line;
    else found.push({ from, first: line, last: line });
  }
  return found.map(
    ({ from, first, last }) =>
      `${first === last ? `line ${first}` : `lines ${first}-${last}`} from line ${from}`,
  );
}

function listed(texts: readonly string[]): string {
  const more = texts.length - most;
  return `${texts.slice(0, most).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

/** What a person should know of filled columns: which lines took the label of which, which stayed empty, and where one may be lost. */
function fillNotes(
  table: TableHead,
  { bound, dims }: { readonly bound: readonly BoundColumn[]; readonly dims: readonly number[] },
  rows: Iterable<FillRow>,
  {
    filled,
    unfilled,
  }: { readonly filled: readonly Filled[]; readonly unfilled: readonly Unfilled[] },
): readonly Issue[] {
  const lost = dims.length > 0 ? lostLabels(rows, filled, dims) : [];
  return [...labelNotes(table, bound, filled, unfilled), ...lostIssues(table, bound, lost)];
}

function labelNotes(
  { file, sheet }: TableHead,
  columns: readonly BoundColumn[],
  filled: readonly Filled[],
  unfilled: readonly Unfilled[],
): readonly Issue[] {
  return columns.flatMap(({ column: { index }, shown }): Issue[] => {
    const own = filled.filter(({ column }) => column === index);
    const others = unfilled.filter(({ column }) => column === index);
    const place = { file, sheet, column: shown, value: null };
    return [
      ...(own[0]
        ? [
            {
              ...place,
              line: own[0].line,
              severity: 'note' as const,
              rule: 'cell.filled',
              message: `${own.length} empty ${own.length === 1 ? 'cell takes' : 'cells take'} the label above: ${listed(runs(own))}`,
              repair: 'none needed; the description says `fill: down`',
            },
          ]
        : []),
      ...others.slice(0, most).map(({ line, why }) => ({
        ...place,
        line,
        severity: 'warning' as const,
        rule: 'cell.not-filled',
        message: `the cell is empty and takes no label: ${why}${others.length > most ? ` (${others.length} such cells)` : ''}`,
        repair:
          'state the label in the cell; or name the rule, where rows that it leaves out do not end a group: `fill: { across: [RULE] }`',
      })),
    ];
  });
}

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
