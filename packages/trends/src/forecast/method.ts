import type { DemandMethod } from './demand/demand-state.ts';

/** Forecasts that use nothing but single values, to measure the others by. */
export type Benchmark = 'naive' | 'seasonal_naive' | 'drift';

/**
 * - `naive`: the last value
 * - `seasonal_naive`: the value one cycle earlier
 * - `drift`: the line from the first value to the last
 * - `ets`: exponential smoothing
 * - `stl_ets`: season by STL, exponential smoothing of the rest
 * - `croston`, `sba`, `tsb`, `adida`: for series full of zeros
 */
export type ForecastMethod = Benchmark | 'ets' | 'stl_ets' | DemandMethod;

export const forecastMethods: readonly ForecastMethod[] = [
  'naive',
  'seasonal_naive',
  'drift',
  'ets',
  'stl_ets',
  'croston',
  'sba',
  'tsb',
  'adida',
];

/** Whether a method is one to measure others by. */
export function isBenchmark(method: ForecastMethod): method is Benchmark {
  return method === 'naive' || method === 'seasonal_naive' || method === 'drift';
}

/** Whether a method is for series full of zeros. */
export function isDemand(method: ForecastMethod): method is DemandMethod {
  return method === 'croston' || method === 'sba' || method === 'tsb' || method === 'adida';
}
