import { shareCents, toCents } from '@samenbeeld/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('toCents', () => {
  it('reads numbers and texts, without floating-point dust', () => {
    expect(['0.1', 0.1 + 0.2, '12', 1e9, '5.50', '7.1000'].map((one) => toCents(one))).toEqual([
      10, 30, 1200, 1e11, 550, 710,
    ]);
  });

  it('refuses a third decimal and other notations', () => {
    expect(() => toCents('1.005')).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected an amount to be a number with at most two decimals, found "1.005". Repair: give whole cents: a decimal point, no separators of thousands, no currency]`,
    );
    for (const amount of [12_345_678.905, 5_000_000.004, 0.005])
      expect(() => toCents(amount), `${amount}`).toThrow(/at most two decimals/);
    const dust = Array.from({ length: 1000 }, () => 0.1).reduce((sum, one) => sum + one, 0);
    expect([dust === 100, toCents(dust), toCents(12_345_678.9)]).toEqual([
      false,
      10_000,
      1_234_567_890,
    ]);
    expect(() => toCents(1e20)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: an amount of 100000000000000000000.00 is too large to be counted to the cent. Repair: split the amount, or count in thousands]`,
    );
  });
});

describe('shareCents', () => {
  it('gives every cent away, and nobody more than a cent beyond his part', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const whole = list.reduce((sum, weight) => sum + weight, 0);
        fc.pre(whole > 0);
        const cents = Math.floor(whole * share);
        const parts = shareCents(cents, list);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents);
        for (const [at, part] of parts.entries()) {
          expect(Math.abs(part - (cents * (list[at] as number)) / whole)).toBeLessThan(1);
          expect(part).toBeLessThanOrEqual(list[at] as number);
        }
      }),
    );
  });
});
