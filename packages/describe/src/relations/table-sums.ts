import type { ReadTable } from '@samenbeeld/read';
import type { Text } from '@samenbeeld/schema';
import type { FigureHabit } from '../numbers.ts';
import { alike } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import { columnSums, likelySums } from './column-sums.ts';
import { numericColumns } from './numeric-columns.ts';
import type { Relation } from './relation.ts';

/** Sums of columns in a table, and the reading of its figures in which they hold. */
export interface TableSums {
  /** Verified in (nearly) every row. */
  readonly verified: readonly Relation[];
  /** Of columns that say they are totals: in some rows only, or in too few to verify it. */
  readonly likely: readonly Relation[];
  /** What sums prove of a mark with two readings (`1.346`); null where they prove nothing. */
  readonly marks: SumsOfMarks | null;
}

/** A mark that stands between thousands or before decimals, since the rows add up in no other reading. */
export interface SumsOfMarks {
  readonly mark: '.' | ',';
  readonly groups: boolean;
  readonly holds: number;
  readonly formula: Text;
}

/** Marks that cells prove, and those that leave two readings. */
export interface SeenMarks {
  readonly decimal: '.' | ',' | null;
  readonly group: string | null;
  readonly either: '.' | ',' | null;
}

/** Whether a heading says that its column is a total, whatever year stands beside it. */
export function isTotalHeading(heading: string): boolean {
  const bare = heading
    .replace(/(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return saysTotal(bare) || /\b(?:totaal|total|totaux|insgesamt|gesamt)$/iu.test(bare);
}

interface Sums extends Pick<TableSums, 'verified' | 'likely'> {
  /** Rows that add up with a cell that has two readings in them, over all sums. */
  readonly telling: number;
  readonly formula: Text;
}

function sumsBy(table: ReadTable, habit: FigureHabit, either: string | null): Sums {
  const columns = numericColumns(table, habit);
  if (columns.length > thresholds.sumColumns)
    return { verified: [], likely: [], telling: 0, formula: alike('') };
  const verified = columnSums(columns);
  const done = new Set(verified.map(({ column }) => column));
  const likely = likelySums(columns, (heading) => !done.has(heading) && isTotalHeading(heading));
  const open = new Set(
    columns.flatMap(({ column, heading }) =>
      either !== null && table.rows.some(({ cells }) => cells[column.index]?.includes(either))
        ? [heading]
        : [],
    ),
  );
  const told = [...verified, ...likely]
    .filter(({ column, from }) => [column, ...from].some((heading) => open.has(heading)))
    .sort((a, b) => b.holds - a.holds);
  const telling = told.reduce((all, { holds }) => all + holds, 0);
  return { verified, likely, telling, formula: told[0]?.formula ?? alike('') };
}

/**
 * Finds the sums of a table under each reading that its marks allow, and keeps the one in which more rows add up; where
 * neither is ahead, the one that the looks of the figures suggest.
 */
export function tableSums(
  table: ReadTable,
  { decimal, group, either }: SeenMarks,
  grouping: boolean,
): TableSums {
  if (either === null || either === decimal || either === group) {
    const { verified, likely } = sumsBy(table, { decimalChar: decimal, groupChar: group }, null);
    return { verified, likely, marks: null };
  }
  const grouped = sumsBy(table, { decimalChar: decimal, groupChar: either }, either);
  const fraction = sumsBy(table, { decimalChar: either, groupChar: group }, either);
  const ahead = grouped.telling - fraction.telling;
  const groups = ahead > 0 || (ahead === 0 && grouping);
  const { verified, likely, telling, formula } = groups ? grouped : fraction;
  const marks = { mark: either, groups, holds: telling, formula };
  return { verified, likely, marks: Math.abs(ahead) >= thresholds.marksProved ? marks : null };
}
