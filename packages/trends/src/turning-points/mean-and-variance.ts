import { type Segmentation, traceBack } from './segmentation.ts';
import type { Sums } from './sums.ts';

/**
 * The segmentation of least `Σ L (ln σ̂² + 1)` plus penalty, exact, where mean and variance both change.
 *
 * PELT (Killick, Fearnhead and Eckley 2012) leaves out the places of the last change that no later values can make
 * good. Without changes that alone is slow, so a place is also left out where its cost exceeds the best one for every
 * mean and variance at which it is not beaten by another place; a Lagrangian dual bounds that cost from below
 * (Truong and Runge 2024).
 */
export function meanAndVariance(
  sums: Sums,
  least: number,
  penalty: number,
  minLength: number,
): Segmentation {
  const n = sums.first.length - 1;
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(n + 1);
  best[0] = -penalty;
  const starts = new Int32Array(n + 1);
  const needless = new Int32Array(n + 1);
  const values = new Float64Array(n + 1);
  let size = 0;
  for (let t = minLength; t <= n; t++) {
    if (best[t - minLength] !== Number.POSITIVE_INFINITY) {
      starts[size] = t - minLength;
      needless[size] = n + 1;
      size += 1;
    }
    for (let i = 0; i < size; i++) {
      const start = starts[i] as number;
      const value = (best[start] as number) + normalCost(sums, least, start, t);
      values[i] = value;
      if (value + penalty < (best[t] as number)) {
        best[t] = value + penalty;
        before[t] = start;
      }
    }
    let kept = 0;
    for (let i = 0; i < size; i++) {
      const start = starts[i] as number;
      let last = needless[i] as number;
      const reach = best[t] as number;
      // A change at t beats such a place, but only once a segment that starts at t can end.
      if (
        last > t + minLength &&
        ((values[i] as number) >= reach ||
          (kept > 0 && beaten(sums, best, start, starts[(i * 7919 + t) % kept] as number, t)) ||
          (i + 1 < size && beaten(sums, best, start, starts[i + 1] as number, t)))
      )
        last = t + minLength;
      if (last <= t + 1) continue;
      starts[kept] = start;
      needless[kept] = last;
      kept += 1;
    }
    size = kept;
  }
  return { changes: traceBack(before), cost: best[n] as number };
}

/** `L (ln σ² + s²/σ²)` at the variance of most likelihood that is not below `least`. */
export function normalCost(sums: Sums, least: number, start: number, end: number): number {
  const length = end - start;
  const mean = ((sums.first[end] as number) - (sums.first[start] as number)) / length;
  const square = ((sums.second[end] as number) - (sums.second[start] as number)) / length;
  const variance = square - mean * mean;
  const used = Math.max(variance, least);
  return length * (Math.log(used) + Math.max(0, variance) / used);
}

/**
 * Whether the last change at `start` costs more than the best of all at `t` for every mean and variance at which it
 * costs less than the last change at `other`: by bisection for a multiplier at which the dual proves it.
 */
function beaten(sums: Sums, best: Float64Array, start: number, other: number, t: number): boolean {
  const { first, second } = sums;
  const reach = best[t] as number;
  const [from, to] = start < other ? [start, other] : [other, start];
  const sign = other < start ? -1 : 1;
  const gap = sign * (to - from);
  const gapFirst = sign * ((first[to] as number) - (first[from] as number));
  const gapSecond = sign * ((second[to] as number) - (second[from] as number));
  const length = t - start;
  const ownFirst = (first[t] as number) - (first[start] as number);
  const ownSecond = (second[t] as number) - (second[start] as number);
  const head = best[start] as number;
  const lead = head - (best[other] as number);
  let low = 0;
  let high = (sign < 0 ? 1 - 1e-6 : 4) * (length / Math.abs(gap));
  for (let step = 0; step < 7; step++) {
    const weight = (low + high) / 2;
    const total = length + weight * gap;
    const mean = (ownFirst + weight * gapFirst) / total;
    const square = (ownSecond + weight * gapSecond) / total;
    const variance = square - mean * mean;
    if (!(variance > 1e-12 * square) || total <= 0) {
      high = weight;
      continue;
    }
    const unit = Math.log(variance) + 1;
    const bound = head + weight * lead + total * unit;
    if (bound >= reach) return true;
    const turn = (gapSecond - square * gap) / total - (2 * mean * (gapFirst - mean * gap)) / total;
    const slope = lead + gap * unit + (total * turn) / variance;
    // The bound is concave in the multiplier, so its tangent says where it cannot reach.
    if (bound + Math.abs(slope) * (slope > 0 ? high - weight : weight - low) < reach) return false;
    if (slope > 0) low = weight;
    else high = weight;
  }
  return false;
}
