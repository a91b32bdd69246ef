import type { MergedColumn, ReadRow, ReadTable } from '@samenbeeld/read';
import type { Issue } from '@samenbeeld/schema';
import type { Binding, BoundColumn } from '../compile/binding.ts';
import { cellText } from '../compile/cell-text.ts';
import { meets } from '../compile/conditions.ts';
import type { Condition, SourceDescription } from '../description/description.ts';
import type { TableHead } from '../stage/staged-table.ts';

/** A row as filling looks at it. */
export interface FillRow {
  readonly line: number;
  /** Physical lines that it covers. */
  readonly lines: number;
  /** Trimmed text of a column's cell by index; null where it is empty. */
  readonly cell: (column: number) => string | null;
}

/** A column whose empty cells take the label above. */
export interface FillColumn {
  readonly index: number;
  /** Rules whose rows the label may pass. */
  readonly across: readonly string[];
  /** Ranges of the workbook in which one cell stands for several; empty where there are none. */
  readonly merged: readonly MergedColumn[];
}

/** How a column of a table is filled. */
export function fillColumn(
  { merged = [] }: Pick<ReadTable, 'merged'>,
  index: number,
  across: readonly string[] = [],
): FillColumn {
  return { index, across, merged: merged.filter(({ column }) => column === index) };
}

/** A cell that takes the label of another line. */
export interface Filled {
  readonly row: number;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly from: number;
}

/** A cell that stays empty, and why. */
interface Unfilled {
  readonly line: number;
  readonly column: number;
  readonly why: string;
}

/** The rule that leaves a row out by what stands in other columns than these; null where none does. */
type LeftOut = (cell: (column: number) => string | null) => string | null;

interface Above {
  readonly text: string;
  readonly line: number;
  /** Why the label may go no further down. */
  readonly stop: string | null;
}

/**
 * Gives empty cells the label above, in columns where a label is stated once for the rows below it. A label ends at the
 * next one, at a blank line, and behind a row without label that a rule leaves out (a subtotal), unless the rule is in
 * `across`; where a workbook merges cells of the column, it is exactly the merged ones that are filled.
 */
export function fillDown(
  rows: Iterable<FillRow>,
  columns: readonly FillColumn[],
  leftOut: LeftOut,
): { readonly filled: readonly Filled[]; readonly unfilled: readonly Unfilled[] } {
  const filled: Filled[] = [];
  const unfilled: Unfilled[] = [];
  const above = new Map<number, Above>();
  let row = 0;
  let next: number | null = null;
  for (const { line, lines, cell } of rows) {
    const gap = next !== null && line > next ? `line ${next} is blank` : null;
    const now = new Map<number, string>();
    for (const { index, merged } of columns) {
      const own = cell(index);
      const label = above.get(index);
      if (own !== null) {
        above.set(index, { text: own, line, stop: null });
        continue;
      }
      if (label && gap !== null && label.stop === null && merged.length === 0)
        above.set(index, { ...label, stop: gap });
      const why = refusal(above.get(index), line, merged);
      if (why !== null || !label) {
        unfilled.push({ line, column: index, why: why ?? 'no label stands above it' });
        continue;
      }
      now.set(index, label.text);
      filled.push({ row, line, column: index, text: label.text, from: label.line });
    }
    const rule = leftOut((column) => now.get(column) ?? cell(column));
    if (rule !== null)
      for (const { index, across, merged } of columns) {
        const label = above.get(index);
        if (label && cell(index) === null && !across.includes(rule) && merged.length === 0)
          above.set(index, { ...label, stop: `line ${line} between them is left out as ${rule}` });
      }
    next = line + lines;
    row += 1;
  }
  return { filled, unfilled };
}

function refusal(
  label: Above | undefined,
  line: number,
  merged: readonly MergedColumn[],
): string | null {
  if (!label) return 'no label stands above it';
  if (merged.length > 0) {
    const within = merged.some(({ top, bottom }) => label.line >= top && line <= bottom);
    return within ? null : `it is not merged with the label in line ${label.line}`;
  }
  return label.stop && `the label is in line ${label.line}, and ${label.stop}`;
}

