import type { JointTotal, Stake } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { stakeLines, totalLines } from '../src/build-view/total-lines.ts';

const total = (period: string, changes: Partial<JointTotal>): JointTotal =>
  ({
    period,
    reported: { lowest: 10, likely: 12, highest: 20 },
    total: { atLeast: 10, atMost: 20 },
    status: 'complete',
    causes: [],
    ...changes,
  }) as unknown as JointTotal;
const stake = (together: number, closes = false): Stake => ({
  pair: `same a ${together}`,
  variance: together > 0 ? 4 : 0,
  share: 0.4,
  together,
  closes,
});

test('totals of claims have no middle 90%', () => {
  expect(totalLines([total('2022', {})], 'en')).toEqual([
    '        lowest  likely  highest  at least  at most  status',
    '  2022      10      12       20        10       20  complete',
  ]);
});

test('totals of events have one, open where a weight is missing', () => {
  const reported = { lowest: 10, likely: 12, highest: 1200 };
  const lines = totalLines(
    [
      total('2022', { reported: { ...reported, interval90: { low: 10.500002, high: 1100 } } }),
      total('2023', { reported: { ...reported, interval90: { low: 11, high: null } } }),
      total('2024', {}),
    ],
    'en',
  );
  expect(lines[0]).toMatch(/lowest +middle 90% +likely/);
  expect(lines[1]).toMatch(/10 +10\.5 – 1,100 +12 +1,200/);
  expect(lines[2]).toMatch(/10 +11 – open +12/);
  expect(lines[3]).toMatch(/10 +– +12 +20/);
});

test('a year says how many pairs to decide, and what that is worth', () => {
  expect(
    stakeLines(
      [
        total('2021', {}),
        total('2022', { stakes: [stake(0.6), stake(0.94), stake(1)] }),
        total('2023', { stakes: [stake(0, true)] }),
        total('2024', { stakes: [stake(0.95, true)] }),
      ],
      'en',
    ),
  ).toEqual([
    '  2022: deciding 2 pairs removes 94% of the uncertainty',
    '  2023: deciding 1 pair tells whether there is an upper end',
    '  2024: deciding 1 pair removes 95% of the uncertainty and tells whether there is an upper end',
  ]);
});
