import { concentration } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

describe('concentration', () => {
  it('HHI, normalised and Gini of (25900, 8939, 3725) kg: 0.514121, 0.271181, 0.383345 (by hand)', () => {
    const { estimate, details, interval, says } = concentration([25900, 8939, 3725], {
      unit: 'kg',
    });
    expect(estimate).toBeCloseTo(0.514121, 6);
    expect(details.normalised).toBeCloseTo(0.271181, 6);
    expect(details.gini).toBeCloseTo(0.383345, 6);
    expect(details.effectiveNumber).toBeCloseTo(1 / 0.514121, 5);
    expect([interval, details.verdict]).toEqual([null, 'described']);
    expect(says.en).toBe(
      'The division over 3 sites is as concentrated as with 1.95 of equal size (HHI\u00a00.51). Described only, without an interval.',
    );
  });

  it('names its holders as the caller does, in the form that goes with their number', () => {
    const holders = {
      nl: '{n:# verkoper|# verkopers}',
      fr: '{n:# vendeur|# vendeurs}',
      de: '{n:# Verkäufer|# Verkäufer}',
      en: '{n:# vendor|# vendors}',
    };
    const { says, warnings } = concentration([6, 3, 1], { unit: 'listing', holders });
    expect(says).toMatchObject({
      nl: expect.stringMatching(/^De verdeling over 3 verkopers is zo geconcentreerd als bij 2,17/),
      fr: expect.stringMatching(/^La répartition entre 3 vendeurs est aussi concentrée/),
      de: expect.stringMatching(/^Die Verteilung auf 3 Verkäufer ist/),
      en: expect.stringMatching(/^The division over 3 vendors is/),
    });
    expect(warnings.map(({ en }) => en).join()).not.toContain('find');
    expect(concentration([7], { holders }).says.en).toBe(
      'No conclusion possible: a division over 1 vendor says nothing.',
    );
    expect(concentration([7]).says.nl).toBe(
      'Geen conclusie mogelijk: een verdeling over 1 plaats zegt niets.',
    );
  });

  it('Gini of (0,0,0,10) is 0.75, corrected 1; Theil ln 4; of equal values all are at their least', () => {
    const one = concentration([0, 0, 0, 10]).details;
    expect([one.gini, one.giniCorrected, one.normalised, one.theil]).toEqual([
      0.75,
      1,
      1,
      Math.log(4),
    ]);
    const even = concentration([5, 5, 5, 5]);
    expect([even.estimate, even.details.gini, even.details.theil]).toEqual([0.25, 0, 0]);
    expect(even.details.normalised).toBe(0);
  });

  it("(40, 12, 6, 2) seizures: Simpson's 0.487006 and 0.361603 to 0.612408 (formula in NumPy 2)", () => {
    const { estimate, interval, details } = concentration([40, 12, 6, 2], { unit: 'seizure' });
    expect(estimate).toBeCloseTo(0.495555556, 8);
    expect(details.unbiased).toBeCloseTo(0.48700564971751414, 12);
    expect(interval?.low).toBeCloseTo(0.3616032538, 6);
    expect(interval?.high).toBeCloseTo(0.6124080457, 6);
    expect(details.verdict).toBe('uneven');
  });

  it('the interval holds the true index in at least nine cases of ten, every outcome of 30 events listed', () => {
    const factorials = [1];
    for (let k = 1; k <= 30; k++) factorials.push((factorials[k - 1] as number) * k);
    const ways = (...counts: readonly number[]): number =>
      counts.reduce((all, k) => all / (factorials[k] as number), factorials[30] as number);
    for (const shares of [
      [1 / 3, 1 / 3, 1 / 3],
      [0.6, 0.3, 0.1],
      [0.8, 0.15, 0.05],
    ] as const) {
      const truth = shares.reduce((sum, share) => sum + share * share, 0);
      let held = 0;
      for (let a = 0; a <= 30; a++)
        for (let b = 0; a + b <= 30; b++) {
          const c = 30 - a - b;
          const chance = ways(a, b, c) * shares[0] ** a * shares[1] ** b * shares[2] ** c;
          const { interval } = concentration([a, b, c], { unit: 'seizure' });
          if (interval && interval.low <= truth + 1e-12 && truth <= interval.high + 1e-12)
            held += chance;
        }
      expect(held, shares.join()).toBeGreaterThan(0.9);
    }
  });

  it('few events at one site do not rule out a second one', () => {
    const { interval } = concentration([3, 0, 0], { unit: 'seizure' });
    expect(interval?.low).toBeLessThan(0.7);
    expect(interval?.high).toBe(1);
  });

  it('over-dispersed counts count as fewer', () => {
    const narrow = concentration([40, 12, 6, 2], { unit: 'seizure' }).interval;
    const wide = concentration([40, 12, 6, 2], { unit: 'seizure', dispersion: 3 }).interval;
    expect(wide?.low).toBeLessThan(narrow?.low ?? 0);
    expect(wide?.high).toBeGreaterThan(narrow?.high ?? 1);
  });

  it.each([[[]], [[7]], [[0, 0, 0]]])('concludes nothing from %j', (values) => {
    const { estimate, details, says } = concentration(values, { unit: 'seizure' });
    expect([estimate, details.verdict]).toEqual([null, 'no_conclusion']);
    expect(says.nl).toMatch(/^Geen conclusie mogelijk/);
  });

  it('refuses what cannot be', () => {
    expect(() => concentration([3, -1])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected zero or more for holder 2, found -1. Repair: leave out a holder whose value is not known; zero is a value]`,
    );
    expect(() => concentration([Number.NaN, 1])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected zero or more for holder 1, found NaN. Repair: leave out a holder whose value is not known; zero is a value]`,
    );
    expect(() => concentration([1.5, 1], { unit: 'seizure' })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count of holder 1 to be a whole number of events, found 1.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
  });
});
