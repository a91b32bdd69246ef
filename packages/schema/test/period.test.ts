import { freqOf, parsePeriod, periodContains, periodsOverlap } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('freqOf(span) follows from its ends', () => {
  expect(freqOf({ start: '2023-01-01', end: '2023-12-25' })).toBe('O');
  expect(freqOf({ start: '2023-04-01', end: '2023-09-30' })).toBe('O');
  expect(freqOf({ start: '2024-01-01', end: '2024-01-07' })).toBe('W');
  expect(freqOf({ start: '2024-01-02', end: '2024-01-08' })).toBe('O');
});

test('a part lies in its year, and two parts share no day', () => {
  expect(periodContains(parsePeriod('2023'), parsePeriod('2023-Q4'))).toBe(true);
  expect(periodContains(parsePeriod('2023-Q4'), parsePeriod('2023'))).toBe(false);
  expect(periodsOverlap(parsePeriod('2023-S1'), parsePeriod('2023-S2'))).toBe(false);
  expect(periodsOverlap(parsePeriod('2020-W53'), parsePeriod('2021'))).toBe(true);
});

test('weeks follow each other without a gap and know their own year', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1950, max: 2090 }),
      fc.integer({ min: 1, max: 51 }),
      (year, week) => {
        const code = (number: number) => `${year}-W${String(number).padStart(2, '0')}`;
        const [first, second] = [parsePeriod(code(week)), parsePeriod(code(week + 1))];
        expect(Date.parse(second.start) - Date.parse(first.end)).toBe(86_400_000);
        expect(first.freq).toBe('W');
      },
    ),
  );
});
