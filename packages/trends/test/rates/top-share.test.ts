import { largestShare, topShare } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const events = [4500, 900, 700, 300, 120, 80, 60, 20, 10, 5, null].map((quantity, i) => ({
  period: String(2016 + (i % 5)),
  quantity,
}));

describe('topShare', () => {
  it('adds up the largest, and counts how few hold half', () => {
    const { estimate, details, n } = topShare({ events }, { top: 3 });
    expect(estimate).toBeCloseTo(6100 / 6695, 12);
    expect(details).toMatchObject({
      quantity: 6100,
      total: 6695,
      half: 1,
      unknown: 1,
      verdict: 'dominant',
    });
    expect(n).toBe(10);
  });

  it('of one is the share of the largest', () => {
    expect(topShare({ events }, { top: 1 }).estimate).toBe(largestShare({ events }).estimate);
  });

  it('of equal seizures dominates nothing', () => {
    const equal = Array.from({ length: 8 }, () => ({ period: '2020', quantity: 5 }));
    const { estimate, details } = topShare({ events: equal });
    expect([estimate, details.half, details.verdict]).toEqual([3 / 8, 4, 'not_dominant']);
  });

  it.each([
    [[], null],
    [[{ period: '2020', quantity: 0 }], null],
    [[{ period: '2020', quantity: 7 }], 1],
  ])('%j: %s', (list, share) => {
    const { estimate, confidence } = topShare({ events: list });
    expect(estimate).toBe(share);
    expect(confidence).toBe('low');
  });

  it('cannot be had from annual totals', () => {
    const { estimate, details } = topShare({ annual: [{ period: '2020', value: 6055 }] });
    expect([estimate, details.verdict]).toEqual([null, 'not_computable']);
  });

  it('says how few make up the total', () => {
    expect(topShare({ events }).says).toMatchInlineSnapshot(`
      {
        "de": "Die 3 größten Sicherstellungen machen 91 % der Gesamtmenge aus (n = 10); die Hälfte steckt in einer einzigen Sicherstellung. Ohne bekannte Menge und nicht mitgezählt: 1.",
        "en": "The 3 largest seizures make up 91% of the total quantity (n = 10); half of it lies in one seizure. Without a known quantity and not included: 1.",
        "fr": "Les 3 plus grandes saisies représentent 91 % de la quantité totale (n = 10) ; la moitié tient en une seule saisie. Sans quantité connue et non prises en compte : 1.",
        "nl": "De 3 grootste inbeslagnames maken 91% van de totale hoeveelheid uit (n = 10); de helft ligt in één inbeslagname. Zonder bekende hoeveelheid en niet meegeteld: 1.",
      }
    `);
  });

  it('refuses a top of none, and negative quantities', () => {
    expect(() => topShare({ events }, { top: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`top\` must be a whole number above zero, got 0]`,
    );
    expect(() => topShare({ events: [{ period: '2020', quantity: -1 }] })).toThrow('zero or more');
  });
});
