import { fitCounts } from '../regression/count-model.ts';
import { leastSquares } from '../regression/least-squares.ts';
import { bestCountLines, type CountData } from './count-scan.ts';
import { hinges } from './hinges.ts';
import type { KnotGrid } from './knot-grid.ts';
import { bestLines, type JoinedLines, lineScan } from './line-scan.ts';

/** A fit of joined lines, on the scale of the logarithm. */
export interface JoinedFit {
  readonly coefficients: readonly number[];
  /** Logarithm of the fitted values (of the rates of counts). */
  readonly linear: readonly number[];
  /** Weights and residuals with which it is a weighted least-squares fit. */
  readonly weights: readonly number[];
  readonly residuals: readonly number[];
}

/** Values that joined lines are fitted to, whatever their law. */
export interface JoinpointData {
  readonly times: readonly number[];
  readonly grid: KnotGrid;
  readonly counts: boolean;
  /** Sum of squares, or deviance, of the best placement. */
  search(joinpoints: number): JoinedLines;
  fit(knots: readonly number[]): JoinedFit;
}

/** Logarithms of values by weighted least squares. */
export function logData(
  times: readonly number[],
  values: readonly number[],
  weights: readonly number[],
  grid: KnotGrid,
): JoinpointData {
  const logs = values.map(Math.log);
  // Without its straight line the series has small sums of squares, which leave their digits intact.
  const straight = leastSquares(hinges(times, []), logs, weights).residuals;
  const scan = lineScan(times, weights, grid);
  return {
    times,
    grid,
    counts: false,
    search: (joinpoints) => bestLines(scan, straight, joinpoints, undefined, true),
    fit: (knots) => {
      const { coefficients, fitted, residuals } = leastSquares(hinges(times, knots), logs, weights);
      return { coefficients, linear: fitted, weights, residuals };
    },
  };
}

/** Counts by Poisson likelihood with a logarithmic link. */
export function countData(data: CountData, grid: KnotGrid): JoinpointData {
  const { times, counts, offsets } = data;
  const fit = (knots: readonly number[]): JoinedFit => {
    const { coefficients, linear, fitted } = fitCounts(hinges(times, knots), counts, {
      offset: offsets,
    });
    return {
      coefficients,
      linear: linear.map((value, i) => value - (offsets[i] as number)),
      weights: fitted,
      residuals: counts.map((count, i) => count / (fitted[i] as number) - 1),
    };
  };
  const start = fit([]).linear;
  return {
    times,
    grid,
    counts: true,
    search: (joinpoints) => bestCountLines(data, grid, joinpoints, start),
    fit,
  };
}
