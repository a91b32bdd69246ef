import type { ReadTable } from '@samenbeeld/read';
import { expect, test } from 'vitest';
import { headers, picture, readContent, said } from './temp-file.ts';

const read = (content: string): Promise<ReadTable> =>
  readContent(content, { format: 'json', path: '$.value' });

test('version 3, a typed data set: keys keep their blanks, missing figures are null', async () => {
  const table = await read(
    '{"odata.metadata":"https://opendata.cbs.nl/ODataApi/OData/83648NED/$metadata#Cbs.OData.WebAPI.TypedDataSet","value":[{"ID":0,"SoortMisdrijf":"0.0.0 ","Perioden":"2022JJ00","GeregistreerdeMisdrijven_1":800027,"OpgehelderdeMisdrijven_2":null}]}',
  );
  expect(headers(table)).toEqual([
    'ID',
    'SoortMisdrijf',
    'Perioden',
    'GeregistreerdeMisdrijven_1',
    'OpgehelderdeMisdrijven_2',
  ]);
  expect(picture(table)).toEqual([[0, '0', '0.0.0 ', '2022JJ00', '800027', null]]);
  expect(table.notes).toEqual([]);
});

test('version 4, observations', async () => {
  const table = await read(
    '{"@odata.context":"https://datasets.cbs.nl/odata/v1/CBS/83648NED/$metadata#Observations","value":[{"Id":0,"Measure":"M004200_2","ValueAttribute":"None","Value":800027.0,"StringValue":null,"Perioden":"2022JJ00"}]}',
  );
  expect(picture(table)).toEqual([[0, '0', 'M004200_2', 'None', '800027.0', null, '2022JJ00']]);
});

test.each([
  ['{"value":[{"a":1}],"@odata.nextLink":"https://datasets.cbs.nl/next"}'],
  ['{"odata.nextLink":"https://opendata.cbs.nl/next","value":[{"a":1}]}'],
  ['{"odata.count":"12","value":[{"a":1}]}'],
])('one page of several is said: %s', async (content) => {
  const { notes } = await read(content);
  expect(notes.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
    'warning json.more-pages',
  ]);
});

test('how it is said', async () => {
  const { notes } = await read('{"@odata.count":3,"value":[{"a":1}],"@odata.nextLink":"x"}');
  expect(said(notes)).toMatchInlineSnapshot(`
    [
      "warning json.more-pages (): the publisher counts 3 rows, this file holds 1: the rest is on other pages. Repair: fetch the other pages and read all of them in one call.",
    ]
  `);
});

test.each([
  ['{"@odata.count":1,"value":[{"a":1}],"@odata.nextLink":null}'],
  ['{"value":[{"a":1,"@odata.nextLink":"a value of the row"}]}'],
])('a whole file is not suspected: %s', async (content) => {
  expect((await read(content)).notes).toEqual([]);
});
