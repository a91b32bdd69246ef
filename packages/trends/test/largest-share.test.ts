import {
  largestShare,
  leaveLargestOut,
  type Quantities,
  restsOnFinds,
  topShare,
} from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

describe('largestShare', () => {
  it('262 of 266.5225 kg hashish in one van (Luxembourg customs 2019)', () => {
    const { estimate, details, says } = largestShare({
      events: [
        { period: '2019', quantity: 262 },
        { period: '2019', quantity: 4.5225 },
      ],
    });
    expect(estimate).toBeCloseTo(0.98303, 5);
    expect(details).toMatchObject({
      largest: 262,
      period: '2019',
      total: 266.5225,
      verdict: 'dominant',
    });
    expect(says.en).toBe(
      'The largest seizure (262 kg) makes up 98% of the total quantity (n\u00a0=\u00a02): the total mostly reflects this one find.',
    );
  });

  it('is not computable from annual totals, in four languages', () => {
    const { estimate, interval, details, says } = largestShare({
      annual: [{ period: '2020', value: 6055 }],
    });
    expect([estimate, interval, details.verdict]).toEqual([null, null, 'not_computable']);
    expect(says).toEqual({
      nl: 'Niet te berekenen: jaartotalen verbergen de afzonderlijke inbeslagnames.',
      fr: 'Non calculable\u00a0: les totaux annuels masquent les saisies individuelles.',
      de: 'Nicht berechenbar: Jahressummen verbergen die einzelnen Sicherstellungen.',
      en: 'Not computable: annual totals hide the single seizures.',
    });
  });

  it('counts seizures without a quantity apart', () => {
    const events = [10, 10, 10, null].map((quantity) => ({ period: '2020', quantity }));
    const { estimate, n, details } = largestShare({ events });
    expect(estimate).toBeCloseTo(1 / 3, 12);
    expect([n, details.unknown, details.verdict]).toEqual([3, 1, 'not_dominant']);
  });

  it('concludes nothing without a quantity above zero', () => {
    expect(largestShare({ events: [{ period: '2020', quantity: 0 }] }).details.verdict).toBe(
      'no_conclusion',
    );
    expect(largestShare({ events: [] }).says.en).toMatch(/^No conclusion possible/);
  });

  it('names the shape it needs where it gets a plain list, as do those that take the same', () => {
    const list = [40, 30] as unknown as Quantities;
    expect(() => largestShare(list)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: largestShare: expected \`quantities\` to be \`{ events: [{ period, quantity }, …] }\` or \`{ annual: [{ period, value }, …] }\`, found a list of 2. Repair: pass \`{ events: [{ period, quantity }, …] }\` or \`{ annual: [{ period, value }, …] }\`]`,
    );
    for (const of of [topShare, restsOnFinds, leaveLargestOut])
      expect(() => of(list)).toThrow(
        /expected `quantities` to be .*, found a list of 2\. Repair: /,
      );
    expect(() => topShare({ values: [1] } as unknown as Quantities)).toThrow(
      /found an object with the fields values\. Repair: /,
    );
  });

  it('refuses a negative quantity', () => {
    expect(() =>
      largestShare({ events: [{ period: '2020', quantity: -3 }] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a quantity of zero or more in 2020, found -3. Repair: use null where the quantity of a seizure is not known]`,
    );
  });
});
