import type { Ahead } from './ahead.ts';

/** The last value, carried on (a random walk). */
export function naiveAhead(values: Float64Array, horizon: number): readonly Ahead[] {
  return seasonalNaiveAhead(values, horizon, 1);
}

/**
 * The value one cycle earlier: variance `σ²` times the number of cycles begun, `σ²` the mean squared change over a cycle
 * (Hyndman and Athanasopoulos 2021, 5.5).
 */
export function seasonalNaiveAhead(
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
export function driftAhead(values: Float64Array, horizon: number): readonly Ahead[] {
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
