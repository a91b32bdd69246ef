import type { Ahead } from './ahead.ts';
import { driftAhead, naiveAhead, seasonalNaiveAhead } from './benchmarks.ts';
import { chooseDemand } from './demand/choose-demand.ts';
import { demandPaths } from './demand/demand-paths.ts';
import { type DemandMethod, demandState } from './demand/demand-state.ts';
import { etsAhead } from './ets/ets-ahead.ts';
import { chooseEts } from './ets/fit-ets.ts';
import { type EtsFit, etsSize } from './ets/fit-form.ts';
import { type ForecastMethod, isDemand } from './method.ts';
import {
  normalProjection,
  type Projection,
  type Shape,
  sampleProjection,
  scales,
} from './projection.ts';
import { stlEtsAhead } from './stl-ets.ts';

/** Projects a series; may start its search from what it found on a shorter part of the same series. */
export type Forecaster = (values: Float64Array, horizon: number, paths: number) => Projection;

/** What a forecaster knows besides the values. */
export interface Setting {
  readonly period: number;
  readonly shape: Shape;
  /** Whether the variance is taken as estimated, with quantiles by t, or as known. */
  readonly student: boolean;
  readonly smoothing: number;
  readonly seed: number;
}

/** The method for zeros that fits each part of a series by itself, as it would have been chosen then. */
export function zerosForecaster(setting: Setting): Forecaster {
  return demandForecaster(chooseDemand, setting);
}

/** A method, ready to be asked again and again as a series grows. */
export function forecasterOf(method: ForecastMethod, setting: Setting): Forecaster {
  if (isDemand(method)) return demandForecaster(() => method, setting);
  const { period, shape, student } = setting;
  const estimated = (n: number, parameters: number): number | null =>
    student ? n - parameters : null;
  const parametersOf = { naive: 1, seasonal_naive: period, drift: 2 };
  let near: readonly EtsFit[] = [];
  const aheadBy = {
    naive: naiveAhead,
    seasonal_naive: (values: Float64Array, horizon: number) =>
      seasonalNaiveAhead(values, horizon, period),
    drift: driftAhead,
  };
  return (values, horizon) => {
    const used = shape.scale === 'linear' ? values : values.map(scales[shape.scale].to);
    if (method !== 'ets' && method !== 'stl_ets')
      return normalProjection(
        aheadBy[method](used, horizon),
        shape,
        estimated(used.length, parametersOf[method]),
      );
    if (used.every((value) => value === used[0]))
      return normalProjection(naiveAhead(used, horizon), shape, null);
    const found =
      method === 'ets'
        ? etsBy(used, horizon, period, near)
        : stlEtsAhead(used, horizon, period, near);
    near = found.fits;
    const freedom = estimated(used.length, found.parameters);
    return normalProjection(found.ahead, shape, freedom, found.name);
  };
}

function etsBy(
  values: Float64Array,
  horizon: number,
  period: number,
  near: readonly EtsFit[],
): {
  readonly ahead: readonly Ahead[];
  readonly name: string;
  readonly fits: readonly EtsFit[];
  readonly parameters: number;
} {
  const { best, fits } = chooseEts(values, period, near);
  const ahead = etsAhead(best, horizon);
  return { ahead, name: best.name, fits, parameters: etsSize(best.form) };
}

function demandForecaster(
  methodFor: (values: Float64Array) => DemandMethod,
  { shape, smoothing, seed }: Setting,
): Forecaster {
  return (values, horizon, paths) => {
    const state = demandState(values, methodFor(values), smoothing);
    const steps = demandPaths(values, state, { horizon, counts: shape.counts, paths, seed });
    return sampleProjection(
      steps,
      steps.map(() => state.rate),
      '',
    );
  };
}
