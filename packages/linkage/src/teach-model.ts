import { dialect, type Engine } from '@samenbeeld/engine';
import { ruleName } from './blocking-pass.ts';
import { buildModel } from './build-model.ts';
import type { Comparison } from './comparison.ts';
import { allPairs } from './count-pairs.ts';
import { learnProbabilities, statedPrior } from './learn-model.ts';
import type { LinkOptions } from './link-options.ts';
import type { TrainingPass } from './links.ts';
import type { LinkageModel } from './model.ts';
import { type PassPatterns, passPatterns } from './pass-patterns.ts';
import { allowedSql, type PairSpace } from './pass-sql.ts';
import type { Pattern } from './pattern.ts';
import { patternSql, placesOf } from './pattern-sql.ts';
import { watchStage } from './progress.ts';

interface TablePair {
  readonly left: { readonly first: number; readonly size: number };
  readonly right: { readonly first: number; readonly size: number };
  readonly pairs: number;
}

/** The pairs of tables that count, with how many pairs of records each has. */
function tablePairs({ link, sizes }: PairSpace): readonly TablePair[] {
  const tables = sizes.map((size, at) => ({
    size,
    first: sizes.slice(0, at).reduce((sum, one) => sum + one, 0),
  }));
  return tables.flatMap((left, a) =>
    tables.slice(a).flatMap((right, rest) => {
      const own = rest === 0;
      const pairs = own ? (left.size * (left.size - 1)) / 2 : left.size * right.size;
      const counts = link === 'all' || own === (link === 'within');
      return counts && pairs > 0 ? [{ left, right, pairs }] : [];
    }),
  );
}

/** Records of a table drawn by a hash, with their columns; all of it where it has no more than `most`. */
function drawnRecords(
  space: PairSpace,
  { first, size }: TablePair['left'],
  most: number,
  seed: string,
): string {
  const records = dialect.identifier(space.records);
  const own = `"#n" between ${first} and ${first + size - 1}`;
  if (size <= most) return `(select * from ${records} where ${own})`;
  const draw = dialect.hashNumber(`${dialect.literal(`${seed} `)} || cast(n as VARCHAR)`, size);
  return `(select * from ${records} where ${own} and "#n" in (select ${first} + ${draw} from ${dialect.numbers(most)} draw))`;
}

/** By pair of tables: how records drawn from the one and the other pair up. */
function drawnSql(
  space: PairSpace,
  comparisons: readonly Comparison[],
  { seed, most }: { readonly seed: number | string; readonly most: number },
): readonly string[] {
  const total = allPairs(space);
  return tablePairs(space).map(({ left, right, pairs }, at) => {
    const wanted = Math.max(1, most * Math.min(1, pairs / total));
    if (left.first === right.first) {
      const each = Math.ceil((1 + Math.sqrt(1 + 8 * wanted)) / 2);
      const drawn = drawnRecords(space, left, each, `${seed} ${at}`);
      return `with drawn as ${drawn} ${patternSql(comparisons, { from: 'from drawn l join drawn r on l."#n" < r."#n"' })}`;
    }
    // The smaller table is taken whole where it has less than its half.
    const few = Math.min(left.size, right.size, Math.ceil(Math.sqrt(wanted)));
    const many = Math.ceil(wanted / few);
    const [one, two] = left.size <= right.size ? [few, many] : [many, few];
    const a = drawnRecords(space, left, one, `${seed} ${at} left`);
    const b = drawnRecords(space, right, two, `${seed} ${at} right`);
    return patternSql(comparisons, { from: `from ${a} l cross join ${b} r` });
  });
}

/**
 * How pairs drawn at random agree: records are drawn by a hash, the same on every machine and for any number of threads,
 * and all their pairs are looked at; about `most` of them, or all pairs there are.
 */
async function drawPatterns(
  engine: Engine,
  space: PairSpace,
  comparisons: readonly Comparison[],
  options: { readonly seed: number | string; readonly most: number },
): Promise<readonly Pattern[]> {
  const counts = new Map<number, number>();
  for (const sql of drawnSql(space, comparisons, options)) {
    const found = await engine.rows<{ pattern: number; count: number }>(
      `select pattern, count(*) as count from (${sql}) compared group by pattern order by pattern`,
    );
    for (const { pattern, count } of found) counts.set(pattern, (counts.get(pattern) ?? 0) + count);
  }
  return [...counts]
    .toSorted(([one], [two]) => one - two)
    .map(([pattern, count]) => ({ places: placesOf(pattern, comparisons), count }));
}

