import type { IndexSeries } from '@samenbeeld/charts';
import { drawnIndex, type ReportingIndex, type ReportingPoint } from '@samenbeeld/money';

/** The common base of the drawn indices: the first year that four units have. */
export const drawnBase = '2021';

/** Which series of a country is drawn: what was received before what was passed on, then the longest. */
function preference({ points, details }: ReportingIndex): number {
  const received = ['str_reports', 'str_transactions', 'unusual_transactions'];
  return (received.includes(String(details['metric'])) ? 1000 : 0) + points.length;
}

/** Series that have the base as a figure, so that all start from the same year; one a country. */
export function drawnSeries(series: readonly ReportingIndex[]): readonly IndexSeries[] {
  const main = new Map<string, ReportingIndex>();
  for (const one of series) {
    const based = one.points.find(({ period }) => period === drawnBase);
    if (!based || based.figure.high === null) continue;
    const before = main.get(one.country);
    if (!before || preference(one) > preference(before)) main.set(one.country, one);
  }
  return [...main.values()].map((one) => {
    const based = one.points.find(({ period }) => period === drawnBase) as ReportingPoint;
    return {
      label: one.label,
      points: one.points
        .filter(({ period }) => period >= '2016')
        .map((point) => ({
          period: point.period,
          index: drawnIndex(point, based),
          provisional: point.provisional,
        })),
    };
  });
}
