import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { type Forecaster, forecasterOf, type Setting, zerosForecaster } from './forecaster.ts';
import { type ForecastMethod, isBenchmark, isDemand } from './method.ts';
import type { Projection } from './projection.ts';

const levels = [0.5, 0.8, 0.95];

/**
 * Weighted interval score of one value against its projection: how far the middle is off, how wide the intervals are, and how
 * far the value lies outside them; the lower the better (Bracher, Ray, Gneiting and Reich 2021), from the median and the
 * intervals of 50, 80 and 95%.
 */
function intervalScore(projection: Projection, step: number, value: number): number {
  let score = Math.abs(value - projection.quantile(step, 0.5)) / 2;
  for (const level of levels) {
    const alpha = 1 - level;
    const low = projection.quantile(step, alpha / 2);
    const high = projection.quantile(step, 1 - alpha / 2);
    score += (alpha / 2) * (high - low) + Math.max(0, low - value) + Math.max(0, value - high);
  }
  return score / (levels.length + 0.5);
}

/** How a method did on values it had not seen. */
export interface BackTest {
  readonly method: ForecastMethod;
  /** Moments in the past from which it forecast, and values forecast from them. */
  readonly origins: number;
  readonly tested: number;
  /** Mean absolute error of the middle of the forecast. */
  readonly error: number;
  /** Mean error over that of the seasonal naive forecast within the part seen (Hyndman and Koehler 2006); null where that is zero. */
  readonly mase: number | null;
  /** Mean weighted interval score. */
  readonly wis: number;
  /** How many values lay within the interval of the level asked. */
  readonly held: number;
}

/** Which part of the past is used. */
interface BackTestPlan {
  /** Values seen by the first forecast. */
  readonly first: number;
  readonly horizon: number;
  readonly period: number;
  readonly level: number;
  readonly paths: number;
}

/**
 * Forecasts the past from each of its moments on, with only what was known then, and compares (rolling origin; Tashman 2000).
 * Near the end fewer steps can be compared.
 */
function backTest(
  values: Float64Array,
  method: ForecastMethod,
  forecaster: Forecaster,
  { first, horizon, period, level, paths }: BackTestPlan,
): BackTest {
  const total = { tested: 0, error: 0, wis: 0, held: 0, scaled: 0, scalable: 0 };
  for (let origin = first; origin < values.length; origin++) {
    const seen = values.subarray(0, origin);
    const steps = Math.min(horizon, values.length - origin);
    const projection = forecaster(seen, steps, paths);
    const scale = naiveError(seen, period);
    for (let step = 0; step < steps; step++) {
      const value = values[origin + step] as number;
      const error = Math.abs(value - projection.quantile(step, 0.5));
      const inside =
        value >= projection.quantile(step, (1 - level) / 2) &&
        value <= projection.quantile(step, (1 + level) / 2);
      total.tested += 1;
      total.error += error;
      total.wis += intervalScore(projection, step, value);
      total.held += inside ? 1 : 0;
      if (scale > 0) {
        total.scaled += error / scale;
        total.scalable += 1;
      }
    }
  }
  return {
    method,
    origins: values.length - first,
    tested: total.tested,
    error: total.error / total.tested,
    mase: total.scalable > 0 ? total.scaled / total.scalable : null,
    wis: total.wis / total.tested,
    held: total.held,
  };
}

function naiveError(values: Float64Array, period: number): number {
  let sum = 0;
  for (let t = period; t < values.length; t++)
    sum += Math.abs((values[t] as number) - (values[t - period] as number));
  return sum / (values.length - period);
}

/** Whether a method beat the best of the simplest forecasts on the past; `only_benchmarks` where none was tried. */
export type ForecastVerdict = 'better' | 'no_better' | 'only_benchmarks';

/** Every method tried, with its back-test, and which of them is used. */
interface Comparison {
  readonly tests: readonly BackTest[];
  readonly verdict: ForecastVerdict;
  readonly used: BackTest;
  /** Of the simplest forecasts the one with the lowest score. */
  readonly benchmark: BackTest;
  readonly model: BackTest | null;
}

/**
 * Tests the simplest forecasts and one model on the same past. The model is used where its score is lower by a hundredth than
 * that of every simple forecast, or where it was asked for by name.
 */
export function compareMethods(
  values: Float64Array,
  model: ForecastMethod | null,
  asked: ForecastMethod | null,
  setting: Setting,
  plan: BackTestPlan,
): Comparison {
  const simple: readonly ForecastMethod[] =
    setting.period > 1 ? ['naive', 'seasonal_naive', 'drift'] : ['naive', 'drift'];
  const run = (method: ForecastMethod, forecaster: Forecaster): BackTest =>
    backTest(values, method, forecaster, plan);
  const benchmarks = simple.map((method) => run(method, forecasterOf(method, setting)));
  const benchmark = benchmarks.reduce((best, one) => (one.wis < best.wis ? one : best));
  if (model === null || isBenchmark(model))
    return {
      tests: benchmarks,
      verdict: 'only_benchmarks',
      used: benchmarks.find(({ method }) => method === asked) ?? benchmark,
      benchmark,
      model: null,
    };
  const own =
    asked === null && isDemand(model) ? zerosForecaster(setting) : forecasterOf(model, setting);
  const tested = run(model, own);
  const verdict = tested.wis < 0.99 * benchmark.wis ? 'better' : 'no_better';
  return {
    tests: [...benchmarks, tested],
    verdict,
    used: verdict === 'better' || asked ? tested : benchmark,
    benchmark,
    model: tested,
  };
}

/**
 * Whether an interval held the value too rarely for its level: fewer than chance would bring in one of twenty, values forecast
 * from one moment counted as one.
 */
export function isTooNarrow({ held, tested, origins }: BackTest, level: number): boolean {
  return binomialCdf(Math.round((held / tested) * origins), origins, level) < 0.05;
}
