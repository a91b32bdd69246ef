import type { PercentRange } from '@samenbeeld/money';
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
