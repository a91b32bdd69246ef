import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { rateRatio } from '../rate-ratio.ts';
import type { ChainValue } from './chain-values.ts';
import type { LinkedSegment } from './link-segments.ts';

/**
 * Interval of an index of counts: exact where both periods lie in one series; across links by the delta method, the variance
 * of the logarithm being the sum of one over each count that enters. null where a count is zero.
 */
export function indexInterval(
  linked: readonly LinkedSegment[],
  base: ChainValue,
  last: ChainValue,
  index: number,
  level: number,
): { readonly low: number; readonly high: number; readonly level: number } | null {
  if (base.series === last.series) {
    const { interval } = rateRatio(last.value, base.value, { level });
    return interval && { low: 100 * interval.low, high: 100 * interval.high, level };
  }
  const counts = linked.slice(base.series, last.series + 1).flatMap((segment, i) => {
    const from = i === 0 ? base.period : segment.link;
    const next = linked[base.series + i + 1];
    const to = base.series + i === last.series ? last.period : (next?.link ?? null);
    // A link over the base or the last period itself adds nothing to chance.
    if (from?.code === to?.code) return [];
    return [from, to].map(
      (period) => segment.values.find((one) => one.period.code === period?.code)?.value ?? 0,
    );
  });
  if (counts.some((count) => count === 0)) return null;
  const spread =
    normalQuantile((1 + level) / 2, 0, 1) *
    Math.sqrt(counts.reduce((sum, count) => sum + 1 / count, 0));
  return { low: index * Math.exp(-spread), high: index * Math.exp(spread), level };
}
