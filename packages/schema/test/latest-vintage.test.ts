import { latestVintage } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { observation } from './example-records.ts';

const first = observation({ id: 'v1', value: 6844, publishedOn: '2011-05-03' });
const second = observation({ id: 'v2', value: 6865, publishedOn: '2012' });
const idsAt = (asOf: string) => latestVintage([second, first], asOf).map(({ id }) => id);

test('latestVintage(observations, asOf) is what was known that day', () => {
  expect(idsAt('2011-05-02')).toEqual([]);
  expect(idsAt('2011-05-03')).toEqual(['v1']);
  expect(idsAt('2012-12-30')).toEqual(['v1']);
  expect(idsAt('2012-12-31')).toEqual(['v2']);
});

test('another source, wording of scope or day is another figure', () => {
  const other = observation({ id: 'v3', source: 'om', publishedOn: '2012' });
  const half = observation({ id: 'v4', periodEnd: '2022-06-30', publishedOn: '2012' });
  const month = observation({ id: 'v5', publishedOn: '2012-02' });
  const known = latestVintage([first, other, half, month], '2026-06-30').map(({ id }) => id);
  expect(known).toEqual(['v3', 'v4', 'v5']);
});

test('two claims of the same day both stay', () => {
  const twin = { ...first, id: 'v6', value: 6900 };
  expect(latestVintage([first, twin], '2026-06-30')).toEqual([first, twin]);
});
