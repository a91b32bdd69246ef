import { type Language, languages } from '@samenbeeld/schema';
import { decompose } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accidentalDeaths, airPassengers, maleDeaths } from './series.ts';

const messageOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'no error';
};

/** Numbers that look random, from a seed: linear congruence, then Box and Muller. */
function noise(seed: number): () => number {
  let state = (seed * 2654435761) % 4294967296;
  const uniform = (): number => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return (state + 0.5) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

describe('how strong a season is, and whether it can be shown', () => {
  it('strength as by hand from R 4.2.2 `stl`', () => {
    // z <- stl(AirPassengers, s.window = "periodic")$time.series; 1 - var(z[,3]) / var(z[,1] + z[,3])
    const { details } = decompose(airPassengers, { period: 12 });
    expect(details.strength).toBeCloseTo(0.783406185098, 8);
    expect(details.trendStrength).toBeCloseTo(0.968406630585, 8);
  });

  it('H as SciPy 1.17.1 `kruskal` on the values less a moving average (by numpy)', () => {
    const statistic = (values: readonly number[], period: number): number =>
      decompose(values, { period, test: 'kruskal_wallis' }).details.statistic;
    expect(statistic(airPassengers, 12)).toBeCloseTo(121.72122332879185, 9);
    expect(statistic(accidentalDeaths, 12)).toBeCloseTo(66.57458143074581, 9);
    expect(statistic(maleDeaths, 12)).toBeCloseTo(64.579615188788, 9);
    const tied = Array.from({ length: 49 }, (_, i) => (i % 7) + ((i * i) % 11));
    const { p, details } = decompose(tied, { period: 7, test: 'kruskal_wallis' });
    expect(details.statistic).toBeCloseTo(14.735271575289952, 9);
    expect(p).toBeCloseTo(0.022418717752475618, 10);
  });

  it('two cycles of months bear no conclusion: no turning makes 1 in 12 any rarer', () => {
    const values = Array.from({ length: 24 }, (_, i) => Math.cos((Math.PI * i) / 6) + i / 100);
    const { details, says, confidence } = decompose(values, { period: 12 });
    expect(details).toMatchObject({ verdict: 'no_conclusion', smallestP: 1 / 12 });
    expect(confidence).toBe('low');
    expect(says.en).toMatch(/^No conclusion possible about a seasonal pattern of 12 periods/);
  });

  it('a straight line has no season, whatever its rounding', () => {
    const line = Array.from({ length: 60 }, (_, i) => 0.1 * i + 0.3);
    expect(decompose(line, { period: 12 }).details.verdict).toBe('not_shown');
    expect(decompose(line, { period: 12, test: 'kruskal_wallis' }).p).toBe(1);
  });

  it('neighbours that resemble each other are seldom taken for a season', () => {
    const shown = { rotation: 0, kruskal_wallis: 0 };
    for (let seed = 1; seed <= 200; seed++) {
      const next = noise(seed);
      let level = 0;
      const values = Array.from({ length: 120 }, () => {
        level = 0.8 * level + next();
        return level;
      });
      for (const test of ['rotation', 'kruskal_wallis'] as const)
        if (decompose(values, { period: 12, test, rotations: 199 }).details.verdict === 'shown')
          shown[test] += 1;
    }
    expect(shown.rotation).toBeLessThan(25);
    expect(shown.kruskal_wallis).toBeGreaterThan(shown.rotation);
  });

  it('follows from its seed', () => {
    const run = (seed: number) => decompose(maleDeaths.slice(0, 50), { period: 5, seed }).p;
    expect(run(1)).toBe(run(1));
    expect(new Set([1, 2, 3, 4].map(run)).size).toBeGreaterThan(1);
  });
});

const marks: Readonly<Record<Language, readonly RegExp[]>> = {
  nl: [/is aantoonbaar \(/, /geen seizoenspatroon .*aantoonbaar/, /geen conclusie/i],
  fr: [/peut être démontrée \(max/, /aucune variation saisonnière/i, /aucune conclusion/i],
  de: [/lässt sich nachweisen/, /lässt sich nicht nachweisen/, /keine Aussage/i],
  en: [/can be shown \(highest/, /no seasonal pattern/i, /no conclusion/i],
};
const verdicts = ['shown', 'not_shown', 'no_conclusion'] as const;

describe('properties', () => {
  const series = fc
    .tuple(
      fc.constantFrom(2, 4, 7),
      fc.double({ min: 0, max: 5, noNaN: true }),
      fc.boolean(),
      fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant(0)), {
        minLength: 14,
        maxLength: 60,
      }),
    )
    .filter(([, , , values]) => new Set(values).size > 1);

  it('parts add up to the values; the sentence speaks of the verdict and of no other', () => {
    fc.assert(
      fc.property(series, ([period, size, robust, values]) => {
        const own = values.map((value, i) => value + (i % period === 1 ? size : 0));
        fc.pre(new Set(own).size > 1);
        const result = decompose(own, { period, robust, rotations: 99 });
        const [season] = result.seasons;
        for (const [t, value] of own.entries()) {
          const sum =
            (season?.values[t] as number) +
            (result.trend[t] as number) +
            (result.remainder[t] as number);
          expect(sum).toBeCloseTo(value, 8);
          expect(result.weights[t]).toBeGreaterThanOrEqual(0);
          expect(result.weights[t]).toBeLessThanOrEqual(1);
        }
        const { verdict, strength, smallestP } = result.details;
        expect(strength).toBeGreaterThanOrEqual(0);
        expect(strength).toBeLessThanOrEqual(1);
        if (verdict === 'shown') expect(result.p).toBeLessThanOrEqual(0.05);
        if (verdict === 'not_shown') expect(result.p).toBeGreaterThan(0.05);
        if (verdict === 'no_conclusion') expect(smallestP).toBeGreaterThan(0.05);
        for (const language of languages) {
          const found = verdicts.filter((_, i) => marks[language][i]?.test(result.says[language]));
          expect(found, result.says[language]).toEqual([verdict]);
          expect(result.says[language]).not.toMatch(/undefined|null|NaN|\$\{| {2}/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('another unit changes the parts by as much, and the verdict not at all', () => {
    const { seasons, trend, p, estimate } = decompose(maleDeaths, { period: 12, seasonal: 9 });
    const other = decompose(
      maleDeaths.map((value) => 50 + value / 1000),
      { period: 12, seasonal: 9 },
    );
    expect(other.p).toBe(p);
    expect(other.estimate).toBeCloseTo(estimate as number, 9);
    expect(other.trend[20]).toBeCloseTo(50 + (trend[20] as number) / 1000, 9);
    expect(other.seasons[0]?.amplitude).toBeCloseTo((seasons[0]?.amplitude as number) / 1000, 9);
  });
});

describe('sentences', () => {
  it('name the positions where names are given', () => {
    const names = ['I', 'II', 'III', 'IV'].map((q) => ({ nl: q, fr: q, de: q, en: q }));
    const values = Array.from({ length: 40 }, (_, i) => [3, 9, 4, 1][(i + 2) % 4] ?? 0);
    const { says } = decompose(
      values.map((value, i) => value + ((i * i) % 5) / 10),
      { period: 4, startsAt: 3, names, unit: 'kg', controls: true },
    );
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Ein Saisonmuster von 4 Zeitabschnitten lässt sich nachweisen (Höchststand: II; Tiefststand: IV; Abstand 7,98 kg; Stärke 1,00 auf einer Skala von 0 bis 1; n = 40, p = 0,001).",
        "en": "A seasonal pattern of 4 periods can be shown (highest: II; lowest: IV; 7.98 kg apart; strength 1.00 on a scale from 0 to 1; n = 40, p = 0.001).",
        "fr": "Une variation saisonnière de 4 périodes peut être démontrée (maximum : II ; minimum : IV ; écart 7,98 kg ; intensité 1,00 sur une échelle de 0 à 1 ; n = 40 ; p = 0,001).",
        "nl": "Een seizoenspatroon van 4 perioden is aantoonbaar (hoogste punt: II; laagste: IV; verschil 7,98 kg; sterkte 1,00 op een schaal van 0 tot 1; n = 40, p = 0,001).",
      }
    `);
  });

  it('name months and outliers by the calendar', () => {
    const calendar = Array.from(
      { length: 96 },
      (_, i) => `${2016 + Math.floor((i + 3) / 12)}-${String(((i + 3) % 12) + 1).padStart(2, '0')}`,
    );
    // The series begins in April; August is high, February low.
    const season = [9, 2, 5, 8, 9, 11, 14, 30, 15, 12, 10, 9];
    const values = calendar.map(
      (_, i) =>
        (season[(i + 3) % 12] as number) + ((i * i) % 7) / 5 + (i === 84 || i === 86 ? 80 : 0),
    );
    const { says, details } = decompose(values, {
      period: 12,
      calendar,
      robust: true,
      controls: true,
    });
    expect([calendar[84], calendar[86]]).toEqual(['2023-04', '2023-06']);
    expect([details.highest, details.lowest, details.outliers]).toEqual([8, 2, '2023-04 2023-06']);
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Ein Saisonmuster von 12 Monaten lässt sich nachweisen (Höchststand: August; Tiefststand: Februar; Abstand 28,0; Stärke 1,00 auf einer Skala von 0 bis 1; n = 96, p = 0,001). Als Ausreißer aus Trend und Saison herausgehalten: 2 (2023-04, 2023-06).",
        "en": "A seasonal pattern of 12 months can be shown (highest: August; lowest: February; 28.0 apart; strength 1.00 on a scale from 0 to 1; n = 96, p = 0.001). Kept out of trend and season as outliers: 2 (2023-04, 2023-06).",
        "fr": "Une variation saisonnière de 12 mois peut être démontrée (maximum : août ; minimum : février ; écart 28,0 ; intensité 1,00 sur une échelle de 0 à 1 ; n = 96 ; p = 0,001). Valeurs atypiques tenues à l’écart de la tendance et de la saison : 2 (2023-04, 2023-06).",
        "nl": "Een seizoenspatroon van 12 maanden is aantoonbaar (hoogste punt: augustus; laagste: februari; verschil 28,0; sterkte 1,00 op een schaal van 0 tot 1; n = 96, p = 0,001). Als uitschieter buiten trend en seizoen gehouden: 2 (2023-04, 2023-06).",
      }
    `);
    expect(decompose(values, { period: 12, robust: true }).details.outliers).toBe('85 87');
  });

  it.each([
    [
      4,
      ['2020-Q3', '2020-Q4', '2021-Q1', '2021-Q2'],
      'highest: first quarter; lowest: third quarter',
    ],
    [2, ['2020-S2', '2021-S1'], 'highest: first half; lowest: second half'],
    // The first of July 2024 was a Monday.
    [
      7,
      [1, 2, 3, 4, 5, 6, 7].map((day) => `2024-07-0${day}`),
      'highest: Wednesday; lowest: Monday',
    ],
  ])('name the positions of a cycle of %d', (period, start, named) => {
    const next = (code: string, turn: number): string =>
      period === 7
        ? new Date(Date.parse(code) + turn * 7 * 86_400_000).toISOString().slice(0, 10)
        : code.replace(/^\d+/, (year) => String(Number(year) + turn));
    const calendar = Array.from({ length: 12 }, (_, turn) => start.map((code) => next(code, turn)));
    const values = calendar.flat().map((_, i) => [1, 5, 9, 4, 3, 6, 7][i % period] as number);
    const noisy = values.map((value, i) => value + ((i * i) % 5) / 20);
    const { says } = decompose(noisy, { period, calendar: calendar.flat() });
    expect(says.en).toContain(named);
  });

  it('a calendar with a gap is refused', () => {
    const gap = [
      '2020-Q1',
      '2020-Q2',
      '2020-Q4',
      '2021-Q1',
      '2021-Q2',
      '2021-Q3',
      '2021-Q4',
      '2022-Q1',
    ];
    expect([
      messageOf(() => decompose([1, 2, 3, 4, 1, 2, 3, 5], { period: 4, calendar: gap })),
      messageOf(() => decompose([1, 2, 3, 4, 1, 2, 3, 5], { period: 4, calendar: ['2020'] })),
    ]).toMatchInlineSnapshot(`
      [
        "InputError: expected the period after 2020-Q2, found 2020-Q4 at position 3. Repair: sort by period; a decomposition takes no gaps",
        "UsageError: \`calendar\` must have one entry per value: got 1 for 8",
      ]
    `);
  });

  it('two seasons, and outliers kept out', () => {
    const values = Array.from(
      { length: 112 },
      (_, i) => (i % 7) + 3 * Math.floor((i % 28) / 14) + (i === 50 ? 90 : ((i * i) % 11) / 5),
    );
    const { says } = decompose(values, { periods: [7, 28], robust: true });
    expect(says.en).toMatchInlineSnapshot(
      `"A seasonal pattern of 7 periods can be shown (highest: position 7; lowest: position 1; 5.70 apart; strength 0.96 on a scale from 0 to 1; n = 112, p = 0.001). A seasonal pattern of 28 periods can be shown (highest: position 19; lowest: position 1; 4.23 apart; strength 0.94 on a scale from 0 to 1; n = 112, p = 0.006). Kept out of trend and season as outliers: 1. There are no data on controls: more or fewer checks may explain or hide a change."`,
    );
  });
});

describe('refusals', () => {
  const year = Array.from({ length: 23 }, (_, i) => i % 12);

  it('say what to do', () => {
    expect([
      messageOf(() => decompose([], { period: 12 })),
      messageOf(() => decompose(year, { period: 12 })),
      messageOf(() => decompose([...year, Number.NaN], { period: 12 })),
      messageOf(() => decompose([...year, Number.POSITIVE_INFINITY], { period: 12 })),
      messageOf(() => decompose([1, null, 3, 4, 5, 6], { period: 2 })),
      messageOf(() => decompose(new Array<number>(30).fill(0), { period: 12 })),
      messageOf(() => decompose(new Array<number>(30).fill(7), { period: 12 })),
      messageOf(() => decompose([3], { period: 2 })),
      messageOf(() => decompose([1e200, 0, 3e200, 1], { period: 2 })),
      messageOf(() => decompose([5e-324, 0, 0, 0], { period: 2 })),
    ]).toMatchInlineSnapshot(`
      [
        "InputError: a series needs at least one value, found none. Repair: pass the values in time order, null where a period is missing",
        "RefusalError: A season of 12 periods cannot be told from chance in 23 values: it is not seen twice. Use at least 24 values, or a coarser period (quarters instead of months).",
        "InputError: expected a finite number or null, found NaN at position 24. Repair: use null where a period is missing, and say why in the source",
        "InputError: expected a finite number or null, found Infinity at position 24. Repair: use null where a period is missing, and say why in the source",
        "InputError: expected a value in every period, found none at position 2. Repair: say zero where zero was reported; otherwise use the stretch without gaps, or a coarser period",
        "RefusalError: All values are zero. Use poissonRate, which says what level a count of zero does not rule out, or a longer series.",
        "RefusalError: All values are 7. Check that the figure is counted anew in each period, or use a longer or finer series.",
        "RefusalError: A season of 2 periods cannot be told from chance in 1 value: it is not seen twice. Use at least 4 values, or a coarser period (quarters instead of months).",
        "InputError: expected numbers whose squares can be told, found at most 3e+200. Repair: check the unit, or give the values in another one",
        "InputError: expected numbers whose squares can be told, found at most 5e-324. Repair: check the unit, or give the values in another one",
      ]
    `);
  });

  it('of a call that is wrong', () => {
    const values = Array.from({ length: 48 }, (_, i) => i % 12);
    expect([
      messageOf(() => decompose(values, {})),
      messageOf(() => decompose(values, { period: 1 })),
      messageOf(() => decompose(values, { period: 2.5 })),
      messageOf(() => decompose(values, { periods: [7, 7] })),
      messageOf(() => decompose(values, { periods: [4, 12], seasonal: 7 })),
      messageOf(() => decompose(values, { periods: [4, 12], windows: [7] })),
      messageOf(() => decompose(values, { period: 12, seasonal: 8 })),
      messageOf(() => decompose(values, { period: 12, trend: 1 })),
      messageOf(() => decompose(values, { period: 12, jumps: { trend: 0 } })),
      messageOf(() => decompose(values, { period: 12, inner: 0 })),
      messageOf(() => decompose(values, { period: 12, degrees: { trend: 2 as 1 } })),
      messageOf(() => decompose(values, { period: 12, startsAt: 13 })),
      messageOf(() => decompose(values, { period: 12, names: [] })),
      messageOf(() => decompose(values, { period: 12, rotations: 5 })),
      messageOf(() => decompose(values, { period: 12, test: 'f' as 'rotation' })),
    ]).toMatchInlineSnapshot(`
      [
        "UsageError: \`period\` or \`periods\` must be given, and not both",
        "UsageError: \`period\` must be a whole number of at least 2, got 1",
        "UsageError: \`period\` must be a whole number of at least 2, got 2.5",
        "UsageError: \`periods\` must be different numbers, got 7, 7",
        "UsageError: \`seasonal\` is for one period; use \`windows\` for several",
        "UsageError: \`windows\` must have one entry per period: got 1 for 2",
        "UsageError: \`seasonal\` must be an odd number of points, at least 3, got 8",
        "UsageError: \`trend\` must be an odd number of points, at least 3, got 1",
        "UsageError: \`jumps.trend\` must be a whole number of at least 1, got 0",
        "UsageError: \`inner\` must be a whole number of at least 1, got 0",
        "UsageError: \`degrees.trend\` must be 0 or 1, got 2",
        "UsageError: \`startsAt\` must be a position from 1 to 12, got 13",
        "UsageError: \`names\` must have one entry per position of the cycle (12), got 0",
        "UsageError: \`rotations\` must be a whole number of at least 19, got 5",
        "UsageError: \`test\` must be rotation or kruskal_wallis, got f",
      ]
    `);
  });
});
