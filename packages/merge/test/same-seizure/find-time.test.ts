import { describe, expect, test } from 'vitest';
import { delayedBy, findTimeOf, madeWithin } from '../../src/same-seizure/find-time.ts';
import { seizure } from '../seizure.ts';

test('the stated delay is what the error function gives', () => {
  // 0.85 (1 - Φ(ln(d / 4) / 1.1)) + 0.15 (1 - d / 120), with Python's math.erf.
  expect(delayedBy(0)).toBe(1);
  expect(delayedBy(4)).toBeCloseTo(0.57, 6);
  expect(delayedBy(7)).toBeCloseTo(0.4008966701, 6);
  expect(delayedBy(30)).toBeCloseTo(0.1409714529, 6);
  expect(delayedBy(120)).toBeCloseTo(0.0008449614, 6);
  // Of the end of a case: 0.85 (1 - Φ(ln(d / 365) / 0.9)) + 0.15 (1 - d / 1826).
  expect(delayedBy(365, 'closed')).toBeCloseTo(0.545016, 6);
});

describe('how likely a find was made in a year', () => {
  const year = (of: number, ...records: readonly Parameters<typeof seizure>[1][]): number =>
    madeWithin(findTimeOf(records.map((record, at) => seizure(`r${at}`, record))), {
      start: `${of}-01-01`,
      end: `${of}-12-31`,
    });
  const registered = (date: string) => ({ dateRole: 'registration', date }) as const;

  test('registered after New Year it is of either year, with shares that add up', () => {
    const day = registered('2023-01-05');
    expect(year(2022, day) + year(2023, day)).toBeCloseTo(1, 4);
    expect(year(2022, day)).toBeCloseTo(delayedBy(5), 4);
    expect([year(2023, registered('2023-06-30')), year(2022, registered('2023-06-30'))]).toEqual([
      1, 0,
    ]);
    expect(year(2023, registered('2022-12-31'))).toBe(0);
  });

  test('the month of the find is believed over the day of its registration', () => {
    const month = { date: '2022-12-01', datePrecision: 'month' } as const;
    const found = [month, registered('2023-04-25')];
    expect([year(2022, ...found), year(2023, ...found)]).toEqual([1, 0]);
  });

  test('a week over New Year is of either year, more of the one next to what came after', () => {
    const week = { date: '2022-12-26', datePrecision: 'week' } as const;
    // Six of its days are of the old year.
    expect(year(2022, week)).toBeCloseTo(6 / 7, 6);
    expect(year(2022, week) + year(2023, week)).toBeCloseTo(1, 6);
    const told = [week, registered('2023-01-02')];
    const [old, next] = [delayedBy(2) - delayedBy(8), delayedBy(1) - delayedBy(2)];
    expect(year(2022, ...told)).toBeCloseTo(old / (old + next), 5);
  });

  test('a judgment may come years later', () => {
    const judged = { dateRole: 'judgment', date: '2023-06-15' } as const;
    const shares = [2020, 2021, 2022, 2023].map((of) => year(of, judged));
    expect(shares.every((share) => share > 0.01 && share < 0.9)).toBe(true);
    expect(shares[2]).toBeGreaterThan(shares[3] as number);
  });
});
