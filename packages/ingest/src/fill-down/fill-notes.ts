import type { Issue } from '@samenbeeld/schema';
import type { BoundColumn } from '../compile/binding.ts';
import type { TableHead } from '../stage/staged-table.ts';
import type { Filled, FillRow, Unfilled } from './fill-down.ts';
import { lostIssues, lostLabels } from './lost-labels.ts';

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
export function fillNotes(
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
