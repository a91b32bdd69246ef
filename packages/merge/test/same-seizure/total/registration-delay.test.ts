import { expect, test } from 'vitest';
import { delayedBy, madeWithin } from '../../../src/same-seizure/total/registration-delay.ts';

test('the stated delay is what the error function gives', () => {
  // 0.85 (1 - Φ(ln(d / 4) / 1.1)) + 0.15 (1 - d / 120), with Python's math.erf.
  expect(delayedBy(0)).toBe(1);
  expect(delayedBy(4)).toBeCloseTo(0.57, 6);
  expect(delayedBy(7)).toBeCloseTo(0.4008966701, 6);
  expect(delayedBy(30)).toBeCloseTo(0.1409714529, 6);
  expect(delayedBy(120)).toBeCloseTo(0.0008449614, 6);
});

test('a find that is registered after New Year is of either year, with shares that add up', () => {
  const year = (of: number, day: string): number => madeWithin(day, `${of}-01-01`, `${of}-12-31`);
  expect(year(2022, '2023-01-05') + year(2023, '2023-01-05')).toBeCloseTo(1, 4);
  expect(year(2022, '2023-01-05')).toBeCloseTo(delayedBy(5), 4);
  expect([year(2023, '2023-06-30'), year(2022, '2023-06-30')]).toEqual([1, 0]);
  expect(year(2023, '2022-12-31')).toBe(0);
});
