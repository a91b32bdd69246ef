import { wrongUse } from '@samenbeeld/schema';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { firstWhere } from './first-where.ts';
import { kendallVariance } from './kendall-score.ts';

/** The distribution of S without trend, given the group sizes of equal values. */
export interface KendallNull {
  readonly method: 'exact' | 'asymptotic';
  /** Two-sided p: the chance of a score at least as far from zero. */
  p(s: number): number;
  /** The smallest score above zero whose p is at most alpha, or null where there is none. */
  critical(alpha: number): number | null;
}

/** Above this many values the exact distribution is refused: it differs from the normal one by less than any use of it. */
export const exactLimit = 100;

/** Multiplies by 1 + q + … + q^(size−1). */
function spread(counts: readonly bigint[], size: number): bigint[] {
  const result: bigint[] = [];
  let window = 0n;
  for (let k = 0; k < counts.length + size - 1; k++) {
    window += (counts[k] ?? 0n) - (counts[k - size] ?? 0n);
    result.push(window);
  }
  return result;
}

/** Undoes `spread`. */
function gather(counts: readonly bigint[], size: number): bigint[] {
  const result: bigint[] = [];
  for (let k = 0; k < counts.length - size + 1; k++)
    result.push((counts[k] ?? 0n) - (counts[k - 1] ?? 0n) + (result[k - size] ?? 0n));
  return result;
}

/**
 * How many distinct orderings of n values have 0, 1, 2, … inversions. Without ties Kendall's recursion; with
 * ties the Gaussian multinomial coefficient [n]! / Π [t]!, whose terms count the inversions of a multiset
 * (MacMahon), so no enumeration is needed.
 */
export function inversionCounts(n: number, ties: readonly number[]): readonly bigint[] {
  let counts: bigint[] = [1n];
  for (let size = 2; size <= n; size++) counts = spread(counts, size);
  for (const tie of ties) for (let size = 2; size <= tie; size++) counts = gather(counts, size);
  return counts;
}

/** The exact distribution, from how many orderings have 0, 1, 2, … inversions. */
export function exactNull(counts: readonly bigint[]): KendallNull {
  const pairs = counts.length - 1;
  const cumulated: bigint[] = [];
  let sum = 0n;
  for (const count of counts) {
    sum += count;
    cumulated.push(sum);
  }
  const total = Number(sum);
  const p = (s: number): number => {
    if (s === 0) return 1;
    const below = Math.floor((pairs - Math.abs(s)) / 2);
    return below < 0 ? 0 : Math.min(1, (2 * Number(cumulated[below])) / total);
  };
  const critical = (alpha: number): number | null => {
    let found: number | null = null;
    for (let s = pairs; s > 0 && p(s) <= alpha; s -= 2) found = s;
    return found;
  };
  return { method: 'exact', p, critical };
}

/** The normal distribution, from the variance of S and its largest value; with a continuity correction of 1 unless told otherwise. */
export function asymptoticNull(variance: number, pairs: number, continuity = 1): KendallNull {
  const deviation = Math.sqrt(variance);
  const p = (s: number): number =>
    s === 0 ? 1 : Math.min(1, 2 * normalCdf(-(Math.abs(s) - continuity) / deviation, 0, 1));
  const critical = (alpha: number): number | null => {
    const score = (step: number): number => (pairs % 2 === 0 ? 2 * step : 2 * step - 1);
    if (pairs === 0 || p(pairs) > alpha) return null;
    return score(firstWhere((step) => p(score(step)) <= alpha, 0, Math.ceil(pairs / 2)));
  };
  return { method: 'asymptotic', p, critical };
}

/** The exact distribution, or the normal one with continuity and tie correction. */
export function kendallNull(
  n: number,
  ties: readonly number[],
  method: 'exact' | 'asymptotic',
): KendallNull {
  if (method === 'asymptotic') {
    const tied = ties.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
    return asymptoticNull(kendallVariance(n, ties), (n * (n - 1)) / 2 - tied);
  }
  if (n > exactLimit)
    throw wrongUse(
      "`method: 'exact'` neemt tot {exactLimit} waarden, niet {n}; gebruik 'asymptotic', dat daar nauwkeurig is",
      "`method: 'exact'` prend jusqu’à {exactLimit} valeurs, et non {n} ; utilisez 'asymptotic', précis dans ce cas",
      "`method: 'exact'` nimmt bis zu {exactLimit} Werte, nicht {n}; 'asymptotic' verwenden, das dort genau ist",
      "`method: 'exact'` takes up to {exactLimit} values, got {n}; use 'asymptotic', which is accurate there",
      { exactLimit: String(exactLimit), n: String(n) },
    );
  return exactNull(inversionCounts(n, ties));
}
