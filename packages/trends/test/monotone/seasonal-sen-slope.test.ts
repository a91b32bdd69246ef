import { seasonalMannKendall, seasonalSenSlope } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airPassengers, gapped, lakeHuron, nile, shampoo } from './series.ts';

const series = { airPassengers, gapped, shampoo, lakeHuron, nile };

describe('seasonalSenSlope', () => {
  // pyMannKendall 1.4.3, seasonal_sens_slope(period=12): slope per year and intercept.
  it.each([
    ['airPassengers', 30.23611111111111, 85.3431712962963],
    ['gapped', 0.4, 100.4],
    ['shampoo', 139.92499999999998, 76.09270833333335],
    ['lakeHuron', -0.3234999999999957, 580.4274791666667],
    ['nile', -29.99107142857143, 1017.2131696428571],
  ] as const)('%s: equals pyMannKendall 1.4.3', (name, slope, intercept) => {
    const { estimate, details } = seasonalSenSlope(series[name]);
    expect(estimate).toBeCloseTo(slope, 10);
    expect(details.intercept).toBeCloseTo(intercept, 9);
  });

  it('ranks of the interval by hand: N = 792 slopes, Var = 2550, z = 1.959964', () => {
    const { interval, details } = seasonalSenSlope(airPassengers);
    // (792 − 1.959964 · 50.4975) / 2 = 346.51, rounded; Gilbert 1987, chapter 17.
    expect(details).toMatchObject({ slopes: 792, lowRank: 347, highRank: 446 });
    const slopes = Array.from({ length: 12 }, (_, month) =>
      airPassengers.filter((_, i) => i % 12 === month),
    )
      .flatMap((values) =>
        values.flatMap((earlier, i) =>
          values.slice(i + 1).map((later, k) => (later - earlier) / (k + 1)),
        ),
      )
      .sort((a, b) => a - b);
    expect(interval?.low).toBeCloseTo(slopes[346] as number, 10);
    expect(interval?.high).toBeCloseTo(slopes[445] as number, 10);
  });

  it('the exact interval holds the slopes that the exact test does not reject', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 12, maxLength: 12 }),
        (values) => {
          const { interval } = seasonalSenSlope(values, { seasons: 2, ranks: 'exact' });
          const rejects = (slope: number): boolean =>
            seasonalMannKendall(
              values.map((value, i) => value - slope * Math.floor(i / 2)),
              { seasons: 2 },
            ).details.verdict !== 'not_shown';
          expect(rejects((interval?.low ?? 0) - 1e-6)).toBe(true);
          expect(rejects((interval?.low ?? 0) + 1e-6)).toBe(false);
          expect(rejects((interval?.high ?? 0) - 1e-6)).toBe(false);
          expect(rejects((interval?.high ?? 0) + 1e-6)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is wider where seasons depend on each other', () => {
    const width = (dependence: 'none' | 'between_seasons'): number => {
      const { interval } = seasonalSenSlope(airPassengers, { dependence });
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    expect(width('between_seasons')).toBeGreaterThan(width('none'));
  });

  it('follows times in years, with months left out', () => {
    const kept = gapped.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
    const { estimate, interval } = seasonalSenSlope(
      kept.map(({ value }) => value),
      { seasons: kept.map(({ i }) => i % 12), times: kept.map(({ i }) => 2000 + i / 12) },
    );
    const whole = seasonalSenSlope(gapped);
    expect(estimate).toBeCloseTo(whole.estimate as number, 9);
    expect(interval?.low).toBeCloseTo(whole.interval?.low as number, 9);
  });

  it.each([
    [[5], 'no_interval'],
    [[1, 2], 'no_interval'],
    [[1, 2, 3, 4], 'no_interval'],
    [[7, 1, 7, 1, 7, 1], 'constant'],
  ])('gives no interval for %j (%s)', (values, because) => {
    const { interval, details } = seasonalSenSlope(values, { seasons: 2 });
    expect(interval).toBeNull();
    expect(details.because).toBe(because);
    expect(Object.values(details)).not.toContain(Number.NaN);
  });

  it('says the size per year', () => {
    const result = seasonalSenSlope(airPassengers, { unit: 'kg', controls: true });
    expect(result.unit).toBe('kg/year');
    expect(result.says).toMatchInlineSnapshot(`
      {
        "de": "Die Monatszahlen steigen, geschätzt um 30,2 kg von Jahr zu Jahr (95-%-Intervall 29,0 bis 31,6; n = 144). Jeder Teil des Jahres wird nur mit demselben Teil anderer Jahre verglichen.",
        "en": "The monthly figures rise, by an estimated 30.2 kg from one year to the next (95% interval 29.0 to 31.6; n = 144). Each part of the year is compared only with the same part of other years.",
        "fr": "Les chiffres mensuels sont en hausse, d’environ 30,2 kg d’une année à l’autre (intervalle à 95 % de 29,0 à 31,6 ; n = 144). Chaque partie de l’année n’est comparée qu’à la même partie des autres années.",
        "nl": "De maandcijfers stijgen, naar schatting met 30,2 kg van jaar op jaar (95%-interval 29,0 tot 31,6; n = 144). Elk deel van het jaar is alleen met hetzelfde deel van andere jaren vergeleken.",
      }
    `);
  });

  it('refuses unknown options', () => {
    expect(() =>
      seasonalSenSlope([1, 2], { ranks: 'sen' as 'exact' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`ranks\` must be gilbert, exact or asymptotic, got sen]`,
    );
    expect(() =>
      seasonalSenSlope(nile, { ranks: 'exact', dependence: 'between_seasons' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`ranks: 'exact'\` takes up to 200 values of seasons that do not depend on each other; use 'asymptotic']`,
    );
    expect(() =>
      seasonalSenSlope(nile, { dependence: 'yes' as 'none' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`dependence\` must be none or between_seasons, got yes]`,
    );
    expect(() => seasonalSenSlope(nile, { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`level\` must lie between 0 and 1, got 95]`,
    );
  });
});
