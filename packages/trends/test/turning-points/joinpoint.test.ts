import { type Joinpoint, joinpoint } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoveries, drugOffences, nile, normals, rotterdam, years } from './series.ts';

// R 4.2.2: lm.wfit of log(y) on 1, t and pmax(t - tau, 0) at every placement with two observations before, between and
// after; BIC = log(SSE/n) + (2k + 2) log(n)/n; each line by itself without the observations on joinpoints for the
// standard errors; {x: SSE(x) <= SSE (1 + qf(.95, 1, n - 2k - 2)/(n - 2k - 2))} for the places.
const de = { values: drugOffences.DE, periods: years(2008, 15) };

const model = ({ models }: Joinpoint, k: number) => models[k];
const percents = ({ segments }: Joinpoint): readonly (number | null)[] =>
  segments.map(({ apc }) => apc);

function near(
  found: readonly (number | null | undefined)[],
  expected: readonly number[],
  digits: number,
): void {
  expect(found.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, digits);
}

describe('joinpoint against an exhaustive grid of lm.wfit in R 4.2.2', () => {
  const germany = joinpoint(de.values, { periods: de.periods, permutations: 199 });

  it('Germany 2008-2022: squares and criteria of 0, 1 and 2 joinpoints', () => {
    near(
      germany.models.map(({ squares }) => squares),
      [0.0476866991749, 0.0314471313431, 0.0038018763978],
      12,
    );
    near(
      germany.models.map(({ bic }) => bic),
      [-5.390079604, -5.445350994, -7.197090666],
      8,
    );
    near(
      germany.models.map(({ bic3 }) => bic3),
      [-5.390079604, -5.264814314, -6.836017306],
      8,
    );
    near(
      germany.models.map(({ wbic }) => wbic),
      [-5.390079604, -5.383869748, -6.870188248],
      8,
    );
    expect(germany.models[1]?.knots).toEqual([12]);
  });

  it('Germany 2008-2022: turns in 2012 and 2019, annual percent changes and mean with their intervals', () => {
    expect(germany.details).toMatchObject({
      verdict: 'turns',
      joinpoints: '2012 2019',
      degreesOfFreedom: 7,
    });
    near(percents(germany), [0.08371619881, 6.55978389724, -2.17580633905], 9);
    near(
      germany.segments.map(({ interval }) => interval?.low),
      [-1.745110792, 5.514514642, -4.987108128],
      8,
    );
    near(
      germany.segments.map(({ interval }) => interval?.high),
      [1.9465833095, 7.61540801, 0.7186780326],
      8,
    );
    expect(germany.joinpoints.map(({ low, high }) => [low, high])).toEqual([
      ['2011', '2012'],
      ['2018', '2020'],
    ]);
    near(
      [germany.estimate, germany.interval?.low, germany.interval?.high],
      [2.76690429, 1.79069796, 3.752472761],
      8,
    );
  });

  it('the mean by the normal quantile, as the National Cancer Institute prints it', () => {
    const { interval } = joinpoint(de.values, { permutations: 0, meanQuantile: 'normal' });
    near([interval?.low, interval?.high], [1.957096893, 3.583143687], 8);
  });

  it('the Netherlands 2008-2022, weighted by given standard errors', () => {
    const values = drugOffences.NL;
    const result = joinpoint(values, {
      periods: years(2008, 15),
      errors: values.map(Math.sqrt),
      permutations: 0,
    });
    near(
      result.models.map(({ squares }) => squares),
      [748.566653084, 518.16558396, 394.752107143],
      8,
    );
    near(
      result.models.map(({ wbic }) => wbic),
      [4.271183408, 4.319958692, 4.541699572],
      8,
    );
    expect(result.models.map(({ knots }) => knots)).toEqual([[], [9], [9, 12]]);
    expect(result.details).toMatchObject({ verdict: 'disputed', byBic: 1, byBic3: 0, byWbic: 0 });
    near(
      [result.estimate, result.interval?.low, result.interval?.high],
      [-3.426430046, -4.20481277, -2.641722583],
      8,
    );
    const one = joinpoint(values, {
      errors: values.map(Math.sqrt),
      permutations: 0,
      choose: 'bic',
    });
    near(percents(one), [-4.374417482, -0.943581039], 8);
    near(
      one.segments.map(({ interval }) => interval?.low),
      [-5.701589262, -4.711941621],
      8,
    );
    near([one.interval?.low, one.interval?.high], [-4.748676876, -1.550880906], 8);
  });

  it('40 years of the Nile, weighted, with three joinpoints', () => {
    const values = nile.slice(0, 40);
    const errors = values.map((value, i) => value / Math.sqrt(i + 1));
    const result = joinpoint(values, {
      times: years(1871, 40).map(Number),
      errors,
      maxJoinpoints: 3,
      permutations: 0,
      choose: 'bic',
    });
    near(
      result.models.map(({ squares }) => squares),
      [21.9584584389, 18.9845396887, 12.574242084, 10.6454524605],
      9,
    );
    near(
      result.models.map(({ wbic }) => wbic),
      [-0.4152830658, -0.3638765819, -0.508185602, -0.3886404618],
      9,
    );
    expect(model(result, 3)?.knots.map((knot) => 1871 + knot)).toEqual([1888, 1895, 1902]);
    expect(result.details.joinpoints).toBe('1896 1902');
    near(percents(result), [0.5919375705, -6.992355221, 3.573213673], 8);
    expect(result.joinpoints.map(({ low, high }) => `${low} ${high}`)).toEqual([
      '1893 1898',
      '1899 1906',
    ]);
  });

  it('its turns lie within half a year of the continuous ones of R segmented 1.6.2 (2011.55, 2019.41)', () => {
    near(
      germany.joinpoints.map(({ time }) => time),
      [2011.554, 2019.409],
      0,
    );
  });
});

