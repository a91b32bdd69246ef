import { adviseTrend } from '@samenbeeld/trends';
import { expect, it } from 'vitest';

// A first-order autoregression of 0.6 without a trend, which Mann-Kendall alone takes for one.
const wandering = (seed: number): readonly number[] => {
  let [state, last] = [seed, 0];
  const step = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: 30 }, () => {
    const noise = step() + step() + step() + step() - 2;
    last = 0.6 * last + noise;
    return Math.round(1000 + 200 * last);
  });
};
const adviceOn = (values: readonly number[]) =>
  adviseTrend(
    {
      subject: 'x',
      unit: 'kg',
      points: values.map((value, i) => ({ period: String(1990 + i), value })),
    },
    { depth: 'screen' },
  );

it('values that depend on the one before make no trend of nothing more often than stated, and never a sure one', () => {
  const found = Array.from({ length: 120 }, (_, seed) => adviceOn(wandering(seed * 977 + 5)));
  const claimed = found.filter(({ details }) => details.verdict !== 'not_shown').length;
  const alone = found.filter(({ trend }) => trend.details.verdict !== 'not_shown').length;
  expect(alone).toBeGreaterThan(20);
  expect(claimed).toBeLessThan(14);
  for (const { details, trend, says, p, interval, confidence } of found)
    if (details.verdict !== trend.details.verdict) {
      expect([details.verdict, interval, confidence]).toEqual(['not_shown', null, 'low']);
      expect(p as number).toBeGreaterThan(0.05);
      expect(says.en).toContain('Without that allowance the test would show a');
      expect(says.en).not.toMatch(/: [a-z]+ing \(|\. , /);
    }
});
