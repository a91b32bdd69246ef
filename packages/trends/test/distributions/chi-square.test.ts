import { overDispersion } from '@samenbeeld/trends';
import { expect, it } from 'vitest';

/** 1,501 counts of mean 4 without randomness: 2, 4, 6 and 4 in turn. */
const long = Array.from({ length: 1501 }, (_, i) => [2, 4, 6, 4][i % 4] as number);

it('the dispersion of a long series is tested by a chi-square law of many degrees', () => {
  const { p, estimate, n } = overDispersion(long);
  expect(n).toBe(1501);
  expect(estimate).toBeCloseTo(0.5, 2);
  // SciPy 1.17.1: 2 × min(chi2.cdf, chi2.sf) is below 1e-40; the library alone gives 0.05 here.
  expect(p as number).toBeGreaterThanOrEqual(0);
  expect(Math.min(p as number, 1 - (p as number))).toBeLessThan(1e-6);
});
