import { countChart, sizeBandChart } from '@samenbeeld/charts';
import { expect, it } from 'vitest';

const label = { nl: 'klein', fr: 'petite', de: 'klein', en: 'small' };
const bands = ['2023-S2', '2023-S1'].map((period) => ({ period, kind: 'small', label, count: 4 }));

it('names each bar as other charts name periods, in order of time, and in full in its table', () => {
  const { spec, table } = sizeBandChart(bands, { language: 'fr' });
  expect(JSON.stringify(spec)).not.toContain('2023-S');
  expect(JSON.stringify(spec)).toMatch(/"S1 2023".*"S2 2023"/);
  expect(table.rows.map(([period]) => period)).toEqual([
    'second semestre 2023',
    'premier semestre 2023',
  ]);
});

it('shows a count that is not known as not known, and a lower limit as one', () => {
  const rows = [
    { period: '2022', kind: 'NLVLI', label, count: null },
    { period: '2023', kind: 'NLVLI', label, count: 2, isFloor: true },
    { period: '2024', kind: 'NLVLI', label, count: 0 },
  ];
  const { spec, table, caption } = countChart(rows, { language: 'en', heading: label });
  expect(table.columns[1]).toBe('small');
  expect(table.rows.map(([, , count]) => count)).toEqual(['not known', '≥ 2', 0]);
  expect(caption).toContain('which is not zero');
  expect(JSON.stringify(spec)).toContain('"words":"not known"');
});
