import { answered, chart, indices, type Picture } from '@samenbeeld/notebook';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claim, pictureOf } from '../example-picture.ts';

const none = { substance: null, basis: 'not_applicable', agencies: ['x'] } as const;
const report = { ...none, metric: 'str_reports', unit: 'report', stat: 'count' } as const;
const unusual = { ...none, metric: 'unusual_transactions', unit: 'transaction' } as const;

let picture: Picture;
beforeAll(async () => {
  picture = await pictureOf([
    ...[2021, 2022].map((year) => claim(year, year, { ...report, place: 'BE' })),
    ...[2022, 2023].map((year) => claim(year, year, { ...unusual, stat: 'count', place: 'NL' })),
    claim(2021, 5, { ...report, place: 'LU' }),
  ]);
});
afterAll(async () => picture.close());

test('series that lack the base asked for are left out and named', async () => {
  const { table, caption } = answered(
    await chart.indices(indices(picture.observations, { base: '2021' })),
  );
  expect(new Set(table.rows.map(([name]) => name))).toEqual(
    new Set(['Belgium, reports received by the FIU']),
  );
  expect(caption).toMatch(
    /Not drawn, without a figure of 2021: Netherlands, [^;]*\. Not drawn, with one figure alone: Luxembourg/,
  );
});

test('without a base each series that starts elsewhere is named', async () => {
  await expect(chart.indices(indices(picture.observations))).rejects.toThrow(
    /The indices start from different years: Belgium, .* \(from 2021\); Netherlands, .* \(from 2022\)\. Ask for one base: `indices\(selection, \{ base: '2021' \}\)`/,
  );
});

test('a base that no series has is said', async () => {
  await expect(chart.indices(indices(picture.observations, { base: '2010' }))).rejects.toThrow(
    /^No series has a figure of 2010 to start from: /,
  );
});

test('a bound in the table is rounded as in the sentence, so that it holds', async () => {
  const more = await pictureOf([
    claim(2021, 1000, { ...report, place: 'BE', wording: 'exact' }),
    claim(2022, 1589, { ...report, place: 'BE', wording: 'floor' }),
  ]);
  const [bundle] = answered(indices(more.observations)).outputs();
  expect(bundle?.['text/plain']).toMatch(/index at least 158 in 2022[\s\S]* ≥ 158 \(2021 = 100\)$/);
  await more.close();
});
