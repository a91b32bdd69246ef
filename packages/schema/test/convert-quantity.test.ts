import { assumptions, convertQuantity, RefusalError, units } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('convertQuantity', () => {
  test.each([
    [1.005, 't', 'kg', 1005],
    [371.5, 'g', 'kg', 0.3715],
    [0.3175, 'kg', 'g', 317.5],
    [109894.48, 'kg', 't', 109.89448],
    [57, 'mg', 'kg', 0.000057],
    [1, 'oz', 'g', 28.349523125],
    [1, 'short_ton', 'kg', 907.18474],
    [1, 'long_ton', 'kg', 1016.0469088],
    [50, 'cl', 'l', 0.5],
    [0, 't', 'mg', 0],
    [50, 'EUR/g', 'EUR/kg', 50000],
    [3, 'per_1e3', 'per_1e5', 300],
    [7, 'tablet', 'tablet', 7],
  ])('%d %s in %s→%s', (value, from, to, expected) => {
    expect(convertQuantity(value, from, to)).toEqual({
      value: expected,
      unit: to,
      assumptions: [],
    });
  });

  test('masses make the round trip to 1e-12', () => {
    const mass = fc.constantFrom(...units.filter(({ dimension }) => dimension === 'mass'));
    const value = fc.double({ min: 1e-9, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(value, mass, mass, (original, a, b) => {
        const there = convertQuantity(original, a.code, b.code).value;
        const back = convertQuantity(there, b.code, a.code).value;
        expect(Math.abs(back - original) / original).toBeLessThan(1e-12);
      }),
    );
  });

  test('metric masses make the round trip to the last digit', () => {
    const mass = fc.constantFrom('mg', 'g', 'kg', 't');
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), mass, mass, (digits, a, b) => {
        const original = digits / 1000;
        const there = convertQuantity(original, a, b).value;
        expect(convertQuantity(there, b, a).value).toBe(original === 0 ? 0 : original);
      }),
    );
  });

  test('things and litres are no mass', () => {
    for (const unit of ['tablet', 'plant', 'dose', 'l', 'piece', 'cutting', 'parcel'])
      expect(() => convertQuantity(1, unit, 'kg')).toThrow(RefusalError);
    expect(() => convertQuantity(1, 'tablet', 'kg')).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: A quantity in tablets has no value in kilograms. Name an assumption, such as ECSTASY_TABLET (300 mg gross per ecstasy tablet), METH_TABLET (100 mg per methamphetamine tablet); or keep them apart.]`,
    );
    expect(() => convertQuantity(1, 'piece', 'kg')).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: A quantity in pieces has no value in kilograms. Name an assumption that says what one of them weighs; or keep them apart.]`,
    );
    expect(() => convertQuantity(1, 'kg', 'tablet')).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: A quantity in kilograms has no value in tablets. Keep them apart.]`,
    );
    expect(() => convertQuantity(1, 'EUR', 'USD')).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: A quantity in euros has no value in US dollars. Keep them apart.]`,
    );
    expect(() => convertQuantity(1, 'EUR/kg', 'USD/kg')).toThrow(RefusalError);
  });

  test('an assumption makes it possible and is listed', () => {
    const assumed = assumptions.get('PLANT_HERB');
    expect(convertQuantity(2500, 'plant', 'kg', { assumption: 'PLANT_HERB' })).toEqual({
      value: 250,
      unit: 'kg',
      assumptions: [assumed],
    });
    const own = { ...assumed, code: 'OWN', quantity: 30, source: 'own laboratory' };
    expect(convertQuantity(100, 'plant', 't', { assumption: own }).value).toBe(0.003);
    expect(convertQuantity(50, 'cl', 'kg', { assumption: 'LITRE_KILOGRAM' }).value).toBe(0.5);
    expect(convertQuantity(3, 'dose', 'kg', { assumption: 'LSD_DOSE' }).value).toBe(1.5e-7);
  });

  test('an assumption for other units or another substance is refused', () => {
    expect(() =>
      convertQuantity(1, 'tablet', 'kg', { assumption: 'PLANT_HERB' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: PLANT_HERB turns plants into grams, not tablets into kilograms. Name an assumption for these units.]`,
    );
    expect(() =>
      convertQuantity(1, 'tablet', 'kg', { assumption: 'ECSTASY_TABLET', substance: 'METH' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: ECSTASY_TABLET is an assumption about MDMA_TAB, not METH. Name one about this substance.]`,
    );
    const given = { assumption: 'ECSTASY_TABLET', substance: 'MDMA_TAB' };
    expect(convertQuantity(10, 'tablet', 'g', given).value).toBe(3);
  });

  test('what is no number or no unit is a wrong call', () => {
    expect(() => convertQuantity(Number.NaN, 'kg', 't')).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: A quantity must be a number, not NaN.]`,
    );
    expect(() => convertQuantity(1, 'kgs', 't')).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: units has no code "kgs". Nearest: kg (kilogram).]`,
    );
  });

  test('assumptions turn known units into mass, and say whether they were read in their source', () => {
    for (const { per, unit, source } of assumptions) {
      expect(units.get(per).dimension).not.toBe('mass');
      expect(units.get(unit).dimension).toBe('mass');
      expect(source).not.toBe('');
    }
    expect(assumptions.filter(({ verified }) => verified).map(({ code }) => code)).toEqual([
      'LITRE_KILOGRAM',
    ]);
  });
});
