import type { JoinpointData } from './joinpoint-data.ts';
import { type FittedModel, joinpointModels } from './joinpoint-models.ts';
import { type JoinpointTest, type PermutationPlan, testJoinpoints } from './joinpoint-test.ts';

/** What says how many joinpoints there are. */
export type JoinpointCriterion = 'permutation' | 'bic' | 'bic3' | 'wbic';

/** How many joinpoints each criterion finds; null where the permutation test was not run. */
export type JoinpointCounts = Readonly<Record<JoinpointCriterion, number | null>>;

/** The models, the number each criterion finds, and the one that is taken. */
export interface JoinpointChoice {
  readonly models: readonly FittedModel[];
  readonly counts: JoinpointCounts;
  readonly tests: readonly JoinpointTest[];
  readonly chosen: FittedModel;
}

/** Fits 0 to `most` joinpoints and asks each criterion for their number. */
export function chooseJoinpoints(
  data: JoinpointData,
  most: number,
  criterion: JoinpointCriterion,
  plan: PermutationPlan | null,
): JoinpointChoice {
  const models = joinpointModels(data, most);
  const least = (value: (model: FittedModel) => number): number =>
    models.reduce((best, model) => (value(model) < value(best) ? model : best)).joinpoints;
  const tested = plan ? testJoinpoints(data, models, plan) : null;
  const counts: JoinpointCounts = {
    permutation: tested?.joinpoints ?? null,
    bic: least(({ bic }) => bic),
    bic3: least(({ bic3 }) => bic3),
    wbic: least(({ wbic }) => wbic),
  };
  const chosen = models[counts[criterion] ?? 0] as FittedModel;
  return { models, counts, tests: tested?.tests ?? [], chosen };
}
