import type { DoubleReport } from '@samenbeeld/merge';
import type { Seizure } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis.ts';
import { contradictions } from '../../src/decisions/decisions-chapter.ts';
import { reconciledTable } from '../../src/decisions/reconciled-table.ts';
import { countedOnce } from '../../src/finds/counted-once.ts';

function seizure(id: string, more: Partial<Seizure>): Seizure {
  return {
    id,
    source: 'exercise-nl-harc',
    agencies: ['NL_HARC'],
    seizingCountry: 'NL',
    date: '2022-03-12',
    datePrecision: 'day',
    dateRole: 'seizure',
    registeredOn: '2022-03-20',
    place: 'NLVLI',
    placeLevel: 'port',
    basis: 'seized_in_port',
    substance: 'COC',
    quantity: 80,
    printed: '80',
    unit: 'kg',
    massBasis: 'net',
    estimated: false,
    containerKey: null,
    departureCountry: 'EC',
    coverLoadHs: null,
    concealment: 'in_load',
    transportMode: 'container',
    arrests: null,
    origin: { file: `${id}.csv`, line: 7 },
    ...more,
  } as Seizure;
}

const belgian = (more: Partial<Seizure> = {}): Seizure =>
  seizure('be', { source: 'exercise-be-customs', agencies: ['BE_CUST'], ...more });

function analysis(seizures: readonly Seizure[], verdict: DoubleReport['verdict'] = 'same') {
  return {
    picture: { asOf: '2022-12-31' },
    question: { basis: 'seized_in_port', substance: 'COC' },
    gathered: { seizures },
    totals: [{ members: [{ place: 'NLVLI' }] }],
    doubleReports: [
      {
        key: 'same be nl',
        a: 'be',
        b: 'nl',
        weight: 9,
        probability: 0.998,
        verdict,
        decision: null,
      },
    ],
    judged: { conflicts: [] },
  } as unknown as Analysis;
}

/** The table's cells in one language, without the find and its date. */
function cells(of: Analysis, language: 'nl' | 'en' = 'en'): readonly (readonly string[])[] {
  return reconciledTable(of).flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.slice(1).map(({ shown }) => shown[language]))
      : [],
  );
}

test('what stands, what was said otherwise, by whom and by which rule', () => {
  const found = analysis([
    seizure('nl', {}),
    belgian({
      date: '2022-03-14',
      quantity: 82.4,
      printed: '82.4',
      massBasis: 'gross',
      concealment: 'unknown',
    }),
  ]);
  expect(cells(found)).toEqual([
    [
      'weight',
      '80 kg: HARC team, nl.csv:7',
      '82.4 kg gross: Belgian Customs and Excise, be.csv:7',
      'net goes before gross',
    ],
    [
      'date',
      '12 March 2022: HARC team, nl.csv:7',
      '14 March 2022: Belgian Customs and Excise, be.csv:7',
      'who seized goes before who was told',
    ],
    [
      'concealment',
      'in the load: HARC team, nl.csv:7',
      'unknown: Belgian Customs and Excise, be.csv:7',
      'stated goes before unknown or other',
    ],
  ]);
  expect(cells(found, 'nl')[0]?.[1]).toBe('80 kg: HARC-team, nl.csv:7');
});

test('a weight in conflict says whether the other is still credible', () => {
  const near = analysis([seizure('nl', {}), belgian({ quantity: 95.5, printed: '95.5' })]);
  expect(cells(near).map(([, , , rule]) => rule)).toEqual([
    'the likeliest leads; the other widens the range',
  ]);
  const rounder = analysis([seizure('nl', {}), belgian({ quantity: 83.1, printed: '83.1' })]);
  expect(cells(rounder).map(([, stands, , rule]) => [stands, rule])).toEqual([
    [
      '83.1 kg: Belgian Customs and Excise, be.csv:7',
      'the exact figure goes before the rounded one',
    ],
  ]);
  const usual = Array.from({ length: 30 }, (_, at) =>
    seizure(`r${at}`, { place: 'NLRTM', quantity: 61 + at, printed: String(61 + at) }),
  );
  const far = analysis([
    seizure('nl', {}),
    belgian({ quantity: 80_000, printed: '80000' }),
    ...usual,
  ]);
  expect(cells(far).map(([, , , rule]) => rule)).toEqual([
    'the other looks like a slip of the pen and lies outside the range',
  ]);
});

test('the weight of a find that counts once is that of the totals, whoever leads it', () => {
  const unknown = { massBasis: 'unknown', date: '2022-05-15' } as const;
  const both = analysis([
    seizure('nl', { ...unknown, quantity: 298.8, printed: '298.8' }),
    belgian({ ...unknown, quantity: 290.1, printed: '290.1' }),
  ]);
  expect(cells(both)[0]?.slice(1)).toEqual([
    '290.1 kg: Belgian Customs and Excise, be.csv:7',
    '298.8 kg: HARC team, nl.csv:7',
    'the higher may hold packing, and the range spans both',
  ]);
  // It is led by who seized; sizes and the largest find take the weight that counts.
  expect(countedOnce(both).map(({ lead, weight }) => [lead.id, weight.leading])).toEqual([
    ['nl', 290.1],
  ]);
});

test('nothing is listed where records agree, leave a field out, or are not held to be one find', () => {
  expect(cells(analysis([seizure('nl', {}), belgian({ quantity: null, printed: null })]))).toEqual(
    [],
  );
  const apart = [seizure('nl', {}), belgian({ date: '2022-03-14' })];
  expect(cells(analysis(apart, 'candidate'))).toEqual([]);
  expect(cells(analysis(apart)).length).toBe(1);
});

test('decisions that no total follows are told in a sentence', () => {
  const seizures = [
    seizure('nl', {}),
    belgian(),
    belgian({ id: 'be2', origin: { file: 'be.csv', line: 9 } as Seizure['origin'] }),
  ];
  const same = (a: string, decision: string) => ({
    a,
    b: 'nl',
    weight: 3,
    verdict: 'same',
    decision,
  });
  const said = contradictions({
    ...analysis(seizures),
    doubleReports: [same('be', 'D1'), same('be2', 'D2')] as unknown as readonly DoubleReport[],
  });
  expect(said.map((block) => (block.kind === 'paragraph' ? block.text.en : ''))).toEqual([
    'That be.csv:9 and nl.csv:7 are the same seizure (decision D2) does not go with other decisions, or would make one seizure of two rows of one file. No total follows it, until someone supersedes one of the decisions.',
  ]);
});
