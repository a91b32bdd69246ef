import type { CountSeries } from './count-series.ts';

/** One count in a cumulative sum. */
export interface CusumTime {
  readonly period: string;
  readonly count: number | null;
  readonly expected: number;
  /** What is taken off the count. */
  readonly reference: number;
  /** Summed excess after this count; before a restart. */
  readonly sum: number;
  readonly alarm: boolean;
  /** Where the sum last left zero, if it stands above: when the rise began, at the earliest guess. */
  readonly since: string | null;
  /** A missing count leaves the sum as it was. */
  readonly reason: 'missing' | null;
}

/** The sum, count by count. */
export function cusumPath(
  series: CountSeries,
  plan: readonly { readonly mean: number; readonly reference: number }[],
  threshold: number,
  restart: boolean,
): readonly CusumTime[] {
  let sum = 0;
  let since: string | null = null;
  return plan.map(({ mean, reference }, i) => {
    const at = series.from + i;
    const period = series.names[at] as string;
    const count = series.counts[at] as number | null;
    if (count !== null) {
      sum = Math.max(0, sum + count - reference);
      since = sum > 0 ? (since ?? period) : null;
    }
    // Sums of multiples of a reference value must reach a threshold that equals them on paper.
    const alarm = count !== null && sum >= threshold - 1e-9;
    const time: CusumTime = {
      period,
      count,
      expected: mean,
      reference,
      sum,
      alarm,
      since,
      reason: count === null ? 'missing' : null,
    };
    if (alarm && restart) {
      sum = 0;
      since = null;
    }
    return time;
  });
}
