import { revisionTriangle } from '@samenbeeld/merge';
import { latestVintage, RefusalError } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { claimRow } from '../claim-row.ts';

/** Belgian cocaine seized in 2010 as two answers to the Senate told it (domain dossier, decision 6), and a year beside it. */
const rows = [
  claimRow('a', {
    place: 'BE',
    value: 6844,
    publishedOn: '2011-06',
    periodStart: '2010-01-01',
    periodEnd: '2010-12-31',
  }),
  claimRow('b', {
    place: 'BE',
    value: 6865,
    publishedOn: '2015-03',
    periodStart: '2010-01-01',
    periodEnd: '2010-12-31',
  }),
  claimRow('c', {
    place: 'BE',
    value: 8043.7,
    publishedOn: '2015-03',
    periodStart: '2011-01-01',
    periodEnd: '2011-12-31',
  }),
];

test('a revision triangle has a row a period and a column a publication', () => {
  expect(revisionTriangle(rows)).toEqual({
    unit: 'kg',
    by: 'publication',
    columns: ['2011-06', '2015-03'],
    rows: [
      {
        periodStart: '2010-01-01',
        periodEnd: '2010-12-31',
        values: [6844, 6865],
        first: 6844,
        last: 6865,
        revision: 21,
        percent: (100 * 21) / 6844,
      },
      {
        periodStart: '2011-01-01',
        periodEnd: '2011-12-31',
        values: [null, 8043.7],
        first: 8043.7,
        last: 8043.7,
        revision: 0,
        percent: 0,
      },
    ],
  });
});

test('by lag its columns are months after the period', () => {
  const { columns, rows: told } = revisionTriangle(rows, { by: 'lag' });
  expect(columns).toEqual([6, 39, 51]);
  expect(told.map(({ values }) => values)).toEqual([
    [6844, null, 6865],
    [null, 8043.7, null],
  ]);
});

test('its last column is what was known then', () => {
  const known = latestVintage(rows, '2012-01-01').map(({ value }) => value);
  expect(known).toEqual([6844]);
  expect(latestVintage(rows, '2016-01-01').map(({ value }) => value)).toEqual([6865, 8043.7]);
});

test('several figures in one triangle are refused', () => {
  const mixed = [...rows, claimRow('d', { place: 'NL', publishedOn: '2015-03' })];
  expect(() => revisionTriangle(mixed)).toThrow(RefusalError);
  expect(() => revisionTriangle(mixed)).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: A revision triangle follows one figure a period; these rows differ in place: BE, NL. Choose one: \`.where({ place: 'BE' })\`.]`,
  );
});

test('two figures published at once are refused', () => {
  const rival = [...rows, claimRow('d', { ...rows[1], id: 'd', value: 7000 })];
  expect(() => revisionTriangle(rival)).toThrow('two figures were published at once');
});
