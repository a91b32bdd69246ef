import { contradictedPairs } from '@samenbeeld/merge';
import { expect, test } from 'vitest';

const records = [
  { id: 'nl1', source: 'nl' },
  { id: 'be1', source: 'be' },
  { id: 'be2', source: 'be' },
  { id: 'lu1', source: 'lu' },
];
const pair = (
  a: string,
  b: string,
  verdict: 'same' | 'candidate' | 'different',
  decision: string | null,
) => ({ a, b, weight: 2, verdict, decision });

test('a "same" that meets a "different" by way of a third record is named', () => {
  const said = [
    pair('be1', 'lu1', 'same', 'D1'),
    pair('lu1', 'nl1', 'same', 'D2'),
    pair('be1', 'nl1', 'different', 'D3'),
  ];
  expect(contradictedPairs(records, said).map(({ decision }) => decision)).toEqual(['D2']);
  expect(contradictedPairs(records, said.slice(0, 2))).toEqual([]);
  expect(
    contradictedPairs(
      records,
      [said[0], said[2]].flatMap((one) => one ?? []),
    ),
  ).toEqual([]);
});

test('two rows of one file are no find, unless they were compared as batches', () => {
  const said = [pair('be1', 'nl1', 'same', 'D1'), pair('be2', 'nl1', 'same', 'D2')];
  expect(contradictedPairs(records, said).map(({ decision }) => decision)).toEqual(['D2']);
  const batches = pair('be1+be2', 'nl1', 'candidate', null);
  expect(contradictedPairs(records, [...said, batches])).toEqual([]);
});

test('what the model holds to be the same is contradicted by nobody', () => {
  const held = [pair('be1', 'nl1', 'same', null), pair('be2', 'nl1', 'same', null)];
  expect(contradictedPairs(records, held)).toEqual([]);
});
