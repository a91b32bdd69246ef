import { shape, takes } from '@samenbeeld/schema';
import digamma from '@stdlib/math-base-special-digamma';
import trigamma from '@stdlib/math-base-special-trigamma';
import { optionsShape } from '../about.ts';
import {
  type CountFit,
  type CountModelOptions,
  fitCounts,
  negativeBinomialFamily,
} from './count-model.ts';
import { type Design, designShape } from './least-squares.ts';

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
  takes(
    'fitNegativeBinomial',
    ['design', design, designShape],
    ['counts', counts, shape.numbers],
    ['options', options, optionsShape],
  );

  const poisson = fitCounts(design, counts, options);
  const weights = options.weights ?? counts.map(() => 1);
  const at = (theta: number, start?: readonly number[]): NegativeBinomialFit => ({
    ...fitCounts(
      design,
      counts,
      start ? { ...options, start } : options,
      negativeBinomialFamily(theta),
    ),
    theta,
  });
  const first = byTurns({ ...poisson, theta: Number.POSITIVE_INFINITY }, at, counts, weights);
  // A few high counts leave the likelihood more than one top: the turns must not stop at a lower one.
  const best = [0.01, 0.1, 1, 10]
    .map((theta) => at(theta))
    .reduce((most, one) => (one.logLikelihood > most.logLikelihood + 1e-6 ? one : most), first);
  return best === first ? first : byTurns(best, at, counts, weights);
}

/** θ for the means of a fit and a fit for that θ by turns; where they do not settle, θ by halving. */
function byTurns(
  from: NegativeBinomialFit,
  at: (theta: number, start?: readonly number[]) => NegativeBinomialFit,
  counts: readonly number[],
  weights: readonly number[],
): NegativeBinomialFit {
  let fit = from;
  for (let round = 0; round < 50; round++) {
    const theta = thetaOf(counts, fit.fitted, weights);
    if (theta >= boundless)
      return Number.isFinite(from.theta) ? at(boundless, fit.coefficients) : from;
    const next = at(theta, fit.coefficients);
    if (Math.abs(theta - fit.theta) <= 1e-8 * theta) return next;
    fit = next;
  }
  // One high count makes the turns ever shorter: halve the range of θ by the sign of the score at its own fit.
  halved((theta) => {
    fit = at(theta, fit.coefficients);
    return scoreOf(theta, counts, fit.fitted, weights).score;
  });
  return fit;
}

const boundless = 1e7;

/** θ of highest likelihood for given means; `boundless` where the likelihood rises without end. */
function thetaOf(
  counts: readonly number[],
  means: readonly number[],
  weights: readonly number[],
): number {
  const newton = newtonTheta(counts, means, weights);
  const beyond = counts.reduce((sum, count, i) => {
    const mean = means[i] as number;
    return sum + (weights[i] as number) * ((count - mean) ** 2 - count);
  }, 0);
  // Counts that vary more than Poisson counts have a finite θ, whatever Newton's steps ran into.
  if (newton < boundless || beyond <= 0) return newton;
  return halved((theta) => scoreOf(theta, counts, means, weights).score);
}

/** Where a score changes its sign, from above zero to below. */
function halved(score: (theta: number) => number): number {
  let [low, high] = [Math.log(1e-6), Math.log(boundless)];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (score(Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

function newtonTheta(
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
