import { basisChart } from '@samenbeeld/charts';
import { languages } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { neverAdd } from '../src/basis-chart.ts';
import { examples } from './examples.ts';

test('basisChart warns against adding in every language', () => {
  for (const language of languages)
    expect(examples['basis']?.({ language }).caption).toBe(neverAdd[language]);
  expect(neverAdd.en).toBe('Bars of different basis must not be added.');
});

test('basisChart gives each basis a row of its own', () => {
  const label = { nl: 'a', fr: 'b', de: 'c', en: 'd' };
  const rows = ['seized_in_port', 'entered_via_port'].map((basis, index) => ({
    period: '2022',
    basis,
    label,
    value: 10 + index,
    summed: index === 0,
  }));
  const { spec } = basisChart(rows, { language: 'en' });
  expect(JSON.stringify(spec)).toContain('"2022 seized_in_port"');
  expect(JSON.stringify(spec)).toContain('"2022 entered_via_port"');
  expect(JSON.stringify(spec)).toContain('"stack":false');
});
