import type { Finding, Listing } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { priceCurves } from '../../src/sheets/price-curve.ts';

const listed = (vendor: string | null, amount: number, price: number): Listing =>
  ({ vendor, amount, price, substance: 'COC', currency: 'USD', unit: 'g' }) as Listing;

const found = (estimate: number | null): Finding =>
  ({
    subject: 'COC USD/g',
    estimate,
    interval: estimate === null ? null : { low: estimate / 1.1, high: estimate * 1.1, level: 0.95 },
  }) as Finding;

const tableOf = (rows: readonly Listing[], estimate: number | null) =>
  priceCurves(rows, [found(estimate)]).map((block) => block.draw({ language: 'en' }).table.rows);

const three = ['a', 'b', 'c'].flatMap((vendor) => [
  listed(vendor, 1, 100),
  listed(vendor, 10, 500),
]);

test('the line falls by the factor of the finding at ten times as much, through the middle of the dots', () => {
  // By hand: the middle is √(100 · 50) at √10 g; half a decade each way is a factor √2.
  expect(tableOf(three, 0.5)).toEqual([
    [
      [1, 3, 100, 100, 100],
      [10, 3, 50, 50, 50],
    ],
  ]);
});

test('an amount that fewer than three vendors offer is not drawn, nor a listing twice', () => {
  const rows = [...three, ...three, listed('a', 100, 4000), listed('b', 100, 4000)];
  expect(tableOf(rows, 0.5)[0]?.map(([amount, count]) => [amount, count])).toEqual([
    [1, 3],
    [10, 3],
  ]);
});

test('without an estimate there are dots and no line; without vendors nothing', () => {
  expect(tableOf(three, null)[0]?.map((row) => row.at(-1))).toEqual([null, null]);
  expect(
    tableOf(
      three.map((one) => ({ ...one, vendor: null })),
      0.5,
    ),
  ).toEqual([]);
});
