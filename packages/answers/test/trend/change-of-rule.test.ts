import { notStated } from '@samenbeeld/ingest';
import { plainBlocks } from '@samenbeeld/page';
import type { Definition, Observation, Text } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { give } from '../../src/answers.ts';
import { findSource } from '../../src/find-source.ts';
import { anew, type Held, type PictureAsked } from '../../src/held.ts';

const known = findSource('published-claims');

/** A source of one counting rule, and its rising figures of some years. */
function counted(id: string, countingRule: Text, first: number, last: number) {
  const rule = {
    ...{ id: `${id}-rule`, source: id, countUnit: null, massBasis: 'unknown', minThreshold: null },
    ...{ dateRole: null, countingRule, validFrom: null, validTo: null },
  } satisfies Definition;
  const observations = Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    const value = year - 2000;
    return {
      ...{ kind: 'observation', id: `${id}-${year}`, source: id, reference: null },
      ...{ publication: null, stat: 'sum', metric: 'quantity', unit: 'kg', value },
      ...{ printed: String(value), wording: 'exact', wordingPrinted: null, missing: null },
      ...{ status: 'A', extent: 'whole', place: 'BE', placeNote: null, basis: 'recorded' },
      ...{ containsOwn: null, agencies: ['BE_FGP'], substance: 'COC', offence: null },
      ...{ nationalCode: null, countUnit: null, definition: rule.id, level: null, freq: 'A' },
      ...{ periodStart: `${year}-01-01`, periodEnd: `${year}-12-31`, publishedOn: null },
      ...{ confidence: 'high', note: null, origin: { file: `${id}.csv`, line: at + 2 } },
    } as unknown as Observation;
  });
  const source = { ...known, id, source: { ...known.source, id }, breaks: [], definitions: [rule] };
  return { source, observations };
}

function told(...parts: readonly ReturnType<typeof counted>[]): string {
  const picture = {
    ...{ picture: 'made', asOf: '2026-06-30', seed: 1, twoPersons: false, deciding: [] },
    ...{ report: null, questions: [{ place: 'BE', substance: 'COC', basis: 'recorded' }] },
  } satisfies PictureAsked;
  const held: Held = {
    ...{ seizures: [], conservation: [], inputs: [], money: null },
    sources: parts.map(({ source }) => source),
    observations: parts.flatMap(({ observations }) => observations),
  };
  const analysis = analyse(picture, held, []);
  const [about] = analysis.answers;
  if (!about) throw new Error('nothing asked');
  const giving = give(analysis, { answer: 'trend' }, about, anew);
  if (giving.kind !== 'given') throw new Error(giving.says.en);
  return JSON.stringify(plainBlocks(giving.given.blocks, 'en'));
}

const { countingRule: unstated } = notStated;
const batch: Text = {
  nl: 'Elke partij.',
  fr: 'Chaque lot.',
  de: 'Jede Partie.',
  en: 'Each batch.',
};
const each: Text = { nl: 'Elke vangst.', fr: 'Chaque prise.', de: 'Jeder Fund.', en: 'Each find.' };

test('a trend does not go on under another rule, stated or not', () => {
  const before = counted('one', unstated, 2014, 2019);
  expect(told(before)).toContain('rising');
  for (const rule of [unstated, each]) {
    const said = told(before, counted('two', rule, 2020, 2025));
    expect(said).not.toContain('rising');
    expect(said).toContain('one-rule');
  }
  const changed = told(counted('one', batch, 2014, 2019), counted('two', each, 2020, 2025));
  expect(changed).not.toContain('rising');
  expect(changed).toContain('counting rule');
  expect(told(counted('one', each, 2014, 2019), counted('two', each, 2020, 2025))).toContain(
    'rising',
  );
});

test('a figure that its service says again, by no rule or another one, does not end its trend', () => {
  const table = counted('one', each, 2014, 2025);
  // A press text repeats two of the figures, and an edition of the table repeats most of them.
  for (const again of [counted('two', unstated, 2020, 2021), counted('a', batch, 2015, 2024)]) {
    const said = told(table, again);
    expect(said).toContain('rising');
    expect(said).toMatch(/n\s=\s12\b/u);
  }
  const more = counted('two', unstated, 2020, 2026);
  expect(told(table, more)).not.toContain('rising');
});

test('an edition that differs is asked for its date, and does not end the trend of the others', () => {
  const table = counted('one', each, 2014, 2025);
  const later = counted('two', each, 2014, 2025);
  const observations = later.observations.map((row, at) =>
    at === 9 ? { ...row, value: 24, printed: '24' } : row,
  );
  expect(told(table, { ...later, observations })).toContain(
    'This holds whichever of the rival figures for 2023 is right',
  );
});
