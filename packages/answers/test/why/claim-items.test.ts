import type { Why, WhyLine } from '@samenbeeld/merge';
import type { JointTotal } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { claimItem } from '../../src/why/why-blocks.ts';
import { askCommand, totalTitle } from '../../src/why/why-sentences.ts';

const row = (id: string, publication: string | null) => ({
  id,
  reference: id,
  publication,
  note: null,
  origin: { file: 'claims.csv', sheet: null, line: 2, column: 'value', raw: '619' },
});

test('a publication that several have read is listed once, each of its cells by itself', () => {
  const rows = [
    row('P026', 'https://www.example.org/page'),
    row('C109', 'http://example.org/page#top'),
    row('C110', 'https://example.org/other'),
    row('C111', null),
  ];
  const claim = {
    id: 'P026',
    place: 'BEGNE',
    value: 619,
    unit: 'kg',
    wording: 'exact',
    interval: { low: 619, high: 619 },
    periodStart: '2022-01-01',
    periodEnd: '2022-12-31',
    agencies: [],
    rows,
  };
  const line = { role: 'governing', place: 'BEGNE', claim, origins: [] } as unknown as WhyLine;
  const { under = [] } = claimItem(
    line,
    { conversions: [], weights: [], decisions: [], sources: [] } as unknown as Why,
    'en',
  );
  expect(under.map(({ text }) => text).filter((text) => text.includes('example.org'))).toEqual([
    'https://www.example.org/page',
    'https://example.org/other',
  ]);
  expect(under.filter(({ text }) => text.includes('claims.csv'))).toHaveLength(4);
});

test.each([
  [11_500, 'rounded', { low: 11_450, high: 11_550 }, '(rounded, taken as 11,450 to 11,550)'],
  [4100, 'floor', { low: 4100, high: null }, '(more than)'],
  [619, 'exact', { low: 619, high: 619 }, '(exact)'],
])('%d (%s) says as what it is counted', (value, wording, interval, says) => {
  const claim = {
    ...{ place: 'NLVLI', value, unit: 'kg', wording, interval, agencies: [], rows: [] },
    ...{ periodStart: '2023-01-01', periodEnd: '2023-12-31' },
  };
  const line = { role: 'governing', place: 'NLVLI', claim, origins: [] } as unknown as WhyLine;
  const why = { conversions: [], weights: [], decisions: [], sources: [] } as unknown as Why;
  expect(claimItem(line, why, 'en').text).toContain(says);
});

test('a command names what sets a figure apart, and of a weight not what it never is', () => {
  const cell = { place: 'NLVLI+NLTNZ', substance: 'COC', basis: 'seized_in_port', period: '2024' };
  const none = { offence: null, code: null, level: null, countUnit: null, by: 'year' } as const;
  const question = { ...cell, metric: 'quantity', unit: 'kg', ...none } as const;
  expect(askCommand('out', cell, question)).toBe(
    'samenbeeld ask out total --place NLVLI+NLTNZ --substance COC --basis seized_in_port --metric quantity --unit kg --by year --from 2024 --to 2024',
  );
  const counted = { ...cell, substance: null, metric: 'offences', unit: 'case' };
  expect(askCommand('out', counted, { ...question, offence: 'ICCS0601' })).toContain(
    '--substance none --basis seized_in_port --metric offences --unit case --offence ICCS0601 --code none',
  );
});

test('a basis that the name of what is counted says is not said twice', () => {
  const total = { complex: 'NL', substance: null, basis: 'seized_in_territory', period: '2024' };
  const titleOf = (metric: string) => totalTitle({ ...total, metric } as unknown as JointTotal).nl;
  expect(titleOf('cash')).toBe('Nederland: in beslag genomen contant geld, 2024');
  expect(titleOf('arrests')).toContain(', in het land in beslag genomen, 2024');
});
