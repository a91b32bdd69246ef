import { type Interval, intervalsOverlap } from '@samenbeeld/schema';
import { exactUpTo, type Judgement, judgeTrend } from './judge-trend.ts';
import { kendallNull } from './kendall-null.ts';
import { kendallTest } from './kendall-test.ts';
import type { KnownPoint } from './trend-series.ts';
import { type TrendVerdict, verdictOfTest } from './verdict.ts';
import type { NoConclusion } from './words/no-trend.ts';

/**
 * Values that stand for every order in which figures known only as ranges can lie, or null where there are more
 * than `limit` of them. One value per range and gap suffices for a rank test; where several ranges share a gap
 * there are as many values in it, and an end is tried where another range touches it (for ties).
 */
function arrangements(
  ranges: readonly Interval[],
  limit: number,
): readonly (readonly number[])[] | null {
  if (ranges.every(({ low, high }) => low === high)) return [ranges.map(({ low }) => low)];
  const finite = ranges.flatMap(({ low, high }) => (high === null ? [low] : [low, high]));
  const top = Math.max(...finite) + 1;
  const closed = ranges.map((range) => ({
    low: range.low,
    high: range.high ?? top,
    closed: range.closed && range.high !== null,
  }));
  const ends = [...new Set([...finite, top])].sort((a, b) => a - b);
  const free = closed.filter(({ low, high }) => low < high);
  const choices = closed.map((range, i) => {
    if (range.low === range.high) return [range.low];
    const values: number[] = [];
    for (const [k, end] of ends.entries()) {
      const holds = end >= range.low && (range.closed ? end <= range.high : end < range.high);
      const touched = closed.some((other, j) => j !== i && end >= other.low && end <= other.high);
      if (holds && touched) values.push(end);
      const next = ends[k + 1];
      if (next === undefined || end < range.low || next > range.high) continue;
      const sharing = free.filter(({ low, high }) => low <= end && next <= high).length;
      for (let place = 1; place <= sharing; place++)
        values.push(end + ((next - end) * place) / (sharing + 1));
    }
    return values;
  });
  if (choices.reduce((product, values) => product * values.length, 1) > limit) return null;
  return choices.reduce<readonly (readonly number[])[]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

/** The lowest and the highest score that the pairs of ranges allow one by one: bounds where there are too many orders to try. */
function scoreBounds(ranges: readonly Interval[]): {
  readonly low: number;
  readonly high: number;
} {
  let low = 0;
  let high = 0;
  for (const [i, earlier] of ranges.entries())
    for (const later of ranges.slice(i + 1)) {
      const up = (later.high ?? Number.POSITIVE_INFINITY) > earlier.low;
      const down = (earlier.high ?? Number.POSITIVE_INFINITY) > later.low;
      // Ranges that only touch can hold equal values, which score nothing.
      const equal = intervalsOverlap(earlier, later);
      high += up ? 1 : equal || !down ? 0 : -1;
      low += down ? -1 : equal || !up ? 0 : 1;
    }
  return { low, high };
}

/** Every verdict that figures within their ranges could lead to, and the p values seen. */
interface PossibleVerdicts {
  readonly verdicts: readonly TrendVerdict[];
  readonly pLow: number;
  readonly pHigh: number;
  /** Whether every order was tried; otherwise the verdicts are bounds and may name one too many. */
  readonly complete: boolean;
}

const limit = 4000;
const scale: readonly TrendVerdict[] = ['falling', 'not_shown', 'rising'];

/** Tries every order the ranges allow; where these are too many, bounds the score pair by pair. */
function possibleVerdicts(ranges: readonly Interval[], level: number): PossibleVerdicts {
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

/** A verdict that holds for every value the figures allow, or the reason why there is none. */
export interface RobustTrend {
  /** On the figures as printed; null where one is undecided. */
  readonly printed: Judgement | null;
  readonly possible: PossibleVerdicts;
  readonly verdict: TrendVerdict;
  readonly because: NoConclusion | null;
  /** Points with rival claims, and points known only as a range. */
  readonly undecided: readonly KnownPoint[];
  readonly rough: readonly KnownPoint[];
}

/** Judges the figures as printed and every order that their ranges allow. */
export function robustTrend(points: readonly KnownPoint[], level: number): RobustTrend {
  const undecided = points.filter((point) => point.undecided);
  const rough = points.filter((point) => !point.undecided && point.range.high !== point.range.low);
  const times = points.map(({ period }) => period.time);
  const possible = verdictsOf(points, level);
  const printed =
    undecided.length > 0
      ? null
      : judgeTrend({ times, values: points.map(({ value }) => value as number) }, level);
  const found = new Set([...possible.verdicts, ...(printed ? [printed.verdict] : [])]);
  const [only] = found;
  const verdict = found.size === 1 && only ? only : 'no_conclusion';
  const because = reason(verdict, found.size, points, level, printed);
  return { printed, possible, verdict, because, undecided, rough };
}

function verdictsOf(points: readonly KnownPoint[], level: number): PossibleVerdicts {
  if (points.length === 0)
    return { verdicts: ['no_conclusion'], pLow: 1, pHigh: 1, complete: true };
  return possibleVerdicts(
    points.map(({ range }) => range),
    level,
  );
}

/** Whether few values, undecided figures or rough ones stand in the way. */
function reason(
  verdict: TrendVerdict,
  verdicts: number,
  points: readonly KnownPoint[],
  level: number,
  printed: Judgement | null,
): NoConclusion | null {
  if (verdict !== 'no_conclusion') return null;
  if (verdicts < 2) return printed?.test.because ?? 'too_few';
  const undecidedOnly = points.map((point) =>
    point.value === null
      ? point
      : { ...point, range: { low: point.value, high: point.value, closed: true } },
  );
  return points.some((point) => point.undecided) &&
    verdictsOf(undecidedOnly, level).verdicts.length > 1
    ? 'undecided'
    : 'ranges';
}
