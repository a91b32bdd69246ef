import {
  type Assumed,
  type Distribution,
  estimateRevenue,
  type Price,
  priceInEuro,
  wholesaleValue,
} from '@samenbeeld/money';
import { describe, expect, it } from 'vitest';

const label = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
const given = (id: string, unit: string, distribution: Distribution): Assumed => ({
  id,
  label,
  unit,
  distribution,
  source: 'test',
  year: 2022,
});
const fixed = (id: string, unit: string, value: number) =>
  given(id, unit, { kind: 'fixed', value });
const price: Price = {
  ...given('P1', 'EUR/kg', { kind: 'triangular', low: 25_000, mode: 30_000, high: 38_000 }),
  level: 'wholesale',
  purity: null,
  declared: false,
};
const quantity = fixed('Q1', 'kg', 4157);

describe('wholesaleValue', () => {
  it('is kilograms times price, as a range with its assumptions by id', () => {
    const { interval, assumptions, influences, says } = wholesaleValue({ quantity, price });
    // Quantiles of the triangular price (SciPy 1.17 triang.ppf): 26,802.78 and 35,719.65 euro.
    expect((interval?.low as number) / (4157 * 26_802.776)).toBeCloseTo(1, 3);
    expect((interval?.high as number) / (4157 * 35_719.648)).toBeCloseTo(1, 3);
    expect(assumptions.map(({ en }) => en.split(':')[0])).toEqual(['Q1', 'P1']);
    expect(influences.map(({ id }) => id)).toEqual(['P1']);
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Das Sichergestellte war zu Großhandelspreisen 111 bis 148 Millionen Euro wert (90-%-Intervall). Das ist weder Umsatz noch Gewinn.",
        "en": "What was seized was worth 111 to 148 million euro at wholesale prices (90% interval). That is neither turnover nor profit.",
        "fr": "Ce qui a été saisi valait 111 à 148 millions d’euros aux prix de gros (intervalle à 90 %). Ce n’est ni un chiffre d’affaires ni un bénéfice.",
        "nl": "Wat in beslag werd genomen, was 111 tot 148 miljoen euro waard tegen groothandelsprijzen (90%-interval). Dat is geen omzet en geen winst.",
      }
    `);
  });

  it('counts purity only where the price was paid for a stated one', () => {
    const purity = fixed('S1', 'share', 0.9);
    const steady: Price = { ...price, distribution: { kind: 'fixed', value: 30_000 } };
    const whole = wholesaleValue({ quantity, price: steady, purity });
    expect(whole.estimate).toBe(4157 * 30_000);
    expect(whole.warnings.map(({ en }) => en)).toEqual([
      'the purity the price was paid for is not known: no correction for purity is made',
    ]);
    const paid = wholesaleValue({ quantity, price: { ...steady, purity: 0.75 }, purity });
    expect(paid.estimate).toBeCloseTo(4157 * 30_000 * 1.2, 6);
  });

  it('refuses declared values, other levels, currencies and units', () => {
    const tried = [
      { quantity, price: { ...price, declared: true } },
      { quantity, price: { ...price, level: 'retail' as const } },
      { quantity, price: { ...price, unit: 'USD/kg' } },
      { quantity: fixed('Q', 'tablet', 1), price },
    ];
    const messages = tried.map((one) => {
      try {
        wholesaleValue(one);
        return 'accepted';
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    });
    expect(messages).toMatchInlineSnapshot(`
      [
        "RefusalError: P1 is a value that was declared for a seizure, not a price that was paid. Use a price of a survey or an investigation; show the declared value beside it.",
        "RefusalError: P1 is a price at the level retail, asked is wholesale. Use a price of the level at which the drugs were seized or sold.",
        "RefusalError: P1 is a price in USD/kg, which is not euro by weight. Convert it first: \`priceInEuro\` for a dated exchange rate and an amount such as 10 g; pieces need an assumption about their weight.",
        "UsageError: \`quantity\` must be in kg, got tablet",
      ]
    `);
  });
});

describe('estimateRevenue', () => {
  it('is a curve over assumed rates, never one number', () => {
    const { estimate, byRate, says } = estimateRevenue({ seized: quantity, price });
    expect(estimate).toBeNull();
    expect(byRate.map(({ rate }) => rate)).toEqual([0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
    const medians = byRate.map(({ spread }) => spread.median);
    expect([...medians].sort((a, b) => b - a)).toEqual(medians);
    // 0.9/0.1 = 9 times what was seized passes at 10 %, 0.5/0.5 = once at 50 %.
    expect((medians[1] as number) / (medians[5] as number)).toBeCloseTo(9, 12);
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Umsatz mit dem, was durchkam, zu Großhandelspreisen: wenn 5 % abgefangen wurden, 2,12 bis 2,82 Milliarden Euro; wenn 60 % abgefangen wurden, 74,3 bis 99 Millionen Euro (90-%-Intervall). Der angenommene abgefangene Anteil macht einen Faktor 28 aus; von den übrigen Zahlen zählt am meisten: x, ein Faktor 1,3. Welcher Teil abgefangen wurde, weiß niemand; darum gibt es keinen einzelnen Betrag. Umsatz ist kein Gewinn.",
        "en": "Revenue from what got through, at wholesale prices: if 5% was intercepted, 2.12 to 2.82 billion euro; if 60% was intercepted, 74.3 to 99 million euro (90% interval). The share assumed to be intercepted makes a factor of 28; of the other numbers this one matters most: x, a factor of 1.3. Nobody knows which share was intercepted, so there is no single amount. Revenue is not profit.",
        "fr": "Chiffre d’affaires de ce qui est passé, aux prix de gros : si 5 % ont été interceptés, 2,12 à 2,82 milliards d’euros ; si 60 % ont été interceptés, 74,3 à 99 millions d’euros (intervalle à 90 %). La part interceptée supposée compte pour un facteur 28 ; parmi les autres nombres, celui qui compte le plus est : x, facteur 1,3. Personne ne sait quelle part a été interceptée ; il n’y a donc pas de montant unique. Un chiffre d’affaires n’est pas un bénéfice.",
        "nl": "De omzet van wat doorkwam, tegen groothandelsprijzen: als 5% werd onderschept 2,12 tot 2,82 miljard euro, en als 60% werd onderschept 74,3 tot 99 miljoen euro (90%-interval). Het aangenomen onderschepte deel maakt een factor 28 uit; van de andere getallen telt dit het zwaarst: x, een factor 1,3. Welk deel werd onderschept, weet niemand; er is daarom geen enkel bedrag. Omzet is geen winst.",
      }
    `);
  });

  it('has no interval: a union over assumed rates has no level', () => {
    const fixedPrice: Price = { ...price, distribution: { kind: 'fixed', value: 30_000 } };
    const { interval, byRate, says } = estimateRevenue({ seized: quantity, price: fixedPrice });
    expect(interval).toBeNull();
    expect(byRate[0]?.spread.p5).toBe(byRate[0]?.spread.p95);
    for (const words of Object.values(says)) expect(words).not.toMatch(/90/);
  });

  it('says what its spread comes from: the rate, then the widest of the other numbers', () => {
    const { details, says } = estimateRevenue({ seized: quantity, price, rates: [0.05, 0.5] });
    // (0.95 / 0.05) / (0.5 / 0.5) = 19; the price at its ends, 35,719.65 / 26,802.78 = 1.33 (SciPy 1.17 triang.ppf).
    expect(details['rateFactor']).toBeCloseTo(19, 9);
    expect(details['widestFactor']).toBeCloseTo(35_719.648 / 26_802.776, 6);
    expect(says.en).toContain(
      'The share assumed to be intercepted makes a factor of 19; of the other numbers this one matters most: x, a factor of 1.3.',
    );
    const one = estimateRevenue({ seized: quantity, price, rates: [0.1] });
    expect(one.details['rateFactor']).toBeNull();
    expect(one.says.en).not.toContain('factor');
  });

  it('tells what else matters at a rate that is given, the highest', () => {
    const { byRate, influences, middle } = estimateRevenue({
      ...{ seized: quantity, price, rates: [0.3, 0.1] },
    });
    const half = estimateRevenue({ seized: quantity, price, rates: [0.5] });
    expect(byRate.at(-1)?.rate).toBe(0.3);
    expect(middle).toBeCloseTo((half.middle * 0.7) / 0.3, 3);
    expect(influences[0]?.atLow).toBeCloseTo(((half.influences[0]?.atLow ?? 0) * 0.7) / 0.3, 3);
  });

  it('refuses rates that leave nothing seized, or nothing sold', () => {
    for (const rates of [[0], [1], [Number.NaN], []])
      expect(() => estimateRevenue({ seized: quantity, price, rates })).toThrow(
        /expected interception rates between 0 and 1/,
      );
  });
});

