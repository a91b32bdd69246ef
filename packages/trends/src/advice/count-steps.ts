import { robustTrend } from '../robust-trend.ts';
import type { KnownPoint } from '../trend-series.ts';
import type { ChangePoints } from '../turning-points/change-points.ts';
import type { TrendVerdict } from '../verdict.ts';

/**
 * Of how many steps a rise or fall is made, where a segmentation suggests breaks in its direction and between them no trend
 * shows; null where there is none, or a trend goes on within a stretch.
 */
export function countSteps(
  points: readonly KnownPoint[],
  levels: ChangePoints | null,
  verdict: TrendVerdict,
  level: number,
): number | null {
  if (levels?.details.verdict !== 'break' || (verdict !== 'rising' && verdict !== 'falling'))
    return null;
  const breaks = levels.details.suggested.split(' ');
  const starts = breaks.map((code) => points.findIndex(({ period }) => period.code === code));
  const ends = [0, ...starts, points.length];
  const stretches = ends.slice(1).map((end, i) => points.slice(ends[i], end));
  const means = stretches.map(meanOf);
  const sameWay = means
    .slice(1)
    .every((mean, i) => (verdict === 'rising') === mean > (means[i] as number));
  const goesOn = stretches.some((stretch) =>
    ['rising', 'falling'].includes(robustTrend(stretch, level).verdict),
  );
  return sameWay && !goesOn ? breaks.length : null;
}

function meanOf(stretch: readonly KnownPoint[]): number {
  const middle = ({ value, range }: KnownPoint): number =>
    value ?? (range.low + (range.high ?? range.low)) / 2;
  return stretch.reduce((sum, point) => sum + middle(point), 0) / Math.max(1, stretch.length);
}
