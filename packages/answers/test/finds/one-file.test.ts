import { plainBlocks } from '@samenbeeld/page';
import type { Seizure } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { give } from '../../src/answers.ts';
import { findSource } from '../../src/find-source.ts';
import { alikeRows } from '../../src/finds/double-reports.ts';
import { anew, type Held, type PictureAsked } from '../../src/held.ts';

const find = (id: string, date: string, changes: Partial<Seizure> = {}): Seizure =>
  ({
    ...{ kind: 'seizure', id, source: 'exercise-nl-harc', agencies: ['NL_HARC'] },
    ...{ seizingCountry: 'NL', date, datePrecision: 'day', dateRole: 'seizure' },
    ...{ registeredOn: date, place: 'NLVLI', placeLevel: 'port', substance: 'COC' },
    ...{ basis: 'seized_in_port', quantity: 80, printed: '80', unit: 'kg', massBasis: 'net' },
    ...{ estimated: false, containerKey: null, departureCountry: 'EC', coverLoadHs: null },
    ...{ concealment: 'in_load', transportMode: 'container', arrests: null, reference: null },
    ...{ missing: null, definition: null, origin: { file: 'harc.csv', line: 2 } },
    ...changes,
  }) as unknown as Seizure;

const finds = [find('a', '2022-03-12'), find('b', '2024-03-12'), find('c', '2024-03-12')];

/** The words of an answer on the finds of one file, which covers no period in full. */
function told(answer: string, by: 'year' | 'quarter' = 'year'): string {
  const picture = {
    ...{ picture: 'made', asOf: '2026-06-30', seed: 1, twoPersons: false, deciding: [] },
    ...{ report: null },
    questions: [
      {
        ...{ place: 'NLVLI', substance: 'COC', basis: 'seized_in_port', by },
        ...{ from: '2022-01-01', to: '2024-12-31' },
      },
    ],
  } satisfies PictureAsked;
  const source = { ...findSource('exercise-nl-harc'), coverage: [] };
  const held = {
    ...{ sources: [source], observations: [], inputs: [], money: null, seizures: finds },
    conservation: [],
  } as unknown as Held;
  const analysis = analyse(picture, held, []);
  const [about] = analysis.answers;
  if (!about) throw new Error('nothing asked');
  const giving = give(analysis, { answer }, about, anew);
  if (giving.kind !== 'given') throw new Error(giving.says.en);
  return JSON.stringify(plainBlocks(giving.given.blocks, 'en'));
}

test('where no file covers a period, no find of it is not known to be none', () => {
  expect(told('sizes')).toContain('["2023","Vlissingen","not known"]');
  expect(told('sizes')).toContain('["2024","Vlissingen","≥ 2"]');
});

test('a find counts in the quarter that it was made in', () => {
  expect(told('sizes', 'quarter')).toContain('["first quarter of 2024","Vlissingen","≥ 2"]');
});

test('of one file nothing is compared, which is said, and rows that tell the same are listed', () => {
  const said = told('double-reports');
  expect(said).toContain('All finds are in one file');
  expect(said).toContain('Identical rows within one file');
});

test('a container that differs tells rows apart', () => {
  const [, b, c] = finds as [Seizure, Seizure, Seizure];
  expect(alikeRows([b, c])).toHaveLength(1);
  const apart = [b, c].map((row) => ({ ...row, containerKey: row.id }));
  expect(alikeRows(apart)).toEqual([]);
});
