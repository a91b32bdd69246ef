import { InputError, UsageError } from '@samenbeeld/schema';
import { overDispersion, poissonRate, proportion } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

/** Persons with drugs of persons checked, thirteen Belgian actions 2019–2026. */
const hits = [241, 247, 116, 250, 236, 157, 145, 182, 130, 115, 161, 95, 168];
const checked = [2175, 1925, 1430, 1991, 1517, 2144, 1746, 2117, 1127, 2002, 2240, 1436, 3767];

describe('proportion', () => {
  // SciPy 1.16 beta.ppf(0.025, r, n - r + 1), beta.ppf(0.975, r + 1, n - r), per 1,000.
  it.each([
    [241, 2175, 97.9141744952933, 124.75384990553367],
    [130, 1127, 97.27962155621216, 135.4559098443424],
    [168, 3767, 38.22905011989398, 51.68460046880651],
  ])('%d of %d has the interval of Clopper and Pearson', (successes, trials, low, high) => {
    const { interval, estimate } = proportion(successes, trials, { per: 1000 });
    expect(estimate).toBeCloseTo((1000 * successes) / trials, 10);
    expect(interval.low).toBeCloseTo(low, 8);
    expect(interval.high).toBeCloseTo(high, 8);
  });

  it('compares at the effective numbers where shares vary more than chance', () => {
    // SciPy chi2_contingency of the thirteen actions without correction, over its 12 degrees of freedom; then beta.ppf at
    // 130/φ of 1127/φ.
    const spread = overDispersion(hits, { trials: checked });
    expect(spread.details.chiSquare).toBeCloseTo(321.09892046742044, 8);
    expect(spread.estimate).toBeCloseTo(26.758243372285037, 9);
    const { interval } = proportion(130, 1127, {
      per: 1000,
      dispersion: spread.estimate as number,
    });
    expect(interval.low).toBeCloseTo(37.73765060685435, 7);
    expect(interval.high).toBeCloseTo(251.47153993013737, 7);
  });

  it('says of how many, and what none of many leaves open', () => {
    expect(proportion(130, 1127, { per: 1000 }).says.en).toBe(
      'Counted: 130 of 1,127, which is 115 per 1,000 (95% interval 97 to 135).',
    );
    expect(proportion(0, 715, { per: 1000 }).says.nl).toContain('tot 5,15 per 1.000 niet uit');
  });

  it('refuses more than all, and a dispersion below that of chance', () => {
    expect(() => proportion(3, 2)).toThrow(InputError);
    expect(() => proportion(1, 0)).toThrow(InputError);
    expect(() => proportion(1, 2, { dispersion: 0.5 })).toThrow(UsageError);
    expect(() => overDispersion([3], { trials: [2] })).toThrow(InputError);
    expect(() => overDispersion([1, 2], { trials: [2, 3], exposures: [1, 1] })).toThrow(UsageError);
  });
});

describe('poissonRate with a dispersion', () => {
  it('has the interval of the effective count', () => {
    // SciPy chi2.ppf(0.025, 2 * 7 / 2.5) / 2 * 2.5 and chi2.ppf(0.975, 2 * 7 / 2.5 + 2) / 2 * 2.5.
    const { interval } = poissonRate(7, 1, { dispersion: 2.5 });
    expect(interval.low).toBeCloseTo(1.3358814134792865, 8);
    expect(interval.high).toBeCloseTo(21.16280973932833, 8);
  });
});
