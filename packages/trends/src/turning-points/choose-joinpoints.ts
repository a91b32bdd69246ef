import { randomOf } from '../sampling/random.ts';
import type { JoinpointData } from './joinpoint-data.ts';
import { type FittedModel, joinpointModels, smallestSquares } from './joinpoint-models.ts';
import { bestLines, type LineScan, lineScan, moments } from './line-scan.ts';

/** One test of the sequence: so many joinpoints against more. */
export interface JoinpointTest {
  readonly fewer: number;
  readonly more: number;
  /** Squares of the fewer over squares of the more. */
  readonly ratio: number;
  readonly p: number;
  /** What p is held against. */
  readonly alpha: number;
}

/** How the permutation test is run. */
interface PermutationPlan {
  readonly permutations: number;
  readonly seed: number;
  readonly alpha: number;
}

/**
 * The number of joinpoints by permutation tests (Kim, Fay, Feuer and Midthune 2000): none against the most; where that
 * is rejected one more is the hypothesis, else one fewer the alternative, until both meet. Each test is held against
 * α divided by the number of joinpoints that could still be added, so that more than there are is found in at most a
 * share α of series.
 *
 * The residuals of the fewer, scaled to equal variance, are put in random order. Of counts the squares are those of
 * the weighted fit around the hypothesis, so that dispersion cancels out.
 */
function testJoinpoints(
  data: JoinpointData,
  models: readonly FittedModel[],
  plan: PermutationPlan,
): { readonly joinpoints: number; readonly tests: readonly JoinpointTest[] } {
  const most = models.length - 1;
  const tests: JoinpointTest[] = [];
  let [fewer, more] = [0, most];
  while (fewer < more) {
    const alpha = plan.alpha / (most - fewer);
    const test = { fewer, more, alpha, ...permute(data, models[fewer] as FittedModel, more, plan) };
    tests.push(test);
    if (test.p < alpha) fewer += 1;
    else more -= 1;
  }
  return { joinpoints: fewer, tests };
}

function permute(
  data: JoinpointData,
  { fit, joinpoints, squares: least }: FittedModel,
  more: number,
  { permutations, seed }: PermutationPlan,
): { readonly ratio: number; readonly p: number } {
  // Lines through every value leave nothing to put in another order.
  if (!data.counts && least <= smallestSquares(data, fit)) return { ratio: 1, p: 1 };
  const weights = fit.weights.map((weight) => Math.max(weight, 1e-8));
  const roots = weights.map(Math.sqrt);
  const scan = lineScan(data.times, weights, data.grid);
  const fitted = withoutLine(scan, fit.linear);
  const around = (scaled: ArrayLike<number>): Float64Array =>
    Float64Array.from(fitted, (value, i) => value + (scaled[i] as number) / (roots[i] as number));
  const scaled = Float64Array.from(fit.residuals, (value, i) => value * (roots[i] as number));
  const observed = moments(scan, around(scaled));
  const none = bestLines(scan, observed, joinpoints).squares;
  const ratio = none / Math.max(bestLines(scan, observed, more).squares, 1e-12 * none);
  const random = randomOf(seed);
  let beyond = 0;
  for (let round = 0; round < permutations; round++) {
    random.shuffle(scaled);
    const values = moments(scan, around(scaled));
    const { squares } = bestLines(scan, values, joinpoints);
    // Up to rounding the observed order counts as at least as large as itself.
    const enough = (squares / ratio) * (1 + 1e-9);
    if (bestLines(scan, values, more, { enough }).squares <= enough) beyond += 1;
  }
  return { ratio, p: (beyond + 1) / (permutations + 1) };
}

/** A straight line less, which changes no sum of squares and keeps their digits. */
function withoutLine({ times, grid }: LineScan, values: readonly number[]): readonly number[] {
  const [first, last] = [values[0] as number, values[grid.n - 1] as number];
  const [start, end] = [times[0] as number, times[grid.n - 1] as number];
  const slope = (last - first) / (end - start);
  return values.map((value, i) => value - first - slope * ((times[i] as number) - start));
}

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
