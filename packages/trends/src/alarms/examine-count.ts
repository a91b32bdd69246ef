import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { type AlarmTime, exceedance } from './alarm-time.ts';
import type { BaseCounts } from './arrow-step.ts';
import { type BaseModel, fitBase } from './base-model.ts';
import { downWeighted } from './down-weighted.ts';
import type { FarringtonSettings } from './farrington-settings.ts';
import { boundAfterNothing, upperBound } from './upper-bound.ts';

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
