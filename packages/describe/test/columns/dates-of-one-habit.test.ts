import { expect, test } from 'vitest';
import { describedLines } from '../table-of.ts';

const rows = (dates: readonly string[]): readonly string[] => [
  'Datum;Ort;Stoff;Menge in kg',
  ...dates.map((date, at) => `${date};Bremerhaven;Kokain;${at + 2},5`),
];

test.each([
  [
    ['2024-01-08', '2024-01-19', '2024-02-21', '11.02.2024', 'Juli 2024'],
    'format: [ "%Y-%m-%d", "%d.%m.%Y", any ]',
  ],
  [['2024-01-08', '2024-01-19', '2024-02-21', '11/02/2024'], 'format: [ "%Y-%m-%d", "%d/%m/%Y" ]'],
  [['08.01.2024', '19.01.2024', '21.02.2024', '02.13.2024'], 'format: "%d.%m.%Y"'],
])('dates are read by one habit: %s', async (dates, format) => {
  const { yaml, trial } = await describedLines('funde.csv', rows(dates));
  expect(yaml).toContain(format);
  if (trial.kind !== 'ingested') throw new Error('refused');
  expect(trial.conservation.accepted).toBe(dates.filter((date) => date !== '02.13.2024').length);
});
