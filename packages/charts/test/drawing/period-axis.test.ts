import { describe, expect, test } from 'vitest';
import { periodAxis } from '../../src/drawing/period-axis.ts';

const labels = (
  codes: readonly string[],
  width: number,
  language: 'nl' | 'fr' | 'de' | 'en' = 'en',
) => periodAxis(codes, width, language).ticks.map(({ lines }) => lines.join(' '));

describe('periodAxis', () => {
  test('a missing year keeps its place', () => {
    const { first, last } = periodAxis(['2018', '2021'], 600, 'en');
    expect([first, last]).toEqual([2018, 2021]);
    expect(labels(['2018', '2021'], 600)).toEqual(['2018', '2019', '2020', '2021']);
  });

  test('many years are labelled by round ones', () => {
    expect(labels(['1986', '2025'], 280)).toEqual([
      '1990',
      '1995',
      '2000',
      '2005',
      '2010',
      '2015',
      '2020',
      '2025',
    ]);
  });

  test('few months have their names, with the year below the first of each', () => {
    expect(labels(['2024-11', '2025-02'], 600, 'fr')).toEqual([
      'nov. 2024',
      'déc.',
      'janv. 2025',
      'févr.',
    ]);
  });

  test('many months are labelled by years, which stand over their months', () => {
    const axis = periodAxis(['2016-01', '2025-12'], 600, 'en');
    expect(axis.ticks.map(({ lines }) => lines[0])).toContain('2020');
    expect(axis.ticks[0]?.at).toBeCloseTo(2016 * 12 + 5.5, 9);
    expect(axis.bounds).toHaveLength(9);
  });

  test('a year of weeks has months, few weeks have numbers', () => {
    expect(labels(['2024-W01', '2024-W40'], 600)).toContain('Mar');
    expect(labels(['2024-W05', '2024-W08'], 600, 'nl')).toEqual([
      'wk\u00a05 2024',
      'wk\u00a06',
      'wk\u00a07',
      'wk\u00a08',
    ]);
  });

  test('week 53 has its place: 2020 has one, 2021 begins with week 1 after it', () => {
    const { first, last } = periodAxis(['2020-W53', '2021-W01'], 600, 'en');
    expect(last - first).toBe(1);
  });

  test('quarters and halves count by their year', () => {
    expect(labels(['2023-Q4', '2024-Q2'], 600, 'nl')).toEqual(['K4 2023', 'K1 2024', 'K2']);
    expect(labels(['2023-S2', '2024-S1'], 600, 'fr')).toEqual(['S2 2023', 'S1 2024']);
  });
});
