import { inspect } from 'node:util';
import { answered, isRefused, joint, type Picture, revisionTriangle } from '@samenbeeld/notebook';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claim, pictureOf, seizure } from './example-picture.ts';

let picture: Picture;
let exercise: Picture;
beforeAll(async () => {
  picture = await pictureOf([
    claim(2021, 2100, { publishedOn: '2022-01' }),
    claim(2021, 2150, { publishedOn: '2023-01', id: 'revised' }),
    claim(2022, 4157, { publishedOn: '2023-01' }),
    claim(2022, 10000, { publishedOn: '2023-02', basis: 'entered_via_port' }),
  ]);
  exercise = await pictureOf(
    [],
    [seizure({ date: '2022-03-14', registeredOn: '2022-04-01' }), seizure({ id: 's2' })],
  );
});
afterAll(async () => {
  await picture.close();
  await exercise.close();
});

const inPort = () =>
  picture.observations.where({ place: 'NLVLI', substance: 'COC', basis: 'seized_in_port' });
const values = (day: string) =>
  inPort()
    .asOf(day)
    .rows.map(({ value }) => value);

describe('asOf', () => {
  test('keeps of each figure what was published last by that day; a month counts from its last day', () => {
    expect(values('2022-01-30')).toEqual([]);
    expect(values('2022-01-31')).toEqual([2100]);
    expect(values('2023-01-31')).toEqual([2150, 4157]);
  });

  test('goes with any other step, in any order', () => {
    const one = picture.observations.asOf('2023-01-31').where({ year: 2021 }).at('NLVLI');
    const other = picture.observations.at('NLVLI').where({ year: 2021 }).asOf('2023-01-31');
    expect(one.rows).toEqual(other.rows);
    expect(one.size).toBe(1);
  });

  test('joint totals of it rest on what was known', () => {
    const before = answered(joint(inPort().where({ year: 2021 }).asOf('2022-06-30')));
    const since = answered(joint(inPort().where({ year: 2021 })));
    expect(before.totals[0]?.reported.likely).toBe(2100);
    expect(since.totals[0]?.reported.likely).toBe(2150);
  });

  test('of events keeps those registered by that day', () => {
    const known = exercise.seizures.asOf('2022-03-20').rows.map(({ id }) => id);
    expect(known).toEqual(['s2']);
  });

  test('takes a day', () => {
    expect(() => inPort().asOf('2023')).toThrow('`asOf` takes a day');
    expect(() => inPort().asOf('2023-13-01')).toThrow('`asOf` takes a day');
  });
});

describe('revisionTriangle', () => {
  test('a row a period, a column a publication, and the revision', () => {
    const shown = inspect(revisionTriangle(inPort()));
    expect(shown).toMatch(/^ +period +2022-01 +2023-01 +revision$/m);
    expect(shown).toMatch(/^ +2021 +2,100 +2,150 +\+50 \(\+2\.38%\)$/m);
    expect(shown).toMatch(/^ +2022 +4,157$/m);
  });

  test('by lag the columns are months after the period', () => {
    const { triangle } = answered(revisionTriangle(inPort(), { by: 'lag' }));
    expect(triangle.columns).toEqual([1, 13]);
  });

  test('several figures are refused, with what to choose', () => {
    const answer = revisionTriangle(picture.observations.where({ place: 'NLVLI' }));
    expect(isRefused(answer)).toBe(true);
    expect(inspect(answer)).toContain('basis');
  });
});
