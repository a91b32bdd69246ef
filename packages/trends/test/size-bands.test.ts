import { sizeBands } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('sizeBands', () => {
  it('puts each edge in the band above it', () => {
    const { bands } = sizeBands([0, 0.999, 1, 9.99, 10, 100, 999, 1000, 4500]);
    expect(bands.map(({ low, high, count }) => [low, high, count])).toEqual([
      [0, 1, 2],
      [1, 10, 2],
      [10, 100, 1],
      [100, 1000, 2],
      [1000, null, 2],
    ]);
  });

  it('the bands add up to all seizures and the whole quantity', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 5000 }))), (quantities) => {
        const { bands, n, details } = sizeBands(quantities);
        expect(n + details.unknown).toBe(quantities.length);
        expect(bands.reduce((sum, band) => sum + band.count, 0)).toBe(n);
        const total = quantities.reduce<number>((sum, quantity) => sum + (quantity ?? 0), 0);
        expect(bands.reduce((sum, band) => sum + band.quantity, 0)).toBe(total);
      }),
    );
  });

  it('gives the share of large seizures its Clopper-Pearson interval (SciPy 1.17.1 proportion_ci)', () => {
    const quantities = [...Array<number>(115).fill(50), ...Array<number>(8).fill(2000)];
    const { interval, estimate } = sizeBands(quantities);
    expect(estimate).toBeCloseTo(8 / 123, 12);
    expect(interval?.low).toBeCloseTo(0.02849582885692711, 8);
    expect(interval?.high).toBeCloseTo(0.12413576598461833, 8);
  });

  it('says how many have no quantity', () => {
    const { says, warnings } = sizeBands([0.2, 5, 1000, 4500, null]);
    expect(warnings.map(({ en }) => en)).toEqual(['1 of 5 seizures has no quantity']);
    expect(says.fr).toBe(
      'Saisies de 1\u202f000 kg ou plus\u00a0: 2 sur 4, soit 50\u00a0% (intervalle à 95\u00a0% de 6,8\u00a0% à 93\u00a0%)\u00a0; ensemble 99,9\u00a0% de la quantité. Sans quantité connue et non prises en compte\u00a0: 1.',
    );
  });

  it('concludes nothing where no quantity is known', () => {
    expect(sizeBands([null]).says.en).toBe(
      'No conclusion possible: no seizure has a known quantity. Without a known quantity and not included: 1.',
    );
  });

  it('takes its edges as `sizeClassShift` does, and refuses what is no list', () => {
    const counts = (bands: ReturnType<typeof sizeBands>) => bands.bands.map(({ count }) => count);
    expect(counts(sizeBands([1, 20, 5], { edges: [10] }))).toEqual([2, 1]);
    expect(counts(sizeBands([1, 20, 5], [10]))).toEqual([2, 1]);
    expect(() => sizeBands([1], { edges: 10 as unknown as number[] })).toThrow(
      '`edges` must be a list such as [1, 10, 100], got number',
    );
  });

  it('refuses negative quantities and edges out of order', () => {
    expect(() => sizeBands([-1])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a quantity of zero or more, found -1. Repair: use null where the quantity of a seizure is not known]`,
    );
    expect(() => sizeBands([1], [10, 1])).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`edges\` must increase from above zero, got 10, 1]`,
    );
    expect(() => sizeBands([1], [])).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`edges\` must increase from above zero, got none]`,
    );
  });
});
