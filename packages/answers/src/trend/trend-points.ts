import type { TrendPoint } from '@samenbeeld/charts';
import type { JointTotal } from '@samenbeeld/schema';

/** The points of one port as the trend chart takes them. */
export function trendPoints(totals: readonly JointTotal[], place: string): readonly TrendPoint[] {
  return totals.flatMap((total) => {
    const member = total.members.find((entry) => entry.place === place);
    if (!member || member.lowest === null) return [];
    return [
      {
        year: Number(total.period),
        value: typeof member.likely === 'number' ? member.likely : null,
        low: member.lowest,
        high: member.highest,
      },
    ];
  });
}
