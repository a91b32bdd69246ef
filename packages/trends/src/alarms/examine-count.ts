import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { leastCount } from '../distributions/least-count.ts';
import { poissonCumulative } from '../distributions/poisson-cumulative.ts';
import { type AlarmTime, exceedance } from './alarm-time.ts';
import { type BaseCounts, type BaseModel, fitBase } from './base-model.ts';
import type { FarringtonSettings } from './farrington-settings.ts';

/** What the model expects of a count. */
interface Expectation {
  readonly mean: number;
  readonly dispersion: number;
  /** Standard error of the logarithm of the mean. */
  readonly logError: number;
}

/** The bound above which a count is an alarm, and the chance of a count at least as high. */
interface UpperBound {
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
function upperBound(expected: Expectation, settings: FarringtonSettings): UpperBound {
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
function boundAfterNothing(own: number, exposureBefore: number, tail: number): UpperBound {
  const share = own / (own + exposureBefore);
  return {
    upper: Math.ceil(Math.log(tail) / Math.log(share) - 1e-9) - 1,
    p: (count) => share ** count,
  };
}

/**
 * The model of a base in which past outbreaks count for less: fitted once, then again with weights by Anscombe residuals
 * `s = 1.5 (y^⅔ μ^−⅙ − μ^½) / √(φ(1−h))`, where `ω = γ s⁻²` above `limit` and γ otherwise, Σω = n. Farrington 1996, 3.6.
 */
function downWeighted(base: BaseCounts, limit: number, withTrend: boolean): BaseModel {
  const { counts } = base;
  const plain = fitBase(
    base,
    counts.map(() => 1),
    withTrend,
  );
  if (!plain.converged) return plain;
  const dispersion = Math.max(1, plain.dispersion);
  const raw = counts.map((count, i) => {
    const mean = plain.means[i] as number;
    if (mean === 0) return 1;
    const residual = 1.5 * (Math.cbrt(count * count) * mean ** (-1 / 6) - Math.sqrt(mean));
    const scaled = residual / Math.sqrt(dispersion * (1 - (plain.leverages[i] as number)));
    return scaled > limit ? scaled ** -2 : 1;
  });
  const scale = counts.length / raw.reduce((sum, weight) => sum + weight, 0);
  return fitBase(
    base,
    raw.map((weight) => weight * scale),
    withTrend,
  );
}

/** The model that a count was held against. */
export interface SettledModel {
  readonly mean: number;
  readonly dispersion: number;
  readonly logError: number;
  /** Trend per period on the log scale; null where none was kept. */
  readonly slope: number | null;
  readonly means: ArrayLike<number>;
}

function fit(base: BaseCounts, settings: FarringtonSettings, withTrend: boolean): BaseModel {
  return settings.reweight
    ? downWeighted(base, settings.weightsThreshold, withTrend)
    : fitBase(
        base,
        base.counts.map(() => 1),
        withTrend,
      );
}

/** Dispersion behind the standard errors of level and slope; see `standardError`. */
function errorDispersion(
  model: BaseModel,
  { standardError, reweight }: FarringtonSettings,
): {
  readonly level: number;
  readonly slope: number;
} {
  const { dispersion, relativeDispersion } = model;
  if (standardError === 'published') return { level: Math.max(1, dispersion), slope: dispersion };
  const own = reweight ? relativeDispersion : dispersion;
  return { level: own, slope: own };
}

/** A trend is kept over three years or more, if its p is low enough, and if it expects no more than the base ever held. */
function keepsTrend(
  model: BaseModel,
  base: BaseCounts,
  offset: number,
  settings: FarringtonSettings,
): boolean {
  if (!model.converged || settings.yearsBack < 3) return false;
  const error = Math.sqrt(errorDispersion(model, settings).slope * model.slopeVariance);
  const p = 2 * tCdf(-Math.abs(model.slope) / error, model.degreesOfFreedom);
  const highest = base.counts.reduce((most, count) => Math.max(most, count), 0);
  return p < settings.pThresholdTrend && Math.exp(model.level + offset) <= highest;
}

/** The model of a base, its trend kept or dropped; null where it does not settle. */
export function settleModel(
  base: BaseCounts,
  offset: number,
  settings: FarringtonSettings,
): SettledModel | null {
  const sloped = settings.trend ? fit(base, settings, true) : null;
  const kept = sloped !== null && keepsTrend(sloped, base, offset, settings);
  const model = kept ? sloped : fit(base, settings, false);
  if (!model.converged || model.degreesOfFreedom < 1) return null;
  return {
    mean: Math.exp(model.level + offset),
    dispersion: Math.max(1, model.dispersion),
    logError: Math.sqrt(errorDispersion(model, settings).level * model.levelVariance),
    slope: kept ? model.slope : null,
    means: model.means,
  };
}

/** A count held against the model of its base. */
export function examineCount(
  count: number,
  recent: number,
  base: BaseCounts,
  offset: number,
  model: SettledModel,
  settings: FarringtonSettings,
): Omit<AlarmTime, 'period' | 'count'> {
  const { mean } = model;
  const exposure = base.season.reduce(
    (sum, season, i) => (season === 0 ? sum + Math.exp(base.offset[i] as number) : sum),
    0,
  );
  const bound =
    mean > 0
      ? upperBound(model, settings)
      : boundAfterNothing(Math.exp(offset), exposure, settings.alpha / settings.sides);
  if (!Number.isFinite(bound.upper))
    return { expected: mean, upper: null, score: null, p: null, alarm: false, reason: 'no_fit' };
  // A quantile can lie below the mean of a very skewed law; what is expected is never too many.
  const upper = Math.max(bound.upper, Math.floor(mean));
  const enough = recent >= settings.limit54[0];
  return {
    expected: mean,
    upper,
    score: exceedance(count, mean, upper),
    p: bound.p(count),
    alarm: enough && count > upper,
    reason: enough ? null : 'few_recent',
  };
}
