import { trendChart } from '@samenbeeld/charts';
import type { Finding } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { drawnBy } from './layers-of.ts';

const points = [10, 8, 6, 4, 2].map((value, index) => ({ year: 2018 + index, value }));

function slope(verdict: string, estimate: number | null): Finding {
  return {
    kind: 'sen_slope',
    subject: '',
    estimate,
    unit: null,
    interval: null,
    n: 5,
    p: null,
    method: '',
    definition: '',
    assumptions: [],
    warnings: [],
    confidence: 'low',
    details: { verdict },
    says: { nl: '', fr: '', de: '', en: '' },
  };
}

function lineOf(finding: Finding | null): unknown {
  const { spec } = trendChart(points, { language: 'en', slope: finding });
  const layers = (
    spec as unknown as { layer: { mark: { type: string }; data: { values: unknown } }[] }
  ).layer;
  return layers.find(({ mark }) => mark.type === 'line')?.data.values;
}

describe('trendChart', () => {
  test('a verdict that shows a trend has its line, through the median', () => {
    expect(lineOf(slope('falling', -2))).toEqual([
      { year: 2018, value: 10 },
      { year: 2022, value: 2 },
    ]);
  });

  test.each(['not_shown', 'no_conclusion'])('%s has no line', (verdict) => {
    expect(lineOf(slope(verdict, -2))).toEqual([]);
  });

  test('no finding, no line', () => {
    expect(lineOf(null)).toEqual([]);
    expect(lineOf(slope('rising', null))).toEqual([]);
  });

  test('a declared break stands between its years with its label', () => {
    const note = { nl: 'nieuwe regel', fr: 'nouvelle règle', de: 'neue Regel', en: 'new rule' };
    const chart = trendChart(points, { language: 'de', breaks: [{ year: 2020, note }] });
    const [rule] = drawnBy(chart, 'rule').filter(({ kind }) => kind === 'declared');
    expect(rule?.['lines']).toEqual(['neue Regel']);
    // After two of the five years from 2018 to 2022.
    const { width } = chart.spec as unknown as { width: number };
    expect(rule?.['x']).toBeCloseTo((2 / 5) * width, 9);
  });
});
