import { expect, test } from 'vitest';
import { type CountOfCounts, discountFor, leastShare } from '../src/term-frequency.ts';

const agreement = (counts: readonly CountOfCounts[], discount: number): number => {
  const total = counts.reduce((sum, { count, values }) => sum + count * values, 0);
  return counts.reduce(
    (sum, { count, values }) =>
      sum + values * (count / total) * (Math.max(count - discount, leastShare * count) / total),
    0,
  );
};

test('without duplicates one is taken off: the record itself', () => {
  // Two records of n draw one value without replacement with sum of c (c - 1) / n².
  const counts = [
    { count: 1, values: 40 },
    { count: 10, values: 6 },
  ];
  const chance = (6 * 10 * 9) / 100 ** 2;
  // Values that stand once keep a twentieth of their count, so a little more is taken off the others.
  const discount = discountFor(counts, chance);
  expect(discount).toBeGreaterThan(1);
  expect(discount).toBeLessThan(1.1);
  expect(agreement(counts, discount)).toBeCloseTo(chance, 7);
});

test('duplicates are taken off too', () => {
  // 100 addresses, each in 5 reports of one person; two persons never share one.
  const counts = [{ count: 5, values: 100 }];
  expect(discountFor(counts, 1e-5)).toBe(5);
  expect(discountFor(counts, 0.01 * 0.4)).toBeCloseTo(3, 5);
});

test('nothing is taken off where chance agreement is as often as the counts say, or nothing was counted', () => {
  expect(discountFor([{ count: 5, values: 2 }], 0.5)).toBe(0);
  expect(discountFor([{ count: 5, values: 2 }], 0.9)).toBe(0);
  expect(discountFor([], 0.1)).toBe(0);
});
