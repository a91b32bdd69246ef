import type { Engine } from '@samenbeeld/engine';
import { cellText } from '../compile/cell-text.ts';
import { codeColumn, heldCells, type StagedTable, stagedRows, textColumn } from './staged-table.ts';

/** Where a text first stands in its column, and in how many rows. */
export interface Seen {
  readonly line: number;
  readonly rows: number;
}

/** The distinct texts of a column, trimmed; '' is the empty cell. In the order of their first appearance. */
export interface Texts {
  readonly seen: ReadonlyMap<string, Seen>;
  /** Some cells have blanks around them. */
  readonly untrimmed: boolean;
}

/** Columns of fewer rows are read in one statement; of more, one by one, so that memory stays bounded. */
const few = 20_000;
const together = 50;

type Found = Seen & { readonly index: number; readonly text: string | null };

/** The distinct texts of a column of rows in memory, in the order of first appearance. */
function heldTexts(held: NonNullable<StagedTable['held']>, index: number): readonly Found[] {
  const found = new Map<string | null, { line: number; rows: number }>();
  for (const [at, text] of heldCells(held, index).entries()) {
    const line = held[at]?.line ?? 0;
    const before = found.get(text);
    if (before) {
      before.rows += 1;
      before.line = Math.min(before.line, line);
    } else found.set(text, { line, rows: 1 });
  }
  return [...found].map(([text, seen]) => ({ index, text, ...seen }));
}

/** The distinct texts of some columns, by index, each in the order of first appearance. */
async function foundTexts(
  engine: Engine,
  staged: StagedTable,
  indexes: readonly number[],
): Promise<readonly Found[]> {
  const { held } = staged;
  if (held) return indexes.flatMap((index) => heldTexts(held, index));
  const each = indexes.map((index) => {
    const coded = staged.coded.has(index);
    const cell = coded ? codeColumn(index) : textColumn(index);
    const text = coded ? `cast(${cell} as VARCHAR)` : cell;
    return `select ${index} as index, ${text} as text, count(*) as rows, min(line) as line, min(row_no) as first from ${stagedRows(staged)} group by ${cell}`;
  });
  return engine.rows<Found>(
    `select index, text, rows, line from (${each.join(' union all ')}) t order by index, first`,
  );
}

/** Reads the distinct texts of some columns out of the engine; by index. */
export async function distinctTexts(
  engine: Engine,
  staged: StagedTable,
  indexes: readonly number[],
): Promise<ReadonlyMap<number, Texts>> {
  const texts = new Map<number, Texts>();
  const size = staged.size <= few ? together : 1;
  for (let from = 0; from < indexes.length; from += size) {
    const group = indexes.slice(from, from + size);
    const byColumn = new Map<number, Found[]>(group.map((index) => [index, []]));
    for (const one of await foundTexts(engine, staged, group)) byColumn.get(one.index)?.push(one);
    for (const [index, found] of byColumn) texts.set(index, textsOf(found));
  }
  return texts;
}

function textsOf(found: readonly Found[]): Texts {
  const seen = new Map<string, Seen>();
  let untrimmed = false;
  for (const { text, rows, line } of found) {
    const trimmed = cellText(text) ?? '';
    untrimmed ||= text !== null && trimmed !== text;
    const before = seen.get(trimmed);
    seen.set(trimmed, before ? { line: before.line, rows: before.rows + rows } : { line, rows });
  }
  return { seen, untrimmed };
}
