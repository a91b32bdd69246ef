import { headingsOf } from '../../compile/bind-columns.ts';
import type { ReadColumn, ReadTable } from '../../read/table.ts';
import type { ColumnGuess } from '../column-guess.ts';

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
      if (guess.kind === 'fold' || guess.to === 'value') {
        figures.push({ column, heading });
        continue;
      }
      const found = new Set<string>();
      for (const { cells } of table.rows) {
        const cell = cells[column.index];
        if (cell) found.add(cell);
      }
      const ignored = guess.to === null;
      const tooMany = found.size > (ignored ? table.rows.length / 5 : 20_000);
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

/** For each label of a column its one value in another column, or null where a label has several. */
export function attributeOf(
  table: ReadTable,
  of: LabelColumn,
  other: LabelColumn,
): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  for (const { cells } of table.rows) {
    const label = cells[of.column.index];
    const value = cells[other.column.index] ?? '';
    if (!label) continue;
    const before = found.get(label);
    if (before !== undefined && before !== value) return null;
    found.set(label, value);
  }
  return found;
}

/** Whether two columns tell the same thing, in finer or coarser words: one nearly always follows from the other. */
export function sameDimension(table: ReadTable, one: LabelColumn, other: LabelColumn): boolean {
  const pairs = new Set<string>();
  for (const { cells } of table.rows)
    pairs.add(`${cells[one.column.index] ?? ''}\u0000${cells[other.column.index] ?? ''}`);
  return pairs.size <= 1.2 * Math.max(one.labels.length, other.labels.length);
}
