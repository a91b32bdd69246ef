import { InputError } from '@samenbeeld/schema';
import { fitCounts } from '../regression/count-model.ts';
import { type Design, leastSquares } from '../regression/least-squares.ts';
import { neweyWest, neweyWestLag } from './newey-west.ts';
import {
  type ResidualAutocorrelation,
  residualAutocorrelation,
} from './residual-autocorrelation.ts';

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
