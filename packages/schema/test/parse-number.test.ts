import { parseNumber } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
  ['1.234,5', 1234.5, '1234.5'],
  ['1 234,5', 1234.5, '1234.5'],
  ['1\u00a0234,5', 1234.5, '1234.5'],
  ['1\u202f234\u00a0567,5', 1234567.5, '1234567.5'],
  ["1'234.5", 1234.5, '1234.5'],
  ['1’234’567', 1234567, '1234567'],
  ['1,234.5', 1234.5, '1234.5'],
  ['1.234.567', 1234567, '1234567'],
  ['1 234,567', 1234.567, '1234.567'],
  ['1234.567', 1234.567, '1234.567'],
  ['0.123', 0.123, '0.123'],
  ['0,3715', 0.3715, '0.3715'],
  ['1,70', 1.7, '1.70'],
  ['7,83e-03', 0.00783, '0.00783'],
  ['1.53E10', 15300000000, '15300000000'],
  ['-12,5', -12.5, '-12.5'],
  ['−3', -3, '-3'],
  ['+4157', 4157, '4157'],
  [' 4157 ', 4157, '4157'],
  ['15300000000.0', 15300000000, '15300000000.0'],
  ['.5', 0.5, '0.5'],
])('parseNumber(%j) is %d', (text, value, printed) => {
  expect(parseNumber(text)).toEqual({ value, printed });
});

test('a declared decimal mark settles both readings', () => {
  expect(parseNumber('1.234', { decimal: 'comma' }).value).toBe(1234);
  expect(parseNumber('1.234', { decimal: 'point' }).value).toBe(1.234);
  expect(parseNumber('1,234', { decimal: 'comma' }).value).toBe(1.234);
  expect(parseNumber('365,753', { decimal: 'point' }).value).toBe(365753);
});

test('an undeclared mark before three digits is refused with both readings', () => {
  expect(() => parseNumber('1.234')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "1.234" is either 1234 or 1.234. Repair: declare the decimal mark: decimal: 'comma' or decimal: 'point']`,
  );
  expect(() =>
    parseNumber('365,753', { language: 'de', place: { file: 'zr.csv', line: 9, column: 'C' } }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[InputError: zr.csv, line 9, column C: "365,753" is either 365753 or 365.753 (German text usually means 365.753). Repair: declare the decimal mark: decimal: 'comma' or decimal: 'point']`,
  );
});

test('what contradicts the declaration is refused', () => {
  expect(() => parseNumber('12.5', { decimal: 'comma' })).toThrowErrorMatchingInlineSnapshot(
    `[InputError: expected a number with a decimal comma and groups of three, found "12.5". Repair: correct the cell, or describe what it holds (a missing mark, a unit, words)]`,
  );
  expect(() => parseNumber('1.234,5', { decimal: 'point' })).toThrow('a decimal point');
});

test.each([
  '',
  ' ',
  ':',
  'x',
  '12 kg',
  '1,23,456',
  '1.23.4',
  '1.234,5,6',
  '12 34',
  '5.',
  '1e',
  '--3',
  '1,234,567.',
  'NaN',
  '0x10',
  '1 2345',
  '٣',
])('parseNumber(%j) is refused', (text) => {
  expect(() => parseNumber(text)).toThrow('expected a number');
});

test('a whole number longer than fifteen digits is a code, not a quantity', () => {
  expect(() => parseNumber('12345678901234567')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "12345678901234567" has 17 digits before the decimal mark; 15 are kept exactly. Repair: read it as text: so long a number is a code, not a quantity]`,
  );
});

test('what is printed in any habit is read back', () => {
  const group = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark);
  const habits = [
    ['.', ',', 'comma'],
    ['\u202f', ',', 'comma'],
    [' ', '.', 'point'],
    ["'", '.', 'point'],
    [',', '.', 'point'],
  ] as const;
  fc.assert(
    fc.property(
      fc.nat({ max: 10 ** 9 }),
      fc.stringMatching(/^\d{0,4}$/),
      fc.constantFrom(...habits),
      (whole, fraction, [mark, point, decimal]) => {
        const text = `${group(String(whole), mark)}${fraction && point + fraction}`;
        const printed = `${whole}${fraction && `.${fraction}`}`;
        expect(parseNumber(text, { decimal })).toEqual({ value: Number(printed), printed });
      },
    ),
  );
});

test('no text is ever read as something that is not a number', () => {
  const alphabet = fc.constantFrom(..."0123456789.,' \u00a0e-+");
  fc.assert(
    fc.property(fc.string({ unit: alphabet, maxLength: 9 }), (text) => {
      let value = 0;
      try {
        value = parseNumber(text).value;
      } catch (error) {
        expect((error as Error).name).toBe('InputError');
      }
      expect(Number.isFinite(value)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
