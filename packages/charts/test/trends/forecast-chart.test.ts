import { forecastChart } from '@samenbeeld/charts';
import { describe, expect, test } from 'vitest';
import { layersOf, wordsOf } from '../layers-of.ts';

const history = [10, 12, 11].map((value, at) => ({ period: String(2022 + at), value }));
const ahead = [
  { period: '2025', value: 12, low: 9, high: 15, low95: 7, high95: 18 },
  { period: '2026', value: 13, low: 8, high: 18, low95: 5, high95: 22 },
];
const areas = (chart: ReturnType<typeof forecastChart>) =>
  layersOf(chart).filter(({ mark }) => mark.type === 'area');

describe('forecastChart', () => {
  test('the fan opens from the last value known, the wider range below the narrower', () => {
    const [outer, inner] = areas(forecastChart(history, ahead, { language: 'en' }));
    expect(outer?.data.values.map(({ at, low95, high95 }) => [at, low95, high95])).toEqual([
      [2024, 11, 11],
      [2025, 7, 18],
      [2026, 5, 22],
    ]);
    expect(inner?.mark['color']).not.toBe(outer?.mark['color']);
  });

  test('after a gap the fan begins at its own first period', () => {
    const [outer] = areas(forecastChart(history.slice(0, 2), ahead, { language: 'en' }));
    expect(outer?.data.values.map(({ at }) => at)).toEqual([2025, 2026]);
  });

  test('one period alone is still an area', () => {
    const [outer] = areas(forecastChart([], ahead.slice(0, 1), { language: 'en' }));
    expect(outer?.data.values.map(({ at }) => at)).toEqual([2024.6, 2025.4]);
  });

  test('the caption tells how the past was covered, or that it was not tested', () => {
    const backTest = { origins: 12, tested: 40, held: 29, error: 2.34 };
    const tested = forecastChart(history, ahead, { language: 'en', backTest }).caption;
    expect(tested).toContain('of 40 outcomes 29 (73%) lay in the 80% area');
    expect(tested).toContain('On average the middle was off by 2.34.');
    expect(forecastChart(history, ahead, { language: 'en' }).caption).toContain(
      'Not tested on the past.',
    );
  });

  test('ranges of the past are bars, and the caption says so', () => {
    const ranged = history.map((point) => ({ ...point, low: 8, high: 14 }));
    const chart = forecastChart(ranged, ahead, { language: 'en' });
    expect(layersOf(chart).find(({ mark }) => mark.type === 'bar')?.data.values).toHaveLength(3);
    expect(chart.caption).toContain('Pale bar: range.');
    expect(forecastChart(history, ahead, { language: 'en' }).caption).not.toContain('Pale bar');
  });

  test('both ranges are named at their end by their level', () => {
    const words = wordsOf(forecastChart(history, ahead, { language: 'fr', level: 0.5 }));
    expect(words).toContain('50\u00a0%');
    expect(words).toContain('95\u00a0%');
  });

  test('the simplest forecast is a thin line', () => {
    const benchmark = ahead.map(({ period }) => ({ period, value: 11 }));
    const chart = forecastChart(history, ahead, { language: 'en', benchmark });
    const thin = layersOf(chart).filter(
      ({ mark }) => mark.type === 'line' && mark['strokeWidth'] === 1,
    );
    expect(thin.flatMap(({ data }) => data.values.map(({ value }) => value))).toEqual([11, 11]);
    expect(chart.caption).toContain('Thin line: the simplest forecast');
  });

  test('refuses an end that is no number', () => {
    const endless = ahead.map((point) => ({ ...point, high95: Number.POSITIVE_INFINITY }));
    expect(() =>
      forecastChart(history, endless, { language: 'en' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a finite number or null in 2025, found Infinity. Repair: give null where there is no number, and say why in the caption]`,
    );
  });
});
