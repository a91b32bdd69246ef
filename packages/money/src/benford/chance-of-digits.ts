import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** How likely a deviation is by chance alone. */
export interface DigitChance {
  /** Chance of a likelihood ratio at least as large as the one observed, in a sample of this size that follows the law. */
  readonly p: number;
  readonly method: 'exact' | 'simulated';
  /** For each limit, the share of samples of this size that follow the law and yet have a larger mean absolute deviation. */
  readonly beyond: readonly number[];
  /** Samples that were drawn; 0 where all were enumerated. */
  readonly draws: number;
}

/** Tables of counts up to which each is looked at. */
const enumerateUpTo = 400_000;

/** Number of ways to write n as a sum of k counts. */
function tablesOf(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i < k && ways <= enumerateUpTo; i++) ways = (ways * (n + i)) / i;
  return ways;
}

/** G = 2 Σ k ln(k / (n p)): a sum over classes, so that it can be added up class by class. */
function partOfG(count: number, expected: number): number {
  return count === 0 ? 0 : 2 * count * Math.log(count / expected);
}

/** The likelihood ratio of counts against the law. */
export function likelihoodRatio(counts: readonly number[], expected: readonly number[]): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count, at) => sum + partOfG(count, n * (expected[at] as number)), 0);
}

/** Mean absolute deviation of shares. */
export function meanDeviation(counts: readonly number[], expected: readonly number[]): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return (
    counts.reduce((sum, count, at) => sum + Math.abs(count / n - (expected[at] as number)), 0) /
    counts.length
  );
}

/**
 * How likely counts so far from the law are by chance: exactly, over all tables of counts, where there are few (an exact
 * multinomial test), else by samples drawn with a seed.
 */
export function chanceOfDigits(
  counts: readonly number[],
  expected: readonly number[],
  limits: readonly number[],
  { seed, draws }: { readonly seed: number; readonly draws: number },
): DigitChance {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const observed = likelihoodRatio(counts, expected) - 1e-9;
  return tablesOf(n, counts.length) <= enumerateUpTo
    ? enumerated(n, expected, observed, limits)
    : simulated(n, expected, observed, limits, seed, draws);
}

function enumerated(
  n: number,
  expected: readonly number[],
  observed: number,
  limits: readonly number[],
): DigitChance {
  const logFactorials = [0];
  for (let i = 1; i <= n; i++) logFactorials.push((logFactorials[i - 1] as number) + Math.log(i));
  const beyond = limits.map(() => 0);
  let p = 0;
  function place(at: number, left: number, logChance: number, g: number, deviation: number): void {
    const share = expected[at] as number;
    const isLast = at === expected.length - 1;
    for (let count = isLast ? left : 0; count <= left; count++) {
      const chance = logChance + count * Math.log(share) - (logFactorials[count] as number);
      const sum = g + partOfG(count, n * share);
      const away = deviation + Math.abs(count / n - share);
      if (!isLast) place(at + 1, left - count, chance, sum, away);
      else {
        const mass = Math.exp(chance);
        if (sum >= observed) p += mass;
        for (const [i, limit] of limits.entries())
          if (away / expected.length > limit) beyond[i] = (beyond[i] as number) + mass;
      }
    }
  }
  place(0, n, logFactorials[n] as number, 0, 0);
  return {
    p: Math.min(1, p),
    method: 'exact',
    beyond: beyond.map((b) => Math.min(1, b)),
    draws: 0,
  };
}

function simulated(
  n: number,
  expected: readonly number[],
  observed: number,
  limits: readonly number[],
  seed: number,
  draws: number,
): DigitChance {
  const generator = xoroshiro128plus(seed | 0);
  const beyond = limits.map(() => 0);
  let reached = 0;
  for (let draw = 0; draw < draws; draw++) {
    const counts = drawCounts(n, expected, () => uniformFloat64(generator));
    if (likelihoodRatio(counts, expected) >= observed) reached += 1;
    const deviation = meanDeviation(counts, expected);
    for (const [i, limit] of limits.entries())
      if (deviation > limit) beyond[i] = (beyond[i] as number) + 1;
  }
  return {
    // The observed table counts as one of the samples, so that p is never 0 (Davison and Hinkley 1997).
    p: (reached + 1) / (draws + 1),
    method: 'simulated',
    beyond: beyond.map((b) => b / draws),
    draws,
  };
}

/** A multinomial sample, class by class: binomial by inversion where few are left, by the normal law where many are. */
function drawCounts(
  n: number,
  expected: readonly number[],
  uniform: () => number,
): readonly number[] {
  let left = n;
  let rest = 1;
  return expected.map((share, at) => {
    if (at === expected.length - 1) return left;
    const count = drawBinomial(left, Math.min(1, share / rest), uniform);
    left -= count;
    rest -= share;
    return count;
  });
}

function drawBinomial(n: number, p: number, uniform: () => number): number {
  if (n === 0 || p === 0) return 0;
  if (p > 0.5) return n - drawBinomial(n, 1 - p, uniform);
  if (n * p > 200) {
    const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    return Math.min(n, Math.max(0, Math.round(n * p + normal * Math.sqrt(n * p * (1 - p)))));
  }
  const ratio = p / (1 - p);
  let mass = (1 - p) ** n;
  let target = uniform();
  let count = 0;
  while (target > mass && count < n) {
    target -= mass;
    mass *= (ratio * (n - count)) / (count + 1);
    count += 1;
  }
  return count;
}
