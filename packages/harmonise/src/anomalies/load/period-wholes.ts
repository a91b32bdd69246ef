import { freqOf } from '@samenbeeld/schema';
import type { Point, Whole } from '../point.ts';

const parts = [
  ['M', 12, 'the months'],
  ['Q', 4, 'the quarters'],
  ['S', 2, 'the halves'],
] as const;

/** Years that stand in a series beside all of their months, quarters or halves, and so are their sum. */
export function periodWholes(points: readonly Point[]): readonly Whole[] {
  const series = new Map<string, Point[]>();
  for (const point of points) {
    if (!point.counts || point.start === '') continue;
    const list = series.get(point.series);
    if (list) list.push(point);
    else series.set(point.series, [point]);
  }
  const wholes: Whole[] = [];
  for (const list of series.values()) {
    const [first] = list;
    if (!first?.counts || (first.measure !== 'count' && first.measure !== 'amount')) continue;
    const freqs = list.map((point) => freqOf(point));
    const years = list.filter((_, at) => freqs[at] === 'A');
    if (years.length === 0 || years.length === list.length) continue;
    for (const total of years)
      for (const [freq, count, name] of parts) {
        const inside = list.filter(
          (point, at) => freqs[at] === freq && point.start >= total.start && point.end <= total.end,
        );
        if (inside.length === count)
          wholes.push({
            total,
            parts: inside,
            complete: true,
            tolerance: 0,
            says: `${name} of a year add up to it`,
          });
      }
  }
  return wholes;
}