describe('joinpoint of counts against glm(family = poisson) at every placement in R 4.2.2', () => {
  it('inventions 1860-1899', () => {
    const result = joinpoint(discoveries.slice(0, 40), {
      times: years(1860, 40).map(Number),
      model: 'poisson',
      maxJoinpoints: 3,
      permutations: 0,
      choose: 'bic',
    });
    near(
      result.models.map(({ squares }) => squares),
      [66.3605660517213, 57.6012100317916, 47.1796760824285, 43.8138211871718],
      9,
    );
    expect(result.models.map(({ knots }) => knots.map((knot) => 1860 + knot))).toEqual([
      [],
      [1887],
      [1882, 1885],
      [1862, 1882, 1885],
    ]);
    near(
      result.segments.map(({ slope }) => slope),
      [0.00379346964885, 0.39940899551467, -0.08248070590051],
      7,
    );
  });

  it('counts that begin with zeros: nothing is added to them, and no percentage is given for them', () => {
    const result = joinpoint([0, 0, 0, 0, 0, 3, 5, 2, 7, 4, 6, 9], {
      model: 'poisson',
      permutations: 0,
    });
    near(
      result.models.map(({ squares }) => squares),
      [13.557444414466, 3.54056621629, 3.1965245608],
      5,
    );
    expect(result.segments[0]).toMatchObject({ from: '1', to: '6', apc: null, interval: null });
    expect(result.estimate).toBeNull();
    expect(result.says.en).toContain('Values 1–6: no percentage can be given');
    expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
  });

  it('exposures take out what they explain', () => {
    const exposures = Array.from({ length: 14 }, (_, i) =>
      i < 7 ? 1000 * 1.5 ** i : 1000 * 1.5 ** (13 - i),
    );
    const counts = exposures.map((exposure, i) => Math.round(exposure / 40) + ((i * 7) % 5));
    const bare = joinpoint(counts, { model: 'poisson', permutations: 0 });
    expect(bare.details).toMatchObject({ verdict: 'turns', byWbic: 1, joinpoints: '8' });
    expect(
      joinpoint(counts, { model: 'poisson', exposures, permutations: 0 }).details.verdict,
    ).toBe('not_shown');
  });
});

