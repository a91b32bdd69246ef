import { waterbedChart } from '@samenbeeld/charts';
import { languages } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { layersOf, wordsOf } from '../layers-of.ts';

const sites = [
  {
    site: 'NLRTM',
    before: 80,
    after: 40,
    shareBefore: 0.46,
    shareAfter: 0.258,
    low: -0.32,
    high: -0.08,
    detectableRise: 0.12,
    detectableFall: 0.11,
  },
  {
    site: 'NLVLI',
    before: 4,
    after: 30,
    shareBefore: 0.023,
    shareAfter: 0.194,
    low: 0.09,
    high: 0.26,
    detectableRise: 0.07,
    detectableFall: null,
  },
  {
    site: 'BEANR',
    before: 90,
    after: 85,
    shareBefore: 0.517,
    shareAfter: 0.548,
    low: -0.09,
    high: 0.16,
    detectableRise: 0.13,
    detectableFall: 0.13,
  },
];
const chart = waterbedChart(sites, { language: 'en' });
const rowsOf = (drawn: typeof chart) =>
  layersOf(drawn).find(({ mark }) => mark.type === 'point')?.data.values ?? [];

describe('waterbedChart', () => {
  test('the largest rise comes first, with the counts printed', () => {
    expect(chart.table.rows.map(([site]) => site)).toEqual(['NLVLI', 'BEANR', 'NLRTM']);
    for (const words of ['4 → 30', '90 → 85', '80 → 40']) expect(wordsOf(chart)).toContain(words);
  });

  test('only a range that keeps clear of no change is shown as moved', () => {
    expect(rowsOf(chart).map(({ moved }) => moved)).toEqual([true, false, true]);
  });

  test('the range of the change lies around the share after, from the share before', () => {
    const [first] = rowsOf(chart);
    const scale = Number(first?.['after']) / 0.194;
    expect(Number(first?.['from'])).toBeCloseTo((0.023 + 0.09) * scale, 6);
    expect(Number(first?.['until'])).toBeCloseTo((0.023 + 0.26) * scale, 6);
  });

  test('a fall that could never show stretches the band to zero', () => {
    const [first] = rowsOf(chart);
    expect(first?.['bandFrom']).toBe(0);
    expect(Number(first?.['bandTo'])).toBeGreaterThan(Number(first?.['before']));
  });

  test('amounts have no range, and the caption says why', () => {
    const kilograms = waterbedChart(sites, { language: 'en', counted: false, unit: 'kg' });
    expect(rowsOf(kilograms).every(({ from, bandTo }) => from === null && bandTo === null)).toBe(
      true,
    );
    expect(kilograms.caption).toContain('Amounts have no range: one large find can move a share.');
    expect(wordsOf(kilograms)).toContain('4 → 30\u00a0kg');
    const seizures = waterbedChart(sites, { language: 'fr', counted: false, unit: 'seizure' });
    expect(wordsOf(seizures)).toContain('4 → 30\u00a0saisies');
  });

  test('where nothing can be shown the title says that, not that nothing moved', () => {
    const still = waterbedChart(sites.slice(2), { language: 'en' });
    expect(still.title).toBe('For no place can a change of its share be shown');
  });

  // DejaVu Serif Bold, the widest of the fonts a reader may have, takes two thirds of the letter size a letter.
  test('a bold name has room beside the drawing', () => {
    const named = sites.map((site) => ({
      ...site,
      label: { nl: 'Rotterdam', fr: 'Rotterdam', de: 'Rotterdam', en: 'Rotterdam' },
    }));
    const roomOf = (drawn: typeof chart): number =>
      (drawn.spec as unknown as { padding: { left: number } }).padding.left - 10;
    expect(roomOf(waterbedChart(named, { language: 'en' }))).toBeGreaterThan(
      'Rotterdam'.length * 12 * 0.66,
    );
    const still = named.map((site) => ({ ...site, low: -0.1, high: 0.1 }));
    expect(roomOf(waterbedChart(still, { language: 'en' }))).toBeLessThan(
      roomOf(waterbedChart(named, { language: 'en' })),
    );
  });

  test('never speaks of a cause', () => {
    for (const language of languages)
      expect(waterbedChart(sites, { language }).caption).toMatch(
        /verplaatste|déplacé\.|verlagerte|traffic moved/,
      );
  });

  test('sites without a share keep their row', () => {
    const none = sites.map((site) => ({ ...site, shareBefore: null, low: null, high: null }));
    expect(rowsOf(waterbedChart(none, { language: 'en' })).map(({ before }) => before)).toEqual([
      null,
      null,
      null,
    ]);
  });
});
