import type { TrendPoint } from '@samenbeeld/charts';
import { type JointTotal, parsePeriod, periodCode } from '@samenbeeld/schema';
import { isRunning } from '../text.ts';

/** What a series calls the period of a total: "2024", "2024-03"; of what is no whole part of years the span as it is. */
export function seriesPeriod({ period }: Pick<JointTotal, 'period'>): string {
  const span = parsePeriod(period);
  return span.freq === 'O' ? period : periodCode(span);
}

/** The points of one port as the trend chart takes them; what is reported of a period that is not over is provisional. */
export function trendPoints(
  totals: readonly JointTotal[],
  place: string,
  asOf: string,
): readonly TrendPoint[] {
  return totals.flatMap((total) => {
    const member = total.members.find((entry) => entry.place === place);
    if (!member || member.lowest === null) return [];
    return [
      {
        period: seriesPeriod(total),
        value: typeof member.likely === 'number' ? member.likely : null,
        low: member.lowest,
        high: member.highest,
        ...(isRunning(total, asOf) && { provisional: true }),
      },
    ];
  });
}
