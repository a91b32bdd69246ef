import { dialect, type Engine } from '@samenbeeld/engine';
import { rawRows } from './compile/raw-sql.ts';
import type { Part } from './read-part.ts';
import { stagedRows, textColumn } from './stage/staged-table.ts';

/** Rows whose keys may occur more than once, and the number of the occurrence for each of their items. */
export interface Repeated {
  /** The engine's table `(part, row_no, slot, occurrence)`; null where every key occurs once. */
  readonly occurrences: string | null;
  /** By part: how many rows repeat an earlier one in every cell, and the lines of the first of them. */
  readonly rows: readonly { readonly count: number; readonly lines: readonly number[] }[];
}

const shown = 5;

/** Value columns of one row that share a key tell their items apart by number, whatever other rows hold. */
function sharesKey({ binding }: Part): boolean {
  return new Set(binding.slots.map(({ key }) => key)).size < binding.slots.length;
}

async function repeatedRows(
  engine: Engine,
  { stage, binding }: Part,
): Promise<Repeated['rows'][number]> {
  const cells = binding.table.columns.map(({ index }) => textColumn(index)).join(', ');
  const first = await engine.rows<{ line: number; rows: number }>(
    `select line, rows from (
  select line, row_no, count(*) over () as rows from (
    select line, row_no, row_number() over (partition by ${cells} order by row_no) as n
    from ${stage.again}
  ) r where n > 1
) r order by row_no limit ${shown}`,
  );
  return { count: first[0]?.rows ?? 0, lines: first.map(({ line }) => line) };
}

/**
 * Finds the keys that occur more than once in all parts together, and numbers their items: by raw cell first, so that
 * the order of rows and files does not matter. Nearly all keys of a large file occur once; a number of 31 bits a row
 * tells which can be left alone.
 */
export async function findRepeated(
  engine: Engine,
  parts: readonly Part[],
  name: string,
): Promise<Repeated> {
  const again = `${name}_again`;
  const alone = parts.length === 1;
  const all = parts.map(
    ({ binding, fingerprint }) =>
      `select ${fingerprint(alone)} as fingerprint from ${stagedRows(binding.staged)} r`,
  );
  // In order, equal ones stand side by side: to sort numbers costs less than to count each.
  await engine.run(`create temporary table ${again} as
select distinct fingerprint from (
  select fingerprint, lag(fingerprint) over (order by fingerprint) as before from (${all.join(' union all ')}) k
) k where fingerprint = before`);
  try {
    const [found] = await engine.rows<{ n: number }>(`select count(*) as n from ${again}`);
    const shared = parts.some(sharesKey);
    if (found?.n === 0 && !shared)
      return { occurrences: null, rows: parts.map(() => ({ count: 0, lines: [] })) };
    for (const { stage, binding, fingerprint } of parts) {
      const some = shared ? null : `${fingerprint(alone)} in (select fingerprint from ${again})`;
      await engine.run(`create temporary table ${stage.again} as ${rawRows(binding, 'all', some)}`);
    }
    const items = parts.map(
      ({ stage, keyed }, part) => `select ${part} as part, k.* from (${keyed(stage.again)}) k`,
    );
    await engine.run(`create temporary table ${name} as
select part, row_no, slot, row_number() over (partition by record_key order by raw, part, line, slot) as occurrence
from (${items.join(' union all ')}) i`);
    const rows: Repeated['rows'][number][] = [];
    for (const part of parts) rows.push(await repeatedRows(engine, part));
    return { occurrences: name, rows };
  } finally {
    await engine.run(`drop table ${again}`);
  }
}

/**
 * SQL of the number of an item's occurrence as a text, of the same as a number that is NULL for nearly all, and the
 * join that yields it, for an item `i` of a part.
 */
export function occurrenceSql(
  { occurrences }: Repeated,
  part: number,
): { readonly number: string; readonly occurrence: string; readonly join: string } {
  if (occurrences === null)
    return { number: dialect.literal('1'), occurrence: 'cast(NULL as INTEGER)', join: '' };
  return {
    occurrence: 'cast(o.occurrence as INTEGER)',
    number: 'cast(coalesce(o.occurrence, 1) as VARCHAR)',
    join: `left join ${occurrences} o on o.part = ${part} and o.row_no = i.row_no and o.slot = i.slot`,
  };
}
