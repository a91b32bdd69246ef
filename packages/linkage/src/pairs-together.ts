import { dialect, type Engine } from '@samenbeeld/engine';
import { allPairs } from './count-pairs.ts';
import { keyColumn } from './key-column.ts';
import type { PairSpace } from './pass-sql.ts';

type Side = 'left' | 'right';

function counted(space: PairSpace, keys: readonly string[], old: boolean): string {
  const known = keys.map((key) => `${key} is not null`);
  const conditions = [...known, ...(old ? ['not "#new"'] : [])].join(' and ');
  const named = keys.map((key, at) => `${key} as key${at}`);
  return `(select ${[...named, '"#source" as source', 'cast(count(*) as DOUBLE) as n'].join(', ')} from ${dialect.identifier(space.records)} where ${conditions} group by ${[...keys, '"#source"'].join(', ')})`;
}

/** Records that a key brings together with themselves. */
function selfPairs(
  space: PairSpace,
  left: readonly string[],
  right: readonly string[],
  old: boolean,
): string {
  const conditions = left.map((key, at) => `${key} = ${right[at]}`);
  return `(select cast(count(*) as DOUBLE) from ${dialect.identifier(space.records)} where ${[...conditions, ...(old ? ['not "#new"'] : [])].join(' and ')})`;
}

async function count(
  engine: Engine,
  space: PairSpace,
  {
    left,
    right,
    old,
  }: { readonly left: readonly string[]; readonly right: readonly string[]; readonly old: boolean },
): Promise<number> {
  const { link } = space;
  const same = left.map((_, at) => `a.key${at} = b.key${at}`).join(' and ');
  const sources = { all: 'true', within: 'a.source = b.source', between: 'a.source < b.source' }[
    link
  ];
  const both = `select coalesce(sum(a.n * b.n), 0) from ${counted(space, left, old)} a join ${counted(space, right, old)} b on ${same} and ${sources}`;
  // Each pair of one kind of record was met from both of its ends, and each record with itself.
  const sql =
    link === 'between'
      ? `select (${both}) as pairs`
      : `select ((${both}) - ${selfPairs(space, left, right, old)}) / 2 as pairs`;
  const [row] = await engine.rows<{ pairs: number }>(sql);
  return row?.pairs ?? 0;
}

/**
 * Pairs that all these passes have, their conditions on top left out, by the counts of their keys taken together. Within
 * a table a pass that is not the same both ways counts half: its mirror image has the other half.
 */
export async function countTogether(
  engine: Engine,
  space: PairSpace,
  passes: readonly number[],
): Promise<number> {
  const keyed = passes.filter((pass) => (space.passes[pass]?.left.length ?? 0) > 0);
  const columns = (side: Side): string[] =>
    keyed.map((pass) => dialect.identifier(keyColumn(space.passes, pass, side)));
  if (keyed.length === 0) return allPairs(space);
  const keys = { left: columns('left'), right: columns('right') };
  const all = await count(engine, space, { ...keys, old: false });
  return space.only ? all - (await count(engine, space, { ...keys, old: true })) : all;
}
