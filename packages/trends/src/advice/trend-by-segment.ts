import { type Break, type Decision, overrideInForce, shape, takes } from '@samenbeeld/schema';
import { readPeriod } from '../period.ts';
import { type Trend, trendOf } from '../trend-of.ts';
import { crossedBreaks, type TrendSeries, trendSeriesShape } from '../trend-series.ts';

/** The trend of one stretch between declared breaks. */
export interface SegmentTrend {
  readonly from: string;
  readonly to: string;
  /** The declared break that begins it; null for the first. */
  readonly after: Break | null;
  readonly trend: Trend;
}

/**
 * The trend on each side of the declared breaks of a series, never across one.
 *
 * A period that holds a break belongs to neither side, unless the break falls on its first day. Breaks that are overridden
 * part nothing.
 *
 * @throws as `trendOf`
 * @example
 * ```ts
 * import { trendBySegment } from '@samenbeeld/trends';
 * const points = [10, 11, 12, 13, 300, 310, 320, 330].map((value, i) => ({ period: String(2012 + i), value }));
 * const rule = { nl: 'r', fr: 'r', de: 'r', en: 'r' };
 * const declared = { id: 'B', source: 's', on: '2016-01-01', kind: 'definition', severity: 'block_trend', series: {}, note: rule };
 * const parts = trendBySegment({ subject: 'x', unit: 'offence', points }, { breaks: [declared] });
 * parts.map(({ from, to, trend }) => `${from}-${to} ${trend.n}`) // => ['2012-2015 4', '2016-2019 4']
 * ```
 */
export function trendBySegment(
  series: TrendSeries,
  options: {
    readonly breaks: readonly Break[];
    readonly overrides?: readonly Decision[];
    readonly level?: number;
  },
): readonly SegmentTrend[] {
  takes(
    'trendBySegment',
    ['series', series, trendSeriesShape],
    [
      'options',
      options,
      shape.record<{ breaks: unknown }>({
        breaks: shape.list(shape.record<Break>({ id: shape.text, on: shape.text })),
      }),
    ],
  );

  const overrides = options.overrides ?? [];
  const points = series.points
    .filter(({ value, interval }) => value !== null || interval)
    .map((point) => ({ point, period: readPeriod(point.period) }));
  const [first, last] = [points[0]?.period, points.at(-1)?.period];
  if (!first || !last) return [];
  const parting = crossedBreaks(series, options.breaks, first, last)
    .filter(({ id, severity }) => severity === 'block_trend' && !overrideInForce(id, overrides))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const starts: readonly (Break | null)[] = [null, ...parting];
  return starts.flatMap((after, at): readonly SegmentTrend[] => {
    const [from, until] = [after?.on ?? '', parting[at]?.on ?? '\uffff'];
    const inside = points.filter(({ period }) => period.start >= from && period.end < until);
    const [start, end] = [inside[0]?.period, inside.at(-1)?.period];
    if (!start || !end) return [];
    const { records: _, comparison: __, ...rest } = series;
    const trend = trendOf(
      { ...rest, points: inside.map(({ point }) => point) },
      { ...options, breaks: options.breaks, overrides },
    );
    return [{ from: start.code, to: end.code, after, trend }];
  });
}
