import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { clopperPearson } from '../clopper-pearson.ts';
import { midRanks } from '../mid-ranks.ts';
import { randomOf } from '../sampling/random.ts';
import type { CostModel } from './cost-model.ts';

/** A jump between two neighbouring values, against a level that drifts. */
interface SuddenJump {
  /** Beyond the drift, on the scale of the values. */
  readonly jump: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, for this place alone. */
  readonly p: number;
}

/** Shares of the variance of a change that are movement of the level; the rest is scatter about it. */
const shares = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.25, 0.5, 0.75, 1];

/** Drift, jump and share are estimated. */
const estimated = 3;

/**
 * Whether the level jumps after the first `place` values, or merely goes on moving: the jump in a local level model
 * with drift, `Δy = b + jump + η + Δε`, by likelihood ratio, the share of η profiled over a grid in both models
 * (Harvey and Koopman 1992; de Jong and Penzer 1998), read as Student's t. A trend, a random walk and values that
 * depend on the one before are all such a level without a jump. null where too few values stand around the place.
 */
function suddenJump(
  values: ArrayLike<number>,
  start: number,
  place: number,
  end: number,
  level: number,
): SuddenJump | null {
  const changes = end - start - 1;
  const freedom = changes - estimated;
  if (freedom < 1) return null;
  let without = Number.POSITIVE_INFINITY;
  let within = Number.POSITIVE_INFINITY;
  let best = { jump: 0, error: 0 };
  for (const share of shares) {
    const fit = fitJump(values, start, place, end, share);
    // A straight line to the last digit leaves nothing to compare a jump with.
    if (fit.without <= 1e-18 * fit.total) return null;
    without = Math.min(without, changes * Math.log(fit.without) + fit.logDeterminant);
    const likelihood =
      changes * Math.log(Math.max(fit.within, 1e-18 * fit.total)) + fit.logDeterminant;
    if (likelihood >= within) continue;
    within = likelihood;
    best = { jump: fit.jump, error: Math.sqrt(fit.within / freedom / fit.information) };
  }
  const ratio = Math.expm1(Math.max(0, without - within) / changes);
  const half = tQuantile((1 + level) / 2, freedom) * best.error;
  return {
    jump: best.jump,
    low: best.jump - half,
    high: best.jump + half,
    p: 2 * tCdf(-Math.sqrt(freedom * ratio), freedom),
  };
}

interface JumpFit {
  readonly total: number;
  /** Weighted squares that drift alone, and drift and jump, leave. */
  readonly without: number;
  readonly within: number;
  readonly logDeterminant: number;
  readonly jump: number;
  readonly information: number;
}

/** Generalised least squares of the differences on a constant and the jump; their covariance has three diagonals. */
function fitJump(
  values: ArrayLike<number>,
  start: number,
  place: number,
  end: number,
  share: number,
): JumpFit {
  const beside = (share - 1) / 2;
  let [logDeterminant, pivot] = [0, 1];
  let [d, one, at] = [0, 0, 0];
  let [dd, dOne, oneOne, dAt, oneAt, atAt] = [0, 0, 0, 0, 0, 0];
  for (let i = start + 1; i < end; i++) {
    const below = i === start + 1 ? 0 : beside / pivot;
    pivot = Math.sqrt(1 - below * below);
    logDeterminant += 2 * Math.log(pivot);
    d = ((values[i] as number) - (values[i - 1] as number) - below * d) / pivot;
    one = (1 - below * one) / pivot;
    at = ((i === place ? 1 : 0) - below * at) / pivot;
    dd += d * d;
    dOne += d * one;
    oneOne += one * one;
    dAt += d * at;
    oneAt += one * at;
    atAt += at * at;
  }
  const information = atAt - (oneAt * oneAt) / oneOne;
  const moment = dAt - (oneAt * dOne) / oneOne;
  const without = Math.max(0, dd - (dOne * dOne) / oneOne);
  return {
    total: dd,
    without,
    within: Math.max(0, without - (moment * moment) / information),
    logDeterminant,
    jump: moment / information,
    information,
  };
}

/** A change that a level which merely moves does not explain. */
interface ConfirmedChange extends SuddenJump {
  /** How many values lie before it. */
  readonly place: number;
  /** p times the number of places where a change could have been. */
  readonly adjusted: number;
}

/**
 * Keeps the changes that stand out from gradual movement. Each is tested between its neighbours; those that fail, and
 * fail more clearly than the neighbours, are dropped, and what stood between two of them is tested as one, until all
 * that is left stands.
 */
function confirmChanges(
  values: ArrayLike<number>,
  changes: readonly number[],
  level: number,
): readonly ConfirmedChange[] {
  const n = values.length;
  const known = new Map<string, ConfirmedChange | null>();
  const test = (start: number, place: number, end: number): ConfirmedChange | null => {
    const key = `${start} ${place} ${end}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const jump = suddenJump(values, start, place, end, level);
    const found = jump && { ...jump, place, adjusted: Math.min(1, jump.p * (n - 1)) };
    known.set(key, found);
    return found;
  };
  let kept = changes;
  for (;;) {
    const ends = [0, ...kept, n];
    const tests = kept.map((place, i) => test(ends[i] as number, place, ends[i + 2] as number));
    const doubts = tests.map((one) => (one ? one.p : 1));
    const left = kept.filter((_, i) => {
      const one = tests[i] ?? null;
      if (one && one.adjusted <= 1 - level) return true;
      const own = doubts[i] as number;
      return own < (doubts[i - 1] ?? -1) || own <= (doubts[i + 1] ?? -1);
    });
    if (left.length === kept.length) return tests.filter((one) => one !== null);
    kept = left;
  }
}

/** How far the level jumps, in the terms of the reader. */
export interface SizedJump {
  readonly place: number;
  /** A factor (`log_mean`, `poisson`) or a difference, null where the factor has no upper end. */
  readonly jump: number | null;
  readonly low: number;
  readonly high: number;
  /** Adjusted for the number of places. */
  readonly p: number;
}

/**
 * The jumps as factors or differences. Of counts it is the ratio of the rates on both sides, its interval by
 * conditioning on their sum, in units of the dispersion; a jump that this ratio does not bear out is left out.
 */
function jumpSizes(
  model: CostModel,
  confirmed: readonly ConfirmedChange[],
  level: number,
): readonly SizedJump[] {
  const { events } = model;
  const ends = [0, ...confirmed.map(({ place }) => place), model.even.length];
  return confirmed.flatMap(({ place, jump, low, high, adjusted: p }, i) => {
    if (model.kind === 'log_mean')
      return [{ place, jump: Math.exp(jump), low: Math.exp(low), high: Math.exp(high), p }];
    if (!events) return [{ place, jump, low, high, p }];
    const before = events(ends[i] as number, place);
    const after = events(place, ends[i + 2] as number);
    const share = clopperPearson(after.count, before.count + after.count, level);
    const ratio = (odds: number): number => (odds * before.base) / after.base;
    const interval = {
      low: ratio(share.low / (1 - share.low)),
      high: share.high === 1 ? Number.POSITIVE_INFINITY : ratio(share.high / (1 - share.high)),
    };
    const borne = jump > 0 ? interval.low > 1 : interval.high < 1;
    const factor = before.count > 0 ? ratio(after.count / before.count) : null;
    return borne ? [{ place, jump: factor, ...interval, p }] : [];
  });
}

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
