import digamma from '@stdlib/math-base-special-digamma';
import trigamma from '@stdlib/math-base-special-trigamma';
import {
  type CountFit,
  type CountModelOptions,
  fitCounts,
  negativeBinomialFamily,
} from './count-model.ts';
import type { Design } from './least-squares.ts';

/** A negative-binomial fit: variance mean + mean²/θ. */
export interface NegativeBinomialFit extends CountFit {
  /** Infinity where the counts vary no more than Poisson counts do. */
  readonly theta: number;
}

/**
 * A log-linear model of counts that vary more than Poisson counts, θ and coefficients by turns at maximum likelihood.
 *
 * θ by Newton's steps on its score (Lawless 1987), the coefficients by `fitCounts`; the same estimates as R `MASS::glm.nb`.
 *
 * @throws InputError as `fitCounts`
 * @example
 * ```ts
 * import { fitNegativeBinomial } from '@samenbeeld/trends';
 * fitNegativeBinomial([[1], [1], [1], [1]], [4, 5, 5, 6]).theta // => Infinity
 * ```
 */
export function fitNegativeBinomial(
  design: Design,
  counts: readonly number[],
  options: CountModelOptions = {},
): NegativeBinomialFit {
  const poisson = fitCounts(design, counts, options);
  const weights = options.weights ?? counts.map(() => 1);
  let fit: CountFit = poisson;
  let theta = thetaOf(counts, fit.fitted, weights);
  for (let round = 0; round < 50 && theta < boundless; round++) {
    fit = fitCounts(design, counts, options, negativeBinomialFamily(theta));
    const next = thetaOf(counts, fit.fitted, weights);
    const done =
      Math.abs(next - theta) <= 1e-8 * theta || (next >= boundless && theta >= boundless);
    theta = next;
    if (done) break;
  }
  return theta >= boundless
    ? { ...poisson, theta: Number.POSITIVE_INFINITY }
    : { ...fitCounts(design, counts, options, negativeBinomialFamily(theta)), theta };
}

const boundless = 1e7;

/** θ of highest likelihood for given means; `boundless` where the likelihood rises without end. */
function thetaOf(
  counts: readonly number[],
  means: readonly number[],
  weights: readonly number[],
): number {
  const n = weights.reduce((sum, weight) => sum + weight, 0);
  const spread = counts.reduce(
    (sum, count, i) => sum + (weights[i] as number) * (count / (means[i] as number) - 1) ** 2,
    0,
  );
  let theta = n / Math.max(spread, 1e-12);
  for (let step = 0; step < 100; step++) {
    const { score, information } = scoreOf(theta, counts, means, weights);
    const change = score / information;
    if (!Number.isFinite(change)) return boundless;
    // Newton's step may leave the positive numbers: halve towards zero instead.
    theta = theta + change > 0 ? theta + change : theta / 2;
    if (theta >= boundless) return boundless;
    if (Math.abs(change) <= 1e-10 * theta) break;
  }
  return theta;
}

function scoreOf(
  theta: number,
  counts: readonly number[],
  means: readonly number[],
  weights: readonly number[],
): { readonly score: number; readonly information: number } {
  let score = 0;
  let information = 0;
  for (const [i, count] of counts.entries()) {
    const mean = means[i] as number;
    const weight = weights[i] as number;
    score +=
      weight *
      (digamma(theta + count) -
        digamma(theta) +
        Math.log(theta / (mean + theta)) +
        1 -
        (count + theta) / (mean + theta));
    information +=
      weight *
      (trigamma(theta) -
        trigamma(theta + count) -
        1 / theta +
        2 / (mean + theta) -
        (count + theta) / (mean + theta) ** 2);
  }
  return { score, information };
}
