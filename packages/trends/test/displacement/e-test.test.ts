import { eTest } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

describe('eTest', () => {
  it('6 against 2: p 0.1748748 (ptools README; Krishnamoorthy and Thomson 2004)', () => {
    expect(eTest(6, 2).p).toBeCloseTo(0.1748748, 7);
  });

  it.each([
    [3, 10, [1, 1], 0.052776516172153],
    [20, 8, [2, 1], 0.58925008150976],
    [0, 5, [1, 1], 0.019756052290883],
    [24, 15, [1, 1], 0.154267939354642],
  ] as const)(
    '%i against %i over %j: every pair summed in NumPy 2',
    (first, second, exposures, p) => {
      expect(eTest(first, second, { exposures }).p).toBeCloseTo(p, 11);
    },
  );

  it('turns round when the counts swap, and is 1 where they are equal', () => {
    expect(eTest(2, 9).p).toBeCloseTo(eTest(9, 2).p as number, 12);
    expect([eTest(3, 10).details.verdict, eTest(10, 3).details.verdict]).toEqual([
      'not_shown',
      'not_shown',
    ]);
    const independent = { dispersion: 1 };
    expect([
      eTest(1, 9, independent).details.verdict,
      eTest(9, 1, independent).details.verdict,
    ]).toEqual(['lower', 'higher']);
    expect(eTest(9, 1).details.verdict).toBe('not_shown');
    expect(eTest(7, 7).p).toBeCloseTo(1, 12);
  });

  it('takes a dispersion, and concludes at the usual one where none is known', () => {
    // By hand: z = 60 / sqrt(140) = 5.070926; 2 Phi(-z / sqrt 4) and, at max(5, 1 + 70/15) = 5.666667, 2 Phi(-z / sqrt 5.666667).
    const { p, details } = eTest(100, 40);
    expect(details.usualDispersion).toBeCloseTo(5.666667, 6);
    expect(details.usualP).toBeCloseTo(0.03315, 4);
    expect([(p as number) < 1e-6, details.verdict]).toEqual([true, 'higher']);
    const declared = eTest(100, 40, { dispersion: 4 });
    expect(declared.p).toBeCloseTo(0.011226, 5);
    expect(declared.details.usualP).toBeNull();
  });

  it('stays quick and right for large counts: close to the normal test', () => {
    const { p, details } = eTest(100_000, 99_000);
    expect(details.z).toBeCloseTo(1000 / Math.sqrt(199_000), 10);
    expect(p).toBeCloseTo(0.02498, 4);
  });

  it('concludes nothing where nothing was counted, and refuses kilograms', () => {
    const { p, details, says } = eTest(0, 0);
    expect([p, details.verdict]).toEqual([null, 'no_conclusion']);
    expect(says.de).toMatch(/^Keine Aussage möglich/);
    expect(() => eTest(6, 2, { unit: 'kg' })).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The E-test takes counts of events, found kg. Count the seizures. Quantities follow no Poisson law: describe them by their shares and their size classes.]`,
    );
    expect(() => eTest(6, -2)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the second count to be a whole number of events, found -2. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
  });
});
