import type { KnotGrid } from './knot-grid.ts';

/** Weighted sums of hat functions over the observations between two places, `from · n + to`. */
interface HatSums {
  readonly leftLeft: Float64Array;
  readonly leftRight: Float64Array;
  readonly rightRight: Float64Array;
}

/** Everything about joined lines that does not depend on the values. */
export interface LineScan {
  readonly grid: KnotGrid;
  readonly times: readonly number[];
  readonly weights: readonly number[];
  readonly hats: HatSums;
}

/** Least weighted squares of joined lines, and where they join. */
export interface JoinedLines {
  readonly squares: number;
  readonly knots: readonly number[];
  /** For each joinpoint and place, the least squares with that joinpoint there. */
  readonly profile: readonly Float64Array[];
}

/** Sums of values over the observations between two places, `from · n + to`, and of all their squares. */
export interface Moments {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly total: number;
}

/** How far a search goes. */
export interface SearchOptions {
  /**
   * Whether some placement leaves no more squares than this is all that is asked: the search stops at the first, and where
   * there is none `squares` is more than this, and not the least.
   */
  readonly enough?: number;
  readonly profiled?: boolean;
}

/** Prepares the search over joined lines. */
export function lineScan(
  times: readonly number[],
  weights: readonly number[],
  grid: KnotGrid,
): LineScan {
  const { n } = grid;
  const sums = (): Float64Array => new Float64Array(n * n);
  const hats = { leftLeft: sums(), leftRight: sums(), rightRight: sums() };
  for (let from = 0; from < n; from++)
    for (let to = from + 1; to < n; to++) {
      const [start, end] = [times[from] as number, times[to] as number];
      const at = from * n + to;
      // The last observation belongs to the last line.
      for (let i = from; i < to || (to === n - 1 && i === to); i++) {
        const right = ((times[i] as number) - start) / (end - start);
        const weight = weights[i] as number;
        (hats.leftLeft[at] as number) += weight * (1 - right) ** 2;
        (hats.leftRight[at] as number) += weight * right * (1 - right);
        (hats.rightRight[at] as number) += weight * right ** 2;
      }
    }
  return { grid, times, weights, hats };
}

/**
 * The best of all placements of joined lines on the grid. In terms of the heights at the knots the normal equations
 * have three diagonals, so that each placement costs one step of elimination more than its beginning.
 */
export function bestLines(
  { grid, hats }: LineScan,
  { left, right, total }: Moments,
  joinpoints: number,
  { enough, profiled = false }: SearchOptions = {},
): JoinedLines {
  const { n, minEnd, minBetween } = grid;
  const { leftLeft, leftRight, rightRight } = hats;
  const profile = Array.from({ length: profiled ? joinpoints : 0 }, () =>
    new Float64Array(n).fill(Number.POSITIVE_INFINITY),
  );
  if (joinpoints === 0) {
    const at = n - 1;
    const [a, b, c] = [leftLeft[at], leftRight[at], rightRight[at]] as [number, number, number];
    const [p, q] = [left[at], right[at]] as [number, number];
    const explained = (c * p * p - 2 * b * p * q + a * q * q) / (a * c - b * b);
    return { squares: Math.max(0, total - explained), knots: [], profile };
  }
  const tailPivot = new Float64Array(n);
  const tailMoment = new Float64Array(n);
  const tailExplained = new Float64Array(n);
  for (let from = 0; from < n - 1; from++) {
    const at = from * n + n - 1;
    const share = (leftRight[at] as number) / (rightRight[at] as number);
    tailPivot[from] = (leftLeft[at] as number) - (leftRight[at] as number) * share;
    tailMoment[from] = (left[at] as number) - share * (right[at] as number);
    tailExplained[from] = (right[at] as number) ** 2 / (rightRight[at] as number);
  }
  const path = new Int32Array(joinpoints);
  const best = { explained: Number.NEGATIVE_INFINITY, knots: path.slice() };
  const wanted = enough === undefined ? Number.POSITIVE_INFINITY : total - enough;
  // Lines that need not join explain at least as much; to know how much is worth it where placements are many.
  const free =
    enough === undefined || joinpoints < 3
      ? null
      : freeLines({ grid, hats }, { left, right }, joinpoints);
  const least = wanted - 1e-9 * total;
  const extend = (
    depth: number,
    from: number,
    pivot: number,
    moment: number,
    explained: number,
  ): void => {
    if (free) {
      const own = pivot > 0 ? (moment * moment) / pivot : 0;
      if (explained + own + (free[joinpoints - depth]?.[from] as number) < least) return;
    }
    const first = depth === 0 ? minEnd : from + minBetween + 1;
    const last = n - 1 - minEnd - (joinpoints - 1 - depth) * (minBetween + 1);
    const leaf = depth === joinpoints - 1;
    for (let to = first; to <= last; to++) {
      const at = from * n + to;
      const corner = pivot + (leftLeft[at] as number);
      const push = moment + (left[at] as number);
      const share = (leftRight[at] as number) / corner;
      const nextPivot = (rightRight[at] as number) - (leftRight[at] as number) * share;
      const nextMoment = (right[at] as number) - share * push;
      const nextExplained = explained + (push * push) / corner;
      path[depth] = to;
      if (!leaf) {
        extend(depth + 1, to, nextPivot, nextMoment, nextExplained);
        if (best.explained >= wanted) return;
        continue;
      }
      const joint = nextMoment + (tailMoment[to] as number);
      const all =
        nextExplained +
        (tailExplained[to] as number) +
        (joint * joint) / (nextPivot + (tailPivot[to] as number));
      if (profiled) keep(profile, path, total - all);
      if (all <= best.explained) continue;
      best.explained = all;
      best.knots.set(path);
      if (all >= wanted) return;
    }
  };
  extend(0, 0, 0, 0, 0);
  return {
    squares: Math.max(0, total - best.explained),
    knots: Array.from(best.knots),
    profile,
  };
}

