import type { FittedSegment } from '@samenbeeld/charts';
import { formatNumber, inEach, type Language, parsePeriod } from '@samenbeeld/schema';
import type { ChangePoints, Joinpoint, SegmentTrend, TrendSeries } from '@samenbeeld/trends';
import { words } from '../words.ts';

/** The levels of a segmentation. */
export function levelsOf({ segments }: ChangePoints): readonly FittedSegment[] {
  return segments.map(({ from, to, level }) => ({ from, to, start: level, end: level }));
}

function signed(value: number, language: Language): string {
  const rounded = Math.abs(value) < 10 ? Number(value.toFixed(1)) : Math.round(value);
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '';
  return `${sign}${formatNumber(Math.abs(rounded), language)}`;
}

/** The joined lines of a joinpoint fit, each with its change per year. */
export function joinedLines({ segments }: Joinpoint): readonly FittedSegment[] {
  return segments.map(({ from, to, start, end, apc }) => ({
    from,
    to,
    start,
    end,
    ...(apc !== null && {
      label: inEach((language) => words.percentYear[language].replace('{}', signed(apc, language))),
    }),
  }));
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
}

/** In years, evenly within a frequency. */
function timeOf(period: string): number {
  const [year = 0, month = 1] = parsePeriod(period).start.split('-').map(Number);
  return year + (month - 1) / 12;
}

/** Sen's line of each stretch whose trend is shown; the others have none. */
export function senLines(
  segments: readonly SegmentTrend[],
  { points }: TrendSeries,
): readonly FittedSegment[] {
  return segments.flatMap(({ from, to, trend }): readonly FittedSegment[] => {
    const { estimate: slope, details } = trend;
    if (slope === null || (details.verdict !== 'rising' && details.verdict !== 'falling'))
      return [];
    const inside = points.flatMap(({ period, value }) =>
      value !== null && timeOf(period) >= timeOf(from) && timeOf(period) <= timeOf(to)
        ? [value - slope * timeOf(period)]
        : [],
    );
    const level = middle(inside);
    const height = (period: string): number => level + slope * timeOf(period);
    return [{ from, to, start: height(from), end: height(to) }];
  });
}
