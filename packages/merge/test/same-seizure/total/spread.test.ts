import type { Outcomes } from '@samenbeeld/merge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOf, middle90, sumOf, varianceOf } from '../../../src/same-seizure/total/spread.ts';

fc.configureGlobal({ seed: 20260630 });

const coin = (low: number, high: number, p = 0.5): Outcomes => [
  { kg: low, probability: 1 - p },
  { kg: high, probability: p },
];

describe('sumOf(parts)', () => {
  it('convolves: two even coins of 0 and 1', () => {
    expect(sumOf([coin(0, 1), coin(0, 1)])).toEqual([
      { kg: 0, probability: 0.25 },
      { kg: 1, probability: 0.5 },
      { kg: 2, probability: 0.25 },
    ]);
    expect(sumOf([])).toEqual([{ kg: 0, probability: 1 }]);
  });

  it('leaves no dust of floating point', () => {
    const tenths = Array.from({ length: 10 }, () => [{ kg: 0.1, probability: 1 }]);
    expect(sumOf(tenths)).toEqual([{ kg: 1, probability: 1 }]);
  });

  it('adds means and variances, also where points are put together', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 1, max: 9999 }),
            fc.double({ min: 0.1, max: 0.9, noNaN: true }),
          ),
          {
            minLength: 1,
            maxLength: 16,
          },
        ),
        (drafts) => {
          const parts = drafts.map(([kg, p]) => coin(0, kg, p));
          const sum = sumOf(parts);
          const total = (of: (part: Outcomes) => number) =>
            parts.reduce((all, part) => all + of(part), 0);
          expect(sum.length).toBeLessThanOrEqual(4001);
          expect(meanOf(sum)).toBeCloseTo(total(meanOf), 3);
          expect(varianceOf(sum) / total(varianceOf)).toBeCloseTo(1, 3);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('middle90(outcomes, open)', () => {
  it('leaves at most a twentieth on either side', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => ({ kg: at + 1, probability: 0.01 }));
    expect(middle90(hundred)).toEqual({ low: 6, high: 95 });
    expect(middle90(coin(0, 1, 0.05))).toEqual({ low: 0, high: 0 });
    expect(middle90(coin(0, 1, 0.06))).toEqual({ low: 0, high: 1 });
  });

  it('is open above where a weight is missing with more than a twentieth', () => {
    expect(middle90(coin(0, 1), 0.06)).toEqual({ low: 0, high: null });
    expect(middle90(coin(0, 1, 0.03), 0.03)).toEqual({ low: 0, high: 1 });
    expect(middle90(coin(0, 1, 0.03), 0.01)).toEqual({ low: 0, high: 0 });
  });
});
