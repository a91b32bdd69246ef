import type { Engine } from '@samenbeeld/engine';
import { cellText } from '../compile/cell-text.ts';
import { type StagedTable, stagedRows, textColumn } from './staged-table.ts';

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

/** Reads the distinct texts of a column out of the engine. */
export async function distinctTexts(
  engine: Engine,
  staged: StagedTable,
  index: number,
): Promise<Texts> {
  const found = await engine.rows<Seen & { text: string | null }>(
    `select ${textColumn(index)} as text, count(*) as rows, min(line) as line from ${stagedRows(staged)}
group by ${textColumn(index)} order by min(row_no)`,
  );
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
