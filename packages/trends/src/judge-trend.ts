import type { CleanSeries } from './clean-series.ts';
import { type KendallTest, kendallTest } from './kendall-test.ts';
import { type SlopeInterval, slopeInterval } from './slope-interval.ts';
import type { TrendVerdict } from './verdict.ts';

/** A test, and a slope whose interval cannot contradict it. */
export interface Judgement {
  readonly test: KendallTest;
  readonly verdict: TrendVerdict;
  /** Both null where they would touch zero although the test rejects, or be zero alone: only ties can bring that about. */
  readonly slope: number | null;
  readonly interval: SlopeInterval['interval'];
  /** Whether so many values are equal that the interval would be zero alone. */
  readonly tied: boolean;
}

/** Up to here the exact distribution costs next to nothing. */
export const exactUpTo = 30;

/**
 * Mann-Kendall and Sen on the same distribution of S, exact for few values. The interval holds the slopes that
 * the test does not reject, so a trend that is not shown always has zero inside.
 */
export function judgeTrend(series: CleanSeries, level: number): Judgement {
  const method = series.values.length <= exactUpTo ? 'exact' : 'asymptotic';
  const test = kendallTest(series.values, method, 1 - level);
  const { estimate, interval, verdict, because } = slopeInterval(series, level, method);
  const tied = because === 'tied';
  const shown = !tied && (test.verdict === 'not_shown' || test.verdict === verdict);
  return {
    test,
    verdict: test.verdict,
    slope: shown ? estimate : null,
    interval: shown ? interval : null,
    tied,
  };
}
