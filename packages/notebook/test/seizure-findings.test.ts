import { inspect } from 'node:util';
import {
  answered,
  chart,
  cochranArmitage,
  countedOnce,
  doubleReports,
  largestShare,
  type Picture,
  sizeBands,
} from '@samenbeeld/notebook';
import type { Seizure } from '@samenbeeld/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claim, pictureOf, seizure } from './example-picture.ts';

const finds = [
  seizure({ id: 'a', containerKey: 'k', departureCountry: 'EC' }),
  seizure({
    id: 'b',
    source: 'exercise-be-customs',
    agencies: ['BE_CUST'],
    creditedTo: ['NL', 'BE'],
    containerKey: 'k',
    departureCountry: 'EC',
  }),
  seizure({ id: 'c', date: '2021-02-01', quantity: 5 }),
  seizure({ id: 'd', date: '2021-06-01', quantity: null, missing: 'not_reported', printed: null }),
];

let picture: Picture;
beforeAll(async () => {
  picture = await pictureOf([], finds);
});
afterAll(async () => picture.close());

const cocaine = () => picture.seizures.where({ place: 'NSP', substance: 'COC' });

test('countedOnce makes one row of a double report', () => {
  const counted = answered(countedOnce(cocaine()));
  expect(
    counted.rows.map(({ id, year, kilograms, reports }) => [id, year, kilograms, reports]),
  ).toEqual([
    ['c', 2021, 5, 1],
    ['d', 2021, null, 1],
    ['a', 2022, 216, 2],
  ]);
  expect(counted.kilograms).toEqual({ ofRecords: 437, once: 221 });
  expect(counted.arquero().array('agencies')).toEqual(['NL_HARC', 'NL_HARC', 'NL_HARC+BE_CUST']);
});

test('finds of a place that no file covers are at least what is listed, and none listed is not none', async () => {
  const places = [{ place: 'NLVLI' }, { place: 'NLTNZ', date: '2021-02-01' }];
  const drawnOf = async (over: Partial<Seizure>): Promise<string> => {
    const listed = await pictureOf(
      [],
      places.map((place, n) => seizure({ id: `${n}`, ...place, ...over })),
    );
    const drawn = await chart.counts(countedOnce(listed.seizures.where({ place: 'NSP' })));
    await listed.close();
    return inspect(drawn);
  };
  const covered = await drawnOf({});
  expect(covered).not.toMatch(/not known|≥/);
  expect(covered.match(/ 0$/gm)).toHaveLength(2);
  const uncovered = await drawnOf({ source: 'a-list', substance: 'HER' });
  expect(uncovered.match(/not known$/gm)).toHaveLength(2);
  expect(uncovered.match(/≥ 1$/gm)).toHaveLength(2);
});

test('doubleReports gives both records and the reasons', () => {
  const [pair] = doubleReports(picture).rows;
  expect([pair?.first.id, pair?.second.id, pair?.verdict].sort()).toEqual(['a', 'b', 'same']);
  expect(pair?.reasons.length).toBeGreaterThan(2);
  expect(doubleReports(picture.seizures.at('BEGNE')).rows).toEqual([]);
});

test('sizeBands counts each seizure once, year by year', () => {
  const { counts, finding } = answered(sizeBands(cocaine(), { edges: [10, 100] }));
  expect(finding.bands.map(({ count }) => count)).toEqual([1, 0, 1]);
  expect(counts.filter(({ count }) => count > 0)).toEqual([
    { year: 2021, low: 0, high: 10, count: 1 },
    { year: 2022, low: 100, high: null, count: 1 },
  ]);
});

test('cochranArmitage and largestShare speak of seizures, not of records', () => {
  expect(answered(cochranArmitage(cocaine())).finding.n).toBe(2);
  expect(answered(largestShare(cocaine())).finding.details.largest).toBe(216);
  expect(answered(largestShare(cocaine())).finding.n).toBe(2);
});

test('claims show no single seizures: some questions are refused, others not computable', async () => {
  const claims = await pictureOf([claim(2022, 4157)]);
  const published = claims.observations.where({ place: 'NLVLI', substance: 'COC' });
  expect(sizeBands(published)).toMatchObject({
    kind: 'refused',
    reason: 'One row is a published figure. Single seizures cannot be seen in published figures.',
  });
  expect(answered(largestShare(published)).finding.estimate).toBeNull();
  await claims.close();
});

test('countedOnce adds no seizures on two bases', async () => {
  const mixed = await pictureOf(
    [],
    [seizure({ id: 'a' }), seizure({ id: 'b', basis: 'entered_via_port', date: '2021-02-01' })],
  );
  try {
    const refused = () => answered(countedOnce(mixed.seizures.where({ place: 'NSP' })));
    expect(refused).toThrow(/two bases/);
  } finally {
    await mixed.close();
  }
});
