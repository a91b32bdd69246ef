import { type RateRow, rateChart } from '@samenbeeld/charts';
import { describe, expect, test } from 'vitest';
import { drawnBy, layersOf, wordsOf } from '../layers-of.ts';

const label = (words: string) => ({ nl: words, fr: words, de: words, en: words });

/** Ratio of 24 to 15 Poisson counts: 1.600 (0.8057, 3.2801), as in the domain dossier. */
const rows: readonly RateRow[] = [
  { label: label('A'), estimate: 1.6, low: 0.8057, high: 3.2801 },
  { label: label('B'), estimate: 2.4, low: 1.3, high: 4.4 },
  { label: label('C'), estimate: 0, low: 0, high: 3.6889 },
  { label: label('D'), estimate: 5, low: 2, high: Number.POSITIVE_INFINITY },
  { label: label('E'), estimate: null, low: null, high: null },
];
const chart = rateChart(rows, { language: 'en' });
const dots = (drawn: typeof chart) =>
  layersOf(drawn).find(({ mark }) => mark['stroke'] === '#0072b2' && mark.type === 'point')?.data
    .values ?? [];

describe('rateChart', () => {
  test('a dot is full only where its range keeps clear of the reference', () => {
    expect(dots(chart).map(({ full }) => full)).toEqual([false, true, false, true]);
  });

  test('every figure is printed with its range', () => {
    const words = wordsOf(chart);
    expect(words).toContain('1.60 (0.81–3.28)');
    const floor = { label: label('F'), estimate: 109, low: 109, high: null };
    const cap = { label: label('G'), estimate: 12, low: null, high: 14 };
    const open = rateChart([floor, cap], { language: 'fr', reference: null, log: false });
    expect(wordsOf(open)).toContain('109 ou plus');
    expect(wordsOf(open)).toContain('12 (≤ 14,0)');
    expect(words).toContain('5 (2.00 or more)');
    expect(words).toContain('no figure');
  });

  test('an end near the reference is not rounded onto it', () => {
    const near = rateChart([{ label: label('A'), estimate: 1.2, low: 1.002, high: 1.4 }], {
      language: 'en',
    });
    expect(wordsOf(near)).toContain('1.20 (1.002–1.400)');
  });

  test('twice and half are equally far from 1', () => {
    const around = [0.5, 1, 2].map((estimate) => ({
      label: label('A'),
      estimate,
      low: null,
      high: null,
    }));
    const [half, one, twice] = dots(rateChart(around, { language: 'en' })).map(({ x }) =>
      Number(x),
    );
    expect((twice ?? 0) - (one ?? 0)).toBeCloseTo((one ?? 0) - (half ?? 0), 6);
  });

  test('zero stands left of a logarithmic axis, an open end has an arrow', () => {
    const zero = dots(chart)[2];
    expect(zero).toMatchObject({ x: 0, from: 0, atEdge: true, goesLeft: false });
    expect(wordsOf(chart)).toContain('0');
    expect(dots(chart).map(({ goesRight }) => goesRight)).toEqual([false, false, false, true]);
    expect(chart.caption).toContain('Arrow: the range goes on.');
  });

  test('rates without a reference have no line and no verdict', () => {
    const plain = rateChart(rows, { language: 'en', reference: null, log: false });
    expect(drawnBy(plain, 'rule').some((rule) => 'reference' in rule)).toBe(false);
    expect(plain.title).toBe('Each figure with its range');
    expect(plain.caption).not.toContain('keeps clear');
  });

  test('sorts within groups and keeps rows without a figure last', () => {
    const sorted = rateChart(rows, { language: 'en', order: 'estimate' });
    expect(sorted.table.rows.map(([row]) => row)).toEqual(['D', 'B', 'A', 'C', 'E']);
  });

  test('the table says the group', () => {
    const grouped = rows.slice(0, 1).map((row) => ({ ...row, group: label('ports') }));
    expect(rateChart(grouped, { language: 'en' }).table.rows[0]?.[0]).toBe('ports: A');
  });

  test('one very wide range does not flatten the others', () => {
    const wide = [...rows.slice(0, 2), { label: label('W'), estimate: 1, low: 1e-9, high: 1e9 }];
    const drawn = dots(rateChart(wide, { language: 'en' }));
    expect(drawn[2]).toMatchObject({ goesLeft: true, goesRight: true });
    expect(Number(drawn[1]?.['x']) - Number(drawn[2]?.['x'])).toBeGreaterThan(30);
  });
});
