import type { UndecidedLabel } from '@samenbeeld/harmonise';
import { expect, test } from 'vitest';
import { confirmedLabels } from '../src/commands/harmonise.ts';

const labelIn = (column: string, field: string, label: string): UndecidedLabel => ({
  column,
  field,
  label,
  list: null,
  crosswalk: null,
  proposal: null,
  cells: 1,
  file: 'a.csv',
  line: 2,
});

const labels = [
  labelIn('Dienst', 'agencies', 'Sas'),
  labelIn('Plaats', 'place', 'Gat'),
  labelIn('Plaats', 'place', 'Sas'),
];

test('a label in two fields is asked for by number', () => {
  expect(() => confirmedLabels({ confirm: 'Sas', as: 'none' }, labels)).toThrow(
    '"Sas" stands in 2 fields: 1 (Dienst → agencies), 3 (Plaats → place).',
  );
  expect(confirmedLabels({ confirm: '3', as: 'none' }, labels)?.[0]?.label).toBe(labels[2]);
  expect(confirmedLabels({ confirm: 'Gat', as: 'none' }, labels)?.[0]?.label).toBe(labels[1]);
});
