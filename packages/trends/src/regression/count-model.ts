import { InputError, inFour, shape, takes } from '@samenbeeld/schema';
import gammaln from '@stdlib/math-base-special-gammaln';
import { optionsShape } from '../about.ts';
import {
  checkDesign,
  type Design,
  designShape,
  dot,
  type LinearFit,
  leastSquares,
} from './least-squares.ts';

/** Options of a count model. */
export interface CountModelOptions {
  /** Known part of the linear predictor, one per observation (log of the exposure). */
  readonly offset?: readonly number[];
  /** Prior weights, one per observation. */
  readonly weights?: readonly number[];
  readonly maxIterations?: number;
  /** Where to begin; by default at the line through the logarithms of the counts plus 0.1. */
  readonly start?: readonly number[];
}

/** A fitted log-linear model of counts. */
export interface CountFit {
  readonly coefficients: readonly number[];
  /** (X'WX)⁻¹; times `dispersion` it is the quasi-likelihood covariance of the coefficients. */
  readonly unscaled: readonly (readonly number[])[];
  readonly fitted: readonly number[];
  /** Linear predictor, offset included. */
  readonly linear: readonly number[];
  readonly leverages: readonly number[];
  readonly deviance: number;
  /** Pearson's χ² over the degrees of freedom; 1 under the model, above 1 with over-dispersion. */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
  readonly logLikelihood: number;
  readonly converged: boolean;
}

/** Variance of a count as a function of its mean, and the deviance of one count. */
export interface CountFamily {
  variance(mean: number): number;
  deviance(count: number, mean: number): number;
  logDensity(count: number, mean: number): number;
}

const logRatio = (count: number, mean: number): number =>
  count === 0 ? 0 : count * Math.log(count / mean);

/** Variance equal to the mean. */
export const poissonFamily: CountFamily = {
  variance: (mean) => mean,
  deviance: (count, mean) => 2 * (logRatio(count, mean) - (count - mean)),
  logDensity: (count, mean) =>
    (count === 0 ? 0 : count * Math.log(mean)) - mean - gammaln(count + 1),
};

/**
 * Variance mean + mean²/θ.
 *
 * @example
 * ```ts
 * import { negativeBinomialFamily } from '@samenbeeld/trends';
 * negativeBinomialFamily(2).variance(4) // => 12
 * ```
 */
export function negativeBinomialFamily(theta: number): CountFamily {
  takes('negativeBinomialFamily', ['theta', theta, shape.number]);
  if (!(theta > 0))
    throw new InputError(
      inFour(
        'verwacht: theta boven nul; gevonden: {theta}',
        'attendu : theta au-dessus de zéro ; trouvé : {theta}',
        'erwartet: theta über null; gefunden: {theta}',
        'expected theta to be above zero, found {theta}',
        { theta: String(theta) },
      ),
      inFour(
        'geef de theta van `fitNegativeBinomial`',
        'donnez le theta de `fitNegativeBinomial`',
        'das theta von `fitNegativeBinomial` angeben',
        'pass the theta of `fitNegativeBinomial`',
      ),
    );

  return {
    variance: (mean) => mean + (mean * mean) / theta,
    deviance: (count, mean) =>
      2 * (logRatio(count, mean) - (count + theta) * Math.log((count + theta) / (mean + theta))),
    logDensity: (count, mean) =>
      gammaln(count + theta) -
      gammaln(theta) -
      gammaln(count + 1) +
      theta * Math.log(theta / (theta + mean)) +
      (count === 0 ? 0 : count * Math.log(mean / (theta + mean))),
  };
}

const smallest = 1e-10;

/** Of a linear predictor, so that the square of its mean is still a number. */
const most = 300;

/**
 * A log-linear model of counts by iteratively reweighted least squares, with step halving.
 *
 * Family Poisson, or negative binomial with a given θ; the same estimates as R `glm(family = poisson)`.
 * McCullagh and Nelder 1989, chapter 2.
 *
 * @throws InputError for counts below zero, too few counts, or terms that cannot be told apart
 * @example
 * ```ts
 * import { fitCounts } from '@samenbeeld/trends';
 * const { coefficients } = fitCounts([[1, 0], [1, 1]], [4, 8]);
 * coefficients.map((c) => Math.exp(c).toFixed(4)) // => ['4.0000', '2.0000']
 * ```
 */
