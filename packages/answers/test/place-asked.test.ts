import type { Counted } from '@samenbeeld/merge';
import { expect, test } from 'vitest';
import { questionsOf } from '../src/questions.ts';
import { nothingHeld } from '../src/unanswered.ts';

const of = (place: string): Counted => ({
  ...{ place, substance: 'COC', basis: 'seized_in_territory', metric: 'quantity', unit: 'kg' },
  ...{ offence: null, code: null, level: null, countUnit: null },
});
const asked = (...places: readonly string[]) =>
  questionsOf({}, places.map(of), (name) => `--${name}`);

test('a place that is not named is the one that the picture alone holds, else one of them is the example', () => {
  expect(asked('ZZ', 'ZZ').map(({ place }) => place)).toEqual(['ZZ']);
  expect(() => asked('NL', 'LU')).toThrow('Name a place: --place LU. This picture holds: LU (');
});

test('two places of one name are told apart by their codes', () => {
  const counted = { offence: null, code: null, level: null, countUnit: null };
  const offences = { ...counted, metric: 'offences', basis: 'recorded', unit: 'offence' };
  const rows = ['BE.PLACE.Anvers', 'BE23'].map((place) => ({
    ...{ place, substance: 'COC', ...offences },
  }));
  const question = { place: 'BEANR', substance: 'COC', ...offences } as const;
  const said = nothingHeld(question, rows).fr;
  expect(said).toContain('(Anvers, BEANR)');
  expect(said).toContain('Anvers, BE.PLACE.Anvers; Flandre-Orientale');
});

test('a code that sets figures of a drug apart is asked by its name, and need not be', () => {
  const rows = [{ ...of('NL'), parts: ['Colombia', 'Ecuador'] }];
  const codes = (words: Record<string, string>) =>
    questionsOf(words, rows, (name) => `--${name}`).map(({ code }) => code);
  expect(codes({})).toEqual([null]);
  expect(codes({ code: 'ecuador' })).toEqual(['Ecuador']);
  expect(() => codes({ code: 'Chile' })).toThrow('It may be: Colombia, Ecuador, none.');
});
