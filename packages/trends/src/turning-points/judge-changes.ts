import { midRanks } from '../mid-ranks.ts';
import { randomOf } from '../sampling/random.ts';
import { confirmChanges } from './confirm-changes.ts';
import type { CostModel } from './cost-model.ts';
import { jumpSizes, type SizedJump } from './jump-size.ts';

/** The evidence for one change of level, whatever its place. */
interface SingleChange {
  /** Largest standardised difference between the values before and after a place. */
  readonly statistic: number;
  /** Share of all orders of the values whose statistic is at least as large; null where there are too many orders. */
  readonly p: number | null;
  /** Pettitt's K, with its exact p where the orders can be counted, else 2 exp(−6K²/(n³+n²)). */
  readonly pettitt: number;
  readonly pettittP: number;
}

/** Up to here every order is counted. */
const countedUpTo = 15;

/** Values that differ by less than rounding are at least as large. */
const rounding = 1 - 1e-9;

/**
 * Tests whether the level changes once: the maximum over all places of `|Σ(y − ȳ)| √(n/(t(n−t)))`, and Pettitt's
 * (1979) of the ranks, both against all orders of the values. No order is drawn: the sum of the first t values depends
 * only on which values they are, so the orders are counted over the 2ⁿ sets of values.
 */
function singleChange(values: readonly number[], minLength: number): SingleChange {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const about = values.map((value) => value - mean);
  const ranks = Array.from(midRanks(values).ranks, (rank) => rank - (n + 1) / 2);
  const standard = (t: number): number =>
    t < minLength || t > n - minLength ? 0 : Math.sqrt(n / (t * (n - t)));
  const doubled = (): number => 2;
  const statistic = largest(about, standard);
  const pettitt = largest(ranks, doubled);
  const counted = n <= countedUpTo;
  return {
    statistic,
    p: counted ? shareAtLeast(about, standard, statistic) : null,
    pettitt: Math.round(pettitt),
    pettittP: counted
      ? shareAtLeast(ranks, doubled, pettitt)
      : Math.min(1, 2 * Math.exp((-6 * pettitt * pettitt) / (n ** 3 + n ** 2))),
  };
}

type Weight = (t: number) => number;

function largest(about: readonly number[], weight: Weight): number {
  let sum = 0;
  let found = 0;
  for (let t = 1; t < about.length; t++) {
    sum += about[t - 1] as number;
    found = Math.max(found, Math.abs(sum) * weight(t));
  }
  return found;
}

/** The share of all orders in which some weighted partial sum reaches the bound. */
function shareAtLeast(about: readonly number[], weight: Weight, bound: number): number {
  if (bound === 0) return 1;
  const n = about.length;
  const weights = Array.from({ length: n }, (_, t) => weight(t));
  const size = 1 << n;
  const sums = new Float64Array(size);
  const members = new Uint8Array(size);
  const orders = new Float64Array(size);
  orders[0] = 1;
  for (let set = 1; set < size; set++) {
    const last = 31 - Math.clz32(set);
    const rest = set ^ (1 << last);
    sums[set] = (sums[rest] as number) + (about[last] as number);
    members[set] = (members[rest] as number) + 1;
    const t = members[set] as number;
    if (t < n && Math.abs(sums[set] as number) * (weights[t] as number) >= bound * rounding)
      continue;
    let count = 0;
    for (let left = set; left > 0; left &= left - 1)
      count += orders[set ^ (left & -left)] as number;
    orders[set] = count;
  }
  let all = 1;
  for (let i = 2; i <= n; i++) all *= i;
  return 1 - (orders[size - 1] as number) / all;
}

/** Sums over stretches, in all orders drawn together: some hundredths of a second. */
const work = 1e7;

/**
 * The chance that values in an order drawn at random have a stretch which differs as much from the rest as the one that differs most
 * here: `max |Σ(y − ȳ)| √(n/(l(n − l)))` over all stretches of `minLength` values and more, to the end or not, so that a change and
 * a change back both count. By seeded draws, 99 at least; the segmentation alone has no such chance.
 */
function movementP(values: readonly number[], minLength: number): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const about = Float64Array.from(values, (value) => value - mean);
  const weights = Float64Array.from({ length: n + 1 }, (_, l) =>
    l < minLength || l > n - minLength ? 0 : Math.sqrt(n / (l * (n - l))),
  );
  const found = furthest(about, weights) * (1 - 1e-9);
  const draws = Math.max(99, Math.min(1999, Math.floor((2 * work) / (n * n))));
  const random = randomOf(1);
  let reached = 0;
  for (let draw = 0; draw < draws; draw++) {
    random.shuffle(about);
    if (furthest(about, weights) >= found) reached += 1;
  }
  return (reached + 1) / (draws + 1);
}

function furthest(about: Float64Array, weights: Float64Array): number {
  const n = about.length;
  const sums = new Float64Array(n + 1);
  for (let t = 0; t < n; t++) sums[t + 1] = (sums[t] as number) + (about[t] as number);
  let most = 0;
  for (let from = 0; from < n; from++)
    for (let to = from + 1; to <= n; to++) {
      const apart = Math.abs((sums[to] as number) - (sums[from] as number));
      const own = apart * (weights[to - from] as number);
      if (own > most) most = own;
    }
  return most;
}

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
