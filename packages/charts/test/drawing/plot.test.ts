import { describe, expect, test } from 'vitest';
import { plot, scaled } from '../../src/drawing/plot.ts';
import { drawnBy, layersOf, wordsOf } from '../layers-of.ts';

const same = (words: string) => ({ nl: words, fr: words, de: words, en: words });
const options = { language: 'en', width: 680 } as const;
const table = { columns: [], rows: [] };
const points = [
  { at: 2020, value: 3 },
  { at: 2023, value: 47 },
];
const base = { periods: ['2020', '2023'], reach: [3, 47] };

describe('plot', () => {
  test('both axes reach what the marks need', () => {
    const marks = [base, scaled('line', points, {})];
    const words = wordsOf(plot(options, { title: same('t'), marks, table }));
    // As linearAxis and periodAxis say of these values and years.
    for (const label of ['0', '20', '40', '60', '2020', '2021', '2022', '2023'])
      expect(words).toContain(label);
    expect(words).not.toContain('80');
  });

  test('the caption is what the marks that are there say, in their order', () => {
    const marks = [
      { ...base, says: same('First.') },
      same('Second.'),
      { says: null },
      false,
      { says: ({ up }: { readonly up: { readonly to: number } }) => same(`To ${up.to}.`) },
    ] as const;
    expect(plot(options, { title: same('t'), marks, table }).caption).toBe('First. Second. To 60.');
  });

  test('ground lies below the axes, front on all other marks', () => {
    const look = (color: string) => ({ color });
    const marks = [
      scaled('line', points, look('front'), 'front'),
      { ...base, ...scaled('line', points, look('between')) },
      scaled('line', points, look('ground'), 'ground'),
    ];
    const layers = layersOf(plot(options, { title: same('t'), marks, table }));
    const places = ['ground', 'between', 'front'].map((color) =>
      layers.findIndex(({ mark }) => mark['color'] === color),
    );
    const axis = layers.findIndex(({ mark }) => mark.type === 'rule');
    expect(places[0]).toBeLessThan(axis);
    expect(places[1]).toBeGreaterThan(axis);
    expect(places[2]).toBeGreaterThan(places[1] ?? Infinity);
  });

  test('flags and a key make room for themselves', () => {
    const padding = (more: object) => {
      const { spec } = plot(options, { title: same('t'), marks: [base, more], table });
      return spec.padding as unknown as { readonly top: number; readonly bottom: number };
    };
    const bare = padding({});
    const flag = { x: 300, words: 'new rule', kind: 'declared' };
    expect(padding({ flags: () => [flag] }).top).toBeGreaterThan(bare.top);
    const key = [{ sign: '1', words: 'one line' }];
    // A line of 16 pixels, and 12 around it.
    expect(padding({ words: () => ({ labels: [], key }) }).bottom).toBe(bare.bottom + 28);
  });

  test.each([false, true])(
    'pixels that a mark wants above its highest value stay free, log %s',
    (log) => {
      const drawn = (above: number | undefined) => {
        const mark = { ...base, reach: [3, 50], above };
        const rules = drawnBy(
          plot(options, { title: same('t'), marks: [mark], log, table }),
          'rule',
        );
        const ends = rules.flatMap(({ label, y }) =>
          label ? [{ y: Number(y), at: Number(label) }] : [],
        );
        const [low, high] = [ends[0], ends.at(-1)];
        if (!low || !high) return NaN;
        const share = log
          ? Math.log(50 / low.at) / Math.log(high.at / low.at)
          : (50 - low.at) / (high.at - low.at);
        return low.y + (high.y - low.y) * share;
      };
      // The axes end at 60 and 50.
      expect(drawn(undefined)).toBeCloseTo(log ? 0 : 280 / 6, 6);
      // Of the height of 280.
      expect(drawn(90)).toBeGreaterThanOrEqual(90 - 1e-9);
      expect(drawn(90)).toBeLessThan(180);
    },
  );

  test('values over values have no periods', () => {
    const over = () => ({
      ...{ type: 'log' as const, from: 1, to: 100, name: 'grams →' },
      ticks: [{ at: 10, label: 'ten' }],
    });
    const chart = plot(options, { title: same('t'), marks: [{ reach: [0, 1] }], over, table });
    expect(wordsOf(chart)).toContain('grams →');
    const { width } = chart.spec as unknown as { readonly width: number };
    expect(drawnBy(chart, 'text').find(({ label }) => label === 'ten')?.['x']).toBe(width / 2);
  });
});
