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
  const at = (penalty: number): { changes: readonly number[]; cost: number } => {
    const { changes } = model.segment(penalty, minLength);
    const ends = [0, ...changes, n];
    const cost = ends.slice(1).reduce((sum, end, i) => sum + model.cost(ends[i] as number, end), 0);
    return { changes, cost };
  };
  const first = at(least);
  const none = { changes: [], cost: model.cost(0, n) };
  const found = new Map([first, none].map((step) => [step.changes.length, step]));
  const open: [number, number][] = [[first.changes.length, 0]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [more, fewer] = span;
    if (more <= fewer + 1) continue;
    const [dear, cheap] = [found.get(fewer), found.get(more)] as [typeof none, typeof none];
    const middle = at((dear.cost - cheap.cost) / (more - fewer));
    const m = middle.changes.length;
    if (found.has(m)) continue;
    found.set(m, middle);
    open.push([more, m], [m, fewer]);
  }
  const steps = [...found.values()].sort((a, b) => b.changes.length - a.changes.length);
  const bound = (i: number): number => {
    const [more, fewer] = [steps[i], steps[i + 1]];
    if (!more || !fewer) return Number.POSITIVE_INFINITY;
    return (fewer.cost - more.cost) / (more.changes.length - fewer.changes.length);
  };
  return steps
    .map((step, i) => ({ ...step, from: i === 0 ? least : bound(i - 1), to: bound(i) }))
    .filter(({ from, to }) => to > from);
}
