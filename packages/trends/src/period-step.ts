import type { Period } from './period.ts';

/** How many periods of a frequency a year holds. */
export const periodsPerYear: Readonly<Record<Period['freq'], number>> = {
  A: 1,
  S: 2,
  Q: 4,
  M: 12,
  W: 365.2425 / 7,
  D: 365.2425,
};

/** Which period of its frequency this is, counted so that the next one is one more. */
export function stepOf({ freq, start }: Period): number {
  const days = Date.parse(start) / 86_400_000;
  if (freq === 'D') return days;
  // Weeks start on Mondays; the first Monday of 1970 was the fifth day.
  if (freq === 'W') return (days - 4) / 7;
  const [year = 0, month = 1] = start.split('-').map(Number);
  const perYear = periodsPerYear[freq];
  return year * perYear + ((month - 1) * perYear) / 12;
}
