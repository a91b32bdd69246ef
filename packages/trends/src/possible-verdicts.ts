import type { Interval } from '@samenbeeld/schema';
import { arrangements, scoreBounds } from './arrangements.ts';
import { exactUpTo } from './judge-trend.ts';
import { kendallNull } from './kendall-null.ts';
import { kendallTest } from './kendall-test.ts';
import { type TrendVerdict, verdictOfTest } from './verdict.ts';

/** Every verdict that figures within their ranges could lead to, and the p values seen. */
export interface PossibleVerdicts {
  readonly verdicts: readonly TrendVerdict[];
  readonly pLow: number;
  readonly pHigh: number;
  /** Whether every order was tried; otherwise the verdicts are bounds and may name one too many. */
  readonly complete: boolean;
}

const limit = 4000;
const scale: readonly TrendVerdict[] = ['falling', 'not_shown', 'rising'];

/** Tries every order the ranges allow; where these are too many, bounds the score pair by pair. */
export function possibleVerdicts(ranges: readonly Interval[], level: number): PossibleVerdicts {
  const rows = arrangements(ranges, limit);
  if (!rows) return bounded(ranges, level);
  const method = ranges.length <= exactUpTo ? 'exact' : 'asymptotic';
  const seen = new Map<string, { readonly verdict: TrendVerdict; readonly p: number }>();
  for (const values of rows) {
    const order = ranksOf(values).join();
    if (seen.has(order)) continue;
    const { verdict, p } = kendallTest(values, method, 1 - level);
    seen.set(order, { verdict, p });
  }
  const results = [...seen.values()];
  const p = results.map((result) => result.p);
  return {
    verdicts: [...new Set(results.map((result) => result.verdict))].sort(),
    pLow: Math.min(...p),
    pHigh: Math.max(...p),
    complete: true,
  };
}

function ranksOf(values: readonly number[]): readonly number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const ranks = new Map(sorted.map((value, rank) => [value, rank]));
  return values.map((value) => ranks.get(value) as number);
}

function bounded(ranges: readonly Interval[], level: number): PossibleVerdicts {
  const n = ranges.length;
  const { low, high } = scoreBounds(ranges);
  const distribution = kendallNull(n, [], n <= exactUpTo ? 'exact' : 'asymptotic');
  const smallest = distribution.p((n * (n - 1)) / 2);
  const ends = [low, high].map((s) =>
    n < 4 ? 'no_conclusion' : verdictOfTest(distribution.p(s), Math.sign(s), 1 - level, smallest),
  ) as [TrendVerdict, TrendVerdict];
  const between = scale.slice(scale.indexOf(ends[0]), scale.indexOf(ends[1]) + 1);
  const p = [distribution.p(low), distribution.p(high)];
  return {
    verdicts: ends[0] === 'no_conclusion' ? ['no_conclusion'] : between,
    pLow: Math.min(...p),
    pHigh: low <= 0 && high >= 0 ? 1 : Math.max(...p),
    complete: false,
  };
}
