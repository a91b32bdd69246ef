import { expect, test } from 'vitest';
import { labelParts } from '../src/label-parts.ts';

test.each([
  ['3.1.1 Drugshandel', '3.1.1', 'Drugshandel', null],
  ['730000 Rauschgiftdelikte', '730000', 'Rauschgiftdelikte', null],
  ['a) Heroin', 'a)', 'Heroin', null],
  ['cocaïne*', null, 'cocaïne', '*'],
  ['Heroin²', null, 'Heroin', '²'],
  ['Heroin 1)', null, 'Heroin', '1)'],
  ['4-FA', null, '4-FA', null],
  ['2C-B', null, '2C-B', null],
  ['3,4-MDP-2-P', null, '3,4-MDP-2-P', null],
])('%s', (label, numbering, text, footnote) => {
  expect(labelParts(label)).toMatchObject({ numbering, text, footnote });
});

test('brackets, one within another', () => {
  expect(labelParts('Cannabis (all (of it)) [kg]')).toMatchObject({
    core: 'Cannabis',
    brackets: ['all (of it)', 'kg'],
  });
});

test('numbers of units stay', () => {
  expect(labelParts('10 gram', { numbers: false })).toMatchObject({
    numbering: null,
    text: '10 gram',
  });
});
