import { mannKendall, seasonalMannKendall } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permutations, scoreByDefinition } from '../reference.ts';
import { airPassengers, gapped, lakeHuron, nile, shampoo } from './series.ts';

const series = { airPassengers, gapped, shampoo, lakeHuron, nile };

/** Years of twelve months without a missing one. */
function wholeYears(values: readonly (number | null)[]): readonly (number | null)[] {
  const years = Array.from({ length: Math.floor(values.length / 12) }, (_, i) =>
    values.slice(12 * i, 12 * i + 12),
  );
  return years.filter((year) => !year.includes(null)).flat();
}

describe('seasonalMannKendall', () => {
  // pyMannKendall 1.4.3, seasonal_test(period=12).
  it.each([
    ['airPassengers', 784, 2550, 15.50571052301472, 0.98989898989899],
    ['gapped', 21, 661.6666666666666, 0.7775178486940242, 0.06976744186046512],
    ['shampoo', 30, 44, 4.371914496377573, 0.8333333333333334],
    ['lakeHuron', -128, 835.3333333333334, -4.3941392441214076, -0.36363636363636365],
    ['nile', -101, 889.6666666666669, -3.352635508931923, -0.27445652173913043],
  ] as const)('%s: equals pyMannKendall 1.4.3', (name, s, variance, z, tau) => {
    const { details } = seasonalMannKendall(series[name]);
    expect(details).toMatchObject({ s, seasons: 12 });
    expect(details.variance).toBeCloseTo(variance, 8);
    expect(details.z).toBeCloseTo(z, 10);
    expect(details.tau).toBeCloseTo(tau, 12);
  });

  it('p of the gapped series equals pyMannKendall 1.4.3', () => {
    expect(seasonalMannKendall(gapped, { method: 'asymptotic' }).p).toBeCloseTo(
      0.43685330813392964,
      12,
    );
  });

  // pyMannKendall 1.4.3, correlated_seasonal_test(period=12), which leaves out years with a missing month.
  it.each([
    ['airPassengers', 784, 30472, 4.49123296393777, 7.081204407288766e-6],
    ['gapped', 1, 20.33333333333333, 0.22176638128637188, 0.8244957516547711],
    ['shampoo', 30, 420, 1.4638501094227998, 0.14323490752466972],
    ['lakeHuron', -136, 4448, -2.0391844892738287, 0.04143161833669895],
    ['nile', -79, 2701, -1.5200742396959888, 0.12849231808174477],
  ] as const)(
    '%s with covariance between seasons: equals pyMannKendall 1.4.3',
    (name, s, variance, z, p) => {
      const result = seasonalMannKendall(wholeYears(series[name]), {
        dependence: 'between_seasons',
      });
      expect(result.details.s).toBe(s);
      expect(result.details.variance).toBeCloseTo(variance, 8);
      expect(result.details.z).toBeCloseTo(z, 10);
      expect(result.p).toBeCloseTo(p, 10);
    },
  );

  it('exact p is the share of all orderings within seasons, with and without ties', () => {
    const half = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(half, half, (first, second) => {
        const values = first.flatMap((value, i) => [value, second[i] as number]);
        const { p, details } = seasonalMannKendall(values, { seasons: 2, method: 'exact' });
        const scores = (list: readonly number[]) => permutations(list).map(scoreByDefinition);
        const sums = scores(first).flatMap((a) => scores(second).map((b) => a + b));
        const beyond = sums.filter((sum) => Math.abs(sum) >= Math.abs(details.s)).length;
        expect(p).toBeCloseTo(beyond / sums.length, 12);
      }),
      { numRuns: 20 },
    );
  });

  it('is exact for few values and asymptotic for many', () => {
    expect(seasonalMannKendall(shampoo).method).toBe('Seasonal Mann-Kendall, exact');
    expect(seasonalMannKendall(nile).method).toBe('Seasonal Mann-Kendall, asymptotic');
    const exact = seasonalMannKendall(shampoo, { method: 'exact' });
    const normal = seasonalMannKendall(shampoo, { method: 'asymptotic' });
    expect(Math.abs((exact.p as number) - (normal.p as number))).toBeLessThan(1e-4);
  });

  it('does not take a season for a trend, nor overlook a trend behind a season', () => {
    const season = [80, 30, 5, 0];
    const still = Array.from({ length: 32 }, (_, i) => (season[i % 4] as number) + ((i * 7) % 5));
    const rising = still.map((value, i) => value + i / 2);
    expect(seasonalMannKendall(still, { seasons: 4 }).details.verdict).toBe('not_shown');
    expect(seasonalMannKendall(rising, { seasons: 4 }).details.verdict).toBe('rising');
    expect(mannKendall(rising).details.verdict).toBe('not_shown');
  });

  it('takes the seasons by name, in any number, and gives the same', () => {
    const months = airPassengers.map(
      (_, i) =>
        ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'][
          i % 12
        ] as string,
    );
    const named = seasonalMannKendall(airPassengers, { seasons: months });
    expect(named.details).toEqual(seasonalMannKendall(airPassengers).details);
    expect(named.bySeason.map(({ season }) => season)).toEqual([...new Set(months)]);
  });

  it('works at unequal spacing: missing months may be left out', () => {
    const kept = gapped.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
    const short = seasonalMannKendall(
      kept.map(({ value }) => value),
      { seasons: kept.map(({ i }) => i % 12), times: kept.map(({ i }) => 2000 + i / 12) },
    );
    const { s, variance } = seasonalMannKendall(gapped).details;
    expect(short.details).toMatchObject({ s, variance });
  });

  it('with missing years the covariance keeps all years', () => {
    const { details } = seasonalMannKendall(gapped, { dependence: 'between_seasons' });
    expect(details.s).toBe(21);
    expect(details.variance).toBeGreaterThan(0);
  });

  it('tells when seasons go different ways', () => {
    const values = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? i : -i));
    const { details, warnings, says } = seasonalMannKendall(values, { seasons: 2 });
    // χ² of van Belle and Hughes by hand: S = ±66 and Var = 212.667 in each half, so 2 · 66²/212.667.
    expect(details.heterogeneity).toBeCloseTo((2 * 66 * 66) / (638 / 3), 8);
    expect(details.pHeterogeneity).toBeLessThan(1e-6);
    expect(details.verdict).toBe('not_shown');
    expect(warnings.map(({ en }) => en)).toContain(
      'the seasons do not move alike: one direction hides their differences',
    );
    expect(says.fr).toContain('Toutes les parties de l’année n’évoluent pas de la même façon.');
  });

  it.each([
    [[5], 'too_few'],
    [[1, 2], 'too_few'],
    [[1, 2, 3, 4], 'too_few'],
    [[0, 0, 0, 0, 0, 0, 0, 0], 'constant'],
    [[null, null, null], 'too_few'],
  ])('concludes nothing from %j (%s)', (values, because) => {
    const { details, estimate } = seasonalMannKendall(values, { seasons: 2 });
    expect(details).toMatchObject({ verdict: 'no_conclusion', because });
    expect(estimate).toBeNull();
    expect(Object.values(details)).not.toContain(Number.NaN);
  });

  it('says what was compared with what', () => {
    expect(seasonalMannKendall(airPassengers, { controls: true }).says).toMatchInlineSnapshot(`
      {
        "de": "Die Zahlen steigen (n = 144, p < 0,001). Jeder Teil des Jahres wird nur mit demselben Teil anderer Jahre verglichen.",
        "en": "The figures rise (n = 144, p < 0.001). Each part of the year is compared only with the same part of other years.",
        "fr": "Les chiffres sont en hausse (n = 144 ; p < 0,001). Chaque partie de l’année n’est comparée qu’à la même partie des autres années.",
        "nl": "De cijfers stijgen (n = 144, p < 0,001). Elk deel van het jaar is alleen met hetzelfde deel van andere jaren vergeleken.",
      }
    `);
  });

  it('refuses what has no seasons', () => {
    expect(() => seasonalMannKendall([1, 2], { seasons: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`seasons\` must be a whole number above one, got 1]`,
    );
    expect(() =>
      seasonalMannKendall([1, 2], { seasons: ['a'] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`seasons\` must have one entry per value: got 1 for 2]`,
    );
    expect(() =>
      seasonalMannKendall([1, 2], { seasons: ['a', 'a'] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected at least two seasons, found one. Repair: use mannKendall for values of one season]`,
    );
    expect(() => seasonalMannKendall([])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: a series needs at least one value, found none. Repair: pass the values in time order, null where a period is missing]`,
    );
    expect(() =>
      seasonalMannKendall([1, Number.POSITIVE_INFINITY]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a finite number or null, found Infinity at position 2. Repair: use null where a period is missing, and say why in the source]`,
    );
    expect(() =>
      seasonalMannKendall(nile, { method: 'exact', dependence: 'between_seasons' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`method: 'exact'\` needs seasons that do not depend on each other; use 'asymptotic' with \`dependence\`]`,
    );
    expect(() =>
      seasonalMannKendall(new Float64Array(201), { method: 'exact' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`method: 'exact'\` takes up to 200 values, got 201; use 'asymptotic', which is accurate there]`,
    );
    expect(() =>
      seasonalMannKendall([1, 2, 3, 4], {
        seasons: ['a', 'a', 'b', 'b'],
        times: [2020.1, 2020.2, 2020.3, 2021],
        dependence: 'between_seasons',
      }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected one value of season a in a year, found two. Repair: sum the values of a season in a year, or name the seasons more finely]`,
    );
  });
});
