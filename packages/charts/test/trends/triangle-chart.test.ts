import { type TriangleCell, triangleChart } from '@samenbeeld/charts';
import { describe, expect, test } from 'vitest';
import { drawnBy, layersOf, wordsOf } from '../layers-of.ts';

/** The chain ladder of the dossier: [[100, 130, 136], [120, 150], [140]], with ultimates 136, 156.923, 186.406. */
const cells: readonly TriangleCell[] = [
  { period: '2022', age: 0, value: 100 },
  { period: '2022', age: 1, value: 130 },
  { period: '2022', age: 2, value: 136 },
  { period: '2023', age: 0, value: 120 },
  { period: '2023', age: 1, value: 150 },
  { period: '2023', age: 2, value: 156.923, expected: true, low: 150, high: 164 },
  { period: '2024', age: 0, value: 140 },
  { period: '2024', age: 1, value: 178.182, expected: true, low: 160, high: 197 },
  { period: '2024', age: 2, value: 186.406, expected: true, low: 165, high: 209 },
];
const chart = triangleChart(cells, { language: 'en' });

describe('triangleChart', () => {
  test('the newest report of each period is outlined', () => {
    const outlined = layersOf(chart).filter(({ mark }) => mark['fill'] === 'transparent');
    expect(outlined.flatMap(({ data }) => data.values.map(({ value }) => value))).toEqual([
      '136',
      '150',
      '140',
    ]);
  });

  test('what is expected has another hue, italics and its range', () => {
    const drawn = drawnBy(chart, 'rect');
    const expected = drawn.filter((cell) => cell['expected'] === true);
    const known = drawn.filter((cell) => cell['expected'] === false);
    const hues = new Set(known.map(({ colour }) => colour));
    expect(expected.length).toBe(3);
    expect(expected.some(({ colour }) => hues.has(colour))).toBe(false);
    expect(wordsOf(chart)).toContain('165–209');
    expect(chart.caption).toContain('Below it: the range.');
  });

  test('numbers stand upright where cells are narrow, and the ranges move to the table', () => {
    const many = Array.from({ length: 16 }, (_, age) => ({
      period: '2024',
      age,
      value: 12_345,
      expected: true,
      low: 11_000,
      high: 13_000,
    }));
    const narrow = triangleChart(many, { language: 'en', width: 340 });
    const numbers = layersOf(narrow).find(({ mark }) => mark['angle'] === 270);
    expect(numbers?.data.values).toHaveLength(16);
    expect(narrow.caption).toContain('The range is in the table.');
    expect(narrow.table.rows[0]).toEqual(['2024', 0, 12_345, 11_000, 13_000, 'expected']);
  });

  test('of very many periods the last are drawn, and the caption says so', () => {
    const many = Array.from({ length: 100 }, (_, at) => ({
      period: String(1900 + at),
      age: 0,
      value: at,
    }));
    const long = triangleChart(many, { language: 'en' });
    expect(new Set(drawnBy(long, 'rect').map(({ y }) => y)).size).toBe(60);
    expect(long.caption).toContain('Drawn: the last 60 of 100 periods; all are in the table.');
    expect(long.table.rows).toHaveLength(100);
  });

  test('the darker, the nearer to the highest figure of its own row', () => {
    const [first, , last] = drawnBy(chart, 'rect');
    expect(first?.['colour']).not.toBe(last?.['colour']);
    const other = triangleChart(cells.slice(3, 5), { language: 'en' });
    expect(drawnBy(other, 'rect').at(-1)?.['colour']).toBe(last?.['colour']);
  });
});
