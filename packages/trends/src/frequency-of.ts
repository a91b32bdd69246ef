import { periodsPerYear } from '@samenbeeld/schema';
import type { SubAnnual } from './words/trend.ts';

const named: readonly Exclude<SubAnnual, 'other'>[] = ['S', 'Q', 'M', 'W', 'D'];

/** How far from even a calendar makes the periods of a year: a month has 28 to 31 days. */
const uneven = 1.09;

/** The frequency of times in years, by the nearest neighbours among them; null from a year apart on. */
export function freqOfTimes(times: ArrayLike<number>): SubAnnual | null {
  const apart = Array.from(times, (time, i) => (i === 0 ? 1 : time - (times[i - 1] as number)));
  const least = apart.reduce((smallest, gap) => Math.min(smallest, gap), 1);
  if (least > 0.99) return null;
  const perYear = 1 / least;
  const near = (freq: (typeof named)[number]): boolean =>
    Math.max(perYear / periodsPerYear[freq], periodsPerYear[freq] / perYear) < uneven;
  return named.find(near) ?? 'other';
}

/** The frequency of a year parted into so many seasons; a year has 52 or 53 weeks, 365 or 366 days. */
export function freqOfSeasons(seasons: number): SubAnnual {
  return named.find((freq) => Math.abs(seasons - periodsPerYear[freq]) < 1) ?? 'other';
}
