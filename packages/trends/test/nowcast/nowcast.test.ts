import { nowcast } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

/** Increments of claims, Taylor and Ashe 1983, as in Mack 1993, table 1. */
// biome-ignore format: data
const increments = [
  [357848, 766940, 610542, 482940, 527326, 574398, 146342, 139950, 227229, 67948],
  [352118, 884021, 933894, 1183289, 445745, 320996, 527804, 266172, 425046],
  [290507, 1001799, 926219, 1016654, 750816, 146923, 495992, 280405],
  [310608, 1108250, 776189, 1562400, 272482, 352053, 206286],
  [443160, 693190, 991983, 769488, 504851, 470639],
  [396132, 937085, 847498, 805037, 705960],
  [440832, 847631, 1131398, 1063269],
  [359480, 1061648, 1443370],
  [376686, 986608],
  [344014],
];
const taylorAshe = increments.map((row) =>
  row.map((_, age) => row.slice(0, age + 1).reduce((sum, increment) => sum + increment, 0)),
);

const thousands = (values: readonly (number | null)[]): readonly number[] =>
  values.map((value) => Math.round((value ?? Number.NaN) / 1000));

describe('nowcast', () => {
  it('chain ladder of the domain dossier', () => {
    const { developments, rows, estimate } = nowcast([[100, 130, 136], [120, 150], [140]]);
    expect(developments.map(({ factor }) => factor.toFixed(6))).toEqual(['1.272727', '1.046154']);
    expect(rows.map(({ ultimate }) => ultimate.toFixed(3))).toEqual([
      '136.000',
      '156.923',
      '186.406',
    ]);
    expect(estimate).toBe(rows[2]?.ultimate);
  });

  it('equals Mack 1993, table 2, of the Taylor-Ashe triangle', () => {
    const { rows, details } = nowcast(taylorAshe);
    expect(thousands(rows.map(({ ultimate, known }) => ultimate - known))).toEqual([
      0, 95, 470, 710, 985, 1419, 2178, 3920, 4279, 4626,
    ]);
    expect(thousands(rows.map(({ standardError }) => standardError))).toEqual([
      0, 76, 122, 134, 261, 411, 558, 875, 971, 1363,
    ]);
    expect(thousands([details.totalUltimate - details.totalKnown, details.totalError])).toEqual([
      18681, 2447,
    ]);
  });

  it('over-dispersed Poisson equals the quasi-Poisson model of R', () => {
    // R 4.2.2, glm(X ~ factor(i) + factor(j) - 1, family = quasipoisson, control = list(epsilon = 1e-14)),
    // prediction error φ Σμ + μ' Var(η) μ from its vcov.
    const { rows, details } = nowcast(taylorAshe, { method: 'odp' });
    expect(details.totalUltimate - details.totalKnown).toBeCloseTo(18680855.6119, 3);
    expect(details.totalError).toBeCloseTo(2945646.2312, 2);
    expect(rows[9]?.standardError).toBeCloseTo(1980090.7243, 2);
    expect(rows[1]?.standardError).toBeCloseTo(110099.2784, 2);
  });

  it('bears corrections downward, and missing cells', () => {
    const down = nowcast([[200, 190, 188], [210, 200], [220, 207], [230]]);
    expect(down.details.verdict).toBe('lower');
    expect(down.estimate as number).toBeLessThan(230);
    expect(down.details.onlyUpward).toBe('no');
    const gap = nowcast([
      [100, 130, 136, 137],
      [120, null, 160, 161],
      [140, 175, 181],
      [130, 170],
      [150],
    ]);
    // By hand: (130 + 175 + 170) / (100 + 140 + 130); (136 + 181) / (130 + 175); (137 + 161) / (136 + 160).
    expect(gap.developments.map(({ factor }) => factor)).toEqual([475 / 370, 317 / 305, 298 / 296]);
    expect(gap.developments.map(({ periods }) => periods)).toEqual([3, 2, 2]);
  });

  it('takes a revision triangle by lag', () => {
    const columns = [3, 15, 27];
    const values = [
      [100, 130, 136],
      [120, 150, null],
      [140, null, null],
    ];
    const rows = values.map((row, i) => ({
      periodStart: `${2021 + i}-01-01`,
      periodEnd: `${2021 + i}-12-31`,
      values: row,
    }));
    const result = nowcast({ unit: 'offence', by: 'lag', columns, rows });
    expect(result.estimate).toBeCloseTo(186.405594, 6);
    expect(result.developments[0]).toMatchObject({ from: '3', to: '15' });
    expect(result.rows[2]).toMatchObject({ period: '2023-01-01/2023-12-31', age: '3' });
    expect(result.unit).toBe('offence');
    expect(result.says.nl).toMatch(/^2023: het bekende cijfer is 140 misdrijven;/);
  });

  it('is never below what is known where nothing was ever corrected downward', () => {
    for (const { known, interval } of nowcast(taylorAshe).rows)
      expect(interval?.low).toBeGreaterThanOrEqual(known);
  });

  it('of few counts may come to nothing more, and reaches as far as t with the scatter of all ages', () => {
    const { interval, rows } = nowcast([[4, 6, 7, 7], [5, 5, 6], [3, 5], [4]], { level: 0.9 });
    expect(interval?.low).toBe(4);
    expect(interval?.high as number).toBeGreaterThan(8);
    for (const row of rows.slice(1)) {
      expect(Number.isInteger(row.interval?.low) && Number.isInteger(row.interval?.high)).toBe(
        true,
      );
      // At least that of events that come in independently of each other.
      const late = row.ultimate - row.known;
      expect((row.interval?.high as number) - row.known).toBeGreaterThan(late + 0.5 * late ** 0.5);
    }
  });

  it('holds a figure at the last age for final', () => {
    const { details, interval, says } = nowcast([
      [10, 12],
      [11, 13],
      [14, 15],
    ]);
    expect(details.verdict).toBe('final');
    expect(interval).toEqual({ low: 15, high: 15, level: 0.95 });
    expect(says.en).toBe(
      'Latest period: the figure (15) is as old as the oldest in the table and is taken as final.',
    );
  });

  it.each(['mack', 'odp'] as const)(
    'gives no interval where all periods grew alike, by %s',
    (method) => {
      const { interval, details, confidence, rows } = nowcast([[5, 5, 5], [6, 6], [7]], { method });
      expect([interval, details.verdict, confidence]).toEqual([null, 'no_interval', 'low']);
      expect(rows.slice(1).map((row) => row.interval)).toEqual([null, null]);
    },
  );

  it('says why there is none', () => {
    const { says, warnings } = nowcast([[5, 5, 5], [6, 6], [7]]);
    expect(says).toMatchObject({
      nl: expect.stringContaining(
        'vanaf hier allemaal gelijk; daaruit is geen interval af te leiden.',
      ),
      fr: expect.stringContaining('ont ensuite toutes évolué de la même façon'),
      de: expect.stringContaining('von hier an alle gleich entwickelt'),
      en: expect.stringContaining(
        'all earlier periods developed alike, from which no interval can be drawn.',
      ),
    });
    expect(warnings.map(({ en }) => en)).toContain('at some age all periods grew alike');
  });

  it('gives no interval from zero', () => {
    const { details, says } = nowcast([[3, 4, 4], [5, 6], [2, 2], [0]]);
    expect(details.verdict).toBe('no_interval');
    expect(says.nl).toMatch(/^Laatste periode: er is nog niets bekend/);
  });

  it('refuses', () => {
    expect(() => nowcast([[1, 2], [2]])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: a nowcast needs at least three periods with figures at two ages or more, found periods: 2, ages: 2. Repair: keep earlier publications of the same figures: each adds a column]`,
    );
    expect(() => nowcast([])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: a nowcast needs at least three periods with figures at two ages or more, found periods: 0, ages: 0. Repair: keep earlier publications of the same figures: each adds a column]`,
    );
    expect(() => nowcast([[1], [2], [3]])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: a nowcast needs at least three periods with figures at two ages or more, found periods: 3, ages: 1. Repair: keep earlier publications of the same figures: each adds a column]`,
    );
    expect(() => nowcast([[1, 2], [2, Number.NaN], [3]])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected figures at or above zero, found NaN for period 2 at age 2. Repair: give each cell the figure as it stood then, and null where none was published]`,
    );
    expect(() => nowcast([[1, 2], [2, -3], [3]])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected figures at or above zero, found -3 for period 2 at age 2. Repair: give each cell the figure as it stood then, and null where none was published]`,
    );
    expect(() => nowcast([[0, 2], [2, 3], [3]])).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: A figure stood at zero at age 1, and nothing can be said of how it grows by a factor. Start at the first age at which every period has a figure above zero, or use longer periods.]`,
    );
    expect(() => nowcast([[1, 0], [2, 0], [3]])).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: All figures were corrected to zero at age 2. Find out why: such a column is no revision.]`,
    );
    expect(() => nowcast([[1, null, 3], [2, 3], [3]])).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: No period has a figure both at age 2 and at age 3. Leave one of these ages out, or keep more publications.]`,
    );
    expect(() =>
      nowcast([[3, 2], [4, 3], [5]], { method: 'odp' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: Figures were corrected downward, and a Poisson model has no negative increments. Use \`method: 'mack'\`, which bears factors below one.]`,
    );
  });

  it('refuses triangles by publication, unsorted or of mixed periods', () => {
    const row = (periodStart: string, periodEnd: string) => ({
      periodStart,
      periodEnd,
      values: [1, 2],
    });
    const year = (y: number) => row(`${y}-01-01`, `${y}-12-31`);
    const run = (columns: readonly (string | number)[], rows: ReturnType<typeof row>[]): unknown =>
      nowcast({ columns, rows });
    const years = [year(2020), year(2021), year(2022)];
    expect(() => run(['2021-01', '2022-01'], years)).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The columns of this triangle are publication dates and not ages. Ask for the revision triangle by lag: \`by: 'lag'\`.]`,
    );
    expect(() => run([12, 3], years)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected ages that increase, found 12, 3. Repair: sort the columns by age]`,
    );
    expect(() => run([3, 12], [...years].reverse())).toThrowErrorMatchingInlineSnapshot(
      `[InputError: periods must increase, found 2021-01-01 after 2022-01-01. Repair: sort the rows by period and keep one row per period]`,
    );
    expect(() => run([3], years)).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: each row must have one value per column: got 2 values for 1 columns in the row of 2020-01-01]`,
    );
    expect(() =>
      run([3, 12], [...years, row('2023-01-01', '2023-01-31')]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The triangle mixes frequencies: 2020-01-01/2020-12-31 and 2023-01-01/2023-01-31. Keep to years, or to months: one length of period.]`,
    );
  });
});
