import { fitCounts, fitNegativeBinomial, leastSquares } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const line = (n: number, from = 0): readonly (readonly number[])[] =>
  Array.from({ length: n }, (_, i) => [1, from + i]);

// Expected values: R 4.2.2, glm(y ~ t, family = poisson), MASS 7.3 glm.nb(y ~ t), both with glm.control(epsilon = 1e-14),
// and lm(y ~ x, weights = w).
describe('fitCounts', () => {
  it('of counts that grow equals R glm', () => {
    const fit = fitCounts(line(10), [12, 15, 9, 20, 31, 28, 40, 44, 39, 61]);
    expect(fit.coefficients[0]).toBeCloseTo(2.460550797558, 9);
    expect(fit.coefficients[1]).toBeCloseTo(0.179513470985, 9);
    expect(fit.unscaled[0]?.[1]).toBeCloseTo(-0.002797339213467, 9);
    expect(fit.unscaled[1]?.[1]).toBeCloseTo(0.000473615199154, 10);
    expect(fit.deviance).toBeCloseTo(9.72176569136, 8);
    expect(fit.dispersion).toBeCloseTo(1.13062230775, 8);
    expect(fit.leverages[9]).toBeCloseTo(0.464125578134, 8);
    expect(fit.logLikelihood).toBeCloseTo(-30.2891366935, 8);
    expect(fit.converged).toBe(true);
  });

  it('with exposures and weights equals R glm', () => {
    const { coefficients, unscaled } = fitCounts(
      line(10),
      [12, 15, 9, 20, 31, 28, 40, 44, 39, 61],
      {
        offset: [10, 12, 9, 14, 20, 22, 30, 31, 33, 41].map(Math.log),
        weights: [1, 1, 1, 0.5, 1, 1, 2, 1, 1, 1],
      },
    );
    expect(coefficients[0]).toBeCloseTo(0.2122117301707, 8);
    expect(coefficients[1]).toBeCloseTo(0.0138466753025, 9);
    expect(unscaled[0]?.[0]).toBeCloseTo(0.02143971611782, 8);
  });

  it('with zeros equals R glm', () => {
    const { coefficients, deviance } = fitCounts(line(5), [0, 0, 5, 0, 3]);
    expect(coefficients[0]).toBeCloseTo(-0.48587764764, 6);
    expect(coefficients[1]).toBeCloseTo(0.400399945044, 6);
    expect(deviance).toBeCloseTo(12.8424976684, 8);
  });

  it('refuses what cannot be fitted', () => {
    expect(() => fitCounts(line(3), [1, -2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected counts at or above zero, found -2. Repair: a count model needs counts; use the least-squares methods for differences]`,
    );
    expect(() => fitCounts(line(3), [1, Number.NaN, 3])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected finite numbers, found NaN. Repair: leave out missing periods before fitting; zero is a value, missing is not]`,
    );
    expect(() => fitCounts(line(1), [1])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected at least 2 values for 2 coefficients, found 1. Repair: use a longer series, or a model with fewer terms]`,
    );
    expect(() => fitCounts(line(2), [1, 2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a design must have one row of 2 columns for each of 3 values, got 2 rows]`,
    );
    expect(() =>
      fitCounts(
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        [1, 2, 3],
      ),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: the terms of the model cannot be told apart in these data. Repair: leave out a term: a change needs observations before and after it]`,
    );
  });
});

describe('fitNegativeBinomial', () => {
  it('equals MASS::glm.nb', () => {
    const fit = fitNegativeBinomial(line(12), [3, 0, 14, 5, 22, 1, 9, 40, 12, 7, 30, 2]);
    expect(fit.theta).toBeCloseTo(1.03423822383, 5);
    expect(fit.coefficients[0]).toBeCloseTo(1.723907711723, 7);
    expect(fit.coefficients[1]).toBeCloseTo(0.127205587471, 8);
    expect(fit.unscaled[1]?.[1]).toBeCloseTo(0.00748202728973, 8);
    expect(fit.logLikelihood).toBeCloseTo(-41.6290271962, 7);
  });
});

describe('leastSquares', () => {
  it('over years of four digits, with weights, equals R lm', () => {
    const fit = leastSquares(
      line(10, 2016),
      [13312, 5264, 18947, 33732, 40641, 70571, 46789, 45506, 25900, 11466],
      [1, 2, 1, 1, 1, 1, 3, 1, 1, 1],
    );
    expect(fit.coefficients[0]).toBeCloseTo(-6130034.98449611, 1);
    expect(fit.coefficients[1]).toBeCloseTo(3049.62403101, 4);
    expect(fit.unscaled[1]?.[1]).toBeCloseTo(0.0100775193798, 8);
    expect(Math.sqrt(fit.rss / fit.degreesOfFreedom)).toBeCloseTo(22043.2420343, 4);
    expect(fit.leverages[1]).toBeCloseTo(0.3953488372093, 8);
  });
});
