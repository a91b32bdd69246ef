import { sizeClassShift } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

/** As many quantities in each class as asked. */
const inClasses = (counts: readonly number[]): readonly number[] =>
  counts.flatMap((count, i) =>
    Array.from({ length: count }, () => [0.5, 5, 50, 500, 5000][i] as number),
  );

const after = [20, 28, 40, 18, 12];
const totals = [60, 64, 66, 24, 24];
const before = totals.map((total, i) => total - (after[i] as number));

describe('sizeClassShift', () => {
  it('the p of R prop.trend.test(c(20, 28, 40, 18, 12), c(60, 64, 66, 24, 24)): 0.00217615 (R 4.2.2)', () => {
    const { p, details, estimate, says, classes } = sizeClassShift(
      inClasses(before),
      inClasses(after),
    );
    expect(p).toBeCloseTo(0.00217615491, 10);
    expect(details.verdict).toBe('larger');
    const mean = (counts: readonly number[]): number =>
      counts.reduce((sum, count, i) => sum + count * i, 0) / counts.reduce((a, b) => a + b, 0);
    expect(estimate).toBeCloseTo(mean(after) - mean(before), 12);
    expect(classes.map((one) => one.after)).toEqual(after);
    expect(classes[0]?.differenceHigh).toBeLessThan(0);
    expect(says.en).toMatch(
      /^The seizures lie in larger size classes later \(p\u00a0=\u00a00\.002; 120 before, 118 after\)\. Of 1,000 kg or more: first 10%, later 10% of the seizures\./,
    );
  });

  it('turns round when the periods swap', () => {
    const { details, estimate } = sizeClassShift(inClasses(after), inClasses(before));
    expect(details.verdict).toBe('smaller');
    expect(estimate).toBeLessThan(0);
  });

  it('counts seizures without a quantity apart, and takes other edges', () => {
    const { details, says, classes } = sizeClassShift([1, 2, null], [3, null, null], {
      edges: [2],
    });
    expect(details.unknown).toBe(3);
    expect(classes.map((one) => [one.before, one.after])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(says.nl).toContain('Zonder bekende hoeveelheid en niet meegeteld: 3.');
  });

  it.each([
    [[], []],
    [[1, 2], []],
    [
      [5, 5],
      [5, 5, 5],
    ],
    [[1], [20]],
  ])('concludes nothing from %j and %j', (first, second) => {
    const { estimate, p, details } = sizeClassShift(first, second);
    expect([estimate, p, details.verdict]).toEqual([null, null, 'no_conclusion']);
  });

  it('refuses what sizeBands refuses', () => {
    expect(() => sizeClassShift([-1], [1])).toThrow(/quantity of zero or more, found -1/);
    expect(() => sizeClassShift([1], [1], { edges: [] })).toThrow(/must increase from above zero/);
  });
});