export function fitCounts(
  design: Design,
  counts: readonly number[],
  options: CountModelOptions = {},
  family: CountFamily = poissonFamily,
): CountFit {
  takes(
    'fitCounts',
    ['design', design, designShape],
    ['counts', counts, shape.numbers],
    ['options', options, optionsShape],
    [
      'family',
      family,
      shape.made(
        inFour(
          'een familie van aantallen',
          'une famille de nombres',
          'eine Familie von Anzahlen',
          'a family of counts',
        ),
        inFour(
          'geef `poissonFamily` of `negativeBinomialFamily(theta)`',
          'donnez `poissonFamily` ou `negativeBinomialFamily(theta)`',
          '`poissonFamily` oder `negativeBinomialFamily(theta)` übergeben',
          'pass `poissonFamily` or `negativeBinomialFamily(theta)`',
        ),
        'variance',
        'deviance',
      ),
    ],
  );

  checkDesign(design, counts);
  refuseNegative(counts);
  const offset = options.offset ?? counts.map(() => 0);
  const weights = options.weights ?? counts.map(() => 1);
  const meanOf = (eta: number): number => Math.max(smallest, Math.exp(Math.min(eta, most)));
  const devianceOf = (linear: readonly number[]): number =>
    counts.reduce(
      (sum, count, i) =>
        sum + (weights[i] as number) * family.deviance(count, meanOf(linear[i] as number)),
      0,
    );
  const logs = counts.map((count, i) => Math.log(count + 0.1) - (offset[i] as number));
  let coefficients = options.start ?? leastSquares(design, logs, weights).coefficients;
  let linear = predictor(design, coefficients, offset);
  let deviance = devianceOf(linear);
  let fit: LinearFit | null = null;
  let converged = false;
  for (let step = 0; step < (options.maxIterations ?? 50) && !converged; step++) {
    fit = workingFit(design, counts, linear, offset, weights, family, meanOf);
    let next = fit.coefficients;
    let nextLinear = predictor(design, next, offset);
    let nextDeviance = devianceOf(nextLinear);
    for (let half = 0; half < 60 && !(nextDeviance <= deviance + slack(deviance)); half++) {
      const before: readonly number[] = coefficients;
      next = next.map((value, i) => (value + (before[i] as number)) / 2);
      nextLinear = predictor(design, next, offset);
      nextDeviance = devianceOf(nextLinear);
    }
    const change = Math.abs(nextDeviance - deviance) / (Math.abs(nextDeviance) + 0.1);
    converged = change <= (moved(coefficients, next) ? 1e-14 : 1e-10);
    coefficients = next;
    linear = nextLinear;
    deviance = nextDeviance;
  }
  fit = workingFit(design, counts, linear, offset, weights, family, meanOf);
  const fitted = linear.map(meanOf);
  const pearson = counts.reduce((sum, count, i) => {
    const mean = fitted[i] as number;
    return sum + ((weights[i] as number) * (count - mean) ** 2) / family.variance(mean);
  }, 0);
  const degreesOfFreedom = weights.filter((weight) => weight > 0).length - coefficients.length;
  return {
    coefficients,
    unscaled: fit.unscaled,
    fitted,
    linear,
    leverages: fit.leverages,
    deviance,
    dispersion: degreesOfFreedom > 0 ? pearson / degreesOfFreedom : Number.NaN,
    degreesOfFreedom,
    logLikelihood: counts.reduce(
      (sum, count, i) =>
        sum + (weights[i] as number) * family.logDensity(count, fitted[i] as number),
      0,
    ),
    converged,
  };
}

/** A deviance of large counts has rounding errors of its own, which are no reason to step back. */
function slack(deviance: number): number {
  return 1e-9 + 1e-12 * Math.abs(deviance);
}

/** The deviance is flat around its least: coefficients settle later than it does. */
function moved(before: readonly number[], after: readonly number[]): boolean {
  return after.some(
    (value, i) => Math.abs(value - (before[i] as number)) > 1e-9 * (1 + Math.abs(value)),
  );
}

function workingFit(
  design: Design,
  counts: readonly number[],
  linear: readonly number[],
  offset: readonly number[],
  weights: readonly number[],
  family: CountFamily,
  meanOf: (eta: number) => number,
): LinearFit {
  const means = linear.map(meanOf);
  const response = counts.map((count, i) => {
    const mean = means[i] as number;
    return (linear[i] as number) - (offset[i] as number) + (count - mean) / mean;
  });
  const working = means.map(
    (mean, i) => ((weights[i] as number) * mean * mean) / family.variance(mean),
  );
  return leastSquares(design, response, working);
}

function predictor(
  design: Design,
  coefficients: readonly number[],
  offset: readonly number[],
): readonly number[] {
  return design.map((row, i) => dot(row, coefficients) + (offset[i] as number));
}

function refuseNegative(counts: readonly number[]): void {
  const below = counts.find((count) => count < 0);
  if (below !== undefined)
    throw new InputError(
      inFour(
        'verwacht: aantallen van nul of meer; gevonden: {below}',
        'attendu : des nombres de zéro ou plus ; trouvé : {below}',
        'erwartet: Anzahlen von null oder mehr; gefunden: {below}',
        'expected counts at or above zero, found {below}',
        { below: String(below) },
      ),
      inFour(
        'een model van aantallen vraagt aantallen; gebruik voor verschillen de methoden van kleinste kwadraten',
        'un modèle de comptage demande des nombres ; pour des différences, utilisez les moindres carrés',
        'ein Zählmodell braucht Anzahlen; für Differenzen die Methoden kleinster Quadrate verwenden',
        'a count model needs counts; use the least-squares methods for differences',
      ),
    );
}
