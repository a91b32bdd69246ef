import { dialect, type Engine } from '@samenbeeld/engine';
import { passesOf, ruleName } from './blocking-pass.ts';
import { checkModel } from './build-model.ts';
import { checkComparisons, checkSql } from './check-comparisons.ts';
import { checkNumbers } from './check-options.ts';
import { countPass } from './count-pairs.ts';
import type { LinkOptions } from './link-options.ts';
import { findTables } from './linked-table.ts';
import type { Links, RuleResult } from './links.ts';
import type { PairSpace } from './pass-sql.ts';
import { watchStage } from './progress.ts';
import { makeRecordTable } from './record-table.ts';
import { refuseTooMany } from './refuse-pairs.ts';
import { scorePairs } from './score-pairs.ts';
import { releaseName, reserveName } from './table-names.ts';
import { teachModel } from './teach-model.ts';
import { addRarity } from './term-frequency.ts';
import { toLinks } from './to-links.ts';
import { toUnits, weightOfProbability } from './weight.ts';

/**
 * Finds which records are the same, by Fellegi and Sunter's model: pairs that a blocking rule brings together are compared,
 * each degree of agreement weighs log2(m / u), and the prior odds and weights add up to a probability.
 *
 * The pairs stay in a table of the engine; what comes back tells how they were found and reads and explains them. Same records
 * and seed, same result, whatever the order of the records or the number of threads.
 *
 * Throws a TypeError where tables, columns, rules or comparisons do not fit each other, and a RangeError where ids
 * are missing or repeated, a number is out of range, or blocking brings together more than `maxPairs` (it names the rule
 * and the size of its largest key).
 *
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { exact, jaroWinkler, linkRecords } from '@samenbeeld/linkage';
 * const engine = await openEngine();
 * await engine.run("create table ship as select * from (values ('a', 'Noordzee', 2021), ('b', 'Nordzee', 2021), ('c', 'Zwin', 2019)) v(id, name, year)");
 * const links = await linkRecords(engine, {
 *   tables: [{ table: 'ship', id: 'id' }],
 *   blocking: [['year'], 'substr(l.name, 1, 1) = substr(r.name, 1, 1)'],
 *   comparisons: [jaroWinkler('name'), exact('year')],
 *   prior: 0.2,
 * });
 * (await links.pairs({ limit: 1 })).map(({ a, b }) => [a, b]) // => [['a', 'b']]
 * (await links.explain('a', 'b')).reasons.map(({ level }) => level) // => ['jaro-winkler 0.92', 'exact']
 * await engine.close();
 * ```
 */
export async function linkRecords(engine: Engine, options: LinkOptions): Promise<Links> {
  const { comparisons, blocking, seed = 1, threshold = 0.01, maxPairs = 1e9 } = options;
  checkComparisons(comparisons);
  if (blocking.length === 0)
    throw new TypeError("a linkage needs at least one blocking rule, such as ['surname']");
  checkNumbers(options);
  if (options.model) checkModel(options.model, comparisons);

  const found = await findTables(engine, options.tables, options.link);
  const passes = passesOf(blocking, found);
  const teaching = options.training ? passesOf(options.training, found) : [];
  const name = await reserveName(engine, options.name ?? 'linkage');
  const notes: string[] = [];
  const { prior } = options;
  const priorRules = typeof prior === 'object' && 'rules' in prior ? prior.rules : [];
  try {
    const records = watchStage('records', 1, options.onProgress);
    records(0);
    const { only } = options;
    const counts = await makeRecordTable(engine, {
      found,
      comparisons,
      passes: [...passes, ...teaching],
      rules: priorRules,
      name,
      ...(only === undefined ? {} : { only }),
    });
    records(1);
    const own = counts.passes.slice(0, passes.length);
    const every = { records: counts.table, link: found.link, sizes: counts.sizes };
    const space: PairSpace = { ...every, passes: own, only: only !== undefined };
    await checkSql(engine, space, comparisons, blocking, priorRules);
    const counting = watchStage('counting', passes.length, options.onProgress);
    const pairs: number[] = [];
    for (const pass of passes.keys()) {
      pairs.push((await countPass(engine, space, pass)).pairs);
      counting(pass + 1);
    }
    await refuseTooMany(engine, space, blocking, { pairs, maxPairs });

    const { model, training } = options.model
      ? { model: options.model, training: [] }
      : await teachModel(engine, options, {
          space: {
            ...every,
            // The keys are named by their place among all passes.
            passes: counts.passes,
            only: false,
          },
          from: options.training ? passes.length : 0,
          seed,
          notes,
          counted: only === undefined ? pairs : [],
        });

    const highest = await addRarity(engine, counts.table, comparisons, model, options.leastShare);
    const kept = await scorePairs(engine, {
      space,
      comparisons,
      model,
      highest,
      least: Math.ceil(toUnits(weightOfProbability(threshold))),
      pairs,
      table: `${name} pair`,
      partSize: options.partSize,
      onProgress: options.onProgress,
    });
    const rules: readonly RuleResult[] = blocking.map((rule, at) => ({
      rule: ruleName(rule),
      candidates: pairs.reduce((sum, one, pass) => sum + (passes[pass]?.rule === at ? one : 0), 0),
      kept: kept.get(at) ?? 0,
    }));
    for (const { rule, candidates } of rules)
      if (candidates === 0) notes.push(`the blocking rule "${rule}" brings no records together`);
    await engine.run(
      `create or replace view ${dialect.identifier(`${name} record`)} as select "#n" as n, "#source" as source, "#id" as id from ${dialect.identifier(counts.table)}`,
    );
    return toLinks(engine, {
      name,
      tables: found.tables.map((one) => one.name),
      columns: [...new Set(found.types.flatMap((types) => [...types.keys()]))],
      comparisons,
      model,
      threshold,
      rules,
      training,
      notes,
    });
  } catch (error) {
    for (const table of await engine.tables())
      if (table.startsWith(`${name} compared`) || table === `${name} pair`)
        await engine.run(`drop table ${dialect.identifier(table)}`);
    throw error;
  } finally {
    releaseName(engine, name);
  }
}
