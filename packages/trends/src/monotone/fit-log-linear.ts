import { type CountFit, fitCounts } from '../regression/count-model.ts';
import { fitNegativeBinomial } from '../regression/negative-binomial.ts';
import { autocorrelations } from './autocorrelation.ts';
import type { CleanCounts } from './clean-counts.ts';
import { findGrid } from './even-grid.ts';

/** A line through the logarithms of expected counts. */
export interface LogLinearFit {
  readonly slope: number;
  readonly standardError: number;
  readonly levelAtFirst: number;
  readonly dispersion: number;
  readonly theta: number | null;
  /** Pearson's χ² of the fit over its degrees of freedom, by the law of its family. */
  readonly spread: number;
  readonly deviance: number;
  readonly r1: number | null;
  readonly converged: boolean;
}

/** Fits the line; times are counted from their middle, so that years of four digits cost no precision. */
export function fitLogLinear(
  { times, counts, exposures }: CleanCounts,
  family: 'quasi_poisson' | 'negative_binomial' | 'poisson',
  leastDispersion: number,
): LogLinearFit {
  const first = times[0] as number;
  const middle = (first + (times.at(-1) as number)) / 2;
  const design = times.map((time) => [1, time - middle]);
  const offset = exposures.map(Math.log);
  const poisson = fitCounts(design, counts, { offset });
  const binomial =
    family === 'negative_binomial' ? fitNegativeBinomial(design, counts, { offset }) : null;
  const fit: CountFit = binomial ?? poisson;
  // Counts on the very line tell nothing about their scatter.
  const scatter = poisson.dispersion > 1e-8 ? Math.max(poisson.dispersion, leastDispersion) : 1;
  const scale = family === 'quasi_poisson' ? scatter : 1;
  const [constant = 0, slope = 0] = fit.coefficients;
  const theta = binomial?.theta ?? null;
  const rest = residuals(counts, fit.fitted, theta);
  const grid = findGrid({ times, values: rest });
  return {
    slope,
    standardError: Math.sqrt((fit.unscaled[1]?.[1] ?? 0) * scale),
    levelAtFirst: Math.exp(constant + slope * (first - middle)),
    dispersion: poisson.dispersion,
    theta,
    spread: rest.reduce((sum, one) => sum + one * one, 0) / Math.max(1, counts.length - 2),
    deviance: fit.deviance,
    r1: grid ? (autocorrelations(grid.places, grid.values, 1)[0] ?? null) : null,
    converged: fit.converged,
  };
}

function residuals(
  counts: readonly number[],
  fitted: readonly number[],
  theta: number | null,
): readonly number[] {
  return counts.map((count, i) => {
    const mean = fitted[i] as number;
    return (count - mean) / Math.sqrt(mean + (theta ? (mean * mean) / theta : 0));
  });
}
