import {
  type Column,
  dialect,
  type Engine,
  type NumberRange,
  type Scalar,
} from '@samenbeeld/engine';
import { rawRows } from './compile/raw-sql.ts';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';
import type { Part } from './read-part.ts';

/** The condition on the picture's table that finds the records of one table of a file. */
export function recordsOf({ id }: SourceDescription, { binding }: Part): string {
  const { file, sheet } = binding.table;
  const same = sheet === null ? 'is null' : `= ${dialect.literal(sheet)}`;
  return `source = ${dialect.literal(id)} and origin_file = ${dialect.literal(file)} and origin_sheet ${same}`;
}

/**
 * Whether the items that became no record can be found by their lines once the records are written: most of a large
 * file becomes records, and only the rest need be looked at again. Not where a total decides over other rows, where
 * several items stand on a line, or where another part has the same name.
 */
export function restIsFound(
  { totals }: SourceDescription,
  part: Part,
  parts: readonly Part[],
): boolean {
  const { table, staged } = part.binding;
  const namesakes = parts.filter(
    ({ binding }) => binding.table.file === table.file && binding.table.sheet === table.sheet,
  );
  const single = part.binding.slots.length === 1 && namesakes.length === 1;
  return single && totals.length === 0 && staged.ownLines;
}

/** So many lines are looked at in one go. */
const page = 10_000_000;

/** Lines of a range that are not in it, as `numberSet` tells them. */
function* absent({ least, most }: NumberRange, set: string | null): Generator<readonly Scalar[]> {
  if (set === null) {
    for (let line = least; line <= most; line++) yield [line];
    return;
  }
  for (let at = set.indexOf('0'); at >= 0; at = set.indexOf('0', at + 1)) yield [least + at];
}

/** Judges the rows whose item is not among the records, and those only. */
export async function judgeRest(
  engine: Engine,
  description: SourceDescription,
  part: Part,
): Promise<void> {
  const { binding, stage, judge } = part;
  const { table } = recordTables[description.record];
  const [lines] = await engine.rows<{ least: number | null; most: number | null }>(
    `select min(line) as least, max(line) as most from ${stage.raw}`,
  );
  const last = lines?.most ?? 0;
  for (let least = lines?.least ?? 1; least <= last; least += page) {
    const range = { least, most: Math.min(least + page - 1, last) };
    const [found] = await engine.rows<{ set: string | null }>(
      `select ${dialect.numberSet('origin_line', range)} as set from ${table}
where ${recordsOf(description, part)} and origin_line between ${range.least} and ${range.most}`,
    );
    const column: Column = { name: 'line', type: 'INTEGER' };
    await engine.insert(stage.unwritten, [column], absent(range, found?.set ?? null));
  }
  const unwritten = last > 0 ? `line in (select line from ${stage.unwritten})` : 'false';
  await engine.run(
    `create temporary table ${stage.rest} as ${rawRows(binding, 'described', unwritten)}`,
  );
  await judge({ raw: stage.rest, read: stage.restRead, judged: stage.restJudged });
}