describe('the number of joinpoints', () => {
  it('Rotterdam 2016-2025: a turn in 2021 that rests on the last two years', () => {
    const result = joinpoint(rotterdam, { periods: years(2016, 10), unit: 'kg' });
    near(
      result.models.map(({ squares }) => squares),
      [4.91271341378, 1.2191725295],
      9,
    );
    near(percents(result), [57.54257252, -32.4445905], 7);
    near(
      result.segments.map(({ interval }) => interval?.low),
      [6.699310927, -61.066465272],
      7,
    );
    near(
      [result.estimate, result.interval?.low, result.interval?.high],
      [8.133163751, -22.01850513, 49.94302331],
      7,
    );
    expect(result.joinpoints[0]).toMatchObject({
      period: '2021',
      low: '2020',
      high: '2023',
      shape: 'bend',
    });
    // 999 permutations of lm residuals in R: 0.010.
    expect(result.p).toBeCloseTo(0.01, 2);
    expect(result.details).toMatchObject({
      verdict: 'turns',
      byPermutation: 1,
      byBic: 1,
      byBic3: 1,
      byWbic: 1,
      withoutLastTwo: 0,
    });
    expect(result.confidence).toBe('low');
    expect(result.says.en).toMatchInlineSnapshot(
      `"2016–2025: the trend changes in 2021 (95% interval 2020–2023; n = 10; p = 0.008). 2016–2021: +57.5% a year (95% interval +7% to +133%); 2021–2025: no direction can be shown (95% interval −61.1% to +17.2%). This rests on the last two values (2024 and 2025): without them no change of the trend can be shown. There are no data on controls: more or fewer checks may explain or hide a change."`,
    );
  });

  it('is tested step by step, each test against alpha over what could still be added', () => {
    const { tests, details } = joinpoint(de.values, { permutations: 499 });
    expect(tests.map(({ fewer, more }) => [fewer, more])).toEqual([
      [0, 2],
      [1, 2],
    ]);
    near(
      tests.map(({ alpha }) => alpha),
      [0.025, 0.05],
      12,
    );
    near(
      tests.map(({ p }) => p),
      [1 / 500, 1 / 500],
      12,
    );
    near(
      tests.map(({ ratio }) => ratio),
      [0.0476866991749 / 0.0038018763978, 0.0314471313431 / 0.0038018763978],
      6,
    );
    expect(details).toMatchObject({ byPermutation: 2, permutations: 499, seed: 1 });
  });

  it('gives a p that is held against 5 %: that of the test times the most joinpoints looked for', () => {
    let before = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const values = normals(12, seed).map((x, i) => Math.exp(0.02 * i + 0.3 * x));
      const { p, tests, details } = joinpoint(values, { permutations: 199, seed });
      const last = tests.findLast(({ fewer }) => fewer === 0);
      expect(details.maxJoinpoints).toBe(2);
      expect(p).toBe(Math.min(1, 2 * (last?.p ?? 1)));
      expect((p as number) < 1 - 0.95).toBe((details.byPermutation as number) > 0);
      if ((last?.p ?? 1) < 0.05 && (p as number) >= 0.05) before += 1;
    }
    // Some have a p below 5 % before, and none after, whose trend is not shown to turn.
    expect(before).toBeGreaterThan(0);
  });

  it('asks before it takes minutes: sums over every pair of places cost more than the placements', () => {
    expect(() => joinpoint(normals(1500).map(Math.exp))).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`permutations\` must be given for 1500 values, which take minutes: pass 0 for the criteria alone, or sum the values over longer periods]`,
    );
  });

  it('the same seed gives the same p, another nearly the same', () => {
    const p = (seed: number): number => joinpoint(rotterdam, { seed, permutations: 1999 }).p ?? 1;
    expect(p(7)).toBe(p(7));
    expect(Math.abs(p(7) - p(8))).toBeLessThan(0.01);
  });

  it('p is the share of all orders of the residuals of a straight line', () => {
    const values = [3, 4, 4.4, 7, 5.1, 3.6, 2.2];
    const logs = values.map(Math.log);
    const line = straight(logs);
    const left = logs.map((value, i) => value - (line[i] as number));
    const ratio = (list: readonly number[]): number =>
      squaresOf(list, null) / Math.min(...[2, 3, 4].map((knot) => squaresOf(list, knot)));
    const observed = ratio(logs);
    let [beyond, all] = [0, 0];
    for (const order of orders([0, 1, 2, 3, 4, 5, 6])) {
      all += 1;
      const shuffled = order.map((at, i) => (line[i] as number) + (left[at] as number));
      if (ratio(shuffled) >= observed * (1 - 1e-9)) beyond += 1;
    }
    const { p } = joinpoint(values, { permutations: 4999 });
    const share = beyond / all;
    expect(Math.abs((p ?? 1) - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 5000));
  });

  it('by default as many as the number of values allows', () => {
    const most = (n: number): number =>
      joinpoint(nile.slice(0, n), { permutations: 0 }).details.maxJoinpoints;
    expect([6, 7, 11, 12, 16, 17, 21, 22, 40].map(most)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect(most(100)).toBe(3);
  });
});

