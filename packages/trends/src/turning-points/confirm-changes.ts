import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

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
export interface ConfirmedChange extends SuddenJump {
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
export function confirmChanges(
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
