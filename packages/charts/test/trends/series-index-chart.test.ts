import { seriesIndexChart } from '@samenbeeld/charts';
import { describe, expect, test } from 'vitest';
import { layersOf, wordsOf } from '../layers-of.ts';

const label = (words: string) => ({ nl: words, fr: words, de: words, en: words });
const note = label('new rule');
const points = [100, 110, 120, 90, null, 95].map((index, at) => ({
  period: String(2018 + at),
  index,
}));
const options = { language: 'en', base: '2018' } as const;
const stretchesOf = (chart: ReturnType<typeof seriesIndexChart>) =>
  layersOf(chart)
    .filter(({ mark }) => mark.type === 'line')
    .map(({ data }) => data.values.map(({ stretch }) => stretch));

describe('seriesIndexChart', () => {
  test('a declared break and a gap cut the line', () => {
    const series = [{ label: label('A'), points, breaks: [{ period: '2021', note }] }];
    expect(stretchesOf(seriesIndexChart(series, options))).toEqual([
      ['0/0', '0/0', '0/0', '0/1', '1/1'],
    ]);
  });

  test('a break of one series leaves the others whole and names its series', () => {
    const series = [
      { label: label('A'), points, breaks: [{ period: '2021', note }] },
      { label: label('B'), points: points.slice(0, 4) },
    ];
    const chart = seriesIndexChart(series, options);
    expect(stretchesOf(chart)[1]).toEqual(['0/0', '0/0', '0/0', '0/0']);
    expect(wordsOf(chart)).toContain('A: new rule');
  });

  test('a break of all cuts all', () => {
    const series = [label('A'), label('B')].map((one) => ({
      label: one,
      points: points.slice(0, 4),
    }));
    const chart = seriesIndexChart(series, { ...options, breaks: [{ period: '2020', note }] });
    expect(stretchesOf(chart)).toEqual([
      ['0/0', '0/0', '0/1', '0/1'],
      ['0/0', '0/0', '0/1', '0/1'],
    ]);
  });

  test('names at the ends keep apart where lines end together', () => {
    const series = Array.from({ length: 6 }, (_, at) => ({ label: label(`S${at}`), points }));
    const names = layersOf(seriesIndexChart(series, options))
      .filter(({ mark, data }) => mark.type === 'text' && data.values.some((one) => 'top' in one))
      .flatMap(({ data }) => data.values.map(({ top }) => Number(top)))
      .sort((a, b) => a - b);
    expect(names).toHaveLength(6);
    for (const [at, y] of names.entries())
      if (at > 0) expect(y - (names[at - 1] ?? 0)).toBeGreaterThanOrEqual(14);
  });

  test('no two of seven series look alike without colour', () => {
    const series = Array.from({ length: 7 }, (_, at) => ({ label: label(`S${at}`), points }));
    const layers = layersOf(seriesIndexChart(series, options));
    const dashes = layers
      .filter(({ mark }) => mark.type === 'line')
      .map(({ mark }) => mark['strokeDash']);
    const shapes = layers
      .filter(({ mark }) => mark.type === 'point')
      .map(({ mark }) => mark['shape']);
    const looks = dashes.map((dash, at) => `${dash} ${shapes[at]}`);
    expect(new Set(looks).size).toBe(7);
  });

  test('says the base and that the axis does not begin at zero', () => {
    const chart = seriesIndexChart([{ label: label('A'), points }], options);
    expect(chart.title).toBe('How each series developed, 2018 = 100');
    expect(chart.caption).toContain('The axis does not begin at zero.');
  });
});
