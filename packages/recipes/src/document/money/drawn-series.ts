import type { IndexSeries } from '@samenbeeld/charts';
import { drawnIndex, type ReportingIndex, type ReportingPoint } from '@samenbeeld/money';
import type { Text } from '@samenbeeld/schema';

/** The common base of the drawn indices: the year in which most countries published an exact figure. */
export const drawnBase = '2022';

/** What units received; what they declared suspicious or passed on is their own judgement, and another curve. */
const received: ReadonlySet<unknown> = new Set(['str_reports', 'unusual_transactions']);

const isReceived = ({ details }: ReportingIndex): boolean => received.has(details['metric']);

const pointOf = ({ points }: ReportingIndex, year: string): ReportingPoint | null =>
  points.find((point) => point.period === year && drawnIndex(point, point) !== null) ?? null;

/** The newest year that any country has: a line that ends before it would be led to its name as if it went on. */
export function newestYear(series: readonly ReportingIndex[]): string {
  const years = series
    .filter(isReceived)
    .flatMap(({ points }) => points.map(({ period }) => period));
  return years.toSorted().at(-1) ?? drawnBase;
}

/** Of what was received, one series a country, the longest that has figures for the base and for the newest year. */
function mainSeries(series: readonly ReportingIndex[]): readonly ReportingIndex[] {
  const newest = newestYear(series);
  const main = new Map<string, ReportingIndex>();
  for (const one of series) {
    const isDrawable = [drawnBase, newest].every((year) => pointOf(one, year) !== null);
    if (!isReceived(one) || !isDrawable) continue;
    const before = main.get(one.country);
    if (!before || one.points.length > before.points.length) main.set(one.country, one);
  }
  return [...main.values()];
}

/** Series that start from one base, with their declared breaks. */
export function drawnSeries(series: readonly ReportingIndex[]): readonly IndexSeries[] {
  return mainSeries(series).map((one) => ({
    label: one.label,
    breaks: one.crosses.map(({ on, note }) => ({ period: on.slice(0, 4), note })),
    points: one.points
      .filter(({ period }) => period >= '2016')
      .map((point) => ({
        period: point.period,
        index: drawnIndex(point, pointOf(one, drawnBase) as ReportingPoint),
        provisional: point.provisional,
      })),
  }));
}

/** Series of what was received in countries that are not drawn. */
export function notDrawn(series: readonly ReportingIndex[]): readonly Text[] {
  const drawn = new Set(mainSeries(series).map(({ country }) => country));
  return series
    .filter((one) => isReceived(one) && !drawn.has(one.country))
    .map(({ label }) => label);
}
