import { describe, expect, test } from 'vitest';
import { rowPlot } from '../../src/drawing/row-plot.ts';
import { drawnBy, wordsOf } from '../layers-of.ts';

const same = (words: string) => ({ nl: words, fr: words, de: words, en: words });
const draw = (rows: Parameters<typeof rowPlot>[1]['rows'], width = 680) =>
  rowPlot(
    { language: 'en', width },
    {
      title: same('t'),
      says: [same('Said.'), false],
      table: { columns: [], rows: [] },
      rows,
      draw: () => ({ ticks: [], layers: [] }),
    },
  );
const namesOf = (chart: ReturnType<typeof draw>) =>
  drawnBy(chart, 'text').filter(({ labelY }) => labelY !== undefined);

describe('rowPlot', () => {
  test('the widest name has a line of its own width', () => {
    for (const name of ['ontneming bevolen', 'een wat langere naam', 'x'.repeat(29)])
      expect(namesOf(draw([{ name }]))[0]?.['lines']).toEqual([name]);
  });

  test('a group stands once above its rows', () => {
    const rows = ['a', 'b'].map((name) => ({ name, group: 'old rule' }));
    const names = namesOf(draw([...rows, { name: 'c', group: 'new rule' }]));
    // Each twice: its rim, and itself.
    expect(names.slice(0, names.length / 2).map(({ lines }) => lines)).toEqual([
      ['old rule'],
      ['a'],
      ['b'],
      ['new rule'],
      ['c'],
    ]);
  });

  test('on a narrow page names stand above what is drawn, and words beside them', () => {
    const rows = [{ name: 'Rotterdam', words: '4 → 30' }];
    const [wide, narrow] = [680, 340].map((width) => namesOf(draw(rows, width))[0]);
    expect(wide?.['labelY']).toBe(wide?.['y']);
    expect(Number(narrow?.['labelY'])).toBeLessThan(Number(narrow?.['y']));
    expect(narrow?.['wordsY']).toBe(narrow?.['labelY']);
    expect(wordsOf(draw(rows, 340))).toContain('4 → 30');
  });

  test('only sentences that apply are said', () => {
    expect(draw([{ name: 'a' }]).caption).toBe('Said.');
  });
});
