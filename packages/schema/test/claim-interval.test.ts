import {
  claimInterval,
  compareDecimal,
  intervalContains,
  placeValue,
  type Wording,
} from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const closed = (value: number) => ({ low: value, high: value, closed: true });
const open = (low: number, high: number | null) => ({ low, high, closed: false });
const kg = (value: number, wording: Wording, printed = String(value)) =>
  claimInterval({ value, printed, wording, unit: 'kg' });

test('exact is the value itself, said or by its digits', () => {
  expect(kg(4100, 'exact')).toEqual(closed(4100));
  expect(kg(4157, 'unmarked')).toEqual(closed(4157));
  expect(kg(109894.48, 'exact')).toEqual(closed(109894.48));
  expect(kg(0, 'unmarked')).toEqual(closed(0));
  expect(kg(0, 'rounded')).toEqual(closed(0));
});

test('rounded reaches half of the last digit that counts to both sides', () => {
  expect(kg(7000, 'rounded')).toEqual(open(6500, 7500));
  expect(kg(7000, 'unmarked')).toEqual(open(6500, 7500));
  expect(kg(10000, 'rounded')).toEqual(open(5000, 15000));
  expect(kg(65480, 'unmarked')).toEqual(open(65475, 65485));
  expect(kg(4157, 'rounded')).toEqual(open(4156.5, 4157.5));
});

test('decimals count as printed, a zero among them too', () => {
  expect(kg(0.3715, 'unmarked')).toEqual(open(0.37145, 0.37155));
  expect(kg(109894.48, 'unmarked')).toEqual(open(109894.475, 109894.485));
  expect(kg(1.7, 'unmarked', '1.70')).toEqual(open(1.695, 1.705));
});

test('a fraction of zeros only is how software prints a whole number', () => {
  const euro = {
    value: 15300000000,
    printed: '15300000000.0',
    wording: 'rounded',
    unit: 'EUR',
  } as const;
  expect(claimInterval(euro)).toEqual(open(15250000000, 15350000000));
  expect(kg(4157, 'unmarked', '4157.0')).toEqual(closed(4157));
});

test('floor has no upper end; just under ends below its value', () => {
  expect(kg(3900, 'floor')).toEqual(open(3900, null));
  expect(kg(4157, 'floor')).toEqual(open(4157, null));
  expect(kg(15000, 'just_under')).toEqual(open(14500, 15000));
  expect(kg(540, 'just_under')).toEqual(open(535, 540));
});

test('the place value follows the digits as printed, not the unit they are kept in', () => {
  const tonnes = { wording: 'unmarked', printed: '1.7' } as const;
  expect(claimInterval({ ...tonnes, value: 1700, unit: 'kg' })).toEqual(open(1650, 1750));
  expect(claimInterval({ ...tonnes, value: 1.7, unit: 't', toUnit: 'kg' })).toEqual(
    open(1650, 1750),
  );
  expect(claimInterval({ value: 65.48, printed: '65.48', wording: 'rounded', unit: 't' })).toEqual(
    open(65.475, 65.485),
  );
  expect(
    claimInterval({ value: 0.3715, printed: '371.5', wording: 'unmarked', unit: 'kg' }),
  ).toEqual(open(0.37145, 0.37155));
  expect(
    claimInterval({ value: 371.5, printed: '371.5', wording: 'unmarked', unit: 'g', toUnit: 'kg' }),
  ).toEqual(open(0.37145, 0.37155));
  expect(claimInterval({ value: 2000, printed: '2', wording: 'just_under', unit: 'kg' })).toEqual(
    open(1500, 2000),
  );
});

test('only kilograms and counts are exact by their digits', () => {
  expect(
    claimInterval({ value: 50997, printed: '50997', wording: 'unmarked', unit: 'tablet' }),
  ).toEqual(closed(50997));
  expect(
    claimInterval({ value: 160, printed: '160', wording: 'unmarked', unit: 'seizure' }),
  ).toEqual(open(155, 165));
  expect(claimInterval({ value: 17, printed: '17', wording: 'unmarked', unit: 'g' })).toEqual(
    open(16.5, 17.5),
  );
  expect(claimInterval({ value: 3, printed: '3', wording: 'unmarked', unit: 't' })).toEqual(
    open(2.5, 3.5),
  );
  expect(claimInterval({ value: 0.017, printed: '17', wording: 'unmarked', unit: 'kg' })).toEqual(
    open(0.0165, 0.0175),
  );
});

test('the worked example of the joint total: both floors are satisfied by the exact figure', () => {
  const exact = kg(4157, 'unmarked');
  expect(intervalContains(kg(3900, 'floor'), exact)).toBe(true);
  expect(intervalContains(kg(4100, 'floor'), exact)).toBe(true);
  expect(intervalContains(kg(7000, 'rounded'), kg(7292, 'unmarked'))).toBe(true);
  expect(intervalContains(kg(15000, 'just_under'), kg(11500, 'floor'))).toBe(false);
});

test('whatever the digits: the value lies in its interval, except just above what is just under', () => {
  const wordings = ['exact', 'rounded', 'floor', 'unmarked'] as const;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom(...wordings),
      (digits, places, wording) => {
        const printed = (digits / 10 ** places).toFixed(places);
        const value = Number(printed);
        const interval = kg(value, wording, printed);
        expect(intervalContains(interval, value)).toBe(true);
        expect(intervalContains(kg(value, 'just_under', printed), value)).toBe(false);
        expect(compareDecimal(interval.low, 0)).toBe(1);
        expect(placeValue(printed)).not.toBeNull();
      },
    ),
  );
});

test('contradictions are refused', () => {
  expect(() => kg(4157, 'unmarked', '4.157,0')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: printed: expected digits with a decimal point, such as "1.7", found "4.157,0". Repair: store what parseNumber returns as \`printed\`]`,
  );
  expect(() => kg(4157, 'unmarked', '0')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: value and printed contradict: 4157 and "0". Repair: store the value that the printed digits give, zero or more]`,
  );
  expect(() => kg(0, 'just_under')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: nothing is just under zero. Repair: check the wording; a zero is exact]`,
  );
  expect(() =>
    claimInterval({ value: 50, wording: 'exact', unit: 'tablet', toUnit: 'kg' }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: A claim in tablet has no interval in kg. Convert the observation first, with a recorded assumption.]`,
  );
});
