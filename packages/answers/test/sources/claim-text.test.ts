import type { Definition, Observation } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import type { SourceHeld } from '../../src/held.ts';
import { toldApart, wordedClaim } from '../../src/sources/claim-text.ts';

const row = (more: Partial<Observation>): Observation =>
  ({
    ...{ source: 's', reference: null, placeNote: null, basis: 'not_applicable' },
    ...{ extent: 'whole', countUnit: null, definition: null },
    ...more,
  }) as Observation;

const countingRule = { nl: 'per zaak', fr: 'par affaire', de: 'je Fall', en: 'by case' };
const definitions = [{ id: 'cases', source: 's', countingRule } as Definition];
const analysis = { gathered: { sources: [{ id: 's', definitions } as unknown as SourceHeld] } };

const told = (rows: readonly Observation[], looks: readonly string[]) =>
  toldApart(rows, looks, analysis).map((words) => words.map(({ en }) => en));

test('rows that look the same name their sector, their rule or at last their number', () => {
  const sectors = [row({ placeNote: 'terminals' }), row({ placeNote: 'couriers' })];
  expect(told(sectors, ['a', 'a'])).toEqual([['terminals'], ['couriers']]);
  expect(told([row({ definition: 'cases' }), row({})], ['a', 'a'])).toEqual([['by case'], []]);
  const numbered = [row({ reference: 'C167' }), row({ reference: 'F007' })];
  expect(told(numbered, ['a', 'a'])).toEqual([['row C167'], ['row F007']]);
  // The sector is enough where it differs.
  const both = sectors.map((one, at) => ({ ...one, reference: `R${at}` }));
  expect(told(both, ['a', 'a'])).toEqual([['terminals'], ['couriers']]);
});

test('a row that no other looks like says no more', () => {
  expect(
    told([row({ placeNote: 'terminals' }), row({ placeNote: 'couriers' })], ['a', 'b']),
  ).toEqual([[], []]);
});

test('no word of a source stands before a floor that no source prints', () => {
  const floor = { value: 1245.3, wording: 'floor' } as const;
  expect(wordedClaim({ ...floor, wordingPrinted: null })).toEqual({
    nl: 'ten minste 1.245,3',
    fr: 'au moins 1\u202f245,3',
    de: 'mindestens 1.245,3',
    en: 'at least 1,245.3',
  });
  expect(wordedClaim({ ...floor, wordingPrinted: 'ruim' }).nl).toBe('ruim 1.245,3');
});
