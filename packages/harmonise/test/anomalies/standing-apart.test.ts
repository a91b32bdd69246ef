import { expect, it } from 'vitest';
import { standingApart } from '../../src/anomalies/study.ts';

const years = [2282.7, 1892.4, 1861, 2617.3, 2564.7, 2372.24, 1883, 2718.8, 2535.3];
const apart = (values: readonly (number | null)[]): readonly number[] =>
  standingApart(values, 'amount').flatMap((found, at) => (found ? [at] : []));

it('names the one figure that parts from all others, and holds it against these alone', () => {
  expect(apart(years)).toEqual([]);
  const slipped = years.map((value, at) => (at === 5 ? value * 10 : value));
  expect(apart(slipped)).toEqual([5]);
  const found = standingApart(slipped, 'amount')[5];
  expect([found?.n, found?.low, found?.high].map((value) => Math.round(value ?? 0))).toEqual([
    8, 1861, 2719,
  ]);
  // Median of the logs of the eight others: R, median(log(c(2282.7, 1892.4, 1861, 2617.3, 2564.7, 1883, 2718.8, 2535.3)))
  expect(found?.before).toBeCloseTo((Math.log(2282.7) + Math.log(2535.3)) / 2, 10);
});

it('is silent where two part together, in a short series, and for zeros', () => {
  expect(apart(years.map((value, at) => (at > 6 ? value * 10 : value)))).toEqual([]);
  expect(apart([100, 110, 1000, 105, 95])).toEqual([]);
  expect(apart([100, 110, 0, 105, 95, 101, 99])).toEqual([]);
});
