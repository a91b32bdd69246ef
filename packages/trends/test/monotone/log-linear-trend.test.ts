import { logLinearTrend } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoveries } from '../turning-points/series.ts';
import { driverDeaths, stream } from './series.ts';

const rising = [12, 15, 9, 20, 31, 28, 40, 44, 39, 61];
const years = rising.map((_, i) => 2016 + i);
const uneven = [3, 0, 14, 5, 22, 1, 9, 40, 12, 7, 30, 2];

// Expected values: R 4.2.2, glm(y ~ t, family = quasipoisson) with glm.control(epsilon = 1e-14), interval by qt(0.975, n - 2);
// MASS 7.3-58.2 glm.nb(y ~ t), interval by qnorm(0.975); APC = 100 (exp(b) - 1).
describe('logLinearTrend', () => {
  it('equals R glm(family = quasipoisson)', () => {
    const { estimate, interval, p, details } = logLinearTrend(rising, { times: years });
    expect(details.slope).toBeCloseTo(0.179513470985, 9);
    expect(details.standardError).toBeCloseTo(0.0231404395482, 9);
    expect(details.dispersion).toBeCloseTo(1.13062230775, 8);
    expect(details.deviance).toBeCloseTo(9.72176569136, 8);
    expect(details.levelAtFirst).toBeCloseTo(11.7112602974, 6);
    expect(estimate).toBeCloseTo(19.6635023812, 7);
    expect(interval?.low).toBeCloseTo(13.4454049663, 6);
    expect(interval?.high).toBeCloseTo(26.2224221984, 6);
    expect(p).toBeCloseTo(5.44591420821e-5, 11);
  });

  it('equals R glm with log exposure as offset; φ below one is raised unless asked for', () => {
    const exposures = [10, 12, 9, 14, 20, 22, 30, 31, 33, 41].map((value) => value * 1000);
    const asR = logLinearTrend(rising, { times: years, exposures, leastDispersion: 0 });
    expect(asR.estimate).toBeCloseTo(1.25467167339, 7);
    expect(asR.details.standardError).toBeCloseTo(0.0133312769763, 9);
    expect(asR.interval?.low).toBeCloseTo(-1.81073761129, 6);
    expect(asR.interval?.high).toBeCloseTo(4.41578117879, 6);
    expect(asR.p).toBeCloseTo(0.377005702061, 8);
    const careful = logLinearTrend(rising, { times: years, exposures });
    expect(careful.estimate).toBeCloseTo(asR.estimate as number, 10);
    expect(careful.interval?.low).toBeLessThan(asR.interval?.low as number);
    expect(careful.warnings.map(({ en }) => en)).toContain('φ of 0.365 raised to 1');
  });

  it('equals MASS glm.nb', () => {
    const { estimate, interval, p, details } = logLinearTrend(uneven, {
      family: 'negative_binomial',
    });
    expect(details.theta).toBeCloseTo(1.03423822383, 5);
    expect(details.slope).toBeCloseTo(0.127205587471, 7);
    expect(details.standardError).toBeCloseTo(0.0864987126478, 7);
    expect(estimate).toBeCloseTo(13.5650469291, 5);
    expect(interval?.low).toBeCloseTo(-4.14454190897, 5);
    expect(interval?.high).toBeCloseTo(34.5465364296, 5);
    expect(p).toBeCloseTo(0.141397507496, 6);
  });

  it('equals R on the same counts as quasi-Poisson and as Poisson, which is far too sure', () => {
    const quasi = logLinearTrend(uneven);
    expect(quasi.details.dispersion).toBeCloseTo(12.3978396562, 6);
    expect(quasi.interval?.low).toBeCloseTo(-9.85529581368, 5);
    expect(quasi.interval?.high).toBeCloseTo(32.9654012549, 5);
    expect(quasi.p).toBeCloseTo(0.323468883443, 7);
    const poisson = logLinearTrend(uneven, { family: 'poisson' });
    expect(poisson.interval?.low).toBeCloseTo(4.29285299374, 5);
    expect(poisson.p).toBeCloseTo(0.000255352120233, 8);
    expect(poisson.warnings.map(({ en }) => en)).toContain(
      'the counts vary 12.4 times as much as Poisson counts',
    );
    expect([quasi.details.verdict, poisson.details.verdict]).toEqual(['not_shown', 'rising']);
  });

  it('equals R over thousands of car drivers a year', () => {
    const times = driverDeaths.map((_, i) => 1969 + i);
    const quasi = logLinearTrend(driverDeaths, { times });
    expect(quasi.details.dispersion).toBeCloseTo(113.883373364, 5);
    expect(quasi.estimate).toBeCloseTo(-1.79071350799, 7);
    expect(quasi.interval?.low).toBeCloseTo(-2.64981014779, 6);
    expect(quasi.interval?.high).toBeCloseTo(-0.924035506128, 6);
    const binomial = logLinearTrend(driverDeaths, { times, family: 'negative_binomial' });
    expect(binomial.details.theta).toBeCloseTo(201.692163134, 2);
    expect(binomial.estimate).toBeCloseTo(-1.84264171467, 5);
    expect(binomial.interval?.high).toBeCloseTo(-1.10147219478, 5);
  });

  it('equals R at unequal spacing, with missing years', () => {
    const { estimate, interval, n, details } = logLinearTrend(
      [120, null, 131, 98, 160, 171, null, 149],
      {
        times: [2010, 2011, 2012, 2013, 2017, 2020, 2022, 2024],
      },
    );
    expect(n).toBe(6);
    expect(estimate).toBeCloseTo(2.51845372863, 6);
    expect(interval?.low).toBeCloseTo(-1.19023707005, 6);
    expect(interval?.high).toBeCloseTo(6.36634521996, 6);
    expect(details.r1).not.toBeNull();
  });

  it('turns round with time, and is unmoved by the size of the exposures', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 4, maxLength: 12 }),
        fc.constantFrom(1e-6, 1, 1e6),
        (counts, exposure) => {
          const forward = logLinearTrend(counts, { exposures: counts.map(() => exposure) });
          const back = logLinearTrend(counts.toReversed());
          if (forward.estimate === null) expect(back.estimate).toBeNull();
          else {
            expect(forward.details.slope).toBeCloseTo(-(back.details.slope as number), 6);
            expect(forward.p).toBeCloseTo(back.p as number, 6);
          }
        },
      ),
    );
  });

  it.each([
    [[20, 30, 40], 'too_few'],
    [[null, null], 'too_few'],
    [[0, 0, 0, 0, 0], 'constant'],
    [[0, 1, 1, 2, 3], 'few_events'],
    [[0, 0, 0, 0, 50], 'one_period'],
    [[0, 0, 50, 0, 0], 'one_period'],
  ])('concludes nothing from %j (%s)', (counts, because) => {
    for (const family of ['quasi_poisson', 'negative_binomial', 'poisson'] as const) {
      const { details, estimate, interval, p } = logLinearTrend(counts, { family });
      expect(details).toMatchObject({ verdict: 'no_conclusion', because });
      expect([estimate, interval, p]).toEqual([null, null, null]);
      expect(Object.values(details)).not.toContain(Number.NaN);
    }
  });

  it('cries wolf one time in twenty over counts that vary more than Poisson counts', () => {
    const next = stream(4321);
    const poisson = (mean: number): number => {
      let count = 0;
      for (let product = next(); product > Math.exp(-mean); product *= next()) count++;
      return count;
    };
    const alarms = { quasi_poisson: 0, poisson: 0 };
    for (let run = 0; run < 400; run++) {
      const counts = Array.from({ length: 10 }, () => poisson(-12 * Math.log(next())));
      for (const family of ['quasi_poisson', 'poisson'] as const)
        if ((logLinearTrend(counts, { family }).p ?? 1) <= 0.05) alarms[family]++;
    }
    expect(alarms.quasi_poisson / 400).toBeLessThan(0.09);
    expect(alarms.poisson / 400).toBeGreaterThan(0.4);
  });

  it('concludes nothing from equal counts, as a test of ranks does, unless what they stand against moves', () => {
    const counts = [70, 70, 70, 70, 70, 70];
    const equal = logLinearTrend(counts);
    expect(equal).toMatchObject({ estimate: null, interval: null });
    expect(equal.details).toMatchObject({ verdict: 'no_conclusion', because: 'constant' });
    const rate = logLinearTrend(counts, { exposures: [70, 80, 90, 100, 110, 120] });
    expect(rate.details.verdict).toBe('falling');
  });

  it('warns that a scatter far below that of Poisson counts is no precision', () => {
    const even = [10, 10, 11, 11, 12, 12, 12, 13];
    const plain = logLinearTrend(even, { leastDispersion: 0 });
    expect(plain.warnings.map(({ en }) => en)).toEqual([
      'the counts vary far less than Poisson counts: the interval takes that for precision',
    ]);
    const raised = logLinearTrend(even);
    expect([plain.details.verdict, raised.details.verdict]).toEqual(['rising', 'not_shown']);
    expect(raised.warnings.map(({ en }) => en)).toEqual(['φ of 0.00886 raised to 1']);
  });

  // R 4.2.2, glm(y ~ t, family = quasipoisson) and poisson: φ 0.0738, qt(0.975, 4) and qnorm(0.975).
  it('six counts close to their line are no surer than Poisson counts, unless R is asked for', () => {
    const six = [5, 8, 9, 12, 15, 17];
    const own = logLinearTrend(six);
    const poisson = logLinearTrend(six, { family: 'poisson' });
    const asR = logLinearTrend(six, { leastDispersion: 0 });
    const ends = ({ interval }: typeof own) =>
      [interval?.low, interval?.high].map((end) => end?.toFixed(1));
    expect([ends(asR), ends(poisson), ends(own)]).toEqual([
      ['18.3', '32.6'],
      ['8.0', '45.2'],
      ['1.6', '54.4'],
    ]);
    expect(own.warnings.map(({ en }) => en)).toContain('φ of 0.0738 raised to 1');
  });

  // R 4.2.2 datasets::discoveries, 1860–1959; glm(quasipoisson): p = 0.032, r = 0.25.
  it('says that residuals depend on each other, as a warning alone is not read', () => {
    const { says, details } = logLinearTrend(discoveries);
    expect(details.verdict).toBe('falling');
    expect(says).toMatchObject({
      nl: expect.stringContaining('r\u00a0=\u00a00,25): het interval kan te smal zijn.'),
      fr: expect.stringContaining('r\u00a0=\u00a00,25)\u00a0: l’intervalle peut être trop étroit.'),
      de: expect.stringContaining('r\u00a0=\u00a00,25): Das Intervall kann zu schmal sein.'),
      en: expect.stringContaining('r\u00a0=\u00a00.25): the interval may be too narrow.'),
    });
  });

  it('a perfect doubling is found, from few counts to billions', () => {
    for (const scale of [1, 1e6]) {
      const { estimate, details } = logLinearTrend(
        [5, 10, 20, 40, 80, 160].map((count) => count * scale),
      );
      expect(estimate).toBeCloseTo(100, 4);
      expect(details.verdict).toBe('rising');
    }
  });

  it('says the change in per cent', () => {
    expect(logLinearTrend(rising, { times: years, controls: true }).says).toMatchInlineSnapshot(`
      {
        "de": "Die Zahlen steigen, geschätzt um 19,7 % pro Jahr (95-%-Intervall 13,4 bis 26,2; n = 10, p < 0,001).",
        "en": "The figures rise, by an estimated 19.7% a year (95% interval 13.4 to 26.2; n = 10, p < 0.001).",
        "fr": "Les chiffres sont en hausse, d’environ 19,7 % par an (intervalle à 95 % de 13,4 à 26,2 ; n = 10 ; p < 0,001).",
        "nl": "De cijfers stijgen, naar schatting met 19,7% per jaar (95%-interval 13,4 tot 26,2; n = 10, p < 0,001).",
      }
    `);
    expect(logLinearTrend(uneven).says.fr).toMatchInlineSnapshot(
      `"Aucune tendance ne peut être démontrée (n = 12 ; p = 0,323). Cela ne prouve pas que rien n’a changé : une évolution entre −9,9 et +33,0 % par période reste possible (intervalle à 95 %). Il n’y a pas de données sur les contrôles : des contrôles plus ou moins nombreux peuvent expliquer ou masquer une évolution."`,
    );
    expect(logLinearTrend([0, 1, 1, 2, 3]).says).toMatchInlineSnapshot(`
      {
        "de": "Keine Aussage möglich (n = 5): Insgesamt wurden weniger als 10 Fälle gezählt, zu wenige für einen Prozentsatz. Angaben zu Kontrollen fehlen: Mehr oder weniger Kontrollen können eine Veränderung erklären oder verdecken.",
        "en": "No conclusion possible (n = 5): fewer than 10 were counted in all, too few for a percentage. There are no data on controls: more or fewer checks may explain or hide a change.",
        "fr": "Aucune conclusion possible (n = 5) : moins de 10 cas ont été comptés en tout, trop peu pour un pourcentage. Il n’y a pas de données sur les contrôles : des contrôles plus ou moins nombreux peuvent expliquer ou masquer une évolution.",
        "nl": "Geen conclusie mogelijk (n = 5): in totaal zijn er minder dan 10 geteld, te weinig voor een percentage. Er zijn geen gegevens over controles: meer of minder controleren kan een verandering verklaren of verbergen.",
      }
    `);
  });

  it('refuses what is no count', () => {
    expect(() => logLinearTrend([1.5, 2, 3, 4])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count of position 1 to be a whole number of events, found 1.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() => logLinearTrend([1, -2, 3, 4])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count of position 2 to be a whole number of events, found -2. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() => logLinearTrend([1, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a finite number or null, found NaN at position 2. Repair: use null where a period is missing, and say why in the source]`,
    );
    expect(() => logLinearTrend([])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: a series needs at least one value, found none. Repair: pass the values in time order, null where a period is missing]`,
    );
    expect(() => logLinearTrend([1, 2], { exposures: [1] })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`exposures\` must have one entry per count: got 1 for 2]`,
    );
    expect(() => logLinearTrend([1, 2], { exposures: [1, 0] })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the exposure of position 2 to be above zero, found 0. Repair: pass the population, the days or the controls that the count stands against]`,
    );
    expect(() =>
      logLinearTrend([1, 2], { times: [2021, 2020] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: times must increase, found 2020 after 2021 at position 2. Repair: sort the series by time and keep one value per time]`,
    );
    expect(() =>
      logLinearTrend([1, 2], { family: 'gamma' as 'poisson' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`family\` must be one of quasi_poisson, negative_binomial, poisson, got gamma]`,
    );
    expect(() =>
      logLinearTrend([1, 2], { leastDispersion: -1 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`leastDispersion\` must be zero or more, got -1]`,
    );
  });
});
