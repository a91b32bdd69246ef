import { dialect, type Engine } from '@samenbeeld/engine';
import { passesOf, ruleName } from './blocking-pass.ts';
import type { BlockingRule } from './blocking-rule.ts';
import { checkModel } from './build-model.ts';
import { checkComparisons, checkSql } from './check-comparisons.ts';
import { countPass } from './count-pairs.ts';
import type { LinkOptions } from './link-options.ts';
import { findTables } from './linked-table.ts';
import type { Links, RuleResult } from './links.ts';
import { freshHalves, keyEnd, type PairSpace, type PassPart } from './pass-sql.ts';
import { type LinkProgress, watchStage } from './progress.ts';
import { makeRecordTable } from './record-table.ts';
import { type ScoreQuery, scoreSql } from './score-sql.ts';
import { releaseName, reserveName } from './table-names.ts';
import { teachModel } from './teach-model.ts';
import { addRarity } from './term-frequency.ts';
import { toLinks } from './to-links.ts';
import { toUnits, weightOfProbability } from './weight.ts';

/** Pairs in one statement, about. */
const customaryPart = 4_000_000;

/** What to score, and into which table. */
interface Scoring extends Omit<ScoreQuery, 'pass' | 'part' | 'fresh'> {
  /** By pass: how many pairs it has, at most. */
  readonly pairs: readonly number[];
  readonly table: string;
  readonly partSize: number | undefined;
  readonly onProgress: ((progress: LinkProgress) => void) | undefined;
}

/** A pass in parts of about the same number of pairs: by key, or by record where there is no key. */
function partsOf(
  { space, pairs, partSize = customaryPart }: Scoring,
  pass: number,
): readonly PassPart[] {
  const count = Math.max(1, Math.ceil((pairs[pass] ?? 0) / partSize));
  const keyed = (space.passes[pass]?.left.length ?? 0) > 0;
  const end = keyed
    ? keyEnd
    : BigInt(
        Math.max(
          1,
          space.sizes.reduce((sum, one) => sum + one, 0),
        ),
      );
  return Array.from({ length: count }, (_, at) => ({
    from: (end * BigInt(at)) / BigInt(count),
    to: (end * BigInt(at + 1)) / BigInt(count),
  }));
}

/** Scores the pairs of all passes, part by part, and returns how many each rule kept. */
async function scorePairs(engine: Engine, scoring: Scoring): Promise<ReadonlyMap<number, number>> {
  const { space, pairs, table, onProgress } = scoring;
  const quoted = dialect.identifier(table);
  await engine.run(
    `create or replace table ${quoted} (a INTEGER, b INTEGER, weight DOUBLE, probability DOUBLE, rule INTEGER)`,
  );
  const tell = watchStage(
    'scoring',
    pairs.reduce((sum, one) => sum + one, 0),
    onProgress,
  );
  tell(0);
  let done = 0;
  for (const pass of space.passes.keys()) {
    if ((pairs[pass] ?? 0) === 0) continue;
    const parts = partsOf(scoring, pass);
    for (const part of parts) {
      for (const fresh of freshHalves(space))
        await engine.run(
          `insert into ${quoted} ${scoreSql({ ...scoring, pass, ...(parts.length > 1 ? { part } : {}), ...(fresh ? { fresh } : {}) })}`,
        );
      done += (pairs[pass] ?? 0) / parts.length;
      tell(Math.round(done));
    }
  }
  const kept = await engine.rows<{ rule: number; n: number }>(
    `select rule, count(*) as n from ${quoted} group by rule order by rule`,
  );
  return new Map(kept.map(({ rule, n }) => [rule, n]));
}

/** A number, or a RangeError that names the option and says what it must be. */
function check(name: string, value: number | undefined, sound: boolean, says: string): void {
  if (value !== undefined && !sound) throw new RangeError(`${name} must be ${says}, not ${value}`);
}

const isWhole = (value: number | undefined, least: number): boolean =>
  Number.isInteger(value) && (value ?? 0) >= least;

/** Refuses numbers that cannot be meant. */
function checkNumbers({
  threshold,
  maxPairs,
  leastShare,
  statedWorth,
  sample = {},
  partSize,
}: LinkOptions): void {
  check(
    'the threshold',
    threshold,
    threshold !== undefined && threshold > 0 && threshold < 1,
    'a probability between 0 and 1',
  );
  check(
    '`maxPairs`',
    maxPairs,
    maxPairs !== undefined && maxPairs >= 0,
    'a number of pairs, 0 or more',
  );
  check(
    '`leastShare`',
    leastShare,
    leastShare !== undefined && leastShare > 0 && leastShare <= 1,
    'a share above 0, up to 1',
  );
  check(
    '`statedWorth`',
    statedWorth,
    statedWorth !== undefined && statedWorth > 0,
    'a number of pairs above 0, or Infinity',
  );
  for (const [name, value] of Object.entries(sample))
    check(`\`sample.${name}\``, value, isWhole(value, 1), 'a whole number of pairs, 1 or more');
  check('`partSize`', partSize, isWhole(partSize, 1), 'a whole number of pairs, 1 or more');
}

/** Refuses blocking that brings together more pairs than may be; names the worst rule and how large its largest key is: not what it says, which may be a person's name. */
async function refuseTooMany(
  engine: Engine,
  space: PairSpace,
  blocking: readonly BlockingRule[],
  options: { readonly pairs: readonly number[]; readonly maxPairs: number },
): Promise<void> {
  const { pairs, maxPairs } = options;
  const total = pairs.reduce((sum, one) => sum + one, 0);
  if (total <= maxPairs) return;
  const worst = pairs.indexOf(Math.max(...pairs));
  const rule = blocking[space.passes[worst]?.rule ?? 0];
  const { largest } = await countPass(engine, space, worst, { largest: true });
  const whole = (number: number): string => number.toLocaleString('en');
  throw new RangeError(
    `blocking brings together ${whole(total)} pairs, more than the ${whole(maxPairs)} allowed (maxPairs). The rule "${rule === undefined ? '' : ruleName(rule)}" alone has ${whole(pairs[worst] ?? 0)}${
      largest
        ? `, of which its largest key, with ${whole(largest.records)} records, has ${whole(largest.pairs)}`
        : ', because it has no equality: it compares everything with everything'
    }. Add a column to the key; previewBlocking shows which key it is`,
  );
}

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
