import { mannKendall, senSlope } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nile, rotterdam, tied } from './reference.ts';

describe('senSlope', () => {
  it.each([
    ['Rotterdam', rotterdam, 0.95, 2943.5, -3711, 6960.5],
    ['Rotterdam', rotterdam, 0.9, 2943.5, -3685.25, 6909],
    ['ties', tied, 0.95, 1.0833333333333335, 0.6666666666666666, 1.5],
    ['ties', tied, 0.9, 1.0833333333333335, 0.75, 1.5],
    ['Nile', nile, 0.95, -1.1111111111111112, -9.470588235294118, 4.444444444444445],
    ['Nile', nile, 0.9, -1.1111111111111112, -7.2727272727272725, 3.75],
    ['twelve', [2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11], 0.95, 1, 0.7777777777777778, 1],
  ])('%s: equals SciPy 1.17.1 theilslopes', (_, values, level, slope, low, high) => {
    const { estimate, interval } = senSlope(values, { level });
    expect(estimate).toBeCloseTo(slope, 10);
    expect(interval?.low).toBeCloseTo(low, 10);
    expect(interval?.high).toBeCloseTo(high, 10);
  });

  it('equals SciPy 1.17.1 theilslopes at unequal spacing', () => {
    const times = [2020, 2022, 2023, 2024, 2025];
    const { estimate, interval } = senSlope([6055, 4157, 11500, 8939, 7292], { times });
    expect(estimate).toBeCloseTo(484.2, 10);
    expect(interval).toMatchObject({ low: -2561, high: 7343 });
  });

  it('a missing year keeps its distance', () => {
    expect(senSlope([1, null, 3, 4]).estimate).toBe(1);
    expect(senSlope([1, 3, 4]).estimate).not.toBe(1);
  });

  it('exact ranks equal those of Gilbert for 5 to 10 values at 95 %', () => {
    for (let n = 5; n <= 10; n++) {
      const values = Array.from({ length: n }, (_, i) => (i * 7) % 11);
      const exact = senSlope(values, { ranks: 'exact' });
      expect(exact.details.lowRank).toBe(senSlope(values).details.lowRank);
    }
  });

  it('says that no interval is possible where the ranks fall outside the slopes', () => {
    const { interval, details, says, estimate } = senSlope([1, 2, 4, 3]);
    expect([interval, estimate, details.verdict]).toEqual([
      null,
      0.8333333333333333,
      'no_conclusion',
    ]);
    expect(says.nl).toContain('geen interval');
  });

  it('has no interval where ties would make it zero alone, and says that the size cannot be told', () => {
    const { interval, details, says, warnings } = senSlope([0, 0, 1, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0]);
    expect([interval, details.verdict, details.because]).toEqual([null, 'no_conclusion', 'tied']);
    expect(says.en).toContain('so many figures are equal that the size of a change cannot be told');
    expect(warnings.map(({ en }) => en)).toEqual([
      'because of ties the size of the change cannot be told from zero',
    ]);
  });

  it('the interval holds exactly the slopes that the exact test does not reject', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 9 }),
        (values) => {
          const { interval } = senSlope(values, { ranks: 'exact' });
          const rejects = (slope: number): boolean =>
            mannKendall(values.map((value, i) => value - slope * i)).details.verdict !==
            'not_shown';
          const step = 1e-6;
          expect(rejects((interval?.low ?? 0) - step)).toBe(true);
          expect(rejects((interval?.low ?? 0) + step)).toBe(false);
          expect(rejects((interval?.high ?? 0) - step)).toBe(false);
          expect(rejects((interval?.high ?? 0) + step)).toBe(true);
        },
      ),
    );
  });

  it('turns round under negation, and follows a linear change', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 2, maxLength: 12 }),
        (values) => {
          const plain = senSlope(values).estimate as number;
          expect(senSlope(values.map((value) => -value)).estimate).toBeCloseTo(-plain, 9);
          expect(senSlope(values.map((value, i) => 2 * value + 5 * i)).estimate).toBeCloseTo(
            2 * plain + 5,
            9,
          );
        },
      ),
    );
  });

  it.each([
    [1 / 12, 'The monthly figures rise, by an estimated 12 kg from one year to the next'],
    [1 / 4, 'The quarterly figures rise, by an estimated 4 kg from one year to the next'],
    [1 / 2, 'The half-yearly figures rise, by an estimated 2 kg from one year to the next'],
    [7 / 365.2425, 'The weekly figures rise, by an estimated 52.2 kg from one year to the next'],
    [1 / 365.2425, 'The daily figures rise, by an estimated 365 kg from one year to the next'],
    [1 / 6, 'The figures of each period rise, by an estimated 6 kg from one year to the next'],
    [1, 'The figures rise, by an estimated 1 kg a year'],
    [2, 'The figures rise, by an estimated 0.50 kg a year'],
  ])('says of values %d years apart what one of them changes by in a year', (step, start) => {
    const times = Array.from({ length: 12 }, (_, i) => 2020 + i * step);
    const { says } = senSlope(
      times.map((_, i) => i),
      { times, unit: 'kg' },
    );
    expect(says.en.startsWith(start)).toBe(true);
  });

  it('refuses unknown ranks and a level that is no probability', () => {
    expect(() => senSlope([1, 2], { ranks: 'sen' as 'exact' })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`ranks\` must be gilbert, exact or asymptotic, got sen]`,
    );
    expect(() => senSlope([1, 2], { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`level\` must lie between 0 and 1, got 95]`,
    );
    expect(() =>
      senSlope(new Float64Array(101), { ranks: 'exact' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`ranks: 'exact'\` takes up to 100 values, got 101; use 'asymptotic', which is accurate there]`,
    );
  });
});
