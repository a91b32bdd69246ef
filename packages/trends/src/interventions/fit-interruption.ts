import { InputError } from '@samenbeeld/schema';
import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import { fitCounts } from '../regression/count-model.ts';
import { type Design, dot, leastSquares } from '../regression/least-squares.ts';

/** The lag of Newey and West (1994) for a Bartlett kernel: ⌊4 (n/100)^(2/9)⌋. */
function neweyWestLag(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/**
 * Covariance of coefficients that holds where errors depend on those shortly before (Newey and West 1987).
 *
 * `n/(n−k) · (X'WX)⁻¹ [Σ_l (1 − l/(q+1)) Σ_t (s_t s'_{t−l} + s_{t−l} s'_t)] (X'WX)⁻¹`, s the scores. Observations are
 * paired by their time, so that a missing period is a gap and not a neighbour. Equals R sandwich
 * `NeweyWest(lag = q, prewhite = FALSE, adjust = TRUE)` where none is missing.
 *
 * @param errors what is left of each observation on the scale of its score: residual times weight
 */
function neweyWest(
  design: Design,
  errors: readonly number[],
  unscaled: readonly (readonly number[])[],
  times: readonly number[],
  lag: number,
): readonly (readonly number[])[] {
  const n = design.length;
  const width = unscaled.length;
  const scores = design.map((row, i) => row.map((x) => x * (errors[i] as number)));
  const at = new Map(times.map((time, i) => [time, i]));
  const meat = Array.from({ length: width }, () => new Float64Array(width));
  const add = (left: readonly number[], right: readonly number[], weight: number): void => {
    for (const [a, row] of meat.entries())
      for (let b = 0; b < width; b += 1)
        row[b] = (row[b] as number) + weight * (left[a] as number) * (right[b] as number);
  };
  for (const [i, score] of scores.entries()) {
    add(score, score, 1);
    for (let l = 1; l <= lag; l += 1) {
      const before = scores[at.get((times[i] as number) - l) ?? -1];
      if (!before) continue;
      add(score, before, 1 - l / (lag + 1));
      add(before, score, 1 - l / (lag + 1));
    }
  }
  const middle = unscaled.map((row) =>
    meat.map((_, b) =>
      dot(
        row,
        meat.map((line) => line[b] as number),
      ),
    ),
  );
  const scale = n / (n - width);
  return middle.map((row) => unscaled.map((other) => scale * dot(row, other)));
}

/** How much residuals depend on those before. */
interface ResidualAutocorrelation {
  /** Correlation with the residual one period before; null where it cannot be known. */
  readonly first: number | null;
  /** Ljung and Box's test over `lags`. */
  readonly p: number | null;
  readonly lags: number;
}

/**
 * Autocorrelation of residuals, paired by time, with the test of Ljung and Box (1978):
 * `Q = n(n+2) Σ r_l²/(n−l)`, χ² with as many degrees of freedom as lags (10, or a fifth of the values if fewer).
 */
function residualAutocorrelation(
  residuals: readonly number[],
  times: readonly number[],
): ResidualAutocorrelation {
  const n = residuals.length;
  const lags = Math.max(1, Math.min(10, Math.floor(n / 5)));
  const mean = residuals.reduce((sum, value) => sum + value, 0) / n;
  const centred = residuals.map((value) => value - mean);
  const squares = centred.reduce((sum, value) => sum + value * value, 0);
  if (!(squares > 0)) return { first: null, p: null, lags };
  const at = new Map(times.map((time, i) => [time, centred[i] as number]));
  const correlation = (lag: number): number =>
    centred.reduce((sum, value, i) => sum + value * (at.get((times[i] as number) - lag) ?? 0), 0) /
    squares;
  const all = Array.from({ length: lags }, (_, i) => correlation(i + 1));
  const statistic =
    n * (n + 2) * all.reduce((sum, value, i) => sum + (value * value) / (n - i - 1), 0);
  return { first: all[0] ?? null, p: 1 - chisquareCdf(statistic, lags), lags };
}

/** A fitted course with a change in it. */
export interface InterruptionFit {
  readonly coefficients: readonly number[];
  /** Standard errors by the model alone, those of Newey and West, and the ones that intervals are made of. */
  readonly modelErrors: readonly number[];
  readonly robustErrors: readonly number[];
  readonly errors: readonly number[];
  readonly lag: number;
  /** Pearson's χ² over its degrees of freedom for counts; null for logarithms. */
  readonly dispersion: number | null;
  readonly degreesOfFreedom: number;
  readonly fitted: readonly number[];
  readonly autocorrelation: ResidualAutocorrelation;
}

/** Counts: Poisson likelihood with variance φ·mean, φ at least 1; where the residuals depend on each other, the larger errors. */
export function fitCountCourse(
  design: Design,
  counts: readonly number[],
  offset: readonly number[],
  times: readonly number[],
): InterruptionFit | null {
  const fit = fitCounts(design, counts, { offset });
  if (!fit.converged || fit.degreesOfFreedom < 1) return null;
  const lag = neweyWestLag(counts.length);
  const pearson = counts.map((count, i) => {
    const mean = fit.fitted[i] as number;
    return (count - mean) / Math.sqrt(mean);
  });
  const autocorrelation = residualAutocorrelation(pearson, times);
  const scale = Math.max(1, fit.dispersion);
  const modelErrors = fit.unscaled.map((row, i) => Math.sqrt(scale * (row[i] as number)));
  const residuals = counts.map((count, i) => count - (fit.fitted[i] as number));
  const robust = rootsOf(neweyWest(design, residuals, fit.unscaled, times, lag));
  return {
    coefficients: fit.coefficients,
    modelErrors,
    robustErrors: robust,
    errors: (autocorrelation.p ?? 1) <= 0.05 ? larger(modelErrors, robust) : modelErrors,
    lag,
    dispersion: fit.dispersion,
    degreesOfFreedom: fit.degreesOfFreedom,
    fitted: fit.fitted,
    autocorrelation,
  };
}

/**
 * Quantities: least squares on logarithms; null where the course fits without a remainder.
 *
 * Newey and West's errors, but never less than the model's: with few values after the change they come out too small.
 */
export function fitLogCourse(
  design: Design,
  values: readonly number[],
  offset: readonly number[],
  times: readonly number[],
): InterruptionFit | null {
  const low = values.find((value) => value <= 0);
  if (low !== undefined)
    throw new InputError(`expected values above zero for logarithms, found ${low}`, {
      repair: "count the events (`model: 'counts'`), or take longer periods that hold no zero",
    });
  const logs = values.map((value, i) => Math.log(value) - (offset[i] as number));
  const fit = leastSquares(design, logs);
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const total = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (fit.degreesOfFreedom < 1 || fit.rss <= 1e-20 * Math.max(1, total)) return null;
  const lag = neweyWestLag(values.length);
  const variance = fit.rss / fit.degreesOfFreedom;
  const modelErrors = fit.unscaled.map((row, i) => Math.sqrt(variance * (row[i] as number)));
  const robust = rootsOf(neweyWest(design, fit.residuals, fit.unscaled, times, lag));
  return {
    coefficients: fit.coefficients,
    modelErrors,
    robustErrors: robust,
    errors: larger(modelErrors, robust),
    lag,
    dispersion: null,
    degreesOfFreedom: fit.degreesOfFreedom,
    fitted: fit.fitted.map((value, i) => Math.exp(value + (offset[i] as number))),
    autocorrelation: residualAutocorrelation(fit.residuals, times),
  };
}

function rootsOf(covariance: readonly (readonly number[])[]): readonly number[] {
  return covariance.map((row, i) => Math.sqrt(Math.max(0, row[i] as number)));
}

function larger(one: readonly number[], other: readonly number[]): readonly number[] {
  return one.map((value, i) => Math.max(value, other[i] as number));
}
