import {
  observedPrices,
  priceInEuro,
  referenceRates,
  spanOfPrices,
  wholesaleValue,
} from '@samenbeeld/money';
import type { Observation } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { makeObservation } from '../series/make-observation.ts';

const row = (stat: Observation['stat'], value: number | null, given: Partial<Observation> = {}) =>
  makeObservation(2022, value, {
    metric: 'price',
    stat,
    unit: 'USD/kg',
    substance: 'COC_HCL',
    level: 'wholesale',
    source: 'unodc-prices',
    ...given,
  });

// UNODC, drug prices, Belgium 2022, cocaine hydrochloride at wholesale.
const belgium = [
  row('mode', 31_863.013698630137),
  row('min', 26_343.519494204425),
  row('max', 40_042.14963119073),
];

describe('observedPrices', () => {
  it('makes one price of lowest, typical and highest', () => {
    const { prices, leftOut } = observedPrices(belgium);
    expect(leftOut).toEqual([]);
    expect(prices).toHaveLength(1);
    expect(prices[0]).toMatchObject({
      id: 'P-BE-COC_HCL-wholesale-2022',
      known: 'range_and_typical',
      level: 'wholesale',
      declared: false,
      year: 2022,
      label: { en: 'wholesale price, cocaine hydrochloride, Belgium, 2022' },
    });
    expect(prices[0]?.distribution).toEqual({
      kind: 'triangular',
      low: 26_343.519494204425,
      mode: 31_863.013698630137,
      high: 40_042.14963119073,
    });
  });

  it('is converted at the reference rate of its year', () => {
    const [price] = observedPrices(belgium).prices.map((one) => priceInEuro(one, referenceRates));
    // The questionnaire used 0.949 euro a dollar, so that the lowest was 25,000 euro; 26,343.52 / 1.0530 = 25,017.587.
    expect(price?.unit).toBe('EUR/kg');
    expect(price?.distribution).toMatchObject({ low: expect.closeTo(25_017.587, 3) });
    expect(price?.source).toContain('European Central Bank');
  });

  it('is uniform where only the ends are known and fixed where only one figure is', () => {
    const ends = observedPrices([row('min', 26_000), row('max', 28_000)]).prices[0];
    expect(ends?.distribution).toEqual({ kind: 'uniform', low: 26_000, high: 28_000 });
    const typical = observedPrices([row('mode', 54.27)]).prices[0];
    expect([typical?.distribution.kind, typical?.known]).toEqual(['fixed', 'typical']);
  });

  it('never takes a mean or a median for the mode', () => {
    const shapeOf = (stat: 'mean' | 'median', typical: number) => {
      const rows = [row('min', 20_000), row(stat, typical), row('max', 100_000)];
      const shape = observedPrices(rows).prices[0]?.distribution;
      return shape?.kind === 'triangular' ? shape : null;
    };
    // A triangle has mean (low + mode + high) / 3: 3 × 50,000 − 120,000 = 30,000.
    expect(shapeOf('mean', 50_000)).toMatchObject({ low: 20_000, mode: 30_000, high: 100_000 });
    expect(shapeOf('mean', 70_000)).toMatchObject({ low: 20_000, mode: 90_000, high: 100_000 });
    // No mode above 20,000 gives a mean of 30,000: the highest is pulled in to 50,000, (20 + 20 + 50) / 3 = 30.
    expect(shapeOf('mean', 30_000)).toMatchObject({ low: 20_000, mode: 20_000, high: 50_000 });
    expect(shapeOf('mean', 90_000)).toMatchObject({ low: 70_000, mode: 100_000, high: 100_000 });
    // scipy.stats.triang(c=0.125, loc=20000, scale=80000).median() = 47,084.97: its mode is 30,000 again.
    expect(shapeOf('mean', 30_000)?.fittedTo).toBe('mean');
    const half = 100_000 - Math.sqrt((80_000 * 70_000) / 2);
    expect(shapeOf('median', half)?.mode).toBeCloseTo(30_000, 6);
    // A median of 30,000 needs a triangle from 20,000 to 54,142 with its mode at the lowest: 34,142 × (1 − √½) = 10,000.
    expect(shapeOf('median', 30_000)).toMatchObject({ low: 20_000, mode: 20_000 });
    expect(shapeOf('median', 30_000)?.high).toBeCloseTo(54_142.136, 3);
    expect(shapeOf('mean', 20_000)).toMatchObject({ low: 20_000, mode: 20_000, high: 20_000 });
  });

  it('joins a lowest and a highest whose rows have an address each, around the typical price, in any order', () => {
    const at = (stat: Observation['stat'], value: number) =>
      row(stat, value, { publication: `intern-${stat}-${value}` });
    const [low, high, mean] = [at('min', 24_000), at('max', 30_000), at('mean', 27_000)];
    const uniform = { kind: 'uniform', low: 24_000, high: 30_000 };
    for (const rows of [
      [low, high],
      [high, low],
    ])
      expect(observedPrices(rows).prices.map(({ distribution }) => distribution)).toEqual([
        uniform,
      ]);
    for (const rows of [
      [mean, high, low],
      [high, mean, low],
    ])
      expect(observedPrices(rows).prices).toMatchObject([
        { known: 'range_and_typical', distribution: { low: 24_000, mode: 27_000, high: 30_000 } },
      ]);
    // Two editions: from the lowest of both to the highest; a mean outside them is that of another survey.
    const later = [at('min', 22_000), at('max', 28_000)];
    expect(observedPrices([high, low, ...later]).prices).toMatchObject([
      { distribution: { ...uniform, low: 22_000 }, observations: { length: 4 } },
    ]);
    const apart = observedPrices([low, high, at('mean', 50_000)]).prices;
    expect(apart.map(({ distribution }) => distribution)).toEqual(
      expect.arrayContaining([uniform, { kind: 'fixed', value: 50_000 }]),
    );
  });

  it('takes no end for a price, no total, and no one of several typical prices', () => {
    const { prices, leftOut } = observedPrices([row('max', 30_000)]);
    expect([prices, leftOut.map(({ reason }) => reason)]).toEqual([
      [],
      ['only the highest is known'],
    ]);
    expect(observedPrices([row('sum', 30_000)]).leftOut).toMatchObject([
      { reason: 'no lowest, typical or highest price (sum)' },
    ]);
    expect(observedPrices([row('mean', 50), row('mean', 54)]).prices).toMatchObject([
      { distribution: { kind: 'uniform', low: 50, high: 54 } },
    ]);
  });

  it('spans what several publications say of one price, in the unit of the first', () => {
    const [kilo, gram] = observedPrices([
      row('mean', 30_000, { unit: 'EUR/kg', publication: 'a' }),
      row('mean', 25, { unit: 'EUR/g', publication: 'b' }),
    ]).prices;
    const spanned = kilo && gram && spanOfPrices([kilo, gram]);
    expect(spanned).toMatchObject({
      unit: 'EUR/kg',
      source: 'a; b',
      distribution: { kind: 'uniform', low: 25_000, high: 30_000 },
    });
    expect(kilo && spanOfPrices([kilo])).toBe(kilo);
  });

  it('spans to the ends that were published, not to one that a fitted triangle pulls in', () => {
    // A mean of 22 between 20 and 60: the triangle that has it ends at 26; 1.053 dollars a euro.
    for (const [unit, perEuro] of [
      ['EUR/g', 1],
      ['USD/g', 1.053],
    ] as const) {
      const one = (stat: 'min' | 'mean' | 'max', value: number) =>
        row(stat, value * perEuro, { unit, publication: 'a' });
      const other = row('mean', 25, { unit: 'EUR/g', publication: 'b' });
      const rows = [one('min', 20), one('mean', 22), one('max', 60), other];
      const [survey, mean] = observedPrices(rows).prices.map((price) =>
        priceInEuro(price, referenceRates),
      );
      expect([survey, mean]).toContainEqual(
        expect.objectContaining({
          distribution: expect.objectContaining({ high: expect.closeTo(26, 1) }),
        }),
      );
      expect(survey && mean && spanOfPrices([survey, mean]).distribution).toMatchObject({
        ...{ kind: 'uniform', low: expect.closeTo(20, 1), high: expect.closeTo(60, 1) },
      });
    }
  });

  it('tells two surveys of one place and year apart', () => {
    const other = row('mean', 30_000, { source: 'published-claims', unit: 'EUR/kg' });
    const ids = observedPrices([...belgium, other]).prices.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it('keeps a declared value and never calculates with it', () => {
    const declared = row('mean', 66_700, { unit: 'EUR/kg', nationalCode: 'DECLARED' });
    const [price] = observedPrices([declared]).prices;
    expect(price?.declared).toBe(true);
    const quantity = {
      id: 'Q',
      label: { nl: 'x', fr: 'x', de: 'x', en: 'x' },
      unit: 'kg',
      distribution: { kind: 'fixed', value: 1 },
      source: 's',
      year: 2022,
    } as const;
    expect(() => price && wholesaleValue({ quantity, price })).toThrow(/declared for a seizure/);
  });

  it('leaves out what is no price to calculate with, each row with its reason', () => {
    const { prices, leftOut } = observedPrices([
      row('mode', null),
      row('mode', 5, { level: 'dose' }),
      row('mode', 5, { level: null }),
      row('mode', 5, { substance: null }),
      row('mode', 0),
      row('mode', 5, { freq: 'O', periodEnd: '2023-05-31' }),
    ]);
    expect(prices).toEqual([]);
    expect(leftOut.map(({ reason }) => reason)).toMatchInlineSnapshot(`
      [
        "no value",
        "no price of a level (dose)",
        "no price of a level (not stated)",
        "the substance is not known",
        "a price is above zero",
        "more than one year",
      ]
    `);
  });

  it('refuses ends in the wrong order, and other figures', () => {
    expect(() => observedPrices([row('min', 9), row('max', 5)])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: prices of BE 2022 are out of order: lowest 9, typical undefined, highest 5. Repair: correct the cell that is wrong; lowest ≤ typical ≤ highest]`,
    );
    expect(() => observedPrices([row('min', 9), row('mode', 5)])).toThrow(/out of order/);
    expect(() => observedPrices([makeObservation(2022, 5)])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected prices, found str_reports of BE. Repair: choose the metric price]`,
    );
  });

  it('refuses a year whose rate nobody gave', () => {
    const [price] = observedPrices([
      row('mode', 5, { periodStart: '1999-01-01', periodEnd: '1999-12-31' }),
    ]).prices;
    expect(() => price && priceInEuro(price, referenceRates)).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: No rate of USD to the euro is known for 1999. Give the annual average of that year with its source, in the file of questions about money as exchange: [{ currency: USD, year: 1999, perEuro: …, source: … }]; another year’s rate is another price.]`,
    );
  });
});
