import { poissonRate, standardisedRate } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const counts = [2, 6, 19, 44, 81];
const exposures = [61_000, 58_000, 64_000, 52_000, 31_000];
const weights = [22, 24, 23, 19, 12];
const strata = counts.map((count, i) => ({
  count,
  exposure: exposures[i] as number,
  weight: weights[i] as number,
}));

describe('standardisedRate', () => {
  // NumPy 2.4.6 and SciPy 1.17.1 (chi2.ppf, norm.ppf): sum w d/n / sum w, sqrt(sum (w/n)^2 d), DSR + sqrt(Var/O) (L - O).
  it.each([
    ['exact', 0.95, 48.686078235464244, 67.36645355667315],
    ['byar', 0.95, 48.685519698486694, 67.36682706622774],
    ['byar', 0.998, 44.115927285969775, 73.3922070471113],
  ] as const)(
    'with the %s interval at %d equals the formula in SciPy',
    (method, level, low, high) => {
      const { estimate, interval, details } = standardisedRate(strata, {
        per: 100_000,
        method,
        level,
      });
      expect(estimate).toBeCloseTo(57.46395688269999, 9);
      expect(details.standardError).toBeCloseTo(4.664007741613087, 9);
      expect(details.crudeRate).toBeCloseTo(57.142857142857146, 9);
      expect(interval.low).toBeCloseTo(low, 7);
      expect(interval.high).toBeCloseTo(high, 7);
    },
  );

  it('rate and standard error equal the worked example of Oak Ridge National Laboratory', () => {
    // Directly adjusted rates, example 2: 10 and 2 events in 0.3489 and 0.0947 thousand person-years (rounded there).
    const { estimate, details } = standardisedRate([
      { count: 0, exposure: 0.083, weight: 0.28111788 },
      { count: 0, exposure: 0.5232, weight: 0.21226284 },
      { count: 0, exposure: 0.4477, weight: 0.22695215 },
      { count: 10, exposure: 0.3489, weight: 0.19851136 },
      { count: 2, exposure: 0.0947, weight: 0.08115578 },
    ]);
    expect(estimate).toBeCloseTo(7.4032, 2);
    expect(details.standardError).toBeCloseTo(2.1692, 2);
  });

  it('is the plain rate where there is one group, or the population is the standard', () => {
    const plain = poissonRate(12, 4000, { per: 1000 });
    const one = standardisedRate([{ count: 12, exposure: 4000, weight: 5 }], { per: 1000 });
    expect(one.estimate).toBeCloseTo(plain.estimate as number, 12);
    expect(one.interval.low).toBeCloseTo(plain.interval.low, 10);
    const own = standardisedRate(
      strata.map((stratum) => ({ ...stratum, weight: stratum.exposure })),
      { per: 100_000 },
    );
    expect(own.estimate).toBeCloseTo(57.142857142857146, 9);
  });

  it('holds its estimate, and only the proportions of the weights count', () => {
    const stratum = fc.record({
      count: fc.integer({ min: 0, max: 200 }),
      exposure: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 8 }), (list) => {
        const { estimate, interval } = standardisedRate(list);
        expect(interval.low).toBeLessThanOrEqual(estimate as number);
        expect(interval.high).toBeGreaterThan(estimate as number);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        const doubled = list.map((one) => ({ ...one, weight: one.weight * 2 }));
        const again = standardisedRate(doubled).estimate as number;
        expect(Math.abs(again - (estimate as number))).toBeLessThanOrEqual(
          1e-12 * (estimate as number),
        );
      }),
    );
  });

  it('nothing counted leaves an upper end, in the group that weighs most per exposure', () => {
    const { estimate, interval, says, details } = standardisedRate([
      { count: 0, exposure: 1000, weight: 1 },
      { count: 0, exposure: 500, weight: 3 },
    ]);
    expect(estimate).toBe(0);
    // 0.75/500 times 3.688879, the exact upper end of zero events.
    expect(interval.high).toBeCloseTo((0.75 / 500) * 3.6888794541139354, 12);
    expect(details.verdict).toBe('none_counted');
    expect(says.en).toMatch(/^None was counted/);
  });

  it('warns of groups without weight and of few events', () => {
    const { warnings, confidence } = standardisedRate([
      { group: 'port', count: 4, exposure: 10, weight: 1 },
      { group: 'post', count: 2, exposure: 10, weight: 0 },
    ]);
    expect(warnings.map(({ en }) => en)).toEqual([
      'fewer than 10 events: a standardised rate says little',
      'a group with events has no weight: its events do not enter',
    ]);
    expect(confidence).toBe('low');
  });

  it('says the rate with its interval', () => {
    expect(standardisedRate(strata, { per: 100_000 }).says).toMatchInlineSnapshot(`
      {
        "de": "Standardisiert: 57,5 je 100.000 (95-%-Intervall 48,7 bis 67,4; gezählt: 152); ohne Standardisierung 57,1. Bezogen auf: 266.000 (was damit gezählt wurde, ist nicht angegeben).",
        "en": "Standardised rate: 57.5 per 100,000 (95% interval 48.7 to 67.4; counted: 152); without standardisation 57.1. Measured against: 266,000 (what this counts is not stated).",
        "fr": "Taux standardisé : 57,5 pour 100 000 (intervalle à 95 % de 48,7 à 67,4 ; cas comptés : 152) ; sans standardisation 57,1. Rapporté à : 266 000 (l’objet de cette base n’est pas précisé).",
        "nl": "Gestandaardiseerd: 57,5 per 100.000 (95%-interval 48,7 tot 67,4; geteld: 152); zonder standaardisatie 57,1. Afgezet tegen: 266.000 (wat daarmee is geteld, is niet vermeld).",
      }
    `);
  });

  it('refuses what cannot be standardised', () => {
    const one = { group: 'post', count: 3, exposure: 10, weight: 1 };
    expect(() => standardisedRate([])).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`strata\` must have at least one group, got none]`,
    );
    expect(() => standardisedRate([{ ...one, count: 1.5 }])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count of "post" to be a whole number of events, found 1.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() => standardisedRate([{ ...one, exposure: 0 }])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the exposure of "post" to be above zero, found 0. Repair: pass the population, the days or the controls that the count stands against]`,
    );
    expect(() =>
      standardisedRate([{ ...one, weight: Number.NaN }]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a weight of zero or more for "post", found NaN. Repair: pass the standard population as the weights]`,
    );
    expect(() => standardisedRate([{ ...one, weight: 0 }])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a weight above zero in at least one group, found none. Repair: pass the standard population as the weights]`,
    );
    expect(() =>
      standardisedRate([one], { method: 'gamma' as 'byar' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`method\` must be exact or byar, got gamma]`,
    );
  });
});
