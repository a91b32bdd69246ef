import { formatNumber, type Language } from '@samenbeeld/schema';
import { widthOf } from './lines.ts';

/** A tick of an axis of log2 odds, labelled with its probability. */
export interface OddsTick {
  readonly at: number;
  readonly label: string;
}

/** Probabilities in per cent that make good ticks, the most telling first. */
const candidates = [
  50, 99, 1, 90, 10, 99.99, 0.01, 99.9, 0.1, 99.9999, 0.0001, 99.999, 0.001, 99.999999, 0.000001,
];

/** Ticks of an axis of log2 odds between two ends, as many as their labels have room. */
export function oddsTicks(
  [low, high]: readonly [number, number],
  width: number,
  language: Language,
): readonly OddsTick[] {
  const pixel = (at: number): number => ((at - low) / (high - low)) * width;
  const placed: (OddsTick & { readonly from: number; readonly to: number })[] = [];
  for (const percent of candidates) {
    const at = Math.log2(percent / (100 - percent));
    if (at < low || at > high) continue;
    const label = `${formatNumber(percent, language)} %`;
    const half = widthOf(label, 12) / 2 + 5;
    const [from, to] = [pixel(at) - half, pixel(at) + half];
    if (from < -8 || to > width + 8) continue;
    if (placed.every((tick) => to <= tick.from || from >= tick.to))
      placed.push({ at, label, from, to });
  }
  return placed.map(({ at, label }) => ({ at, label })).sort((x, y) => x.at - y.at);
}
