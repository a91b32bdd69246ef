import type { ReportingIndex } from '@samenbeeld/money';
import { describe, expect, test } from 'vitest';
import { words } from '../../../recipes/test/money/written-file.ts';
import {
  drawnBase,
  drawnSeries,
  newestYear,
  notDrawn,
} from '../../src/money/intelligence-chapter.ts';

const series = (
  country: string,
  metric: string,
  figures: Readonly<Record<string, number | null>>,
  crosses: readonly string[] = [],
) =>
  ({
    country,
    label: { ...words, en: `${country} ${metric}` },
    details: { metric },
    crosses: crosses.map((on) => ({ on, note: words })),
    points: Object.entries(figures).map(([period, value]) => ({
      period,
      provisional: false,
      figure: value === null ? { low: 1200, high: null } : { low: value, high: value },
    })),
  }) as unknown as ReportingIndex;

const all = [
  series('NL', 'unusual_transactions', { '2020': 700, '2021': null, '2022': 1900 }),
  series('NL', 'str_transactions', { '2020': 100, '2021': 90, '2022': 80, '2023': 170 }),
  series('BE', 'str_reports', { '2021': 43, '2022': 50, '2023': 74 }, ['2021-01-01']),
  series('BE', 'fiu_files', { '2020': 9, '2021': 10, '2022': 11, '2023': 12 }),
  series('DE', 'str_reports', { '2021': null, '2022': 300, '2023': 330 }),
  series('FR', 'str_reports', { '2016': 60, '2021': 160 }),
];

describe('drawnSeries', () => {
  test('draws what was received, never what a unit itself declared suspicious or passed on', () => {
    expect(drawnSeries(all).map(({ label }) => label.en)).toEqual([
      'BE str_reports',
      'DE str_reports',
    ]);
  });

  test('stands on one base, marks declared breaks, and draws no floor as a point', () => {
    const [be, de] = drawnSeries(all);
    expect(be?.points.map(({ index }) => index)).toEqual([86, 100, 148]);
    expect(de?.points.map(({ index }) => index)).toEqual([null, 100, 110]);
    expect(be?.points.find(({ index }) => index === 100)?.period).toBe(drawnBase);
    expect(be?.breaks?.map(({ period }) => period)).toEqual(['2021']);
  });

  test('names what is not drawn: a line that ends early would be led to its name as if it went on', () => {
    expect(newestYear(all)).toBe('2023');
    expect(notDrawn(all).map(({ en }) => en)).toEqual([
      'NL unusual_transactions',
      'FR str_reports',
    ]);
  });
});
