import { adviseTrend, seasonalMannKendall } from '@samenbeeld/trends';
import { expect, test } from 'vitest';

/** Eleven years of months from April on, each depending on the one before, two of them missing. */
const months = Array.from({ length: 132 }, (_, i) => ({
  period: `${2010 + Math.floor((i + 3) / 12)}-${String(((i + 3) % 12) + 1).padStart(2, '0')}`,
  value: i === 17 || i === 60 ? null : Math.round(40 + 15 * Math.sin(i / 9) + ((i * 37) % 11)),
}));

test('missing months leave every other one in its own year and season', () => {
  const { methods, examined } = adviseTrend(
    { subject: 's', unit: 'kg', points: months },
    { depth: 'screen' },
  );
  const seasonal = methods.find(({ method }) => method === 'seasonal_mann_kendall')?.finding;
  // The same months by position, the missing ones in place.
  const whole = seasonalMannKendall(
    months.map(({ value }) => value),
    { seasons: 12, dependence: 'between_seasons' },
  );
  expect([examined.missing, examined.dependent]).toEqual([2, true]);
  expect([seasonal?.n, seasonal?.p, seasonal?.details['s']]).toEqual([
    130,
    whole.p,
    whole.details.s,
  ]);
});
