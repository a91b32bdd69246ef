/** The evidence for one change of level, whatever its place. */
export interface SingleChange {
  /** Largest standardised difference between the values before and after a place. */
  readonly statistic: number;
  /** Share of all orders of the values whose statistic is at least as large; null where there are too many orders. */
  readonly p: number | null;
  /** Pettitt's K, with its exact p where the orders can be counted, else 2 exp(−6K²/(n³+n²)). */
  readonly pettitt: number;
  readonly pettittP: number;
}

/** Up to here every order is counted. */
export const countedUpTo = 15;

/** Values that differ by less than rounding are at least as large. */
const rounding = 1 - 1e-9;

/**
 * Tests whether the level changes once: the maximum over all places of `|Σ(y − ȳ)| √(n/(t(n−t)))`, and Pettitt's
 * (1979) of the ranks, both against all orders of the values. No order is drawn: the sum of the first t values depends
 * only on which values they are, so the orders are counted over the 2ⁿ sets of values.
 */
export function singleChange(values: readonly number[], minLength: number): SingleChange {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const about = values.map((value) => value - mean);
  const ranks = midRanks(values).map((rank) => rank - (n + 1) / 2);
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

/** Ranks from 1, equal values sharing the mean of theirs. */
function midRanks(values: readonly number[]): readonly number[] {
  const order = values
    .map((_, i) => i)
    .sort((i, j) => (values[i] as number) - (values[j] as number));
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++;
    for (let k = from; k < to; k++) ranks[order[k] as number] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}