describe('priceInEuro', () => {
  const rates = [{ currency: 'USD', year: 2022, perEuro: 1.053, source: 'ECB, annual average' }];
  const paid = (unit: string): Price => ({
    ...price,
    unit,
    distribution: { kind: 'fixed', value: 1053 },
  });

  it('turns dollars for 10 g, a kilogram and an ounce into euro by weight', () => {
    const read = (unit: string) => {
      const { unit: euro, distribution } = priceInEuro(paid(unit), rates);
      return [euro, distribution.kind === 'fixed' ? Number(distribution.value.toFixed(6)) : null];
    };
    expect(read('USD/kg')).toEqual(['EUR/kg', 1000]);
    expect(read('USD/10 g')).toEqual(['EUR/g', 100]);
    expect(read('USD/oz')).toEqual(['EUR/g', Number((1000 / 28.349523125).toFixed(6))]);
    expect(read('EUR/g')).toEqual(['EUR/g', 1053]);
  });

  it('refuses pieces, unknown rates and a price of no year', () => {
    expect(() => priceInEuro(paid('USD/1000 tablet'), rates)).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: P1 is a price for 1000 tablet, not for a weight. Pieces have no price by weight without an assumption about what one of them weighs.]`,
    );
    expect(() =>
      priceInEuro({ ...paid('USD/g'), year: 2021 }, rates),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: No rate of USD to the euro is known for 2021. Give the annual average of that year with its source, in the file of questions about money as exchange: [{ currency: USD, year: 2021, perEuro: …, source: … }]; another year’s rate is another price.]`,
    );
    expect(() =>
      priceInEuro({ ...paid('USD/g'), year: null }, rates),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: P1 has no year, so no rate can be chosen. Repair: give the year in which the price was paid]`,
    );
  });
});

describe('shares, kilograms and prices that cannot be', () => {
  const retail: Price = { ...price, ...fixed('P2', 'EUR/g', 50), level: 'retail' };
  const purity = { seized: fixed('S', 'share', 0.78), sold: fixed('R', 'share', 0.69) };
  const asked = { seized: quantity, price: retail, level: 'retail', purity } as const;
  const refusal = (call: () => unknown): string => {
    try {
      call();
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`;
    }
    return 'answered';
  };

  it.each([
    [
      { loss: fixed('L', 'share', 15) },
      'InputError: L, distribution.value: expected a share from 0 to 1, found 15. Repair: write a share of one: 15 % is 0.15',
    ],
    [
      { loss: given('L', 'share', { kind: 'pert', low: -0.1, mode: 0, high: 0.1 }) },
      'InputError: L, distribution.low: expected a share from 0 to 1, found -0.1. Repair: write a share of one: 15 % is 0.15',
    ],
    [
      { purity: { ...purity, sold: fixed('R', 'share', 0) } },
      'InputError: R, distribution.value: expected a share above 0 and at most 1, by which something is divided, found 0. Repair: give a share above 0',
    ],
    [
      { purity: { ...purity, sold: given('R', 'share', { kind: 'uniform', low: 0, high: 1 }) } },
      'InputError: R, distribution.low: expected a share above 0 and at most 1, by which something is divided, found 0. Repair: give a share above 0',
    ],
    [
      {
        purity: {
          ...purity,
          seized: given('S', 'share', { kind: 'pert', low: 0.7, mode: 0.78, high: 78 }),
        },
      },
      'InputError: S, distribution.high: expected a share from 0 to 1, found 78. Repair: write a share of one: 78 % is 0.78',
    ],
    [
      { loss: given('L', 'share', { kind: 'lognormal', median: 0.1, p95: 0.2 }) },
      'InputError: L, distribution.kind: expected a share from 0 to 1, found no upper end. Repair: a lognormal number has no upper end; use fixed, uniform, triangular, pert or beta',
    ],
    [
      { seized: fixed('Q', 'kg', -5) },
      'InputError: Q: expected an amount at or above zero, found -5. Repair: give kilograms and prices as they were weighed and paid',
    ],
  ])('are refused: %j', (changes, message) => {
    expect(refusal(() => estimateRevenue({ ...asked, ...changes }))).toBe(message);
  });

  it('may be a beta, or reach from 0 to 1', () => {
    const loss = given('L', 'share', { kind: 'uniform', low: 0, high: 1 });
    const sold = given('R', 'share', { kind: 'beta', alpha: 69, beta: 31 });
    const { byRate } = estimateRevenue({ ...asked, loss, purity: { ...purity, sold } });
    expect(byRate.every(({ spread }) => spread.p5 >= 0 && Number.isFinite(spread.p95))).toBe(true);
  });

  it('are refused in a value as well', () => {
    expect(
      refusal(() => wholesaleValue({ quantity, price, purity: fixed('S', 'share', 78) })),
    ).toContain('78 % is 0.78');
    expect(
      refusal(() =>
        wholesaleValue({ quantity, price: { ...price, purity: 75 }, purity: purity.seized }),
      ),
    ).toContain(
      'InputError: P1.purity, distribution.value: expected a share above 0 and at most 1, by which something is divided, found 75. Repair: write a share of one: 75 % is 0.75',
    );
  });
});

describe('a revenue', () => {
  it('counts one quantity, not the rates that were assumed', () => {
    expect(estimateRevenue({ seized: quantity, price })).toMatchObject({ n: 1, interval: null });
  });
});
