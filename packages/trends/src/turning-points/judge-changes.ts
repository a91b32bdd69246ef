import { confirmChanges } from './confirm-changes.ts';
import type { CostModel } from './cost-model.ts';
import { jumpSizes, type SizedJump } from './jump-size.ts';
import { movementP } from './movement-test.ts';
import { countedUpTo, type SingleChange, singleChange } from './single-change.ts';

/** What may be said about breaks in a level. "not_shown" is not "none". */
export type BreakVerdict = 'break' | 'moved' | 'not_shown' | 'no_conclusion';

/** Why nothing can be concluded about breaks. */
export type NoBreakConclusion = 'too_few' | 'constant';

/** The evidence for changes, and what it amounts to. */
export interface ChangeJudgement {
  readonly verdict: BreakVerdict;
  readonly because: NoBreakConclusion | null;
  /** Of the optimal segmentation. */
  readonly changes: readonly number[];
  /** Those that stand out from gradual movement. */
  readonly jumps: readonly SizedJump[];
  /** The best single split: how many values lie before it, and how much cost it saves. */
  readonly split: number;
  readonly gain: number;
  readonly single: SingleChange;
  /** Chance of values that differ as much in an order drawn at random; null where the orders are counted, or nothing changes. */
  readonly movedP: number | null;
}

/** Fewer values and no jump can be told from drift; up to `orders` no order could be significant at 5 %. */
const fewest = 7;

/** Judges the changes of level, or of scatter, of values that are not all equal. */
export function judgeChanges(
  model: CostModel,
  penalty: number,
  minLength: number,
  level: number,
): ChangeJudgement {
  const n = model.even.length;
  const { changes } = model.segment(penalty, minLength);
  const { split, gain } = bestSplit(model, n, minLength);
  const scatter = model.kind === 'variance' || model.kind === 'mean_variance';
  const ofLevel = singleChange(model.even, minLength);
  // The test is one of the level: it says nothing of the scatter.
  const single = scatter ? { ...ofLevel, p: null } : ofLevel;
  const counted = !scatter && n <= countedUpTo && single.p !== null;
  const movedP = counted || changes.length === 0 ? null : movementOf(model, minLength);
  const moved = counted
    ? (single.p as number) <= 1 - level
    : movedP !== null && movedP <= 1 - level;
  const candidates = changes.length === 0 && moved && split > 0 ? [split] : changes;
  const confirmed = scatter || n < fewest ? [] : confirmChanges(model.even, candidates, level);
  const jumps = jumpSizes(model, confirmed, level);
  const base = {
    changes: changes.length > 0 ? changes : confirmed.map(({ place }) => place),
    jumps,
    split,
    gain,
    single,
    movedP,
  };
  if (jumps.length > 0) return { ...base, verdict: 'break', because: null };
  if (n < fewest || (counted && smallestShare(n) > 1 - level))
    return { ...base, verdict: 'no_conclusion', because: 'too_few' };
  return { ...base, verdict: moved ? 'moved' : 'not_shown', because: null };
}

/** Above this many values stretches are too many to compare, and a penalty that grows with their number is enough. */
const longest = 1000;

/** Of the level, of the scatter, or of the one of both that speaks louder. */
function movementOf({ kind, even }: CostModel, minLength: number): number {
  if (even.length > longest) return 0;
  const mean = even.reduce((sum, value) => sum + value, 0) / even.length;
  const level = (): number => movementP(even, minLength);
  const scatter = (): number =>
    movementP(
      even.map((value) => Math.abs(value - mean)),
      minLength,
    );
  if (kind === 'variance') return scatter();
  return kind === 'mean_variance' ? Math.min(1, 2 * Math.min(level(), scatter())) : level();
}

/** The share of all orders that part the values into a lower and a higher half. */
function smallestShare(n: number): number {
  let orders = 1;
  for (let i = 1; i <= Math.floor(n / 2); i++) orders *= (n - i + 1) / i;
  return 2 / orders;
}

function bestSplit(
  model: CostModel,
  n: number,
  minLength: number,
): { readonly split: number; readonly gain: number } {
  let [split, least] = [0, Number.POSITIVE_INFINITY];
  for (let t = minLength; t <= n - minLength; t++) {
    const cost = model.cost(0, t) + model.cost(t, n);
    if (cost < least) [split, least] = [t, cost];
  }
  return { split, gain: split === 0 ? 0 : Math.max(0, model.cost(0, n) - least) };
}

/** Of values that are all equal. */
export function nothingChanges(n: number): ChangeJudgement {
  const single = { statistic: 0, p: null, pettitt: 0, pettittP: 1 };
  const because = n < 2 ? 'too_few' : 'constant';
  return {
    verdict: 'no_conclusion',
    because,
    changes: [],
    jumps: [],
    split: 0,
    gain: 0,
    single,
    movedP: null,
  };
}
