import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pricePerUnit } from '../../src/anomalies/impossible-prices.ts';
import { swappedDigits } from '../../src/anomalies/readings.ts';

describe('swappedDigits(value)', () => {
  it('swaps each pair of adjacent unlike digits once, across the decimal mark too', () => {
    expect(swappedDigits(4157).map(({ value }) => value)).toEqual([1457, 4517, 4175]);
    expect(swappedDigits(31.7).map(({ value }) => value)).toEqual([13.7, 37.1]);
    expect(swappedDigits(505).map(({ value }) => value)).toEqual([550]);
  });

  it('is undone by swapping once more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (value) => {
        for (const { value: other } of swappedDigits(value))
          expect(swappedDigits(other).map(({ value: back }) => back)).toContain(value);
      }),
      { seed: 3 },
    );
  });
});

describe('pricePerUnit(unit)', () => {
  it.each([
    ['EUR/g', 'g', 1],
    ['EUR/kg', 'g', 1000],
    ['USD/10 g', 'g', 10],
    ['USD/oz', 'g', 28.349523125],
    ['USD/1000 tablet', 'tablet', 1000],
    ['USD/l', 'l', 1],
  ])('%s divides by %s × %d', (unit, base, amount) => {
    expect(pricePerUnit(unit)).toMatchObject({ base, amount });
  });

  it('is null for what is no price', () => {
    expect(pricePerUnit('kg')).toBeNull();
    expect(pricePerUnit('USD/bag')).toBeNull();
  });
});