/** Where and with what a model is learnt. */
export interface Learning {
  readonly space: PairSpace;
  /** First pass that teaches. */
  readonly from: number;
  readonly seed: number | string;
  readonly notes: string[];
  /** By pass: how many pairs it has, where that has been counted already. */
  readonly counted: readonly number[];
}

/** Draws, compares and learns: the model, and how each pass taught it. */
export async function teachModel(
  engine: Engine,
  options: LinkOptions,
  { space, from, seed, notes, counted }: Learning,
): Promise<{ readonly model: LinkageModel; readonly training: readonly TrainingPass[] }> {
  const { comparisons, statedWorth = Infinity, sample = {} } = options;
  const { u: mostU = 1_000_000, m: mostM = 500_000 } = sample;
  const rules = options.training ?? options.blocking;
  const step = watchStage('learning', space.passes.length - from + 2, options.onProgress);
  const drawn = await drawPatterns(engine, space, comparisons, { seed, most: mostU });
  step(1);
  const byPass: PassPatterns[] = [];
  for (let pass = from; pass < space.passes.length; pass++) {
    byPass.push(
      await passPatterns(engine, space, comparisons, {
        pass,
        from,
        most: mostM,
        pairs: counted[pass],
      }),
    );
    step(pass - from + 2);
  }
  const total = allPairs(space);
  const prior =
    options.prior === undefined
      ? undefined
      : await statedPrior(options.prior, total, (deterministic) =>
          countDeterministic(engine, space, deterministic),
        );
  const learnt = learnProbabilities({
    comparisons,
    passes: space.passes,
    drawn,
    byPass,
    pairs: total,
    statedWorth,
    ...(prior === undefined ? {} : { prior }),
  });
  step(space.passes.length - from + 2);
  if (total === 0) notes.push('there are no two records to compare');
  comparisons.forEach(({ name, levels }, at) => {
    const places = new Set(drawn.map((pattern) => pattern.places[at]));
    places.delete(levels.length + 1);
    if (total > 0 && places.size === 0)
      notes.push(`no two records that were drawn both say something in "${name}"`);
    if (total > 1 && places.size === 1)
      notes.push(
        `all records that were drawn agree alike in "${name}": it tells none of them apart`,
      );
  });
  for (const at of learnt.untaught) {
    const comparison = comparisons[at];
    if (comparison && !comparison.levels.every(({ m }) => m !== undefined))
      notes.push(
        `no rule could teach how "${comparison.name}" agrees among records that are the same; customary values stand in`,
      );
  }
  const taughtBy = new Set(learnt.training.map(({ pass }) => pass));
  const idle = byPass.filter(({ pass, patterns }) => patterns.length > 0 && !taughtBy.has(pass));
  for (const rule of new Set(idle.map(({ pass }) => space.passes[pass]?.rule ?? 0)))
    notes.push(
      `the rule "${ruleName(rules[rule] ?? '')}" reads columns of every comparison, so that it teaches nothing`,
    );
  if (prior === undefined && total > 0 && idle.length > 0 && taughtBy.size === 0)
    notes.push(
      'no rule could teach how many pairs are the same; state the prior, or give rules for `training`',
    );
  const training = learnt.training.map(({ pass, result, without, each }) => ({
    rule: ruleName(rules[space.passes[pass]?.rule ?? 0] ?? ''),
    pairs: Math.round(
      each *
        (byPass
          .find((one) => one.pass === pass)
          ?.patterns.reduce((sum, { count }) => sum + count, 0) ?? 0),
    ),
    matches: each * result.matches,
    rounds: result.rounds,
    converged: result.converged,
    comparisons: comparisons.filter((_, at) => !without.has(at)).map(({ name }) => name),
  }));
  return { model: buildModel(comparisons, learnt, statedWorth), training };
}

/** How many pairs any of these rules brings together. */
async function countDeterministic(
  engine: Engine,
  space: PairSpace,
  rules: readonly string[],
): Promise<number> {
  const table = dialect.identifier(space.records);
  let sum = 0;
  for (const [at, rule] of rules.entries()) {
    const earlier = rules.slice(0, at).map((one) => `(${one}) is not true`);
    const [count] = await engine.rows<{ n: number }>(
      `select count(*) as n from ${table} l join ${table} r on ${[`(${rule})`, ...allowedSql(space), ...earlier].join(' and ')}`,
    );
    sum += count?.n ?? 0;
  }
  return sum;
}
