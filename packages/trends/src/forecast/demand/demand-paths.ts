import { drawCount } from '../../sampling/draw-count.ts';
import { randomOf } from '../../sampling/random.ts';
import { type DemandState, rateOf } from './demand-state.ts';

/** How paths are drawn. */
export interface PathOptions {
  readonly horizon: number;
  /** Whether sizes are counts, drawn from a negative binomial; otherwise they are drawn from the sizes seen. */
  readonly counts: boolean;
  readonly paths: number;
  readonly seed: number;
}

/**
 * What a series of zeros may do next: in each period something occurs or not, and if so a size is drawn; what was drawn is
 * smoothed into chance and size like an observation, so that paths spread with the horizon. Sizes of counts are one and a
 * negative-binomial excess with the mean and variance seen; other sizes are those seen, scaled to the smoothed size.
 *
 * @returns for each step the simulated values, sorted
 */
export function demandPaths(
  values: Float64Array,
  state: DemandState,
  { horizon, counts, paths, seed }: PathOptions,
): readonly Float64Array[] {
  const random = randomOf(seed);
  const sizes = values.filter((value) => value > 0);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const theta = excessDispersion(sizes, mean);
  const draw = (size: number): number =>
    counts
      ? 1 + (size > 1 ? drawCount(random, size - 1, theta) : 0)
      : (size * (sizes[random.int(0, sizes.length - 1)] as number)) / mean;
  const steps = Array.from({ length: horizon }, () => new Float64Array(paths));
  for (let path = 0; path < paths; path++) {
    let now = state;
    for (const step of steps) {
      const rate = now.method === 'adida' ? now.rate : rateOf(now);
      const value = random.uniform() < rate / now.size ? draw(now.size) : 0;
      step[path] = value;
      now = after(now, value);
    }
  }
  for (const step of steps) step.sort();
  return steps;
}

/** θ of the sizes less one; infinite where they vary no more than Poisson counts. */
function excessDispersion(sizes: Float64Array, mean: number): number {
  const squares = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0);
  const variance = sizes.length > 1 ? squares / (sizes.length - 1) : 0;
  const excess = mean - 1;
  return variance > excess && excess > 0
    ? excess ** 2 / (variance - excess)
    : Number.POSITIVE_INFINITY;
}

function after(state: DemandState, value: number): DemandState {
  const { method, smoothing, size, interval, waiting } = state;
  if (method === 'adida') return state;
  const occurs = value > 0;
  const nextSize = occurs ? size + smoothing * (value - size) : size;
  const next = { ...state, size: nextSize, waiting: occurs ? 1 : waiting + 1 };
  if (method === 'tsb') {
    const chance = 1 / interval;
    return { ...next, interval: 1 / (chance + smoothing * ((occurs ? 1 : 0) - chance)) };
  }
  return occurs ? { ...next, interval: interval + smoothing * (waiting - interval) } : next;
}
