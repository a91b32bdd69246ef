import { type Interval, intervalsOverlap } from '@samenbeeld/schema';

/**
 * Values that stand for every order in which figures known only as ranges can lie, or null where there are more
 * than `limit` of them. One value per range and gap suffices for a rank test; where several ranges share a gap
 * there are as many values in it, and an end is tried where another range touches it (for ties).
 */
export function arrangements(
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
export function scoreBounds(ranges: readonly Interval[]): {
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
