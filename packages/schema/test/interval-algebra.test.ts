import {
  addIntervals,
  type Interval,
  intersectIntervals,
  intervalContains,
  intervalsOverlap,
} from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const exact = (value: number): Interval => ({ low: value, high: value, closed: true });
const open = (low: number, high: number | null): Interval => ({ low, high, closed: false });

const interval: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 1, max: 20 })), fc.boolean())
  .map(([low, width, closed]) => ({
    low: low / 10,
    high: width === null ? null : (low + width) / 10,
    closed: width !== null && closed,
  }));

test('an open upper end does not belong to its interval', () => {
  expect(intervalsOverlap(open(6500, 7500), open(7500, 8500))).toBe(false);
  expect(intervalsOverlap(open(6500, 7500), exact(7500))).toBe(false);
  expect(intervalsOverlap({ low: 6500, high: 7500, closed: true }, exact(7500))).toBe(true);
  expect(intervalContains(open(6500, 7500), open(7000, 7500))).toBe(true);
  expect(intervalContains(open(6500, 7500), { low: 7000, high: 7500, closed: true })).toBe(false);
});

test('no upper end contains any, and is contained by none that has one', () => {
  expect(intervalContains(open(3900, null), open(4100, null))).toBe(true);
  expect(intervalContains(open(4100, null), open(3900, null))).toBe(false);
  expect(intervalContains(open(3900, 5000), open(4100, null))).toBe(false);
});

test('intersectIntervals(a, b) is symmetric and holds what both hold', () => {
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      const both = intersectIntervals(a, b);
      expect(intersectIntervals(b, a)).toEqual(both);
      expect(intervalsOverlap(a, b)).toBe(both !== null);
      for (let tenth = 0; tenth <= 90; tenth += 1) {
        const inBoth = intervalContains(a, tenth / 10) && intervalContains(b, tenth / 10);
        expect(both !== null && intervalContains(both, tenth / 10)).toBe(inBoth);
      }
    }),
  );
});

test('addIntervals(list) adds ends; one open or missing upper end makes the sum so', () => {
  expect(addIntervals([exact(4157), exact(619)])).toEqual(exact(4776));
  expect(addIntervals([exact(0.1), exact(0.2)])).toEqual(exact(0.3));
  expect(addIntervals([open(6500, 7500), exact(619)])).toEqual(open(7119, 8119));
  expect(addIntervals([open(3900, null), exact(619)])).toEqual(open(4519, null));
  expect(addIntervals([])).toEqual(exact(0));
});
