import type { Comparison } from './comparison.ts';
import type { Learnt } from './learn-model.ts';
import type { LinkageModel } from './model.ts';
import { levelNames } from './pattern-sql.ts';
import { weightOf } from './weight.ts';

/** The probabilities as a model: named, with weights, and where each comes from. */
export function buildModel(
  comparisons: readonly Comparison[],
  learnt: Pick<Learnt, 'prior' | 'm' | 'u' | 'untaught'>,
  statedWorth: number,
): LinkageModel {
  return {
    prior: learnt.prior,
    comparisons: comparisons.map((comparison, at) => ({
      name: comparison.name,
      levels: levelNames(comparison).map((name, place) => {
        if (place > comparison.levels.length)
          return { name, m: 1, u: 1, weight: 0, from: 'fixed' } as const;
        const m = learnt.m[at]?.[place] ?? 1;
        const u = learnt.u[at]?.[place] ?? 1;
        const stated = comparison.levels[place] ?? comparison.otherwise;
        const held = statedWorth === Infinity && stated?.m !== undefined && stated.u !== undefined;
        const customary = learnt.untaught.has(at) && stated?.m === undefined;
        return {
          name,
          m,
          u,
          weight: weightOf(m, u),
          from: held ? 'stated' : customary ? 'fixed' : 'estimated',
        } as const;
      }),
    })),
  };
}

/** Refuses a model that is not of these comparisons. */
export function checkModel(model: LinkageModel, comparisons: readonly Comparison[]): void {
  const names = (list: readonly { readonly name: string }[]): string =>
    list.map(({ name }) => name).join(', ');
  if (!(model.prior > 0 && model.prior < 1))
    throw new RangeError(`the model's prior must be between 0 and 1, not ${model.prior}`);
  if (names(model.comparisons) !== names(comparisons))
    throw new TypeError(
      `the model is of the comparisons ${names(model.comparisons)}; this linkage has ${names(comparisons)}`,
    );
  comparisons.forEach((comparison, at) => {
    const levels = model.comparisons[at]?.levels ?? [];
    if (levels.map(({ name }) => name).join(', ') !== levelNames(comparison).join(', '))
      throw new TypeError(
        `the model's comparison "${comparison.name}" has the levels ${names(levels)}; here it has ${levelNames(comparison).join(', ')}`,
      );
    const wrong = levels.find(({ m, u }) => !(m > 0 && u > 0 && m <= 1 && u <= 1));
    if (wrong)
      throw new RangeError(
        `the model's level "${wrong.name}" of "${comparison.name}" needs m and u above 0 and at most 1; found ${wrong.m} and ${wrong.u}`,
      );
  });
}