function keep(profile: readonly Float64Array[], path: Int32Array, squares: number): void {
  for (const [j, places] of profile.entries()) {
    const at = path[j] as number;
    places[at] = Math.min(places[at] as number, Math.max(0, squares));
  }
}

/**
 * The most that lines which need not join explain of the observations from a place on, by the number of places where one ends and
 * the next begins.
 */
function freeLines(
  { grid: { n, minEnd, minBetween }, hats }: Pick<LineScan, 'grid' | 'hats'>,
  { left, right }: Pick<Moments, 'left' | 'right'>,
  joinpoints: number,
): readonly Float64Array[] {
  const explained = (at: number): number => {
    const a = hats.leftLeft[at] as number;
    const b = hats.leftRight[at] as number;
    const c = hats.rightRight[at] as number;
    const [p, q] = [left[at] as number, right[at] as number];
    const size = a * c - b * b;
    // One observation alone has no slope; of weights too far apart to tell one from none, nothing is known.
    if (c === 0) return (p * p) / a;
    return size > 1e-6 * a * c
      ? (c * p * p - 2 * b * p * q + a * q * q) / size
      : Number.POSITIVE_INFINITY;
  };
  const none = (): Float64Array => new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  const most = [none()];
  for (let from = 0; from <= n - 1 - minEnd; from++)
    (most[0] as Float64Array)[from] = explained(from * n + n - 1);
  const own = new Float64Array(n * n);
  for (let from = 0; from < n; from++)
    for (let to = from + 1; to < n - 1; to++) own[from * n + to] = explained(from * n + to);
  for (let more = 1; more <= joinpoints; more++) {
    const [rest, found] = [most[more - 1] as Float64Array, none()];
    for (let from = 0; from < n; from++) {
      const first = from === 0 ? minEnd : from + minBetween + 1;
      for (let to = first; to <= n - 1 - minEnd; to++) {
        const all = (own[from * n + to] as number) + (rest[to] as number);
        if (all > (found[from] as number)) found[from] = all;
      }
    }
    most.push(found);
  }
  return most;
}

/** Weighted sums of the values times the hats, and of their squares. */
export function moments({ times, weights }: LineScan, values: ArrayLike<number>): Moments {
  const n = times.length;
  const origin = times[0] as number;
  const sum = new Float64Array(n + 1);
  const timed = new Float64Array(n + 1);
  let total = 0;
  for (let i = 0; i < n; i++) {
    const [weight, value] = [weights[i] as number, values[i] as number];
    sum[i + 1] = (sum[i] as number) + weight * value;
    timed[i + 1] = (timed[i] as number) + weight * value * ((times[i] as number) - origin);
    total += weight * value * value;
  }
  const left = new Float64Array(n * n);
  const right = new Float64Array(n * n);
  for (let from = 0; from < n; from++)
    for (let to = from + 1; to < n; to++) {
      const end = to === n - 1 ? n : to;
      const mass = (sum[end] as number) - (sum[from] as number);
      const start = (times[from] as number) - origin;
      const span = (times[to] as number) - (times[from] as number);
      const lever = (timed[end] as number) - (timed[from] as number) - start * mass;
      right[from * n + to] = lever / span;
      left[from * n + to] = mass - lever / span;
    }
  return { left, right, total };
}
