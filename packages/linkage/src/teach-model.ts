import { dialect, type Engine } from '@samenbeeld/engine';
import { ruleName } from './blocking-pass.ts';
import { buildModel } from './build-model.ts';
import { allPairs } from './count-pairs.ts';
import { drawPatterns } from './draw-pairs.ts';
import { learnProbabilities } from './learn-model.ts';
import type { LinkOptions } from './link-options.ts';
import type { TrainingPass } from './links.ts';
import type { LinkageModel } from './model.ts';
import { type PassPatterns, passPatterns } from './pass-patterns.ts';
import { allowedSql, type PairSpace } from './pass-sql.ts';
import { statedPrior } from './prior.ts';
import { watchStage } from './progress.ts';

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
