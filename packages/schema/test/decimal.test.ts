import {
  compareDecimal,
  decimalText,
  multiplyExact,
  scaleExact,
  subtractExact,
  sumExact,
} from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** Decimals as files print them: up to nine digits and four places. */
const decimal = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => Number(`${digits}e-${places}`));

test('sumExact(values) leaves no float dust', () => {
  expect(0.1 + 0.2).not.toBe(0.3);
  expect(sumExact([0.1, 0.2])).toBe(0.3);
  expect(sumExact([109894.48, 2469.8, 0.3715])).toBe(112364.6515);
  expect(sumExact([1e21, 1])).toBe(1e21);
  expect(sumExact([5e-7, 0.5])).toBe(0.5000005);
});

test('sumExact(values) does not depend on the order', () => {
  fc.assert(
    fc.property(fc.array(decimal, { maxLength: 30 }), (values) => {
      expect(sumExact([...values].reverse())).toBe(sumExact(values));
      expect(sumExact([...values].sort((a, b) => a - b))).toBe(sumExact(values));
    }),
  );
});

test('sums, differences and comparisons are those of whole numbers of the twelfth place', () => {
  /** Decimals of up to 12 places, read digit by digit. */
  const units = (value: number): bigint => {
    const [whole = '', fraction = ''] = decimalText(value).split('.');
    return BigInt(whole + fraction.padEnd(12, '0'));
  };
  const any = fc.oneof(
    decimal,
    fc.integer({ min: -9_000_000, max: 9_000_000 }).map((grams) => grams / 1000),
    fc.constantFrom(0, -0, 1e12, -1e12, 999_999_999_999.999, 1e-12, 0.0005, 2 ** 53, 0.1 + 0.2),
    fc.double({ min: -1e13, max: 1e13, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), any, any, (values, a, b) => {
      const isSame = (found: number, expected: bigint): void => {
        expect(found).toBe(Number(`${expected}e-12`) || 0);
      };
      isSame(
        sumExact(values),
        values.map(units).reduce((sum, value) => sum + value, 0n),
      );
      isSame(subtractExact(a, b), units(a) - units(b));
      const [one, other] = [units(a), units(b)];
      expect(compareDecimal(a, b)).toBe(one < other ? -1 : one > other ? 1 : 0);
    }),
    { numRuns: 2000 },
  );
});

test('subtractExact(a, b) undoes sumExact', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(compareDecimal(subtractExact(sumExact([a, b]), b), a)).toBe(0);
    }),
  );
});

test('values beyond 12 places are rounded half away from zero', () => {
  expect(sumExact([1 / 3])).toBe(0.333333333333);
  expect(sumExact([2 / 3, -2 / 3])).toBe(0);
  expect(multiplyExact(1e-7, 5e-6)).toBe(1e-12);
  expect(multiplyExact(-1e-7, 5e-6)).toBe(-1e-12);
});

test('scaleExact(a, b, c) is a × b ÷ c rounded once', () => {
  expect(scaleExact(0.5, 371.5, 0.3715)).toBe(500);
  expect(scaleExact(1, 1, 3)).toBe(0.333333333333);
  expect(scaleExact(1, -2, 3)).toBe(-0.666666666667);
  expect(() => scaleExact(1, 1, 0)).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: A decimal cannot be divided by zero]`,
  );
});

test('compareDecimal(a, b) sees no difference below 12 places', () => {
  expect(compareDecimal(0.1 + 0.2, 0.3)).toBe(0);
  expect(compareDecimal(4157, 4157.01)).toBe(-1);
  expect(compareDecimal(1, -1)).toBe(1);
});

test('decimalText(value) is plain notation that reads back', () => {
  expect(decimalText(15300000000)).toBe('15300000000');
  expect(decimalText(1e21)).toBe('1000000000000000000000');
  expect(decimalText(-0.5)).toBe('-0.5');
  fc.assert(
    fc.property(decimal, (value) => {
      expect(Number(decimalText(value))).toBe(value || 0);
    }),
  );
});

test('a value that is not finite is a wrong call', () => {
  expect(() => sumExact([1, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: A decimal must be a finite number, found NaN]`,
  );
});
