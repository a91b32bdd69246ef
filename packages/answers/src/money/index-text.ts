import type { PercentRange } from '@samenbeeld/money';
import { figure, fromTo, inEach, type Text } from '@samenbeeld/schema';

/** A bound is rounded so that it still holds. */
function rounded(value: number, rounding: (value: number) => number = Math.round): number {
  const power = value >= 100 ? 1 : 10;
  return rounding(Number((value * power).toPrecision(12))) / power;
}

/** An index as a cell shows it: a number, a range, or one end. */
export function indexText({ low, high }: PercentRange): Text {
  return inEach((language) => {
    if (high === null)
      return low > 0 ? `≥\u00a0${figure(rounded(low, Math.floor), language)}` : '–';
    if (low === 0) return `≤\u00a0${figure(rounded(high, Math.ceil), language)}`;
    const [one, other] = [low, high].map((value) => figure(rounded(value), language)) as [
      string,
      string,
    ];
    return one === other ? one : fromTo(one, other, language);
  });
}
