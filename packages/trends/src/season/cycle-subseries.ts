import { localFit, loess, type Smoother } from './loess.ts';

/**
 * Smooths the values of each position of the cycle (all Januaries, all Februaries) by themselves, and carries each one cycle
 * beyond both ends; a cycle longer at either end than the series.
 */
export function smoothCycles(
  values: Float64Array,
  period: number,
  smoother: Smoother,
  weights: Float64Array | null,
): Float64Array {
  const n = values.length;
  const cycles = new Float64Array(n + 2 * period);
  for (let position = 0; position < period; position++) {
    const own = every(values, position, period);
    const ownWeights = weights && every(weights, position, period);
    const k = own.length;
    const smooth = loess(own, smoother, ownWeights);
    const right = Math.min(smoother.window, k) - 1;
    const left = Math.max(0, k - smoother.window);
    const before = localFit(own, -1, 0, right, smoother, ownWeights);
    const after = localFit(own, k, left, k - 1, smoother, ownWeights);
    cycles[position] = Number.isNaN(before) ? (smooth[0] as number) : before;
    for (let j = 0; j < k; j++) cycles[position + (j + 1) * period] = smooth[j] as number;
    cycles[position + (k + 1) * period] = Number.isNaN(after) ? (smooth[k - 1] as number) : after;
  }
  return cycles;
}

function every(values: Float64Array, from: number, step: number): Float64Array {
  const own = new Float64Array(Math.ceil((values.length - from) / step));
  for (let j = 0; j < own.length; j++) own[j] = values[from + j * step] as number;
  return own;
}
