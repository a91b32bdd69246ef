import { changePoints } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permutations } from '../reference.ts';
import { nile } from './series.ts';

/** Largest standardised difference of the means before and after a place, at least two values on each side. */
function statistic(values: readonly number[]): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  let largest = 0;
  for (let t = 2; t <= n - 2; t++) {
    const sum = values.slice(0, t).reduce((total, value) => total + value - mean, 0);
    largest = Math.max(largest, Math.abs(sum) * Math.sqrt(n / (t * (n - t))));
  }
  return largest;
}

/** Pettitt's K by its definition. */
function pettitt(values: readonly number[]): number {
  return Math.max(
    ...values
      .slice(0, -1)
      .map((_, t) =>
        Math.abs(
          values
            .slice(0, t + 1)
            .reduce(
              (sum, earlier) =>
                sum + values.slice(t + 1).reduce((s, later) => s + Math.sign(earlier - later), 0),
              0,
            ),
        ),
      ),
  );
}

describe('the test of one change', () => {
  it('its p is the share of all orders, with and without ties', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 7 }),
        (values) => {
          fc.pre(new Set(values).size > 1);
          const { details } = changePoints(values, { cost: 'mean', sigma: 1 });
          const orders = permutations(values);
          const share = (of: (list: readonly number[]) => number): number =>
            orders.filter((order) => of(order) >= of(values) * (1 - 1e-9)).length / orders.length;
          expect(details.pSingle).toBeCloseTo(share(statistic), 10);
          expect(details.pettitt).toBe(pettitt(values));
          expect(details.pPettitt).toBeCloseTo(share(pettitt), 10);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('the clearest shift of 15 values into 7 and 8 has p = 2 · 7! · 8! / 15!', () => {
    const values = Array.from({ length: 15 }, (_, i) => (i < 7 ? i / 100 : 10 + i / 100));
    const { details } = changePoints(values, { cost: 'mean' });
    expect(details.pSingle).toBeCloseTo(2 / 6435, 12);
  });

  it('above 15 values Pettitt has 2 exp(-6 K² / (n³ + n²)); Nile: K = 1617', () => {
    const { details } = changePoints(nile, { cost: 'mean' });
    expect(details.pSingle).toBeNull();
    expect(details.pettitt).toBe(pettitt(nile));
    expect(details.pettitt).toBe(1617);
    expect(details.pPettitt).toBeCloseTo(
      2 * Math.exp((-6 * 1617 ** 2) / (100 ** 3 + 100 ** 2)),
      14,
    );
  });
});
