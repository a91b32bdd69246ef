import { plainBlocks } from '@samenbeeld/page';
import type { PutAside, Seizure } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { give } from '../../src/answers.ts';
import { findSource } from '../../src/find-source.ts';
import { anew, type Held, type PictureAsked } from '../../src/held.ts';

const find = (year: number): Seizure =>
  ({
    ...{ kind: 'seizure', id: `find-${year}`, source: 'exercise-nl-harc', agencies: ['NL_HARC'] },
    ...{ seizingCountry: 'NL', date: `${year}-03-12`, datePrecision: 'day', dateRole: 'seizure' },
    ...{ registeredOn: `${year}-03-12`, place: 'NLVLI', placeLevel: 'port', substance: 'COC' },
    ...{ basis: 'seized_in_port', quantity: 80, printed: '80', unit: 'kg', massBasis: 'net' },
    ...{ estimated: false, containerKey: null, departureCountry: 'EC', coverLoadHs: null },
    ...{ concealment: 'in_load', transportMode: 'container', arrests: null, reference: null },
    ...{ missing: null, definition: null, origin: { file: 'harc.csv', line: year } },
  }) as unknown as Seizure;

/** The words of an answer on finds of one port, where a row was put aside. */
function told(answer: string, aside: Partial<PutAside>): string {
  const picture = {
    ...{ picture: 'made', asOf: '2026-06-30', seed: 1, twoPersons: false, deciding: [] },
    ...{ report: null },
    questions: [{ place: 'NLVLI', substance: 'COC', basis: 'seized_in_port' }],
  } satisfies PictureAsked;
  const row: PutAside = {
    ...{ place: 'NLVLI', basis: 'seized_in_port', substance: 'COC' },
    ...{ date: '2022-05-01', datePrecision: 'day', dateRole: 'seizure', ...aside },
  };
  const held = {
    ...{ sources: [findSource('exercise-nl-harc')], observations: [], inputs: [], money: null },
    conservation: [{ source: 'exercise-nl-harc', rejected: 1, putAside: [row] }],
    seizures: [2019, 2020, 2021, 2022, 2023, 2024].map(find),
  } as unknown as Held;
  const analysis = analyse(picture, held, []);
  const [about] = analysis.answers;
  if (!about) throw new Error('nothing asked');
  const giving = give(analysis, { answer }, about, anew);
  if (giving.kind !== 'given') throw new Error(giving.says.en);
  return JSON.stringify(plainBlocks(giving.given.blocks, 'en'));
}

test.each(['trend', 'development', 'largest-find', 'without-largest', 'smaller-finds'])(
  '%s says of which years rows were put aside',
  (answer) => {
    const said =
      'Rows that were not read, were put aside or are left out by a rule may be about 2022 and do not count here';
    expect(told(answer, {})).toContain(said);
    expect(told(answer, { place: 'NLRTM' })).not.toContain('put aside');
  },
);
