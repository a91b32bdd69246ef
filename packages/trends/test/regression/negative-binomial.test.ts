import { fitNegativeBinomial, logLinearTrend } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const lineThrough = (counts: readonly number[]) =>
  counts.map((_, i) => [1, i - (counts.length - 1) / 2]);

describe('fitNegativeBinomial', () => {
  // R 4.2.2: MASS 7.3-58 glm.nb, and the likelihood itself by optim from fifteen starts, which agree.
  it.each([
    [[5, 5, 5, 5, 5000, 5, 5, 5, 5, 5], 0.2007259, -0.8639757, -50.82235],
    [[2, 1, 1, 1e5, 1, 1, 1, 2], 0.1117258, -2.206493, -39.30288],
    [[1e6, 1, 1, 1, 1, 1, 1, 1e6, 1, 1], 0.0848986, -0.0839692, -63.13203],
  ])('one spike leaves it at its highest likelihood: %j', (counts, theta, slope, likelihood) => {
    const fit = fitNegativeBinomial(lineThrough(counts), counts);
    expect(fit.converged).toBe(true);
    expect(fit.theta).toBeCloseTo(theta, 6);
    expect(fit.coefficients[1]).toBeCloseTo(slope, 6);
    expect(fit.logLikelihood).toBeCloseTo(likelihood, 4);
  });

  it('does not stop at a lower top of the likelihood: −19.97088 by optim, not the −38.35 of Poisson counts', () => {
    const counts = [1, 0, 0, 0, 0, 0, 0, 0, 0, 50000];
    expect(fitNegativeBinomial(lineThrough(counts), counts).logLikelihood).toBeCloseTo(
      -19.97088,
      4,
    );
  });

  it('gives no verdict where the fit does not settle, and never throws for counts', () => {
    const counts = [1, 0, 0, 0, 0, 0, 0, 0, 0, 50000];
    for (const family of ['negative_binomial', 'quasi_poisson'] as const) {
      const { details, says, interval, warnings, confidence } = logLinearTrend(counts, { family });
      expect([details.verdict, details.because, interval, confidence]).toEqual([
        'no_conclusion',
        'unsettled',
        null,
        'low',
      ]);
      expect(says).toMatchObject({
        nl: expect.stringContaining(
          'de schatting komt bij deze cijfers niet tot een vaste uitkomst.',
        ),
        fr: expect.stringContaining('l’estimation n’aboutit pas à une valeur stable.'),
        de: expect.stringContaining(
          'Die Schätzung kommt bei diesen Zahlen zu keinem festen Ergebnis.',
        ),
        en: expect.stringContaining('with these figures the estimate does not settle.'),
      });
      expect(warnings.map(({ en }) => en)).toContain(
        'the fit did not settle, or its interval has no end',
      );
    }
  });
});
