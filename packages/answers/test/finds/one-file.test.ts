import type { DoubleReport } from '@samenbeeld/merge';
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

/** The words of an answer on finds, of one file unless they say otherwise, none of which covers a period in full. */
function told(
  answer: string,
  by: 'year' | 'quarter' = 'year',
  seizures: readonly Seizure[] = finds,
  pairs: readonly DoubleReport[] = [],
  conservation: readonly unknown[] = [],
): string {
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
    ...{ sources: [source], observations: [], inputs: [], money: null, seizures },
    conservation,
  } as unknown as Held;
  const analysis = analyse(picture, held, [], pairs);
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

test('double reports say how many a person decided, and are sure only where the others are', () => {
  const days = ['2024-01-19', '2024-05-06', '2024-11-12'];
  const listed = days.flatMap((day, at) => [
    find(`a${at}`, day),
    find(`b${at}`, day, { source: 'other' }),
  ]);
  const said = (probabilities: readonly number[], decided: number): string =>
    told(
      'double-reports',
      'year',
      listed,
      probabilities.map((probability, at): DoubleReport => {
        const [a, b] = [`a${at}`, `b${at}`];
        const decision = at < decided ? 'd1' : null;
        const told = { reasons: [], verdict: 'same' as const, decision };
        return { key: `same ${a} ${b}`, a, b, prior: 0, weight: 5, probability, ...told };
      }),
    );
  const two = said([1, 0.963, 0.982], 1);
  expect(two).toContain(
    'A person decided on one; 2 count by their probability alone (the lowest is 96.3%).',
  );
  expect(two).toContain('"confidence":"medium"');
  expect(two).not.toContain('No undecided pair changes a total');
  const all = said([1, 1, 1], 3);
  expect(all).toContain('A person decided on all of them. No undecided pair changes a total.');
  expect(all).toContain('"confidence":"high"');
  expect(said([1, 1, 0.999], 2)).toContain('one counts by its probability alone (99.9%).');
  expect(said([1, 1, 0.999], 2)).toContain('"confidence":"high"');
});

test('double reports are those of what is asked; how many stand outside is said', () => {
  const pairs = [0, 1, 2, 3].map((at): DoubleReport => {
    const [a, b] = [`a${at}`, `b${at}`];
    const told = { reasons: [], verdict: 'same' as const, decision: null };
    return { key: `same ${a} ${b}`, a, b, prior: 0, weight: 5, probability: 0.99, ...told };
  });
  const listed = ['COC', 'HER', 'COC', 'COC'].flatMap((substance, at) => {
    const date = at === 2 ? '2021-03-04' : `2024-0${at + 1}-12`;
    const row = { substance, ...(at === 3 && { place: 'BEANR' }) };
    return [find(`a${at}`, date, row), find(`b${at}`, date, { ...row, source: 'other' })];
  });
  const said = told('double-reports', 'year', listed, pairs);
  expect(said).toContain('One pair of reports by two services is one find, which counts once.');
  expect(said).toContain('Outside what is asked here, the picture counts 3 pairs once.');
});

test('rows that were not read are noted where one may be of what is asked', () => {
  const row = { place: 'NLVLI', basis: 'seized_in_port', substance: 'COC', date: '2024-05-01' };
  const noted = (changes: object): boolean => {
    const aside = { ...row, datePrecision: 'day', dateRole: 'seizure', ...changes };
    const file = { source: 'exercise-nl-harc', file: 'harc.csv', rejected: 2, putAside: [aside] };
    return told('total', 'year', finds, [], [file]).includes('Two items were not read');
  };
  expect([{}, { substance: null }, { place: null }, { date: null }].map(noted)).not.toContain(
    false,
  );
  const others = [{ substance: 'HER' }, { place: 'NLRTM' }, { date: '2020-05-01' }];
  expect(others.map(noted)).not.toContain(true);
});

test('the bands of sizes are named as the words beside them, each with its lower edge', () => {
  const seizures = [find('a', '2024-03-12', { quantity: 1000 }), find('b', '2024-04-12')];
  const said = told('development', 'year', seizures);
  expect(said).toContain('"≥ 1,000 kg",1');
  expect(said).toContain('"100–1,000 kg",0');
  expect(said).not.toContain('> 1000');
});

test('where a pair is undecided, sizes say so and a finding tells both readings', () => {
  const listed = [
    find('a', '2024-03-12', { quantity: 300 }),
    find('b', '2024-03-13', { quantity: 300, source: 'other' }),
    find('c', '2024-06-01', { quantity: 200 }),
  ];
  const [key, a, b] = ['same a b', 'a', 'b'];
  const pair = (verdict: DoubleReport['verdict']): DoubleReport => ({
    ...{ key, a, b, prior: 0, weight: 0, probability: 0.5, reasons: [], verdict, decision: null },
  });
  const said = (answer: string, ...verdicts: readonly DoubleReport['verdict'][]): string =>
    told(answer, 'year', listed, verdicts.map(pair));
  expect(said('sizes', 'candidate')).toContain('For 1 find it is undecided whether another');
  expect(said('sizes', 'same')).not.toContain('undecided');
  const largest = said('largest-find', 'candidate');
  expect(largest).toContain('makes up 38% of');
  // Of 500 kg it is the greater part: the verdict turns, and nothing is sure.
  expect(largest).toContain('Where each undecided pair is one find (1 fewer): ');
  expect(largest).toContain('makes up 60% of');
  expect(largest).toContain('"confidence":"low"');
  expect(said('largest-find', 'same')).not.toContain('undecided');
  expect(said('smaller-finds', 'candidate')).toContain(
    'That also holds where each undecided pair is one find (1 fewer).',
  );
});
