import { poissonRate } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

describe('poissonRate', () => {
  // The formula evaluated with SciPy 1.17.1 (norm.ppf).
  it.each([
    [3, 0.6029725709702296, 8.765364396746339],
    [10, 4.787449913967563, 18.391458605756473],
    [82, 65.2149116580967, 101.78483940118893],
  ])('Byar for %i events, to the last digit', (count, low, high) => {
    const { interval, method } = poissonRate(count, 1, { method: 'byar' });
    expect(interval.low).toBeCloseTo(low, 10);
    expect(interval.high).toBeCloseTo(high, 10);
    expect(method).toBe("Poisson rate, Byar's approximation");
  });

  it('Byar at zero starts at zero, as the exact interval does', () => {
    expect(poissonRate(0, 1, { method: 'byar' }).interval.low).toBe(0);
  });

  it('Byar nears the exact interval as the count grows', () => {
    const apart = (count: number): number => {
      const [exact, byar] = (['exact', 'byar'] as const).map(
        (method) => poissonRate(count, 1, { method }).interval,
      );
      return Math.abs((exact?.low ?? 0) - (byar?.low ?? 0)) / Math.sqrt(count);
    };
    expect(apart(1000)).toBeLessThan(apart(10));
    expect(apart(100_000)).toBeLessThan(1e-3);
  });
});
