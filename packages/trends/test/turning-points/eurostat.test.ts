import { changePoints } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { drugOffences, years } from './series.ts';

const periods = years(2008, 15);

describe('Eurostat drug offences 2008-2022, with defaults', () => {
  it.each([
    ['BE', '2014', 4.92, 4.15, 5.83],
    ['FR', '2016', 30.9, 25.0, 38.2],
  ] as const)('%s: a break is suggested from %s', (country, period, jump, low, high) => {
    const result = changePoints(drugOffences[country], { periods });
    expect(result.details).toMatchObject({ verdict: 'break', suggested: period, cost: 'log_mean' });
    expect(result.estimate).toBeCloseTo(jump, 1);
    expect(result.interval?.low).toBeCloseTo(low, 1);
    expect(result.interval?.high).toBeCloseTo(high, 1);
    expect(result.p).toBeLessThan(1e-6);
    expect(result.details.gain).toBeGreaterThan(100 * result.details.penalty);
    expect(result.says.en).toContain(`from ${period} the level suddenly rises`);
    expect(result.says.en).toContain('only a declared break blocks a trend');
  });

  it.each(['DE', 'NL', 'LU'] as const)(
    '%s moves without a break, though its level changed',
    (country) => {
      const { details, says, changes } = changePoints(drugOffences[country], { periods });
      expect(details).toMatchObject({ verdict: 'moved', suggested: '' });
      expect(details.pSingle).toBeLessThan(0.05);
      expect(changes.every(({ suggested }) => !suggested)).toBe(true);
      expect(says.en).toContain('No break is suggested');
    },
  );

  it('holds with other penalties, costs and lengths of segments', () => {
    const suggested = (country: keyof typeof drugOffences, options: object): string =>
      changePoints(drugOffences[country], { periods, ...options }).details.suggested;
    for (const options of [
      { penalty: 4 },
      { penalty: 20 },
      { minLength: 3 },
      { cost: 'poisson' },
    ]) {
      expect(suggested('BE', options)).toBe('2014');
      expect(suggested('FR', options)).toBe('2016');
      expect(suggested('DE', options)).toBe('');
      expect(suggested('NL', options)).toBe('');
    }
  });

  it('does not take counts of this size as Poisson counts', () => {
    const { details } = changePoints(drugOffences.DE, { periods, cost: 'poisson' });
    expect(details.noise).toBeGreaterThan(100);
  });

  it('follows what the sides of the break say once it is declared', () => {
    const { BE, FR } = drugOffences;
    const sides = [BE.slice(0, 6), BE.slice(6), FR.slice(0, 8), FR.slice(8)];
    for (const side of sides) expect(changePoints(side).details.suggested).toBe('');
  });
});
