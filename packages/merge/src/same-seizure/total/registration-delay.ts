import { dayNumber } from '../compare/comparable-record.ts';

/** Standard normal distribution function, to seven digits (Abramowitz and Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

/**
 * Days from a find to its registration, stated: 85 of a hundred lognormal around four days (sigma 1.1), most within a week;
 * the others anywhere within 120 days.
 */
export const statedDelay = { median: 4, sigma: 1.1, soon: 0.85, latest: 120 } as const;

/** Probability that a find is registered so many days after it, or later. */
export function delayedBy(days: number): number {
  if (days <= 0) return 1;
  const { median, sigma, soon, latest } = statedDelay;
  const late = Math.max(0, 1 - days / latest);
  return soon * (1 - normal(Math.log(days / median) / sigma)) + (1 - soon) * late;
}

/** Less likely than this, a find is not held to lie in another period. */
const least = 0.01;

/** Probability that a find that was registered on a day was made in a period. */
export function madeWithin(registered: string, start: string, end: string): number {
  const day = dayNumber(registered);
  const from = delayedBy(Math.max(0, day - dayNumber(end)));
  const share = day < dayNumber(start) ? 0 : from - delayedBy(day - dayNumber(start) + 1);
  return share < least ? 0 : share > 1 - least ? 1 : Math.round(share * 1e6) / 1e6;
}
