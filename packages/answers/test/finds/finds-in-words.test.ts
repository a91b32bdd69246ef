import { isRuleStated, notStated } from '@samenbeeld/ingest';
import { plainBlocks } from '@samenbeeld/page';
import type { Seizure } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { give } from '../../src/answers.ts';
import { findSource } from '../../src/find-source.ts';
import { anew, type Held, type PictureAsked } from '../../src/held.ts';

const known = findSource('exercise-nl-harc');
const [stated] = known.definitions;

const find = (year: number, over: Partial<Seizure> = {}): Seizure =>
  ({
    ...{ kind: 'seizure', id: `${over.place ?? 'NLVLI'}-${year}`, source: known.id },
    ...{ agencies: ['NL_HARC'], seizingCountry: 'NL', datePrecision: 'day', dateRole: 'seizure' },
    ...{ date: `${year}-03-12`, registeredOn: `${year}-03-12`, place: 'NLVLI' },
    ...{ placeLevel: 'port', substance: 'COC', basis: 'seized_in_port', quantity: 80 },
    ...{ printed: '80', unit: 'kg', massBasis: 'net', estimated: false, containerKey: null },
    ...{ departureCountry: 'EC', coverLoadHs: null, concealment: 'in_load', arrests: null },
    ...{ transportMode: 'container', reference: null, missing: null, definition: null },
    ...{ origin: { file: 'harc.csv', line: year }, ...over },
  }) as unknown as Seizure;

const years = [2019, 2020, 2021, 2022, 2023, 2024];

function told(answer: string, seizures: readonly Seizure[], place = 'NLVLI'): string {
  const picture = {
    ...{ picture: 'made', asOf: '2026-06-30', seed: 1, twoPersons: false, deciding: [] },
    ...{ report: null, questions: [{ place, substance: 'COC', basis: 'seized_in_port' }] },
  } satisfies PictureAsked;
  const unstated = { ...stated, ...notStated };
  const definitions = ['one', 'other'].map((id) => ({ ...unstated, id }));
  const source = { ...known, definitions: [...known.definitions, ...definitions] };
  const held = {
    ...{ sources: [source], observations: [], inputs: [], money: null, conservation: [] },
    seizures,
  } as unknown as Held;
  const analysis = analyse(picture, held, []);
  const [about] = analysis.answers;
  if (!about) throw new Error('nothing asked');
  const giving = give(analysis, { answer }, about, anew);
  if (giving.kind !== 'given') throw new Error(giving.says.en);
  return JSON.stringify(plainBlocks(giving.given.blocks, 'en'));
}

/** All finds alike, but that nobody weighed the one of 2023. */
const oneUnweighed = years.map((year) =>
  find(year, year === 2023 ? { quantity: null, printed: null, missing: 'not_reported' } : {}),
);

test('a year with a find that nobody weighed is a lower limit: no point of a series, and no annual figure', () => {
  expect(told('trend', oneUnweighed)).toMatch(/n\s=\s5/u);
  expect(told('trend', oneUnweighed)).toContain('Of 2023 only a lower limit is known');
  expect(told('completeness', oneUnweighed)).toContain('out of 6: Vlissingen 5');
  expect(told('coverage', oneUnweighed)).toContain('only a lower limit');
  expect(
    told(
      'coverage',
      years.map((year) => find(year)),
    ),
  ).not.toContain('only a lower limit');
});

test('the heading of the largest find follows its share', () => {
  expect(
    told(
      'largest-find',
      years.map((year) => find(year)),
    ),
  ).toContain('The share of the largest find');
  const large = years.map((year) => find(year, year === 2024 ? { quantity: 8000 } : {}));
  expect(told('largest-find', large)).toContain('One find makes the picture');
});

test('rules that nobody states are not counted', () => {
  expect(isRuleStated(notStated)).toBe(false);
  const listed = years.map((year) => find(year, { definition: year < 2022 ? 'one' : 'other' }));
  const said = told('trend', listed);
  expect(said).toContain('It is not stated for all finds by which counting rule');
  expect(said).not.toContain('2 counting rules');
});

test('the trend of one place of several says which are left out, and why', () => {
  const both = [...oneUnweighed, ...years.map((year) => find(year, { place: 'NLTNZ' }))];
  expect(told('trend', both, 'NLVLI+NLTNZ')).toContain(
    'The place with the most figures is shown: Terneuzen (6). Not shown: Vlissingen (5).',
  );
});
