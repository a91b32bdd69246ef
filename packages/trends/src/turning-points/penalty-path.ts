import type { CostModel } from './cost-model.ts';

/** A segmentation that is the best one for every penalty from `from` to `to`. */
export interface PathStep {
  readonly changes: readonly number[];
  /** Of the segments, without penalty. */
  readonly cost: number;
  readonly from: number;
  /** Infinity for the segmentation without changes. */
  readonly to: number;
}

/**
 * Every segmentation that is optimal for some penalty from `least` up, with the penalties for which it is: CROPS
 * (Haynes, Eckley and Fearnhead 2017). Most changes first.
 */
export function penaltyPath(
  model: CostModel,
  n: number,
  least: number,
  minLength: number,
): readonly PathStep[] {
  const at = (penalty: number): Segmented => {
    const { changes } = model.segment(penalty, minLength);
    const ends = [0, ...changes, n];
    const cost = ends.slice(1).reduce((sum, end, i) => sum + model.cost(ends[i] as number, end), 0);
    return { changes, cost };
  };
  const first = at(least);
  const none: Segmented = { changes: [], cost: model.cost(0, n) };
  const found = new Map([first, none].map((step) => [step.changes.length, step]));
  const open: [number, number][] = [[first.changes.length, 0]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [more, fewer] = span;
    if (more <= fewer + 1) continue;
    const [dear, cheap] = [found.get(fewer), found.get(more)] as [Segmented, Segmented];
    const middle = at((dear.cost - cheap.cost) / (more - fewer));
    const m = middle.changes.length;
    if (found.has(m)) continue;
    found.set(m, middle);
    open.push([more, m], [m, fewer]);
  }
  const corners = hull([...found.values()].sort((a, b) => b.changes.length - a.changes.length));
  const best = corners.findIndex((step, i) => bound(step, corners[i + 1]) > least * (1 + ROUNDING));
  const steps = corners.slice(best);
  const bounds = steps.map((step, i) => bound(step, steps[i + 1]));
  return steps.map((step, i) => ({
    ...step,
    from: i === 0 ? least : (bounds[i - 1] as number),
    to: bounds[i] as number,
  }));
}

interface Segmented {
  readonly changes: readonly number[];
  readonly cost: number;
}

/** The penalty at which the two cost the same; Infinity where there is none with fewer changes. */
const bound = (more: Segmented, fewer?: Segmented): number =>
  fewer
    ? (fewer.cost - more.cost) / (more.changes.length - fewer.changes.length)
    : Number.POSITIVE_INFINITY;

/** A range of penalties narrower than this part of them and of the cost is rounding, not a range. */
const ROUNDING = 1e-12;

/**
 * Those that are the best for a range of penalties: the lower convex hull of cost against number of changes. One that
 * only ties at a single penalty is left out, and its neighbours meet there.
 */
function hull(steps: readonly Segmented[]): readonly Segmented[] {
  const kept: Segmented[] = [];
  for (const step of steps) {
    for (;;) {
      const [before, last] = kept.slice(-2);
      if (!before || !last) break;
      const [from, to] = [bound(before, last), bound(last, step)];
      if (to - from > ROUNDING * (Math.abs(to) + Math.abs(step.cost))) break;
      kept.pop();
    }
    kept.push(step);
  }
  return kept;
}
