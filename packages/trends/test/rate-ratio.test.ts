import { rateRatio } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const count = fc.integer({ min: 0, max: 60 });

describe('rateRatio', () => {
  // p: SciPy 1.17.1 binomtest(a, a + b, Ea/(Ea+Eb)).pvalue, the definition of R poisson.test;
  // interval: proportion_ci(method='exact') turned into a ratio.
  it.each([
    [24, 15, 1, 1, 0.19959086691960698, 0.8056752785691972, 3.2801013901160876],
    [3, 0, 1, 1, 0.25, 0.413231355030894, Number.POSITIVE_INFINITY],
    [0, 4, 1, 1, 0.125, 0, 1.5148668593659411],
    [11, 23, 1.5, 1, 0.0013511403042573867, 0.14032194590206695, 0.6808569007673998],
    [194, 151, 1, 1, 0.02360727249041256, 1.0332430495377023, 1.5999953454956244],
    [88, 194, 1, 1, 2.5022824515091627e-10, 0.34850189880053606, 0.5864930438077512],
    [5, 20, 100000, 80000, 0.00039897886066708537, 0.058656051995004115, 0.5491576763014275],
  ])('%i : %i at exposures %d and %d equals SciPy 1.17.1', (a, b, ea, eb, p, low, high) => {
    const result = rateRatio(a, b, { exposures: [ea, eb] });
    expect(result.p).toBeCloseTo(p, 10);
    expect(result.interval?.low).toBeCloseTo(low, 8);
    if (Number.isFinite(high)) expect(result.interval?.high).toBeCloseTo(high, 8);
    else expect(result.interval?.high).toBe(high);
  });

  it('the central p is at most the error exactly when the interval leaves 1 out', () => {
    fc.assert(
      fc.property(count, count, fc.constantFrom(0.5, 1, 3), (a, b, exposure) => {
        fc.pre(a + b > 0);
        const { details, interval } = rateRatio(a, b, { exposures: [exposure, 1] });
        const apart = interval !== null && (interval.low > 1 || interval.high < 1);
        expect(apart).toBe((details.pCentral as number) < 0.05);
        const independent = rateRatio(a, b, { exposures: [exposure, 1], dispersion: 1 });
        expect(independent.details.verdict !== 'not_shown').toBe(apart);
      }),
    );
  });

  it('sums every outcome at most as likely, by definition', () => {
    fc.assert(
      fc.property(count, count, fc.constantFrom(0.25, 1, 2.5), (a, b, exposure) => {
        fc.pre(a + b > 0);
        const chance = exposure / (exposure + 1);
        const masses = [(1 - chance) ** (a + b)];
        for (let k = 1; k <= a + b; k++)
          masses.push(
            (((masses[k - 1] as number) * (a + b - k + 1)) / k) * (chance / (1 - chance)),
          );
        const limit = (masses[a] as number) * (1 + 1e-7);
        const p = masses.filter((mass) => mass <= limit).reduce((sum, mass) => sum + mass, 0);
        expect(rateRatio(a, b, { exposures: [exposure, 1] }).p).toBeCloseTo(Math.min(1, p), 9);
      }),
    );
  });

  it('swapping the sides inverts the ratio and keeps p', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (a, b) => {
        const [one, other] = [rateRatio(a, b), rateRatio(b, a)];
        expect(one.p).toBeCloseTo(other.p as number, 10);
        expect(one.interval?.low).toBeCloseTo(1 / (other.interval?.high as number), 8);
      }),
    );
  });

  it('concludes nothing from nothing', () => {
    const { estimate, interval, p, details } = rateRatio(0, 0);
    expect([estimate, interval, p, details.verdict]).toEqual([null, null, null, 'no_conclusion']);
  });

  it('speaks of no upper limit where nothing was counted on the other side', () => {
    const { estimate, says } = rateRatio(9, 0, { controls: true, dispersion: 1 });
    expect(estimate).toBeNull();
    expect(says).toEqual({
      nl: 'Het niveau ligt hoger (95%-interval vanaf 1,97, zonder bovengrens; 9 tegenover 0).',
      fr: 'Le niveau est plus élevé (intervalle à 95\u00a0% à partir de 1,97, sans limite supérieure\u00a0; 9 contre 0).',
      de: 'Das Niveau liegt höher (95-%-Intervall ab 1,97, ohne Obergrenze; 9 gegenüber 0).',
      en: 'The level is higher (95% interval from 1.97, with no upper limit; 9 against 0).',
    });
  });

  it('concludes only what holds at the usual dispersion where nothing is known of it, and gives both intervals', () => {
    const { interval, details, says, confidence } = rateRatio(24, 9);
    expect([interval?.low.toFixed(2), details.usualDispersion, details.verdict]).toEqual([
      '1.20',
      5,
      'not_shown',
    ]);
    // By hand: 24/9 exp(-+ 1.959964 sqrt(5 (1/24 + 1/9))).
    expect(details.usualLow).toBeCloseTo(0.480853, 5);
    expect(details.usualHigh).toBeCloseTo(14.788535, 4);
    expect(confidence).toBe('low');
    expect(says.en).toContain(
      '95% interval 0.5 to 14.8 if the variance of such counts is, as usual, 5 times',
    );
    expect(says.en).toContain(
      'Only if the events are independent of each other is there a difference.',
    );
  });

  it('takes the dispersion of the series around, as quasi-Poisson', () => {
    // By hand: 191, 256, 152 have Pearson's chi-square 27.6494 with 2 degrees of freedom; t = 4.302653.
    const { interval, details, p } = rateRatio(168, 288, { series: [191, 256, 152] });
    expect(details.dispersion).toBeCloseTo(13.824708, 5);
    const reach = 4.302653 * Math.sqrt(13.824708 * (1 / 168 + 1 / 288));
    expect(interval?.low).toBeCloseTo((168 / 288) * Math.exp(-reach), 5);
    expect([details.dispersionFrom, details.usualLow, details.verdict]).toEqual([
      'series',
      null,
      'not_shown',
    ]);
    expect(p).toBeGreaterThan(0.25);
    // R glm(c(168, 288) ~ g, quasipoisson) has the same estimate; a declared dispersion uses the normal law.
    expect(rateRatio(168, 288, { dispersion: 13.824708 }).p).toBeCloseTo(0.134974, 3);
    expect(rateRatio(168, 288, { series: [191, 256] }).details.dispersionFrom).toBe('independent');
  });

  it('refuses a dispersion below that of independent events, or one said twice', () => {
    expect(() => rateRatio(1, 2, { dispersion: 0.5 })).toThrow('at least 1');
    expect(() => rateRatio(1, 2, { dispersion: 2, series: [1, 2, 3] })).toThrow('twice');
  });

  it('refuses what is no count', () => {
    expect(() => rateRatio(1.5, 2)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the first count to be a whole number of events, found 1.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() => rateRatio(1, 2, { exposures: [0, 1] })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the first exposure to be above zero, found 0. Repair: pass the population, the days or the controls that the count stands against]`,
    );
  });
});
