import type { Break, Decision } from '@samenbeeld/schema';
import { type Trend, trendOf } from '../trend-of.ts';
import type { TrendSeries } from '../trend-series.ts';

/** The trend of a series from which some periods are taken out; what the rest of the call is stays. */
export function trendWithout(
  series: TrendSeries,
  periods: readonly string[],
  options: {
    readonly breaks: readonly Break[];
    readonly overrides: readonly Decision[];
    readonly level: number;
  },
): Trend {
  const points = series.points.filter(({ period }) => !periods.includes(period));
  // The records behind the points were compared once, for the whole series.
  const { records: _, comparison: __, ...rest } = series;
  return trendOf({ ...rest, points }, options);
}
