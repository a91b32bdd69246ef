import { medianOf } from './likelihood.ts';
import type { Measure } from './point.ts';

/** What the rest of its series makes one expect of a figure, on the log scale. */
export interface Neighbourhood {
  /** Median of up to three figures before, and of up to three after; null where a side has none. */
  readonly before: number | null;
  readonly after: number | null;
  /** Standard deviation, never below what counting alone gives (1/√n). */
  readonly spread: number;
  /** Figures looked at. */
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

/** Logarithm of a figure; counts are moved by a half, so that a zero has one. */
export function logOf(value: number, measure: Measure): number {
  return Math.log(measure === 'count' ? value + 0.5 : value);
}

const reach = 3;
const beyond = 1.1;
/** Series with fewer other figures tell nothing. */
export const fewest = 5;

function sideOf(logs: readonly (number | null)[], at: number, step: 1 | -1): readonly number[] {
  const found: number[] = [];
  for (let k = at + step; k >= 0 && k < logs.length && found.length < reach; k += step) {
    const value = logs[k];
    if (value !== null && value !== undefined) found.push(value);
  }
  return found;
}

/**
 * For each figure of a series what its neighbours make one expect; null where there are fewer than five others. The
 * spread is the median absolute deviation of each figure from the median of its own neighbours, inflated for short series
 * (by 1 + 4/n), at least 3 %, and for counts at least the Poisson one.
 */
export function neighbourhoods(
  values: readonly (number | null)[],
  measure: Measure,
): readonly (Neighbourhood | null)[] {
  const logs = values.map((value) =>
    value === null || (measure !== 'count' && value <= 0) || value < 0
      ? null
      : logOf(value, measure),
  );
  const known = logs.filter((value) => value !== null).length;
  if (known <= fewest) return values.map(() => null);
  const sides = logs.map((_, at) => [sideOf(logs, at, -1), sideOf(logs, at, 1)] as const);
  const residuals = sides.flatMap(([before, after], at) => {
    const own = logs[at];
    const around = [...before, ...after];
    return own === null || own === undefined || around.length < 2
      ? []
      : [Math.abs(own - medianOf(around))];
  });
  const back = (log: number): number => Math.exp(log) - (measure === 'count' ? 0.5 : 0);
  const spread = 1.4826 * medianOf(residuals) * (1 + 4 / known);
  return sides.map(([before, after]) => {
    const around = [...before, ...after];
    if (around.length < 3) return null;
    const level = Math.exp(medianOf(around));
    const counting =
      measure === 'count' ? Math.sqrt((1 + 1 / around.length) / Math.max(level, 0.5)) : 0;
    return {
      before: before.length > 0 ? medianOf(before) : null,
      after: after.length > 0 ? medianOf(after) : null,
      spread: Math.max(spread, 0.03, counting),
      n: around.length,
      low: back(Math.min(...around)),
      high: back(Math.max(...around)),
    };
  });
}

/** How far a figure lies from the nearer of its two sides, in standard deviations: at a shift of level one side fits. */
export function distance(value: number, measure: Measure, around: Neighbourhood): number {
  if (measure !== 'count' && value <= 0) return 0;
  const log = logOf(value, measure);
  const gaps = [around.before, around.after]
    .filter((side) => side !== null)
    .map((side) => Math.abs(log - side) / around.spread);
  const far = gaps.length === 0 ? 0 : Math.min(...gaps);
  // A figure among its neighbours, or little beyond, is not out of line, however even the series is elsewhere.
  return value >= around.low / beyond && value <= around.high * beyond ? Math.min(far, 1.5) : far;
}
