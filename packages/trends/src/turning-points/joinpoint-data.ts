import { fitCounts } from '../regression/count-model.ts';
import { leastSquares } from '../regression/least-squares.ts';
import { hinges } from './hinges.ts';
import type { KnotGrid } from './knot-grid.ts';
import { bestLines, type JoinedLines, lineScan, moments } from './line-scan.ts';

/** Counts with the logarithms of what they stand against. */
interface CountData {
  readonly times: readonly number[];
  readonly counts: readonly number[];
  readonly offsets: readonly number[];
}

const mostSteps = 25;

/**
 * The joined lines of least Poisson deviance, all placements on the grid tried, each by iteratively reweighted least
 * squares in the heights at the knots, whose equations have three diagonals.
 *
 * @param start linear predictor of the straight line, offsets left out
 */
function bestCountLines(
  data: CountData,
  grid: KnotGrid,
  joinpoints: number,
  start: readonly number[],
): JoinedLines {
  const { n, minEnd, minBetween } = grid;
  const profile = Array.from({ length: joinpoints }, () =>
    new Float64Array(n).fill(Number.POSITIVE_INFINITY),
  );
  const saturated = data.counts.reduce(
    (sum, count) => sum + (count > 0 ? count - count * Math.log(count) : 0),
    0,
  );
  let squares = Number.POSITIVE_INFINITY;
  let knots: readonly number[] = [];
  const path = [0];
  const extend = (depth: number): void => {
    if (depth === joinpoints) {
      const deviance = Math.max(0, 2 * (countLoss(data, [...path, n - 1], start) - saturated));
      for (const [j, places] of profile.entries()) {
        const at = path[j + 1] as number;
        places[at] = Math.min(places[at] as number, deviance);
      }
      if (deviance >= squares) return;
      squares = deviance;
      knots = path.slice(1);
      return;
    }
    const first = depth === 0 ? minEnd : (path.at(-1) as number) + minBetween + 1;
    const last = n - 1 - minEnd - (joinpoints - 1 - depth) * (minBetween + 1);
    for (let to = first; to <= last; to++) {
      path.push(to);
      extend(depth + 1);
      path.pop();
    }
  };
  extend(0);
  return { squares, knots, profile };
}

/** The least Σ(μ − y ln μ) over joined lines through these knots. */
function countLoss(data: CountData, knots: readonly number[], start: readonly number[]): number {
  let heights = knots.map((knot) => start[knot] as number);
  let state = lossAt(data, knots, heights);
  for (let step = 0; step < mostSteps; step++) {
    const target = newton(knots.length, state);
    let share = 1;
    let next = state;
    let moved = heights;
    do {
      moved = heights.map((height, j) => height + share * (target[j] as number));
      next = lossAt(data, knots, moved);
      share /= 2;
    } while (!(next.loss <= state.loss + 1e-9) && share > 1e-6);
    const gain = state.loss - next.loss;
    if (!(gain > 0)) return Math.min(state.loss, next.loss);
    heights = moved;
    state = next;
    if (gain <= 1e-10 * (Math.abs(state.loss) + 1)) break;
  }
  return state.loss;
}

interface LossState {
  readonly loss: number;
  readonly gradient: Float64Array;
  /** Diagonal and the one beside it of the information. */
  readonly own: Float64Array;
  readonly beside: Float64Array;
}

function lossAt(
  { times, counts, offsets }: CountData,
  knots: readonly number[],
  heights: readonly number[],
): LossState {
  const size = knots.length;
  const gradient = new Float64Array(size);
  const own = new Float64Array(size);
  const beside = new Float64Array(size);
  let loss = 0;
  for (let j = 0; j + 1 < size; j++) {
    const [from, to] = [knots[j] as number, knots[j + 1] as number];
    const [start, end] = [times[from] as number, times[to] as number];
    const final = j + 2 === size;
    for (let i = from; i < to || (final && i === to); i++) {
      const right = ((times[i] as number) - start) / (end - start);
      const left = 1 - right;
      const linear =
        left * (heights[j] as number) + right * (heights[j + 1] as number) + (offsets[i] as number);
      const mean = Math.max(1e-10, Math.exp(Math.min(700, linear)));
      const count = counts[i] as number;
      loss += mean - count * Math.max(linear, -23);
      const pull = count - mean;
      (gradient[j] as number) += left * pull;
      (gradient[j + 1] as number) += right * pull;
      (own[j] as number) += mean * left * left;
      (own[j + 1] as number) += mean * right * right;
      (beside[j] as number) += mean * left * right;
    }
  }
  return { loss, gradient, own, beside };
}

/** Newton's step: the equations solved by elimination from the left. */
function newton(size: number, { gradient, own, beside }: LossState): readonly number[] {
  const pivots = new Float64Array(size);
  const pushes = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    const share = j === 0 ? 0 : (beside[j - 1] as number) / (pivots[j - 1] as number);
    pivots[j] = Math.max(
      1e-12,
      (own[j] as number) - share * (j === 0 ? 0 : (beside[j - 1] as number)),
    );
    pushes[j] = (gradient[j] as number) - share * (j === 0 ? 0 : (pushes[j - 1] as number));
  }
  const step = new Array<number>(size).fill(0);
  for (let j = size - 1; j >= 0; j--) {
    const after = j + 1 < size ? (beside[j] as number) * (step[j + 1] as number) : 0;
    step[j] = ((pushes[j] as number) - after) / (pivots[j] as number);
  }
  return step;
}

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
  const sums = moments(scan, straight);
  return {
    times,
    grid,
    counts: false,
    search: (joinpoints) => bestLines(scan, sums, joinpoints, { profiled: true }),
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
