import { trendChart } from '@samenbeeld/charts';
import type { Finding } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { drawnBy, layersOf, wordsOf } from './layers-of.ts';

const points = [10, 8, 6, 4, 2].map((value, index) => ({ period: String(2018 + index), value }));

const same = (words: string) => ({ nl: words, fr: words, de: words, en: words });

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
      { at: 2018, value: 10 },
      { at: 2022, value: 2 },
    ]);
  });

  test.each(['not_shown', 'no_conclusion'])('%s has no line', (verdict) => {
    expect(lineOf(slope(verdict, -2))).toBeUndefined();
  });

  test('no finding, no line', () => {
    expect(lineOf(null)).toBeUndefined();
    expect(lineOf(slope('rising', null))).toBeUndefined();
  });

  test('a declared break stands between its years with its label', () => {
    const note = { nl: 'nieuwe regel', fr: 'nouvelle règle', de: 'neue Regel', en: 'new rule' };
    const chart = trendChart(points, { language: 'de', breaks: [{ period: '2020', note }] });
    const [rule] = drawnBy(chart, 'rule').filter(({ kind }) => kind === 'declared');
    expect(rule?.['lines']).toEqual(['neue Regel']);
    // After two of the five years from 2018 to 2022.
    const { width } = chart.spec as unknown as { width: number };
    expect(rule?.['x']).toBeCloseTo((2 / 5) * width, 9);
  });

  test('a break before the first or after the last year parts nothing and is not drawn', () => {
    const breaks = ['2018', '2023'].map((period) => ({ period, note: same('new rule') }));
    const chart = trendChart(points, { language: 'en', breaks });
    expect(wordsOf(chart)).not.toContain('new rule');
    expect(chart.caption).toBe('Dot: reported figure.');
  });

  test('the caption says what is there, and of a line what the test found', () => {
    const caption = (options: object, own = points) =>
      trendChart(own, { language: 'en', ...options }).caption;
    expect(caption({})).toBe('Dot: reported figure.');
    expect(caption({ slope: slope('falling', -2) })).toBe(
      'Dot: reported figure. Black line: the trend that the test shows.',
    );
    expect(caption({ slope: slope('not_shown', -2) })).toBe(
      'Dot: reported figure. No trend line: the test shows no trend.',
    );
    const breaks = [{ period: '2020', note: same('new rule') }];
    expect(caption({ breaks })).toBe(
      'Dot: reported figure. Solid rule: break that the source declares.',
    );
    const own = [
      { period: '2021', value: 5, low: 4, high: 6, provisional: true },
      { period: '2022', value: null, low: 3, high: 9 },
      { period: '2023', value: 5, low: 5, high: 5 },
    ];
    expect(caption({}, own as never)).toBe(
      'Dot: reported figure. Hollow dot: provisional. Pale bar: range. Dashed outline: undecided. Question mark: which figure holds is undecided.',
    );
  });

  test.each([680, 340])(
    'the peak has its figure at %i, also where only its range is known',
    (width) => {
      // Rotterdam, as of the domain dossier: the peak is 65,592 or 70,571.
      const rotterdam = [13312, 5264, 18947, 33732, 40641, null, 46789, 45506, 25900, 11466];
      const own = rotterdam.map((value, index) => ({
        ...{ period: String(2016 + index), value },
        ...(value === null && { low: 65592, high: 70571 }),
      }));
      const words = wordsOf(trendChart(own, { language: 'en', width }));
      expect(words).toContain('65,592–70,571\u00a0?');
      // The last, in either width; all only where each has room.
      expect(words).toContain('11,466');
      expect(words.includes('33,732')).toBe(width === 680);
    },
  );

  test('printed figures keep off rules, ranges and one another', () => {
    const own = [
      { period: '2021', value: null, low: 10, high: 12 },
      { period: '2022', value: 11, low: 9, high: 14 },
    ];
    const breaks = [{ period: '2022', note: same('new rule') }];
    const chart = trendChart(own, { language: 'en', width: 340, breaks });
    // Words that are placed have no rim in the last layer.
    const labels = layersOf(chart).at(-1)?.data.values ?? [];
    expect(labels.map(({ words }) => words).sort()).toEqual(['10–12\u00a0?', '11']);
    const { width } = chart.spec as unknown as { width: number };
    // The rule stands in the middle.
    for (const { x, words } of labels)
      expect(Math.abs(Number(x) - width / 2)).toBeGreaterThan(String(words).length * 6 * 0.53);
  });
});
