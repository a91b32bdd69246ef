import type { Break } from '@samenbeeld/schema';
import { chainedIndex, rateRatio, type TrendSeries } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const series = (
  from: number,
  values: readonly (number | null)[],
  rest: Partial<TrendSeries> = {},
): TrendSeries => ({
  subject: `police ${from}`,
  unit: 'seizures',
  points: values.map((value, i) => ({ period: String(from + i), value })),
  ...rest,
});

const changed = (on: string): Break => ({
  id: 'new-rule',
  source: 'police',
  on,
  kind: 'definition',
  severity: 'block_trend',
  series: {},
  note: { nl: 'nieuwe regel', fr: 'nouvelle règle', de: 'neue Regel', en: 'new rule' },
});

describe('chainedIndex', () => {
  it('of one series is a simple index', () => {
    const { points, estimate, details, method } = chainedIndex([series(2016, [50, 60, null, 45])]);
    expect(points).toEqual([
      { period: '2016', index: 100, series: 0 },
      { period: '2017', index: 120, series: 0 },
      { period: '2019', index: 90, series: 0 },
    ]);
    expect(estimate).toBe(90);
    expect(details).toMatchObject({ base: '2016', last: '2019', links: '', verdict: 'described' });
    expect(method).toBe('Simple index');
  });

  it('chains across a break over the last common period, by hand', () => {
    // Old: 120, 150; new: 90 in the year of 150, then 135: 100 · 150/120 · 135/90 = 187.5.
    const { points, estimate, details } = chainedIndex([
      series(2018, [120, 150]),
      series(2019, [90, 135]),
    ]);
    expect(points.map(({ index }) => index)).toEqual([100, 125, 187.5]);
    expect(points.map((point) => point.series)).toEqual([0, 0, 1]);
    expect([estimate, details.links]).toEqual([187.5, '2019']);
  });

  it('links over all common periods by their sums', () => {
    const old = series(2018, [100, 120, 160]);
    const revised = series(2019, [60, 60, 90]);
    expect(chainedIndex([old, revised], { over: 'last' }).estimate).toBeCloseTo(
      160 * (90 / 60),
      10,
    );
    const all = chainedIndex([old, revised], { over: 'all' });
    expect(all.estimate).toBeCloseTo(90 * (280 / 120), 10);
    expect(all.warnings.map(({ en }) => en)).toContain(
      'over the common periods the ratio of the definitions moves by more than a tenth',
    );
  });

  it('chains three series, and takes any period as its base', () => {
    const three = [series(2018, [100, 110]), series(2019, [55, 66]), series(2020, [132, 165])];
    const { points, details } = chainedIndex(three, { base: '2020' });
    expect(points.map(({ index }) => Math.round(index ?? 0))).toEqual([76, 83, 100, 125]);
    expect(details.links).toBe('2019 2020');
  });

  it('of counts within one series has the exact interval of the ratio', () => {
    const { interval, details, estimate } = chainedIndex([series(2021, [88, 194])], {
      counts: true,
    });
    const ratio = rateRatio(194, 88).interval;
    expect(interval?.low).toBeCloseTo(100 * (ratio?.low ?? 0), 10);
    expect(interval?.low).toBeCloseTo(170.5050060794572, 6);
    expect([details.verdict, estimate]).toEqual(['higher', (100 * 194) / 88]);
  });

  it('of counts across a link has the interval of the delta method, by SciPy 1.17.1 norm.ppf', () => {
    const { interval } = chainedIndex([series(2018, [120, 150]), series(2019, [90, 135])], {
      counts: true,
    });
    expect(interval?.low).toBeCloseTo(130.96726371279814, 8);
    expect(interval?.high).toBeCloseTo(268.4354013617872, 8);
    const based = chainedIndex([series(2018, [120, 150]), series(2019, [90, 135])], {
      counts: true,
      base: '2019',
    });
    const spread = 1.959963984540054 * Math.sqrt(1 / 90 + 1 / 135);
    expect(based.interval?.high).toBeCloseTo(150 * Math.exp(spread), 8);
  });

  it('of fewer than ten events states no index', () => {
    const { estimate, points, details, says } = chainedIndex([series(2023, [4, 22, 7])], {
      counts: true,
    });
    expect([estimate, details.verdict]).toEqual([null, 'no_conclusion']);
    expect(points.every(({ index }) => index === null)).toBe(true);
    expect(says.en).toContain(
      'with fewer than 10 on one side no index is stated; counted were 4 (2023) and 7 (2025)',
    );
  });

  it('a declared break is bridged by an overlap and by nothing else', () => {
    const old = series(2016, [100, 110, 120, 130, 140]);
    const revised = series(2020, [70, 77]);
    for (const on of ['2020-01-01', '2020-06-01', '2021-01-01'])
      expect(chainedIndex([old, revised], { breaks: [changed(on)] }).estimate).toBeCloseTo(154, 8);
    expect(() =>
      chainedIndex([old, revised], { breaks: [changed('2018-01-01')] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: police 2016: the series crosses the break of 2018-01-01 (new-rule: new rule). Ask for the trend of one side of it, or record an override of this break with a reason.]`,
    );
    expect(() => chainedIndex([old], { breaks: [changed('2020-01-01')] })).toThrow(
      'crosses the break',
    );
  });

  it('without an overlap is refused', () => {
    expect(() =>
      chainedIndex([series(2018, [120, 150]), series(2020, [90, 135])]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: No period above zero is known under both definitions, so the index cannot be chained from 2019 to 2020. Ask the source for one period counted under both definitions, or give one index for each side of the break.]`,
    );
    expect(() => chainedIndex([series(2018, [120, 150]), series(2019, [0, 135])])).toThrow(
      'No period above zero',
    );
  });

  it('refuses what has no index', () => {
    expect(() => chainedIndex([])).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`series\` must have at least one series, got none]`,
    );
    expect(() => chainedIndex([series(2020, [0, 4])])).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The base period 2020 has the value 0. Choose a base period with a value above zero.]`,
    );
    expect(() => chainedIndex([series(2020, [null, null])])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected at least one known value in police 2020, found none. Repair: leave a series without values out]`,
    );
    expect(() => chainedIndex([series(2020, [5, -4])])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a value of zero or more in 2021, found -4. Repair: an index needs amounts; compare differences another way]`,
    );
    expect(() => chainedIndex([series(2020, [5.5, 4])], { counts: true })).toThrow('whole number');
    expect(() =>
      chainedIndex([series(2020, [5, 4])], { base: '2019' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`base\` must be a period of the series with a known value, got 2019]`,
    );
    expect(() =>
      chainedIndex([series(2020, [5, 4]), series(2021, [1, 2], { unit: 'kg' })]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The series are in seizures and kg. Convert them to one unit first.]`,
    );
    expect(() => chainedIndex([series(2020, [5, Number.NaN])])).toThrow('expected a finite number');
    expect(() =>
      chainedIndex([series(2020, [5, 4])], { over: 'first' as 'last' }),
    ).toThrowErrorMatchingInlineSnapshot(`[UsageError: \`over\` must be last or all, got first]`);
  });

  it('leaves undecided figures out and says so', () => {
    const points = [
      { period: '2020', value: 20 },
      { period: '2021', value: null, interval: { low: 10, high: 30, closed: true } },
      { period: '2022', value: 30 },
    ];
    const { warnings, n } = chainedIndex([{ subject: 's', unit: 'kg', points }]);
    expect([n, warnings.map(({ en }) => en)]).toEqual([2, ['undecided and left out: 2021']]);
  });

  it('says where the index stands', () => {
    const controls = { controls: true };
    expect(chainedIndex([series(2023, [50, 45], controls)]).says).toMatchInlineSnapshot(`
      {
        "de": "Index 90,0 für 2024 (2023 = 100). Das beschreibt die Zahlen; ob der Unterschied über den Zufall hinausgeht, wurde nicht geprüft.",
        "en": "Index 90.0 for 2024 (2023 = 100). This describes the figures; whether the difference is more than chance has not been tested.",
        "fr": "Indice 90,0 pour 2024 (2023 = 100). Ceci décrit les chiffres ; il n’a pas été testé si l’écart dépasse le hasard.",
        "nl": "Index 90,0 voor 2024 (2023 = 100). Dit beschrijft de cijfers; of het verschil meer is dan toeval, is niet getoetst.",
      }
    `);
    expect(
      chainedIndex([series(2018, [120, 150], controls), series(2019, [90, 135], controls)], {
        counts: true,
      }).says,
    ).toMatchInlineSnapshot(`
      {
        "de": "Das Niveau liegt höher als im Basiszeitraum: Index 188 für 2020 (2018 = 100; 95-%-Intervall 131 bis 268). Verknüpft über 2019, nach beiden Definitionen gezählt.",
        "en": "The level is higher than in the base period: index 188 for 2020 (2018 = 100; 95% interval 131 to 268). Linked over 2019, counted under both definitions.",
        "fr": "Le niveau est plus élevé que dans la période de base : indice 188 pour 2020 (2018 = 100 ; intervalle à 95 % de 131 à 268). Raccordé sur 2019, compté selon les deux définitions.",
        "nl": "Het niveau ligt hoger dan in de basisperiode: index 188 voor 2020 (2018 = 100; 95%-interval 131 tot 268). Gekoppeld over 2019, geteld volgens beide definities.",
      }
    `);
    expect(
      chainedIndex([series(2023, [50, 45], controls)], { counts: true }).says.de,
    ).toMatchInlineSnapshot(
      `"Ein Unterschied zum Basiszeitraum lässt sich nicht nachweisen: Index 90,0 für 2024 (2023 = 100; 95-%-Intervall 59 bis 137). Das beweist nicht, dass beide gleich sind."`,
    );
  });
});
