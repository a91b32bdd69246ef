import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { leastCount } from '../distributions/least-count.ts';
import { poissonCumulative } from '../distributions/poisson-cumulative.ts';
import type { FarringtonSettings } from './farrington-settings.ts';

/** What the model expects of a count. */
export interface Expectation {
  readonly mean: number;
  readonly dispersion: number;
  /** Standard error of the logarithm of the mean. */
  readonly logError: number;
}

/** The bound above which a count is an alarm, and the chance of a count at least as high. */
export interface UpperBound {
  readonly upper: number;
  p(count: number): number;
}

type Bound = (expected: Expectation, tail: number, settings: FarringtonSettings) => UpperBound;

const powers = { '2/3': 2 / 3, '1/2': 1 / 2, none: 1 } as const;

/** `U = (μ^r + z r μ^(r−1) √(φμ + Var μ̂))^(1/r)`, r = 2/3, 1/2 or 1: the delta rule of Farrington 1996. */
const delta: Bound = ({ mean, dispersion, logError }, tail, { powerTransform }) => {
  const power = powers[powerTransform];
  const variance = dispersion * mean + (mean * logError) ** 2;
  const error = power * mean ** (power - 1) * Math.sqrt(variance);
  const centre = mean ** power;
  return {
    upper: (centre + normalQuantile(1 - tail, 0, 1) * error) ** (1 / power),
    p: (count) => normalCdf((centre - count ** power) / error, 0, 1),
  };
};

/** Quantile of the negative binomial with this mean and variance φ times the mean; Poisson at φ = 1. */
const nbPlugin: Bound = ({ mean, dispersion }, tail) => {
  const [size, success] = [mean / (dispersion - 1), 1 / dispersion];
  const cumulative = (count: number): number => {
    if (dispersion <= 1) return poissonCumulative(count, mean);
    return count < 0 ? 0 : negativeBinomialCdf(count, size, success);
  };
  return {
    upper: Number.isFinite(mean) ? leastCount(cumulative, 1 - tail) : Number.POSITIVE_INFINITY,
    p: (count) => 1 - cumulative(count - 1),
  };
};

const muan: Bound = (expected, tail, settings) => {
  const mean = expected.mean * Math.exp(normalQuantile(1 - tail, 0, 1) * expected.logError);
  return nbPlugin({ ...expected, mean }, tail, settings);
};

/** The bound of what is usual, at the tail that the settings allow. */
export function upperBound(expected: Expectation, settings: FarringtonSettings): UpperBound {
  const bounds: Readonly<Record<FarringtonSettings['thresholdMethod'], Bound>> = {
    delta,
    nbPlugin,
    muan,
  };
  return bounds[settings.thresholdMethod](expected, settings.alpha / settings.sides, settings);
}

/**
 * The bound where nothing was counted in `exposureBefore`: given the sum, an event falls in the period examined with chance `own / all`,
 * so that c events there have chance (own / all)^c. Exact, where the model has no variance to offer.
 */
export function boundAfterNothing(own: number, exposureBefore: number, tail: number): UpperBound {
  const share = own / (own + exposureBefore);
  return {
    upper: Math.ceil(Math.log(tail) / Math.log(share) - 1e-9) - 1,
    p: (count) => share ** count,
  };
}
