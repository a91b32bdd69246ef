import { parseNumber } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMark } from '../../src/columns/missing-marks.ts';
import { numberShape } from '../../src/columns/number-shape.ts';
import { timeReadings } from '../../src/columns/time-shape.ts';
import { confidenceOf } from '../../src/columns/weigh.ts';

describe('the shape of a number', () => {
  it.each([
    ['4,444,108', { group: ',', decimal: null }],
    ['1.250,5', { group: '.', decimal: ',' }],
    ['1 097', { group: ' ', decimal: null }],
    ['7,83e-03', { group: null, decimal: ',' }],
    ['1,234e-02', { group: null, decimal: ',' }],
    ['45*', { flag: '*' }],
    ['11419 bp', { flag: 'bp' }],
    ['12,5 %', { decimal: ',', percent: true }],
    ['0,123', { decimal: ',', either: null }],
  ])('of %s shows its marks', (text, shape) => {
    expect(numberShape(text)).toMatchObject(shape);
  });

  it.each(['1,234', '12.345'])('of %s has two readings', (text) => {
    expect(numberShape(text)?.either).toBe(text.includes(',') ? ',' : '.');
  });

  it.each(['3**100', '------', '12,34,5', 'ruim 300', '2023JJ00', ''])(
    'does not fit %s',
    (text) => {
      expect(numberShape(text)).toBeNull();
    },
  );

  it('is found in every number that people print, with the marks they used', () => {
    const marks = fc.constantFrom<readonly ['.' | ',', string]>(
      ['.', ','],
      [',', '.'],
      [',', ' '],
      ['.', "'"],
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 999_999_999 }),
        fc.integer({ min: 1, max: 9 }),
        marks,
        (whole, rest, [decimal, group]) => {
          const text = `${String(whole).replace(/\B(?=(?:\d{3})+$)/g, group)}${decimal}${rest}`;
          expect(numberShape(text)).toMatchObject({ decimal, group });
          expect(parseNumber(text).printed).toBe(`${whole}.${rest}`);
        },
      ),
    );
  });
});

describe('readings of a time', () => {
  it.each([
    ['2022', ['year']],
    ['22', ['year2']],
    ['2022-07', ['yearmonth']],
    ['2023_09', ['yearmonth']],
    ['2016*', ['period']],
    ['2023JJ00', ['period']],
    ['28-01-2023', ['%d-%m-%Y']],
    ['03/04/2023', ['%d/%m/%Y', '%m/%d/%Y']],
    ['2023-05-01T00:00:00', ['%Y-%m-%dT00:00:00']],
    ['31.02.2023', []],
    ['Mord § 211 StGB', []],
    ['12345', []],
  ])('of %s', (text, readings) => {
    expect(timeReadings(text, 'nl')).toEqual(readings);
  });
});

describe('confidence', () => {
  it('grows with either evidence, and passes 0.97 only where heading and cells both speak strongly', () => {
    const share = fc.double({ min: 0, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (heading, content, more) => {
        const found = confidenceOf(heading, content, 0);
        expect(confidenceOf(Math.max(heading, more), content, 0)).toBeGreaterThanOrEqual(found);
        if (heading < 0.75 || content < 0.75) expect(found).toBeLessThanOrEqual(0.97);
        expect(confidenceOf(heading, content, 0.5)).toBeLessThanOrEqual(found / 2 + 1e-9);
      }),
    );
  });

  it('of a heading alone, or of cells alone that are not in themselves telling, stays below 0.9', () => {
    expect(confidenceOf(0.85, 0, 0)).toBeLessThan(0.9);
    expect(confidenceOf(0, 0.85, 0)).toBeLessThan(0.9);
  });
});

describe('missing marks', () => {
  it('have the other readings of other offices', () => {
    expect(guessMark('-', 3)).toMatchObject({
      value: 'not_applicable',
      confidence: 0.5,
      alternatives: [{ value: 'not_reported' }],
    });
  });
});
