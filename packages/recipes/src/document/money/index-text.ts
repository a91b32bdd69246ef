import type { PercentRange, ReportingPoint } from '@samenbeeld/money';
import { figure, fromTo, inEach, type Text } from '@samenbeeld/schema';

const rounded = (value: number): number =>
  value >= 100 ? Math.round(value) : Number(value.toFixed(1));

/** An index as a cell shows it: a number, a range, or one end. */
export function indexText({ low, high }: PercentRange): Text {
  return inEach((language) => {
    const [one, other] = [low, high ?? low].map((value) => figure(rounded(value), language)) as [
      string,
      string,
    ];
    if (high === null) return low > 0 ? `≥\u00a0${one}` : '–';
    if (low === 0) return `≤\u00a0${other}`;
    return one === other ? one : fromTo(one, other, language);
  });
}

/** A point to draw against another base: the middle of a range within a hundredth, else nothing. */
export function drawnIndex(point: ReportingPoint, base: ReportingPoint): number | null {
  const [top, bottom] = [point.figure, base.figure];
  if (top.high === null || bottom.high === null) return null;
  const middle = (ends: { readonly low: number; readonly high: number | null }): number =>
    (ends.low + (ends.high ?? ends.low)) / 2;
  const isNarrow = [top, bottom].every(
    (ends) => (ends.high ?? 0) - ends.low <= 0.01 * Math.max(1, middle(ends)),
  );
  return isNarrow ? (100 * middle(top)) / middle(bottom) : null;
}
