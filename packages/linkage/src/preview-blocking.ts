import { dialect, type Engine } from '@samenbeeld/engine';
import { passesOf, ruleName } from './blocking-pass.ts';
import type { BlockingRule } from './blocking-rule.ts';
import { checkSql } from './check-comparisons.ts';
import { allPairs, countPass, type PassCount } from './count-pairs.ts';
import { findTables, type LinkedTable, type LinkKind } from './linked-table.ts';
import { countNew } from './new-pairs.ts';
import type { NewRecords } from './new-records.ts';
import { countTogether } from './pairs-together.ts';
import type { PairSpace } from './pass-sql.ts';
import { makeRecordTable } from './record-table.ts';
import { releaseName, reserveName } from './table-names.ts';

/** What one rule would cost. */
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
    const together = async (chosen: readonly number[]): Promise<number> => {
      const key = [...chosen].sort((a, b) => a - b).join(' ');
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
