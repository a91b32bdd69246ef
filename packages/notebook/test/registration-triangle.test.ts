import { answered, methods, type Picture, registrationTriangle } from '@samenbeeld/notebook';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureOf, refusal, seizure } from './example-picture.ts';

/** Days of seizure and registration. */
const days: readonly (readonly [string, string | null])[] = [
  ['2024-01-10', '2024-01-12'],
  ['2024-02-20', '2024-03-30'],
  ['2024-03-30', '2024-04-02'],
  ['2024-03-31', '2024-06-15'],
  ['2024-05-01', '2024-05-02'],
  ['2024-06-30', '2024-07-01'],
  ['2024-08-15', null],
  ['2024-09-30', '2024-10-04'],
];

let picture: Picture;
beforeAll(async () => {
  picture = await pictureOf(
    [],
    days.map(([date, registeredOn], at) => seizure({ id: `s${at}`, date, registeredOn })),
  );
});
afterAll(async () => picture.close());

test('counts by quarter what was registered by the end of each month after it', () => {
  const { triangle } = answered(
    registrationTriangle(picture.seizures, { ages: 3, asOf: '2024-10-31' }),
  );
  expect([triangle.by, triangle.columns]).toEqual(['lag', [0, 1, 2, 3]]);
  // By hand from the days above; the third quarter has been over for one month.
  expect(triangle.rows.map(({ periodStart, values }) => [periodStart, ...values])).toEqual([
    ['2024-01-01', 2, 3, 3, 4],
    ['2024-04-01', 1, 2, 2, 2],
    ['2024-07-01', 1, 2, null, null],
  ]);
});

test('as it was known on an earlier day, what was registered later is not there', () => {
  const { triangle } = answered(
    registrationTriangle(picture.seizures, { by: 'month', ages: 1, asOf: '2024-04-01' }),
  );
  expect(triangle.rows.map(({ periodStart, values }) => [periodStart, ...values])).toEqual([
    ['2024-01-01', 1, 1],
    ['2024-02-01', 0, 1],
  ]);
});

test('is what a nowcast develops', () => {
  const { triangle } = answered(
    registrationTriangle(picture.seizures, { ages: 1, asOf: '2024-09-30' }),
  );
  // Factor by hand: (3 + 2) / (2 + 1); the third quarter shows 1 so far.
  expect(methods.nowcast(triangle).estimate).toBeCloseTo(5 / 3, 12);
});

test('an empty selection and an unknown length are said', () => {
  const none = picture.seizures.where({ from: 2030 });
  expect(registrationTriangle(none)).toMatchObject(
    refusal('There are no records here whose registration could be late.'),
  );
  expect(registrationTriangle(picture.seizures, { by: 'week' as 'month' })).toMatchObject(
    refusal('`by` must be month, quarter or year, got week.'),
  );
});
