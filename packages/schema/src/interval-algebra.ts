import { compareDecimal, sumExact } from './decimal.ts';
import type { Interval } from './interval.ts';

/** The upper end of two intervals that is lower, with whether that end belongs to it. */
function lowerEnd(a: Interval, b: Interval): { high: number | null; closed: boolean } {
  if (a.high === null) return { high: b.high, closed: b.closed };
  if (b.high === null) return { high: a.high, closed: a.closed };
  const order = compareDecimal(a.high, b.high);
  if (order === 0) return { high: a.high, closed: a.closed && b.closed };
  return order < 0 ? { high: a.high, closed: a.closed } : { high: b.high, closed: b.closed };
}

/**
 * What two intervals have in common, or null where that is nothing. An open upper end does not
 * belong to its interval: [6500, 7500) and [7500, 8500) have nothing in common.
 *
 * @example
 * ```ts
 * import { intersectIntervals } from '@samenbeeld/schema';
 * intersectIntervals({ low: 3900, high: null, closed: false }, { low: 4157, high: 4157, closed: true }) // => { low: 4157, high: 4157, closed: true }
 * ```
 */
export function intersectIntervals(a: Interval, b: Interval): Interval | null {
  const low = Math.max(a.low, b.low);
  const { high, closed } = lowerEnd(a, b);
  if (high === null) return { low, high, closed };
  const order = compareDecimal(low, high);
  return order < 0 || (order === 0 && closed) ? { low, high, closed } : null;
}

/**
 * Whether some value satisfies both intervals.
 *
 * @example
 * ```ts
 * import { intervalsOverlap } from '@samenbeeld/schema';
 * intervalsOverlap({ low: 6500, high: 7500, closed: false }, { low: 7500, high: 7500, closed: true }) // => false
 * ```
 */
export function intervalsOverlap(a: Interval, b: Interval): boolean {
  return intersectIntervals(a, b) !== null;
}

/**
 * Whether a value, or every value of an interval, lies in `interval`: a claim that a finer claim
 * satisfies is absorbed by it (joint total, rule 2).
 *
 * @example
 * ```ts
 * import { intervalContains } from '@samenbeeld/schema';
 * intervalContains({ low: 6500, high: 7500, closed: false }, 7292) // => true
 * intervalContains({ low: 6500, high: 7500, closed: false }, 7500) // => false
 * ```
 */
export function intervalContains(interval: Interval, inner: number | Interval): boolean {
  const part = typeof inner === 'number' ? { low: inner, high: inner, closed: true } : inner;
  if (compareDecimal(part.low, interval.low) < 0) return false;
  if (interval.high === null) return true;
  if (part.high === null) return false;
  const order = compareDecimal(part.high, interval.high);
  return order < 0 || (order === 0 && (interval.closed || !part.closed));
}

/**
 * The interval of a sum: ends add, no upper end stays none, and the upper end belongs to the sum only
 * where it belongs to every part. The sum of nothing is [0, 0].
 *
 * @example
 * ```ts
 * import { addIntervals } from '@samenbeeld/schema';
 * addIntervals([{ low: 4157, high: 4157, closed: true }, { low: 619, high: 619, closed: true }]) // => { low: 4776, high: 4776, closed: true }
 * ```
 */
export function addIntervals(intervals: readonly Interval[]): Interval {
  const highs = intervals.map(({ high }) => high).filter((high) => high !== null);
  const bounded = highs.length === intervals.length;
  return {
    low: sumExact(intervals.map(({ low }) => low)),
    high: bounded ? sumExact(highs) : null,
    closed: bounded && intervals.every(({ closed }) => closed),
  };
}
