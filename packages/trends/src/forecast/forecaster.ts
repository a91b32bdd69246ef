import { drawCount } from '../sampling/draw-count.ts';
import { randomOf } from '../sampling/random.ts';
import { stl } from '../season/stl.ts';
import { stlSettings } from '../season/stl-settings.ts';
import type { Ahead } from './ahead.ts';
import { chooseDemand } from './demand/choose-demand.ts';
import { type DemandMethod, type DemandState, demandState, rateOf } from './demand/demand-state.ts';
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

interface PathOptions {
  readonly horizon: number;
  /** Whether sizes are counts, drawn from a negative binomial; otherwise they are drawn from the sizes seen. */
  readonly counts: boolean;
  readonly paths: number;
  readonly seed: number;
}

/**
 * What a series of zeros may do next: in each period something occurs or not, and if so a size is drawn; what was drawn is
 * smoothed into chance and size like an observation, so that paths spread with the horizon. Sizes of counts are one and a
 * negative-binomial excess with the mean and variance seen; other sizes are those seen, scaled to the smoothed size.
 *
 * @returns for each step the simulated values, sorted
 */
function demandPaths(
  values: Float64Array,
  state: DemandState,
  { horizon, counts, paths, seed }: PathOptions,
): readonly Float64Array[] {
  const random = randomOf(seed);
  const sizes = values.filter((value) => value > 0);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const theta = excessDispersion(sizes, mean);
  const draw = (size: number): number =>
    counts
      ? 1 + (size > 1 ? drawCount(random, size - 1, theta) : 0)
      : (size * (sizes[random.int(0, sizes.length - 1)] as number)) / mean;
  const steps = Array.from({ length: horizon }, () => new Float64Array(paths));
  for (let path = 0; path < paths; path++) {
    let now = state;
    for (const step of steps) {
      const rate = now.method === 'adida' ? now.rate : rateOf(now);
      const value = random.uniform() < rate / now.size ? draw(now.size) : 0;
      step[path] = value;
      now = after(now, value);
    }
  }
  for (const step of steps) step.sort();
  return steps;
}

/** θ of the sizes less one; infinite where they vary no more than Poisson counts. */
function excessDispersion(sizes: Float64Array, mean: number): number {
  const squares = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0);
  const variance = sizes.length > 1 ? squares / (sizes.length - 1) : 0;
  const excess = mean - 1;
  return variance > excess && excess > 0
    ? excess ** 2 / (variance - excess)
    : Number.POSITIVE_INFINITY;
}

function after(state: DemandState, value: number): DemandState {
  const { method, smoothing, size, interval, waiting } = state;
  if (method === 'adida') return state;
  const occurs = value > 0;
  const nextSize = occurs ? size + smoothing * (value - size) : size;
  const next = { ...state, size: nextSize, waiting: occurs ? 1 : waiting + 1 };
  if (method === 'tsb') {
    const chance = 1 / interval;
    return { ...next, interval: 1 / (chance + smoothing * ((occurs ? 1 : 0) - chance)) };
  }
  return occurs ? { ...next, interval: interval + smoothing * (waiting - interval) } : next;
}

/** The last value, carried on (a random walk). */
function naiveAhead(values: Float64Array, horizon: number): readonly Ahead[] {
  return seasonalNaiveAhead(values, horizon, 1);
}

/**
 * The value one cycle earlier: variance `σ²` times the number of cycles begun, `σ²` the mean squared change over a cycle
 * (Hyndman and Athanasopoulos 2021, 5.5).
 */
function seasonalNaiveAhead(
  values: Float64Array,
  horizon: number,
  period: number,
): readonly Ahead[] {
  const n = values.length;
  let squares = 0;
  for (let t = period; t < n; t++)
    squares += ((values[t] as number) - (values[t - period] as number)) ** 2;
  const variance = squares / (n - period);
  return Array.from({ length: horizon }, (_, i) => ({
    mean: values[n - period + (i % period)] as number,
    variance: variance * (Math.floor(i / period) + 1),
  }));
}

/** The line from the first value to the last, carried on: variance `σ²h(1 + h/(n − 1))`, the slope being estimated. */
function driftAhead(values: Float64Array, horizon: number): readonly Ahead[] {
  const n = values.length;
  const last = values[n - 1] as number;
  const drift = (last - (values[0] as number)) / (n - 1);
  let squares = 0;
  for (let t = 1; t < n; t++)
    squares += ((values[t] as number) - (values[t - 1] as number) - drift) ** 2;
  const variance = squares / (n - 2);
  return Array.from({ length: horizon }, (_, i) => ({
    mean: last + drift * (i + 1),
    variance: variance * (i + 1) * (1 + (i + 1) / (n - 1)),
  }));
}

/** What exponential smoothing gives ahead, and how many parameters it took. */
interface EtsAhead {
  readonly ahead: readonly Ahead[];
  readonly name: string;
  readonly fits: readonly EtsFit[];
  readonly parameters: number;
}

/**
 * For a long cycle (weeks of a year): the season by STL, the same in every cycle, taken out, exponential smoothing of the
 * rest, and the season put back (Hyndman and Athanasopoulos 2021, 5.7).
 *
 * A season that is the mean of `c` cycles takes up one in `c` of the errors it is drawn from and is itself uncertain by as much:
 * the variance is raised by `c / (c − 1)`, and by one error over `c`.
 */
function stlEtsAhead(
  values: Float64Array,
  horizon: number,
  period: number,
  near: readonly EtsFit[],
): EtsAhead {
  const { seasonal } = stl(values, stlSettings(values.length, period));
  const adjusted = values.map((value, t) => value - (seasonal[t] as number));
  const { best, fits } = chooseEts(adjusted, 1, near);
  const cycles = values.length / period;
  const raised = cycles / (cycles - 1);
  const ahead = etsAhead(best, horizon).map(({ mean, variance }, i) => ({
    mean: mean + (seasonal[values.length - period + (i % period)] as number),
    variance: raised * (variance + best.variance / cycles),
  }));
  return { ahead, name: `STL + ${best.name}`, fits, parameters: etsSize(best.form) + period };
}

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
): EtsAhead {
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
