import { penaltyPathChart } from '@samenbeeld/charts';
import { describe, expect, test } from 'vitest';
import { drawnBy, wordsOf } from '../layers-of.ts';

const name = { nl: 'BIC', fr: 'BIC', de: 'BIC', en: 'BIC' };
const steps = [
  { breaks: 3, from: 1, to: 2 },
  { breaks: 1, from: 2, to: 20 },
  { breaks: 0, from: 20, to: null },
];
const at = (penalty: number) =>
  penaltyPathChart(steps, { language: 'en', chosen: { penalty, name } });

describe('penaltyPathChart', () => {
  test('says how far the choice lies from having no break', () => {
    expect(at(5).title).toBe('1 break at the chosen penalty');
    expect(at(5).caption).toContain(
      'Only at a penalty of 20, 4 times the chosen one, is no break left.',
    );
  });

  test('a choice without a break says where the first would appear', () => {
    expect(at(40).title).toBe('No break at the chosen penalty');
    expect(at(40).caption).toContain(
      'The first break appears only below 20, 0.5 times the chosen penalty.',
    );
  });

  test('the choice is named with its value, on its step', () => {
    const chart = at(5);
    expect(wordsOf(chart)).toContain('BIC\u00a0=\u00a05');
    const [dot] = drawnBy(chart, 'point');
    const flat = drawnBy(chart, 'line').filter(({ y }) => y === dot?.['y']);
    expect(flat).toHaveLength(2);
    const [from, to] = flat.map(({ x }) => Number(x));
    expect(Number(dot?.['x'])).toBeGreaterThan(from ?? Infinity);
    expect(Number(dot?.['x'])).toBeLessThan(to ?? 0);
  });

  test('the stretch without a break is shaded from its penalty on', () => {
    const chart = at(5);
    const [shade] = drawnBy(chart, 'rect');
    const last = drawnBy(chart, 'line').at(-2);
    expect(shade?.['edge']).toBeCloseTo(Number(last?.['x']), 9);
    expect(wordsOf(chart)).toContain('no break');
  });

  test('a penalty at an edge has the smaller number of breaks', () => {
    expect(at(20).title).toBe('No break at the chosen penalty');
    expect(at(2).title).toBe('1 break at the chosen penalty');
  });

  test('the table names the penalty in its row', () => {
    expect(at(5).table.rows).toEqual([
      [3, 1, 2, ''],
      [1, 2, 20, 'BIC'],
      [0, 20, null, ''],
    ]);
  });

  test('refuses what cannot be drawn', () => {
    const chosen = { penalty: 1, name };
    expect(() =>
      penaltyPathChart([], { language: 'en', chosen }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a path of penalties needs at least one step]`,
    );
    expect(() => at(Number.POSITIVE_INFINITY)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a finite number or null in BIC, found Infinity. Repair: give null where there is no number, and say why in the caption]`,
    );
  });
});
