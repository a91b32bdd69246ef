import { decompositionChart } from '@samenbeeld/charts';
import { describe, expect, test } from 'vitest';
import { drawnBy, layersOf, wordsOf } from '../layers-of.ts';

const points = Array.from({ length: 24 }, (_, at) => ({
  period: `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  observed: 20 + at + (at === 7 ? 30 : 0),
  trend: 20 + at,
  seasonal: [0],
  remainder: at === 7 ? 30 : 0,
  outlier: at === 7,
}));
const chart = decompositionChart(points, { language: 'en' });

describe('decompositionChart', () => {
  test('has a panel for each part', () => {
    const words = wordsOf(chart);
    for (const name of ['Observed', 'Trend', 'Season', 'Remainder']) expect(words).toContain(name);
  });

  test('several seasons have a panel each, with their names', () => {
    const two = points.map((point) => ({ ...point, seasonal: [1, 2] }));
    const seasons = [
      { nl: 'week', fr: 'semaine', de: 'Woche', en: 'week' },
      { nl: 'jaar', fr: 'année', de: 'Jahr', en: 'year' },
    ];
    const words = wordsOf(decompositionChart(two, { language: 'de', seasons }));
    expect(words).toContain('Saison (Woche)');
    expect(words).toContain('Saison (Jahr)');
  });

  test('the bars beside the panels are equally long in units', () => {
    const bars = layersOf(chart)
      .filter(({ mark }) => mark['fill'] === '#b9b4a8')
      .flatMap(({ data }) => data.values.map(({ y, y2 }) => Number(y2) - Number(y)));
    // Observed 0 to 60 on 104 pixels, trend 20 to 60 on 70, season 0 to 1, remainder 0 to 40.
    expect(bars).toHaveLength(4);
    expect((bars[1] ?? 0) / 70).toBeCloseTo(1 / 40, 9);
    expect((bars[2] ?? 0) / 70).toBeCloseTo(1, 9);
    expect((bars[3] ?? 0) / 70).toBeCloseTo(1 / 40, 9);
  });

  test('an outlier is marked in the series and in the remainder, with its period', () => {
    const diamonds = layersOf(chart).filter(({ mark }) => mark['shape'] === 'diamond');
    expect(diamonds.map(({ data }) => data.values.map(({ value }) => value))).toEqual([[57], [30]]);
    expect(wordsOf(chart)).toContain('Aug 2023');
    expect(chart.caption).toContain('Orange diamond: outlier.');
  });

  test('a part that is not known is a gap', () => {
    const unknown = points.map((point, at) => ({ ...point, trend: at < 3 ? null : point.trend }));
    const lines = layersOf(decompositionChart(unknown, { language: 'en' })).filter(
      ({ mark }) => mark.type === 'line',
    );
    expect(lines.map(({ data }) => data.values.length)).toEqual([24, 21, 24]);
    expect(drawnBy(chart, 'line')).toHaveLength(72);
  });
});
