import { type Assumed, type Distribution, simulate } from '@samenbeeld/money';
import { describe, expect, it } from 'vitest';

const label = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
const input = (id: string, distribution: Distribution): Assumed => ({
  id,
  label,
  unit: 'kg',
  distribution,
  source: 'test',
  year: 2022,
});
const only = (distribution: Distribution) =>
  simulate([input('x', distribution)], (value) => value('x')).spread;

describe('simulate', () => {
  // SciPy 1.17: stats.beta.ppf (PERT as a beta distribution, λ = 4), triang.ppf, lognorm.ppf.
  it.each([
    [{ kind: 'pert', low: 10, mode: 20, high: 50 }, 13.057616, 22.552407, 36.296333],
    [{ kind: 'triangular', low: 10, mode: 20, high: 50 }, 14.472136, 25.505103, 42.254033],
    [{ kind: 'lognormal', median: 1, p95: 4 }, 0.25, 1, 4],
    [{ kind: 'beta', alpha: 8, beta: 2 }, 0.57086, 0.82036, 0.95899],
    [{ kind: 'uniform', low: -1, high: 1 }, -0.9, 0, 0.9],
    [{ kind: 'fixed', value: 7 }, 7, 7, 7],
  ] as const)('draws %j with its quantiles', (distribution, p5, median, p95) => {
    const spread = only(distribution);
    expect(spread.p5 / p5).toBeCloseTo(1, 3);
    expect(spread.median - median).toBeCloseTo(0, 3);
    expect(spread.p95 / p95).toBeCloseTo(1, 3);
  });

  it('of a product of two lognormals has the quantiles and rank correlations of theory', () => {
    const { spread, influences } = simulate(
      [
        input('a', { kind: 'lognormal', median: 2, p95: 4 }),
        input('b', { kind: 'lognormal', median: 3, p95: 9 }),
      ],
      (value) => value('a') * value('b'),
      { draws: 50_000 },
    );
    // ln of the product is normal with σ² = σa² + σb² (SciPy 1.17 norm.ppf); Spearman = 6/π asin(r/2).
    const theory = [1.636826, 3.522217, 6, 10.220836, 21.993783];
    for (const [at, value] of Object.values(spread).entries())
      expect(value / (theory[at] as number)).toBeCloseTo(1, 1.5);
    expect(influences.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(influences[0]?.rankCorrelation).toBeCloseTo(0.83386, 1.5);
    expect(influences[1]?.rankCorrelation).toBeCloseTo(0.515798, 1.5);
    expect(influences[0]?.atLow).toBeCloseTo(2, 9);
    expect(influences[0]?.atHigh).toBeCloseTo(18, 9);
  });

  it('gives the same for the same seed, and another input leaves a draw as it is', () => {
    const inputs = [
      input('a', { kind: 'uniform', low: 0, high: 1 }),
      input('b', { kind: 'fixed', value: 1 }),
    ];
    const run = (list: readonly Assumed[], seed: number) =>
      simulate(list, (value) => value('a'), { seed, draws: 500 }).spread;
    expect(run(inputs, 1)).toEqual(run(inputs.slice(0, 1), 1));
    expect(run(inputs, 1)).not.toEqual(run(inputs, 2));
  });

  it('refuses what cannot be drawn', () => {
    const bad: readonly Distribution[] = [
      { kind: 'uniform', low: 2, high: 1 },
      { kind: 'pert', low: 1, mode: 0, high: 2 },
      { kind: 'beta', alpha: 0, beta: 1 },
      { kind: 'lognormal', median: -1, p95: 2 },
      { kind: 'fixed', value: Number.NaN },
    ];
    for (const distribution of bad) expect(() => only(distribution)).toThrow(/is no distribution/);
    expect(() => only(bad[0] as Distribution)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: x: {"kind":"uniform","low":2,"high":1} is no distribution. Repair: give finite numbers in order: low ≤ mode ≤ high; alpha and beta above zero; 0 < median ≤ p95]`,
    );
    const one = input('a', { kind: 'fixed', value: 1 });
    expect(() => simulate([one, one], () => 1)).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: two inputs are called a]`,
    );
    expect(() => simulate([one], (value) => value('b'))).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: the model asks for b; inputs are a]`,
    );
    expect(() => simulate([one], () => 1, { draws: 3 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`draws\` must be a whole number of at least 100, got 3]`,
    );
  });
});
