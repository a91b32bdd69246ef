import { headingsOf } from '@samenbeeld/ingest';
import type { ReadColumn, ReadTable } from '@samenbeeld/read';
import type { ColumnGuess } from '../column.ts';
import { distinctCells } from '../distinct-cells.ts';
import { thresholds } from '../thresholds.ts';
import { isFigureField } from '../written.ts';

/** A column of labels: which rows are of what. */
export interface LabelColumn {
  readonly column: ReadColumn;
  readonly heading: string;
  readonly guess: ColumnGuess;
  readonly labels: readonly string[];
}

/** A column of figures: one of its own, or one of a fold. */
export interface FigureColumn {
  readonly column: ReadColumn;
  readonly heading: string;
}

/** A table as labels and figures. */
export interface LabelledTable {
  readonly labels: readonly LabelColumn[];
  readonly figures: readonly FigureColumn[];
}

/** Fields that say something about a row without telling it from others. */
const remarks: ReadonlySet<string> = new Set([
  'note',
  'placeNote',
  'wording',
  'wordingPrinted',
  'status',
  'missing',
  'publication',
  'reference',
  'publishedOn',
  'confidence',
  'unit',
]);

/** Which columns of a table hold labels and which figures, by what was concluded of them. Remarks count as labels where they are `wanted`. */
export function labelledTable(
  table: ReadTable,
  columns: readonly ColumnGuess[],
  wanted: readonly string[] = [],
): LabelledTable {
  const byHeading = new Map([...headingsOf(table)].map(([column, heading]) => [heading, column]));
  const labels: LabelColumn[] = [];
  const figures: FigureColumn[] = [];
  for (const guess of columns)
    for (const heading of guess.headings) {
      const column = byHeading.get(heading);
      if (!column) continue;
      if (guess.kind === 'fold' || isFigureField(guess.to)) {
        figures.push({ column, heading });
        continue;
      }
      const found = distinctCells(table, column.index);
      const ignored = guess.to === null;
      const tooMany = found.size > (ignored ? Math.max(20, table.rows.length / 5) : 20_000);
      if (
        found.size < 2 ||
        tooMany ||
        (guess.to !== null && remarks.has(guess.to) && !wanted.includes(guess.to))
      )
        continue;
      if (ignored && found.size > 60 && [...found].every((text) => /^[\d.,\s-]*$/.test(text)))
        continue;
      labels.push({ column, heading, guess, labels: [...found] });
    }
  return { labels, figures };
}

/** How many pairs of labels two columns make, of those that stand in rows together. */
function pairsOf(
  table: ReadTable,
  one: LabelColumn,
  other: LabelColumn,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const pairs = new Map<string, Map<string, number>>();
  for (const { cells } of table.rows) {
    const label = cells[one.column.index];
    if (!label) continue;
    const value = cells[other.column.index] ?? '';
    const values = pairs.get(label) ?? new Map<string, number>();
    pairs.set(label, values);
    values.set(value, (values.get(value) ?? 0) + 1);
  }
  return pairs;
}

function countOf(pairs: ReadonlyMap<string, ReadonlyMap<string, number>>): number {
  return [...pairs.values()].reduce((sum, values) => sum + values.size, 0);
}

/** What the labels of a column say of those in another. */
export interface Beside {
  /** For each label its (usual) value in the other, coarser column, or null where the labels have several. */
  readonly attribute: ReadonlyMap<string, string> | null;
  /** Whether the two tell the same thing, in finer or coarser words: one nearly always follows from the other. */
  readonly isSame: boolean;
}

/** What the labels of a column say of those in another, by the rows in which they stand together. */
export function besideOf(table: ReadTable, of: LabelColumn, other: LabelColumn): Beside {
  const pairs = pairsOf(table, of, other);
  const count = countOf(pairs);
  const isSame = count <= thresholds.oneFollows * Math.max(of.labels.length, other.labels.length);
  if (count > thresholds.oneFollows * pairs.size) return { attribute: null, isSame };
  const usualOf = (values: ReadonlyMap<string, number>): string =>
    [...values].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  return { attribute: new Map([...pairs].map(([at, values]) => [at, usualOf(values)])), isSame };
}
