import { leastSquares } from '../regression/least-squares.ts';
import { hinges } from './hinges.ts';
import type { JoinedFit, JoinpointData } from './joinpoint-data.ts';

/** The best fit with so many joinpoints, and what the criteria make of it. Smaller is better. */
export interface JoinpointModel {
  readonly joinpoints: number;
  readonly knots: readonly number[];
  /** Weighted sum of squared residuals of the logarithm, or deviance. */
  readonly squares: number;
  /** `ln(SSE/n) + p ln(n)/n` with p = 2k + 2, 3k + 2 and (2 + R²)k + 2. Of counts `D/(φn)` in place of `ln(SSE/n)`. */
  readonly bic: number;
  readonly bic3: number;
  readonly wbic: number;
}

/** A model with the fit and the profile that only later steps need. */
export interface FittedModel extends JoinpointModel {
  readonly fit: JoinedFit;
  readonly profile: readonly Float64Array[];
}

/** The best fit with 0, 1, … joinpoints; `straight` where the line passes through every value. */
export function joinpointModels(data: JoinpointData, most: number): readonly FittedModel[] {
  const { n } = data.grid;
  const found = Array.from({ length: most + 1 }, (_, joinpoints) => {
    const best = data.search(joinpoints);
    return { ...best, joinpoints, fit: data.fit(best.knots) };
  });
  const last = found[most];
  const dispersion = last && data.counts ? dispersionOfFit(last.fit, n - 2 * most - 2) : 1;
  const floor = smallestSquares(data, found[0]?.fit);
  return found.map(({ joinpoints, knots, squares, profile, fit }) => {
    const misfit = data.counts
      ? squares / (dispersion * n)
      : Math.log(Math.max(squares, floor) / n);
    const criterion = (parameters: number): number => misfit + (parameters * Math.log(n)) / n;
    const weight = largestPartial(data.times, fit, knots);
    return {
      joinpoints,
      knots,
      squares,
      bic: criterion(2 * joinpoints + 2),
      bic3: criterion(3 * joinpoints + 2),
      wbic: criterion((2 + weight) * joinpoints + 2),
      fit,
      profile,
    };
  });
}

/** Pearson's χ² over its degrees of freedom, at least 1: few counts may look more even than chance. */
export function dispersionOfFit({ weights, residuals }: JoinedFit, freedom: number): number {
  const pearson = weights.reduce(
    (sum, weight, i) => sum + weight * (residuals[i] as number) ** 2,
    0,
  );
  return freedom > 0 ? Math.max(1, pearson / freedom) : 1;
}

/** Squares that are nothing but rounding, beside the logarithms themselves. */
export function smallestSquares(data: JoinpointData, fit: JoinedFit | undefined): number {
  if (data.counts || !fit) return 0;
  return fit.linear.reduce(
    (sum, value, i) => sum + (fit.weights[i] as number) * (1e-13 * (1 + Math.abs(value))) ** 2,
    0,
  );
}

/**
 * The largest squared partial correlation of the values with the bend at a joinpoint, over the two lines that meet
 * there, which weighs the harsher criterion against the milder one (Kim, Chen, Midthune, Wheeler et al. 2022).
 */
function largestPartial(
  times: readonly number[],
  { linear, weights, residuals }: JoinedFit,
  knots: readonly number[],
): number {
  const n = times.length;
  const largest = knots.map((knot, j) => {
    const from = j === 0 ? 0 : (knots[j - 1] as number) + 1;
    const to = (knots[j + 1] ?? n - 1) + 1;
    const part = <T>(list: readonly T[]): readonly T[] => list.slice(from, to);
    const own = part(times);
    const observed = part(linear).map((value, i) => value + (part(residuals)[i] as number));
    const line = hinges(own, []);
    const off = (values: readonly number[]): readonly number[] =>
      leastSquares(line, values, part(weights)).residuals;
    const bend = off(own.map((time) => Math.max(0, time - (times[knot] as number))));
    const rest = off(observed);
    const product = (a: readonly number[], b: readonly number[]): number =>
      a.reduce((sum, x, i) => sum + (part(weights)[i] as number) * x * (b[i] as number), 0);
    const both = product(rest, rest) * product(bend, bend);
    return both > 0 ? product(bend, rest) ** 2 / both : 0;
  });
  return Math.min(1, Math.max(0, ...largest));
}