/** A label that went over rows which say again what rows of its own say: one of another group may be lost there. */
interface LostLabel {
  readonly column: number;
  /** Line of the label, the first line that repeats another under it, and that other. */
  readonly from: number;
  readonly line: number;
  readonly repeats: number;
  /** Rows under the label that repeat another. */
  readonly rows: number;
}

const mostLost = 20;

/** Where a label was filled down over rows whose other labels (`dims`) have been under it before. */
export function lostLabels(
  rows: Iterable<FillRow>,
  filled: readonly Filled[],
  dims: readonly number[],
): readonly LostLabel[] {
  const byRow = filledByRow(filled);
  const first = new Map<string, number>();
  const found = new Map<number, LostLabel>();
  let row = 0;
  for (const { line, cell } of rows) {
    const own = byRow.get(row);
    const key = dims.map((index) => own?.get(index)?.text ?? cell(index) ?? '').join('\u0000');
    const before = first.get(key);
    const [label] = [...(own?.values() ?? [])].sort((a, b) => a.column - b.column);
    if (before === undefined) first.set(key, line);
    else if (label) {
      const { column, from } = label;
      const known = found.get(from);
      const one = known ?? { column, from, line, repeats: before, rows: 0 };
      found.set(from, { ...one, rows: one.rows + 1 });
    }
    row += 1;
  }
  return [...found.values()];
}

/** Columns whose labels tell the rows of a table apart: those that feed a field other than the figures. */
function tellingColumns(
  columns: readonly BoundColumn[],
  { record }: Pick<SourceDescription, 'record'>,
): readonly BoundColumn[] {
  // Two seizures may well share every label.
  if (record === 'seizure') return [];
  return columns.filter(
    ({ rule }) => rule.mappings.length > 0 && !rule.mappings.some(({ to }) => to === 'value'),
  );
}

/** Warnings of labels that may be lost. */
function lostIssues(
  { file, sheet }: TableHead,
  columns: readonly BoundColumn[],
  lost: readonly LostLabel[],
): readonly Issue[] {
  return lost.slice(0, mostLost).map(({ column, from, line, repeats, rows }): Issue => {
    const shown = columns.find((bound) => bound.column.index === column)?.shown ?? null;
    const more = rows > 1 ? ` (${rows} such rows under this label)` : '';
    return {
      file,
      sheet,
      line,
      column: shown,
      value: null,
      severity: 'warning',
      rule: 'cell.fill-repeats',
      message: `the cell takes the label of line ${from}, and its row then has the same labels as line ${repeats}${more}: the label of another group may be lost at line ${line} or above it`,
      repair:
        'look in the file which label belongs there and write it in the cell; where the rows do belong to the label above, say what tells them apart, or ask the publisher',
    };
  });
}

/** Filled cells by the number of their row and the index of their column. */
export function filledByRow(
  filled: readonly Filled[],
): ReadonlyMap<number, ReadonlyMap<number, Filled>> {
  const byRow = new Map<number, Map<number, Filled>>();
  for (const one of filled) {
    const own = byRow.get(one.row) ?? new Map<number, Filled>();
    byRow.set(one.row, own.set(one.column, one));
  }
  return byRow;
}

/** A row that was read whole, as filling looks at it. */
export function fillRow({ line, lines, cells }: ReadRow): FillRow {
  return { line, lines, cell: (index) => cellText(cells[index]) };
}

/** Rows that were read whole, with the filled cells in their places. */
export function filledRows(
  rows: readonly ReadRow[],
  filled: readonly Filled[],
): readonly ReadRow[] {
  const byRow = filledByRow(filled);
  return rows.map((row, at) => {
    const own = byRow.get(at);
    if (!own) return row;
    const cells = [...row.cells];
    for (const [column, { text }] of own) cells[column] = text;
    return { ...row, cells };
  });
}

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
interface Filling {
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
