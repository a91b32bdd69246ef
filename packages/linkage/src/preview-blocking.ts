import { dialect, type Engine } from '@samenbeeld/engine';
import { type BlockingPass, passesOf, ruleName } from './blocking-pass.ts';
import type { BlockingRule } from './blocking-rule.ts';
import { checkSql } from './check-comparisons.ts';
import { allPairs, countPass, type PassCount } from './count-pairs.ts';
import { findTables, type LinkedTable, type LinkKind } from './linked-table.ts';
import type { PairSpace } from './pass-sql.ts';
import { keyColumn, makeRecordTable, type NewRecords } from './record-table.ts';
import { releaseName, reserveName } from './table-names.ts';

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
async function countTogether(
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

/**
 * How many pairs any of the passes `own` has and none of those before, by inclusion and exclusion; `together` counts the
 * pairs that all of some passes have. What is not together in few is not together in more.
 */
async function countNew(
  together: (passes: readonly number[]) => Promise<number>,
  own: readonly number[],
  earlier: readonly number[],
): Promise<number> {
  const walk = async (
    chosen: readonly number[],
    rest: readonly number[],
    sign: 1 | -1,
  ): Promise<number> => {
    const count = await together(chosen);
    let sum = sign * count;
    if (count > 0)
      for (const [at, next] of rest.entries())
        sum += await walk([...chosen, next], rest.slice(at + 1), sign === 1 ? -1 : 1);
    return sum;
  };
  let sum = 0;
  for (const [at, pass] of own.entries())
    sum += await walk([pass], [...own.slice(at + 1), ...earlier], 1);
  return sum;
}

export interface RulePreview {
  readonly rule: string;
  /** Pairs it brings together; without its inequality, if it has one: then it is a bound. */
  readonly pairs: number;
  /** Of these, pairs that no earlier rule has; null where the rules are too many to tell. */
  readonly newPairs: number | null;
  /** Pairs of this rule and all before it. */
  readonly cumulative: number | null;
  /** Whether the numbers are bounds, because a condition stands on top of a key here or before. */
  readonly atMost: boolean;
  /** The key that makes most pairs. */
  readonly largest: PassCount['largest'];
}

/** What blocking would cost, before anything is compared. */
export interface BlockingPreview {
  readonly records: number;
  /** Pairs without any blocking. */
  readonly allPairs: number;
  readonly rules: readonly RulePreview[];
}

/** More joins than this are not told apart: their combinations double with each. */
const mostPasses = 10;

/**
 * Tells what blocking would cost before it is run: for each rule the pairs it brings together, those that no earlier rule
 * has, the running total and its largest key. All of it from group counts; no pair is made.
 *
 * Throws as `linkRecords` does where tables, columns and rules do not fit each other.
 *
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { previewBlocking } from '@samenbeeld/linkage';
 * const engine = await openEngine();
 * await engine.run("create table ship as select * from (values (1, 'Zwin', 2021), (2, 'Zwin', 2021), (3, 'Zwin', 2019)) v(id, name, year)");
 * const { rules } = await previewBlocking(engine, { tables: [{ table: 'ship', id: 'id' }], blocking: [['year'], ['name']] });
 * rules.map(({ pairs, newPairs, cumulative }) => [pairs, newPairs, cumulative]) // => [[1, 1, 1], [3, 2, 3]]
 * await engine.close();
 * ```
 */
export async function previewBlocking(
  engine: Engine,
  options: {
    readonly tables: readonly LinkedTable[];
    readonly blocking: readonly BlockingRule[];
    readonly link?: LinkKind;
    readonly only?: NewRecords;
  },
): Promise<BlockingPreview> {
  const { blocking, only } = options;
  const found = await findTables(engine, options.tables, options.link);
  const name = await reserveName(engine, 'blocking preview');
  try {
    const { table, sizes, passes } = await makeRecordTable(engine, {
      found,
      comparisons: [],
      passes: passesOf(blocking, found),
      name,
      ...(only === undefined ? {} : { only }),
    });
    const space: PairSpace = {
      records: table,
      link: found.link,
      sizes,
      passes,
      only: only !== undefined,
    };
    await checkSql(engine, space, [], blocking);
    const known = new Map<string, number>();
    // Passes of the same keys bring the same pairs together.
    const keysOf = ({ left, right, types }: BlockingPass): string =>
      JSON.stringify([left, right, types ?? null]);
    const first = passes.map((pass) => passes.findIndex((other) => keysOf(other) === keysOf(pass)));
    const together = async (passed: readonly number[]): Promise<number> => {
      const chosen = [...new Set(passed.map((at) => first[at] as number))].sort((a, b) => a - b);
      const key = chosen.join(' ');
      const count = known.get(key) ?? (await countTogether(engine, space, chosen));
      known.set(key, count);
      return count;
    };
    const rules: RulePreview[] = [];
    let cumulative: number | null = 0;
    for (const [place, rule] of blocking.entries()) {
      const own = [...passes.keys()].filter((at) => passes[at]?.rule === place);
      const earlier = [...passes.keys()].filter((at) => (passes[at]?.rule ?? 0) < place);
      const counts = [];
      for (const pass of own) counts.push(await countPass(engine, space, pass, { largest: true }));
      const tooMany = own.length + earlier.length > mostPasses;
      const alone: number = tooMany
        ? counts.reduce((sum, { pairs }) => sum + pairs, 0)
        : await countNew(together, own, []);
      const newPairs: number | null = tooMany ? null : await countNew(together, own, earlier);
      cumulative = cumulative === null || newPairs === null ? null : cumulative + newPairs;
      const [largest] = counts
        .map((one) => one.largest)
        .toSorted((a, b) => (b?.pairs ?? 0) - (a?.pairs ?? 0));
      rules.push({
        rule: ruleName(rule),
        pairs: alone,
        newPairs,
        cumulative,
        atMost: passes.some((pass) => pass.rule <= place && pass.where !== undefined),
        largest,
      });
    }
    return { records: sizes.reduce((sum, one) => sum + one, 0), allPairs: allPairs(space), rules };
  } finally {
    await engine.run(`drop table if exists ${dialect.identifier(`${name} compared`)}`);
    releaseName(engine, name);
  }
}
