import { poissonRate } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Chance of at most k events at a mean, summed term by term. */
function poissonCdf(k: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = k < 0 ? 0 : term;
  for (let i = 1; i <= k; i++) {
    term *= mean / i;
    sum += term;
  }
  return sum;
}

describe('poissonRate', () => {
  // SciPy 1.17.1 chi2.ppf(0.025, 2k)/2 and chi2.ppf(0.975, 2k + 2)/2; the library’s quantile errs from about 1,000 on.
  it.each([
    [399, 360.80533671766574, 440.13766844657533],
    [401, 362.70731783168407, 442.23556668468046],
    [1000, 938.9730184076952, 1063.952136016302],
    [5000, 4862.359188694899, 5140.5489485350045],
    [96676, 96067.5407206378, 97287.35673562934],
    [1896176, 1893478.0434223665, 1898876.8515951121],
  ])('is exact for a count of %i too', (count, low, high) => {
    const { interval } = poissonRate(count, 1);
    expect((interval?.low as number) / low).toBeCloseTo(1, 9);
    expect((interval?.high as number) / high).toBeCloseTo(1, 9);
  });

  it.each([
    [0, 0, 3.6888794541139354],
    [1, 0.025317807984289876, 5.571643390938898],
    [3, 0.6186721228956014, 8.767273069742323],
    [10, 4.7953886961324335, 18.39035604201778],
    [82, 65.21703346790436, 101.78362113606813],
  ])('exact interval of %i events equals SciPy 1.17.1 chi2.ppf', (k, low, high) => {
    const { interval } = poissonRate(k);
    expect(interval.low).toBeCloseTo(low, 8);
    expect(interval.high).toBeCloseTo(high, 8);
  });

  it.each([
    [3, 0.60297, 8.76536],
    [10, 4.78745, 18.39146],
    [82, 65.21491, 101.78484],
  ])('Byar for %i events, worked by hand from the formula', (k, low, high) => {
    const { interval } = poissonRate(k, 1, { method: 'byar' });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('at its ends the tails are exactly half the error', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom(0.9, 0.95, 0.99), (k, level) => {
        const { interval } = poissonRate(k, 1, { level });
        expect(1 - poissonCdf(k - 1, interval.low)).toBeCloseTo((1 - level) / 2, 7);
        expect(poissonCdf(k, interval.high)).toBeCloseTo((1 - level) / 2, 7);
      }),
    );
  });

  it('covers the true mean at least as often as it says', () => {
    for (const mean of [0.5, 1, 2.3, 5, 9.7, 20]) {
      let covered = 0;
      for (let k = 0; k <= 80; k++) {
        const { interval } = poissonRate(k);
        if (interval.low <= mean && mean <= interval.high)
          covered += poissonCdf(k, mean) - poissonCdf(k - 1, mean);
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('divides by the exposure', () => {
    const { estimate, interval, says } = poissonRate(82, 672_000, {
      per: 100_000,
      exposure: { unit: 'control' },
    });
    expect(estimate).toBeCloseTo(12.20238, 5);
    expect(interval.low).toBeCloseTo(9.70492, 5);
    expect(says).toEqual({
      nl: 'Geteld: 82, dat is 12,2 per 100.000 (95%-interval 9,7 tot 15,1). Afgezet tegen: 672.000 controles.',
      fr: 'Cas comptés\u00a0: 82, soit 12,2 pour 100\u202f000 (intervalle à 95\u00a0% de 9,7 à 15,1). Rapporté à\u00a0: 672\u202f000 contrôles.',
      de: 'Gezählt: 82, das sind 12,2 je 100.000 (95-%-Intervall 9,7 bis 15,1). Bezogen auf: 672.000 Kontrollen.',
      en: 'Counted: 82, which is 12.2 per 100,000 (95% interval 9.7 to 15.1). Measured against: 672,000 checks.',
    });
  });

  it('none counted is not none', () => {
    const { estimate, says } = poissonRate(0);
    expect(estimate).toBe(0);
    expect(says.en).toBe(
      'None was counted. That does not rule out a true level of up to 3.69 (upper end of the 95% interval).',
    );
  });

  it('refuses kilograms and empty exposures', () => {
    expect(() => poissonRate(4.5)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count to be a whole number of events, found 4.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() => poissonRate(-1)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count to be a whole number of events, found -1. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() => poissonRate(4, 0)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the exposure to be above zero, found 0. Repair: pass the population, the days or the controls that the count stands against]`,
    );
    expect(() =>
      poissonRate(4, 1, { method: 'wald' as 'exact' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`method\` must be exact or byar, got wald]`,
    );
  });
});
