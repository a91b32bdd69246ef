import { fitEts, forecast } from '@samenbeeld/trends';
import { expect, it } from 'vitest';
import { airPassengers } from '../season/series.ts';
import { ofR } from './ets-of-r.ts';

it('the same model is chosen: ets(y, additive.only = TRUE)', () => {
  const chosen = ofR.map(([, values, period]) => fitEts(values, { period }).name);
  expect(chosen).toEqual([
    'ETS(A,N,N)',
    'ETS(A,N,N)',
    'ETS(A,A,A)',
    'ETS(A,N,A)',
    'ETS(A,A,A)',
    'ETS(A,A,A)',
    'ETS(A,A,A)',
    'ETS(A,A,A)',
    'ETS(A,A,A)',
    'ETS(A,Ad,N)',
  ]);
});

it('the logarithm keeps intervals above zero, and forecasts of R forecast(ets(log(y)))', () => {
  const { steps, details } = forecast(airPassengers, {
    period: 12,
    horizon: 12,
    scale: 'log',
    origins: 12,
  });
  expect(details.used).toBe('ets');
  // exp(6.1093) and exp(6.2027) by R, whose search ends 1.2 short in log-likelihood.
  expect(steps[0]?.value).toBeCloseTo(Math.exp(6.1093), -1);
  expect((steps[11]?.value as number) / Math.exp(6.2027)).toBeCloseTo(1, 1);
  for (const { low, value, average } of steps) {
    expect(low).toBeGreaterThan(0);
    expect(average).toBeGreaterThan(value);
  }
});