describe('joinpoint', () => {
  it('is unmoved by the unit and turns round with time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 7, maxLength: 13 }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (values, factor) => {
          fc.pre(new Set(values).size > 1);
          const plain = joinpoint(values, { permutations: 0 });
          const scaled = joinpoint(
            values.map((value) => value * factor),
            { permutations: 0 },
          );
          const turned = joinpoint(values.toReversed(), { permutations: 0 });
          for (const [k, { squares }] of plain.models.entries()) {
            expect(model(scaled, k)?.squares).toBeCloseTo(squares, 8);
            expect(model(turned, k)?.squares).toBeCloseTo(squares, 8);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lines that pass through every value are taken as they are, and said to be suspicious', () => {
    const doubling = joinpoint([1, 2, 4, 8, 16, 32, 64, 128], { permutations: 99 });
    expect(doubling.details).toMatchObject({ verdict: 'not_shown', byBic: 0, byPermutation: 0 });
    expect(doubling.estimate).toBeCloseTo(100, 9);
    const peak = joinpoint([1, 2, 4, 8, 16, 8, 4, 2, 1], { permutations: 99 });
    expect(peak.joinpoints).toMatchObject([{ period: '5', shape: 'peak' }]);
    for (const { warnings, confidence } of [doubling, peak]) {
      expect(confidence).toBe('low');
      expect(warnings.map(({ en }) => en)).toContain(
        'the lines pass through every value: there is no scatter to judge them by',
      );
    }
  });

  it('joins unequally spaced and missing years at observations', () => {
    const values = [100, null, 121, 133, 146, null, 94, 75, 60, 48];
    const result = joinpoint(values, { periods: years(2015, 10), permutations: 0 });
    expect(result.details.joinpoints).toBe('2019');
    near(percents(result), [10, -20], 0);
  });

  it('of 40 values with up to four joinpoints the search takes far less than a second', () => {
    const values = nile.slice(0, 40);
    const started = process.cpuUsage();
    joinpoint(values, { permutations: 0 });
    // Of the processor: beside other work the clock runs on.
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });
});

function straight(values: readonly number[]): readonly number[] {
  const n = values.length;
  const [t, y] = [(n - 1) / 2, values.reduce((sum, value) => sum + value, 0) / n];
  const slope =
    values.reduce((sum, value, i) => sum + (i - t) * (value - y), 0) /
    values.reduce((sum, _, i) => sum + (i - t) ** 2, 0);
  return values.map((_, i) => y + slope * (i - t));
}

/** Squares that a straight line, or a line with one bend, leaves. */
function squaresOf(values: readonly number[], knot: number | null): number {
  const off = (list: readonly number[]): readonly number[] => {
    const line = straight(list);
    return list.map((value, i) => value - (line[i] as number));
  };
  const product = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
  const left = off(values);
  if (knot === null) return product(left, left);
  const bend = off(values.map((_, i) => Math.max(0, i - knot)));
  return product(left, left) - product(left, bend) ** 2 / product(bend, bend);
}

function orders(list: readonly number[]): readonly (readonly number[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((one, i) => orders(list.toSpliced(i, 1)).map((rest) => [one, ...rest]));
}
