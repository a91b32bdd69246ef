import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { type BackTest, type BackTestPlan, backTest } from './back-test.ts';
import { type Forecaster, forecasterOf, type Setting, zerosForecaster } from './forecaster.ts';
import { type ForecastMethod, isBenchmark, isDemand } from './method.ts';

/** Whether a method beat the best of the simplest forecasts on the past; `only_benchmarks` where none was tried. */
export type ForecastVerdict = 'better' | 'no_better' | 'only_benchmarks';

/** Every method tried, with its back-test, and which of them is used. */
export interface Comparison {
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
