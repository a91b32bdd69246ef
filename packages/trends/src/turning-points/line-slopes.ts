import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { slopesOf } from './hinges.ts';
import type { JoinpointData } from './joinpoint-data.ts';
import { dispersionOfFit, type FittedModel } from './joinpoint-models.ts';

/** Low and high end. */
export interface SlopeEnds {
  readonly low: number;
  readonly high: number;
}

/** One line between joinpoints, its slope that of the logarithm. */
export interface LineSlope {
  readonly start: number;
  readonly end: number;
  /** null where nothing was counted along it, so that it falls without end. */
  readonly slope: number | null;
  readonly error: number | null;
}

/** The slopes with what an interval of them needs. */
export interface LineSlopes {
  readonly lines: readonly LineSlope[];
  readonly freedom: number;
  /** Mean slope over the whole span, weighted by the length of the lines (Clegg et al. 2009). */
  readonly mean: number | null;
  readonly meanError: number | null;
}

/** A fitted rate below this share of the largest is a line that falls without end. */
const vanishing = 1e-6;

/**
 * The slope of each line and its standard error as the National Cancer Institute computes it: conditional on the
 * joinpoints, each line by itself, without the observations on joinpoints (Lerman 1980), the residual variance pooled
 * over the lines; `d = n − k − 2(k + 1)`. Of counts the information of each line, times the dispersion.
 */
export function lineSlopes(data: JoinpointData, model: FittedModel): LineSlopes {
  const { times, grid } = data;
  const { fit, knots, joinpoints } = model;
  const ends = [0, ...knots, grid.n - 1];
  const slopes = slopesOf(fit.coefficients);
  const top = Math.max(...fit.linear);
  const parts = slopes.map((_, j) => inner(ends, j));
  const sizes = parts.map((part) => part.length);
  const rank = sizes.reduce((sum, size) => sum + Math.min(size, 2), 0);
  const freedom = sizes.reduce((sum, size) => sum + size, 0) - rank;
  const moments = parts.map((part) => partMoments(data, model, part));
  const pooled = moments.reduce((sum, { left }) => sum + left, 0) / freedom;
  const variance = data.counts ? dispersionOfFit(fit, grid.n - 2 * joinpoints - 2) : pooled;
  const lines = slopes.map((slope, j): LineSlope => {
    const [start, end] = [ends[j] as number, ends[j + 1] as number];
    const gone = data.counts && reaches(fit.linear, start, end) < top + Math.log(vanishing);
    const spread = moments[j]?.spread ?? 0;
    const known = !gone && freedom > 0 && spread > 0;
    return {
      start,
      end,
      slope: gone ? null : slope,
      error: known ? Math.sqrt(variance / spread) : null,
    };
  });
  const span = (times[grid.n - 1] as number) - (times[0] as number);
  const share = ({ start, end }: LineSlope): number =>
    ((times[end] as number) - (times[start] as number)) / span;
  const whole = lines.every(({ slope }) => slope !== null);
  const sure = lines.every(({ error }) => error !== null);
  return {
    lines,
    freedom,
    mean: whole ? lines.reduce((sum, line) => sum + share(line) * (line.slope as number), 0) : null,
    meanError: sure
      ? Math.sqrt(lines.reduce((sum, line) => sum + (share(line) * (line.error as number)) ** 2, 0))
      : null,
  };
}

/** In per cent: `100 (exp(slope ± q · error) − 1)`. */
export function percentEnds(
  slope: number | null,
  error: number | null,
  level: number,
  freedom: number | null,
): SlopeEnds | null {
  if (slope === null || error === null || (freedom !== null && freedom < 1)) return null;
  const tail = (1 + level) / 2;
  const half = error * (freedom === null ? normalQuantile(tail, 0, 1) : tQuantile(tail, freedom));
  return { low: percent(slope - half), high: percent(slope + half) };
}

/** A slope of the logarithm in per cent. */
export function percent(slope: number): number {
  return 100 * Math.expm1(slope);
}

/** The observations of a line that lie on no joinpoint. */
function inner(ends: readonly number[], j: number): readonly number[] {
  const [from, to] = [ends[j] as number, ends[j + 1] as number];
  const first = j === 0 ? from : from + 1;
  const last = j + 2 === ends.length ? to : to - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** Weighted squares of the times about their mean, and what a line of its own leaves of the values. */
function partMoments(
  { times }: JoinpointData,
  { fit }: FittedModel,
  part: readonly number[],
): { readonly spread: number; readonly left: number } {
  const sum = (value: (i: number) => number): number =>
    part.reduce((total, i) => total + (fit.weights[i] as number) * value(i), 0);
  const mass = sum(() => 1);
  const time = sum((i) => times[i] as number) / mass;
  const value = (i: number): number => (fit.linear[i] as number) + (fit.residuals[i] as number);
  const level = sum(value) / mass;
  const about = (i: number): number => (times[i] as number) - time;
  const spread = sum((i) => about(i) ** 2);
  const cross = sum((i) => about(i) * (value(i) - level));
  const whole = sum((i) => (value(i) - level) ** 2);
  return { spread, left: spread > 0 ? Math.max(0, whole - cross ** 2 / spread) : 0 };
}

function reaches(linear: readonly number[], start: number, end: number): number {
  return Math.min(linear[start] as number, linear[end] as number);
}
