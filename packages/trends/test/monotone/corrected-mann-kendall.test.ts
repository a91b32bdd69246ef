import { correctedMannKendall, mannKendall, type SerialCorrection } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airPassengers, gapped, lakeHuron, nile, shampoo, stream } from './series.ts';

const series = { shampoo, nile, lakeHuron, airPassengers24: airPassengers.slice(0, 24), gapped };
/** As pyMannKendall does it: no floor, and values on both sides of a gap are neighbours. */
const asPublished = { floor: 1e-9, gaps: 'closed' } as const;
const corrections = [
  'hamed_rao',
  'yue_wang',
  'pre_whitening',
  'trend_free_pre_whitening',
] as const satisfies readonly SerialCorrection[];

/** Values that depend on the one before by `rho`, with a line of the given slope. */
function persistent(n: number, rho: number, slope: number, next: () => number): number[] {
  let before = 0;
  return Array.from({ length: n }, (_, i) => {
    const normal = Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
    before = rho * before + normal;
    return before + slope * i;
  });
}

describe('correctedMannKendall', () => {
  // pyMannKendall 1.4.3 under Python 3.11 and NumPy 2.4.6: hamed_rao_modification_test, yue_wang_modification_test,
  // trend_free_pre_whitening_modification_test, pre_whitening_modification_test; `lag=3` and `lag=1` where lags are given.
  it.each([
    [
      'shampoo',
      'hamed_rao',
      'all',
      440,
      7322.011164105283,
      5.130377554630905,
      2.8916160532688195e-7,
    ],
    ['shampoo', 'hamed_rao', 3, 440, 9134.096096096097, 4.593373198870619, 4.361380713024943e-6],
    [
      'shampoo',
      'yue_wang',
      'all',
      440,
      3688.5591437515127,
      7.228299591844883,
      4.89164264649844e-13,
    ],
    ['shampoo', 'yue_wang', 1, 440, 4745.517023571722, 6.372689408622824, 1.8574186633202316e-10],
    [
      'shampoo',
      'trend_free_pre_whitening',
      1,
      429,
      4958.333333333333,
      6.078212917371978,
      1.2152931994080518e-9,
    ],
    [
      'shampoo',
      'pre_whitening',
      1,
      211,
      4958.333333333333,
      2.982300730486251,
      0.002860908222931835,
    ],
    [
      'nile',
      'hamed_rao',
      'all',
      -1387,
      241565.3569166269,
      -2.8199791956451388,
      0.004802676310182719,
    ],
    ['nile', 'hamed_rao', 3, -1387, 282111.428078166, -2.609473498565488, 0.009068166970294111],
    [
      'nile',
      'yue_wang',
      'all',
      -1387,
      112149.66644163335,
      -4.138702764743744,
      3.4927510639048975e-5,
    ],
    ['nile', 'yue_wang', 1, -1387, 196416.5148518476, -3.127333736471177, 0.001763995616662406],
    [
      'nile',
      'trend_free_pre_whitening',
      1,
      -1515,
      109417,
      -4.577026992252815,
      4.716306254870517e-6,
    ],
    ['nile', 'pre_whitening', 1, -845, 109417, -2.5515262757340658, 0.010725223653460514],
    [
      'lakeHuron',
      'hamed_rao',
      'all',
      -1682,
      348825.2192890224,
      -2.8461892597018994,
      0.004424588915476146,
    ],
    [
      'lakeHuron',
      'hamed_rao',
      3,
      -1682,
      395085.1909734712,
      -2.674375209215933,
      0.0074868634337366124,
    ],
    [
      'lakeHuron',
      'yue_wang',
      'all',
      -1682,
      117281.42672664771,
      -4.908548575586267,
      9.17529047184118e-7,
    ],
    [
      'lakeHuron',
      'yue_wang',
      1,
      -1682,
      266026.4858421667,
      -3.2591569465688672,
      0.00111743831752098,
    ],
    [
      'lakeHuron',
      'trend_free_pre_whitening',
      1,
      -2326,
      102949.33333333333,
      -7.2462145365760815,
      4.285460875053104e-13,
    ],
    [
      'lakeHuron',
      'pre_whitening',
      1,
      -416,
      102949.33333333333,
      -1.2934103366361607,
      0.19586917695674577,
    ],
    [
      'airPassengers24',
      'hamed_rao',
      'all',
      72,
      3397.879787220601,
      1.2180197874301906,
      0.2232164533815375,
    ],
    [
      'airPassengers24',
      'hamed_rao',
      3,
      72,
      3244.0802092414997,
      1.2465581915784758,
      0.21255953963337237,
    ],
    [
      'airPassengers24',
      'yue_wang',
      'all',
      72,
      370.36898842207006,
      3.689275102951197,
      0.00022489393232039134,
    ],
    [
      'airPassengers24',
      'yue_wang',
      1,
      72,
      3455.441034816049,
      1.2078322058531732,
      0.22711181078395448,
    ],
    [
      'airPassengers24',
      'trend_free_pre_whitening',
      1,
      55,
      1433.6666666666667,
      1.4261646447896175,
      0.15382082239203032,
    ],
    [
      'airPassengers24',
      'pre_whitening',
      1,
      13,
      1433.6666666666667,
      0.316925476619915,
      0.7513001501987964,
    ],
    [
      'gapped',
      'hamed_rao',
      'all',
      226,
      19256.896090054248,
      1.6213970354816991,
      0.10493251614714905,
    ],
    ['gapped', 'hamed_rao', 3, 226, 236149.70151683, 0.463008343991028, 0.6433583862467944],
    ['gapped', 'yue_wang', 'all', 226, 22987.410020286225, 1.4840122877952135, 0.13780566075127898],
    ['gapped', 'yue_wang', 1, 226, 180729.04756820438, 0.5292593488717159, 0.5966255512236889],
    ['gapped', 'trend_free_pre_whitening', 1, 69, 82325, 0.23699710610566482, 0.8126590353071756],
    ['gapped', 'pre_whitening', 1, -54, 82324, -0.18471945459502653, 0.853449086205889],
  ] as const)(
    '%s, %s, lags %s: equals pyMannKendall 1.4.3',
    (name, correction, lags, s, variance, z, p) => {
      const result = correctedMannKendall(series[name], { ...asPublished, correction, lags });
      expect(result.details.s).toBe(s);
      expect(result.details.varianceCorrected / variance).toBeCloseTo(1, 9);
      expect(result.details.z).toBeCloseTo(z, 9);
      expect(Math.log(result.p as number)).toBeCloseTo(Math.log(p), 3);
    },
  );

  it('n/n* of the first 24 months of AirPassengers is 2.095732', () => {
    const { details } = correctedMannKendall(airPassengers.slice(0, 24));
    expect(details.factor).toBeCloseTo(2.095732, 6);
    expect(details.factorUsed).toBe(details.factor);
  });

  it('names the first autocorrelation as R 4.2.2 acf does', () => {
    const values = [9, 3, 7, 2, 8, 5, 6, 1, 4, 10, 12, 11];
    const { details } = correctedMannKendall(values, { correction: 'pre_whitening' });
    expect(details.r1).toBeCloseTo(0.215034965034965, 12);
  });

  it('does not let a season make a trend clearer than the plain test', () => {
    const floored = correctedMannKendall(gapped, { gaps: 'closed' });
    expect(floored.details.factor).toBeCloseTo(19256.896090054248 / 85000, 9);
    expect(floored.details).toMatchObject({ factorUsed: 1, varianceCorrected: 85000 });
    expect(floored.p).toBe(mannKendall(gapped).p);
    expect(floored.warnings.map(({ en }) => en)).toContain('n/n* of 0.227 raised to 1');
  });

  it('with its floor of one is never surer than the plain test', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 10, maxLength: 40 }),
        fc.constantFrom('hamed_rao' as const, 'yue_wang' as const),
        (values, correction) => {
          const { p, details } = correctedMannKendall(values, { correction });
          expect(p as number).toBeGreaterThanOrEqual(details.pPlain);
          expect(details.varianceCorrected).toBeGreaterThanOrEqual(details.variance);
        },
      ),
    );
  });

  it('cries wolf less often than the plain test over persistence without a trend', () => {
    const next = stream(20_240_601);
    const alarms = { plain: 0, hamed_rao: 0, trend_free_pre_whitening: 0, pre_whitening: 0 };
    for (let run = 0; run < 300; run++) {
      const values = persistent(40, 0.5, 0, next);
      if ((mannKendall(values).p as number) <= 0.05) alarms.plain++;
      for (const correction of ['hamed_rao', 'pre_whitening'] as const)
        if ((correctedMannKendall(values, { correction }).p as number) <= 0.05)
          alarms[correction]++;
    }
    expect(alarms.plain / 300).toBeGreaterThan(0.18);
    expect(alarms.hamed_rao / 300).toBeLessThan(alarms.plain / 300 - 0.05);
    expect(alarms.pre_whitening / 300).toBeLessThan(0.1);
  });

  it('still finds a trend that is there', () => {
    const values = persistent(60, 0.4, 0.15, stream(7));
    for (const correction of corrections)
      expect(correctedMannKendall(values, { correction }).details.verdict).toBe('rising');
  });

  it('refuses figures whose squares are beyond every number, where no autocorrelation is one', () => {
    const huge = Array.from({ length: 12 }, (_, i) => (i % 3) * 1e200);
    expect(() => correctedMannKendall(huge, { correction: 'yue_wang' })).toThrow(
      'expected values up to 1e+150 in size, found 1e+200',
    );
  });

  it('warns where strong dependence is left', () => {
    const warning =
      'values depend strongly on the one before: this correction still errs too often';
    expect(correctedMannKendall(lakeHuron).warnings.map(({ en }) => en)).toContain(warning);
    expect(
      correctedMannKendall(lakeHuron, { correction: 'pre_whitening' }).warnings.map(({ en }) => en),
    ).not.toContain(warning);
    expect(correctedMannKendall(shampoo).warnings.map(({ en }) => en)).not.toContain(warning);
  });

  it('gives the plain exact test below ten values, and says so', () => {
    const values = [3, 5, 5, 7, 6, 9, 9, 12];
    const { p, details, warnings, method, says } = correctedMannKendall(values);
    expect(p).toBe(mannKendall(values).p);
    expect(details).toMatchObject({ corrected: 'no', factor: null, verdict: 'rising' });
    expect(method).toBe('Mann-Kendall, exact, not corrected');
    expect(warnings.map(({ en }) => en)).toContain(
      'with fewer than 10 values dependence cannot be corrected: plain exact test',
    );
    expect(says.de).toContain('Bei weniger als 10 Werten lässt sich nicht prüfen');
  });

  it('values on both sides of a gap are no neighbours', () => {
    const whole = [5, 9, 4, 8, 7, 12, 6, 13, 11, 15, 10, 16];
    const parted = whole.toSpliced(6, 0, null as unknown as number);
    const whitened = correctedMannKendall(parted, { correction: 'pre_whitening' });
    expect(whitened.n).toBe(12);
    expect(whitened.details.r1).not.toBe(
      correctedMannKendall(whole, { correction: 'pre_whitening' }).details.r1,
    );
    const times = whole.map((_, i) => 2000 + i + (i >= 6 ? 1 : 0));
    expect(correctedMannKendall(whole, { times, correction: 'pre_whitening' }).p).toBe(whitened.p);
    expect(correctedMannKendall(parted, { correction: 'pre_whitening', gaps: 'closed' }).p).toBe(
      correctedMannKendall(whole, { correction: 'pre_whitening' }).p,
    );
  });

  it('gives the slope per unit of the times', () => {
    const times = shampoo.map((_, i) => 2000 + i / 12);
    expect(correctedMannKendall(shampoo, { times }).details.slope).toBeCloseTo(12 * 11.509375, 6);
  });

  it('is unmoved by scale and level, large or small', () => {
    const plain = correctedMannKendall(shampoo);
    for (const scale of [1e-12, 1e12])
      for (const correction of corrections) {
        const { details } = correctedMannKendall(
          shampoo.map((value) => value * scale),
          { correction },
        );
        const same = correctedMannKendall(shampoo, { correction }).details;
        expect([details.s, details.verdict]).toEqual([same.s, same.verdict]);
        expect(details.z).toBeCloseTo(same.z, 6);
      }
    expect(correctedMannKendall(shampoo.map((value) => value + 1e9)).details.s).toBe(
      plain.details.s,
    );
  });

  it('a straight line leaves no dependence to correct', () => {
    const line = Array.from({ length: 20 }, (_, i) => 0.1 * i + 0.3);
    for (const correction of corrections) {
      const { details } = correctedMannKendall(line, { correction, floor: 1e-9 });
      expect(details.verdict).toBe('rising');
      if (correction !== 'pre_whitening') expect(details.r1).toBe(0);
    }
  });

  it.each([
    [[], 'no error'],
    [[7], 'no_conclusion'],
    [[1, 2], 'no_conclusion'],
    [Array.from({ length: 15 }, () => 0), 'no_conclusion'],
    [Array.from({ length: 15 }, () => 4.2), 'no_conclusion'],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5], 'no_conclusion'],
  ])('%j: %s', (values, verdict) => {
    if (values.length === 0)
      expect(() => correctedMannKendall(values)).toThrow('a series needs at least one value');
    else
      for (const correction of corrections) {
        const { details, p } = correctedMannKendall(values, { correction });
        expect(details.verdict).toBe(verdict);
        expect(Object.values({ ...details, p })).not.toContain(Number.NaN);
      }
  });

  it('speaks of what the plain test would have said', () => {
    const waves = Array.from({ length: 40 }, (_, i) => Math.sin(i / 9) * 10 + i / 8);
    expect(correctedMannKendall(waves, { controls: true }).says).toMatchInlineSnapshot(`
      {
        "de": "Ein Trend lässt sich nicht nachweisen (n = 40, p = 0,139). Das beweist nicht, dass sich nichts verändert hat. Der Test berücksichtigt, dass ein Wert vom vorigen abhängen kann. Ohne diese Korrektur würde der Test einen Rückgang zeigen.",
        "en": "No trend can be shown (n = 40, p = 0.139). That does not prove that nothing changed. The test allows for values that depend on the one before. Without that allowance the test would show a fall.",
        "fr": "Aucune tendance ne peut être démontrée (n = 40 ; p = 0,139). Cela ne prouve pas que rien n’a changé. Le test tient compte du fait qu’une valeur peut dépendre de la précédente. Sans cette correction, le test montrerait une baisse.",
        "nl": "Er is geen trend aantoonbaar (n = 40, p = 0,139). Dat bewijst niet dat er niets is veranderd. De toets houdt er rekening mee dat een waarde van de vorige kan afhangen. Zonder die correctie zou de toets een daling laten zien.",
      }
    `);
  });

  it('refuses what cannot be corrected', () => {
    const ten = [1, 3, 2, 5, 4, 6, 8, 7, 9, 10];
    const times = [2000, 2001, 2002, 2003.5, 2004, 2005, 2006, 2007, 2008, 2009.2];
    expect(() => correctedMannKendall(ten, { times })).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The times are unevenly spaced. Number the periods one by one, null where one is missing, or use mannKendall, which needs only their order.]`,
    );
    expect(() =>
      correctedMannKendall(ten, { correction: 'r' as 'yue_wang' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`correction\` must be one of hamed_rao, yue_wang, pre_whitening, trend_free_pre_whitening, got r]`,
    );
    expect(() => correctedMannKendall(ten, { lags: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`lags\` must be a whole number above zero or 'all', got 0]`,
    );
    expect(() => correctedMannKendall(ten, { floor: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`floor\` must lie above 0, up to 1, got 0]`,
    );
    expect(() =>
      correctedMannKendall(ten, { gaps: 'open' as 'kept' }),
    ).toThrowErrorMatchingInlineSnapshot(`[UsageError: \`gaps\` must be kept or closed, got open]`);
    expect(() => correctedMannKendall([1, Number.NaN, 2])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a finite number or null, found NaN at position 2. Repair: use null where a period is missing, and say why in the source]`,
    );
    expect(correctedMannKendall(ten, { times, gaps: 'closed' }).details.verdict).toBe('rising');
  });
});
