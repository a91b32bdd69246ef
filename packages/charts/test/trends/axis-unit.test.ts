import { alarmChart, segmentChart } from '@samenbeeld/charts';
import type { Language } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { wordsOf } from '../layers-of.ts';

const points = [
  { period: '2024-01', count: 3, expected: 4, upper: 9, alarm: false },
  { period: '2024-02', count: 4, expected: 4, upper: 9, alarm: false },
];

const axisOf = (unit: string, language: Language): readonly string[] =>
  wordsOf(alarmChart(points, { language, unit }));

test.each([
  ['seizure', 'en', 'seizures'],
  ['seizure', 'de', 'Sicherstellungen'],
  ['day', 'fr', 'jours'],
  ['day', 'en', 'days'],
  ['report', 'fr', 'déclarations'],
  // A singular name that the caller already put into words.
  ['inbeslagname', 'nl', 'inbeslagnames'],
  ['kg', 'nl', 'kg'],
  ['n / 100.000', 'nl', 'n / 100.000'],
] as const)('the axis calls %s in %s %s', (unit, language, name) => {
  expect(axisOf(unit, language)).toContain(name);
});

test('other charts over time call it so too', () => {
  const segments = [{ from: '2021', to: '2022', start: 5, end: 5 }];
  const values = [
    { period: '2021', value: 4 },
    { period: '2022', value: 6 },
  ];
  const segment = segmentChart(values, { language: 'nl', unit: 'seizure', segments });
  expect(wordsOf(segment)).toContain('inbeslagnames');
});
