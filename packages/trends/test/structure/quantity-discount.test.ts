import { type PriceAsked, quantityDiscount } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

/** Ten vendors by a rule: each asks `price` per unit at 1, and `price * 10^slope` at 10. */
const asked = (slopes: readonly number[]): readonly PriceAsked[] =>
  slopes.flatMap((slope, i) => {
    const vendor = `v${i}`;
    const price = 40 + 5 * i;
    return [
      { vendor, amount: 1, price },
      { vendor, amount: 10, price: price * 10 * 10 ** slope },
    ];
  });

describe('quantityDiscount', () => {
  it('is the mean of the slopes of vendors, with the interval of t.test', () => {
    // R: t.test(c(-0.1, -0.2, -0.3)): mean -0.2, interval -0.4484138 to 0.0484138.
    const { estimate, interval, details } = quantityDiscount(asked([-0.1, -0.2, -0.3]));
    expect(details.elasticity).toBeCloseTo(-0.2, 12);
    expect(estimate).toBeCloseTo(10 ** -0.2, 12);
    expect(Math.log10(interval?.low ?? 0)).toBeCloseTo(-0.4484138, 6);
    expect(Math.log10(interval?.high ?? 0)).toBeCloseTo(0.0484138, 6);
    expect(details.verdict).toBe('not_shown');
  });

  it('a vendor who lists an item a hundred times weighs no more, and one of one amount says nothing', () => {
    const rows = asked([-0.1, -0.12, -0.14, -0.11]);
    const [first] = rows;
    const { estimate, details } = quantityDiscount([
      ...rows,
      ...Array.from({ length: 100 }, () => ({ vendor: 'v1', amount: 1, price: 45 })),
      { ...(first as PriceAsked), vendor: 'alone' },
    ]);
    expect(estimate).toBeCloseTo(10 ** -0.1175, 10);
    expect(details).toMatchObject({ verdict: 'falls', vendors: 5, comparing: 4, listings: 109 });
  });

  it('an item that a vendor lists again at the same price leaves the slope of that vendor as it was', () => {
    const rows = asked([-0.1, -0.12, -0.14]).flatMap((one) => [
      one,
      { ...one, amount: 3, price: one.price * 2.5 },
    ]);
    const [first] = rows;
    const again = Array.from({ length: 50 }, () => first as PriceAsked);
    expect(quantityDiscount([...rows, ...again]).estimate).toBe(quantityDiscount(rows).estimate);
  });

  it.each([0, -0.12])(
    'concludes nothing where vendors differ by rounding only, at a slope of %d',
    (slope) => {
      const { estimate, interval, details, says, confidence } = quantityDiscount(
        asked([slope, slope, slope, slope]),
      );
      expect(estimate).toBeCloseTo(10 ** slope, 10);
      expect([interval, details.verdict, confidence]).toEqual([null, 'no_conclusion', 'low']);
      expect(says.en).toContain(
        `${slope === 0 ? '1' : '0.76'} times as high, with each of the 4 vendors who offer more than one amount. They do not differ`,
      );
    },
  );

  it('a verdict on few vendors says so, and on one vendor the verb goes with it', () => {
    const few = quantityDiscount(asked([-0.1, -0.12, -0.14]));
    expect([few.details.verdict, few.confidence]).toEqual(['falls', 'low']);
    expect(few.says.en).toContain('That rests on fewer than ten vendors');
    const many = quantityDiscount(asked(Array.from({ length: 10 }, (_, i) => -0.1 - i / 100)));
    expect([many.confidence, many.says.en.includes('fewer than ten')]).toEqual(['medium', false]);
    expect(quantityDiscount(asked([-0.1])).says).toMatchObject({
      nl: expect.stringContaining('1 van 1 verkoper biedt meer dan één'),
      fr: expect.stringContaining('1 vendeur sur 1 propose plus'),
      de: expect.stringContaining('1 von 1 Verkäufer bietet mehr'),
      en: expect.stringContaining('1 of 1 vendor offers more'),
    });
  });

  it('says nothing of two vendors, and refuses a price of nothing', () => {
    expect(quantityDiscount(asked([-0.1, -0.2]))).toMatchObject({
      ...{ estimate: null, interval: null, confidence: 'low' },
      details: { verdict: 'no_conclusion' },
    });
    expect(() => quantityDiscount([{ vendor: 'a', amount: 1, price: 0 }])).toThrow(
      'expected amounts and prices above zero, found 1, 0',
    );
  });

  it('holds in 95 of 100 worlds whose slope is known', () => {
    // A fixed stream (Park and Miller 1988), so that the count is the same each time.
    let state = 20240601;
    const uniform = (): number => {
      state = (state * 16807) % 2147483647;
      return state / 2147483647;
    };
    const normal = (): number =>
      Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const worlds = 2000;
    const held = Array.from({ length: worlds }, () => {
      const rows = Array.from({ length: 8 }, (_, i) => i).flatMap((i) => {
        const [slope, level] = [-0.12 + 0.05 * normal(), Math.exp(0.5 * normal())];
        return [1, 3.5, 14].map((amount) => ({
          vendor: `v${i}`,
          amount,
          price: amount * level * amount ** slope * Math.exp(0.1 * normal()),
        }));
      });
      const { interval } = quantityDiscount(rows);
      const truth = 10 ** -0.12;
      return interval !== null && interval.low <= truth && truth <= interval.high;
    }).filter(Boolean).length;
    // 1,900 expected; 3 standard errors of chance are 29.
    expect(held).toBeGreaterThan(1870);
    expect(held).toBeLessThan(1930);
  });
});
