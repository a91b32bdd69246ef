import { settle } from '@samenbeeld/merge';
import { parsePeriod, storedTotal } from '@samenbeeld/schema';
import type { Picture } from '@samenbeeld/store';
import { expect, test } from 'vitest';
import { claimRow } from '../../../merge/test/claim-row.ts';
import { seizureRow } from '../../../merge/test/seizure-row.ts';
import { askWhy } from '../../src/why/ask-why.ts';

const question = {
  ...{ place: 'NLVLI', substance: 'COC', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' },
  by: 'month',
} as const;

const months = ['2022-04', '2022-05'].map((code, at) => {
  const { start, end, freq } = parsePeriod(code);
  return claimRow(code, {
    value: 100 * (at + 1),
    periodStart: start,
    periodEnd: end,
    freq,
    wording: 'exact',
  });
});
const finds = [seizureRow('find', { date: '2022-05-10', quantity: 50, massBasis: 'net' })];

/** A picture that was asked by month of claims, among which finds are a floor. */
function picture(): Picture {
  const { totals } = settle({ observations: months, seizures: finds }, question);
  const rows = totals.map((total) => ({
    key: total.key,
    detail: JSON.stringify(storedTotal(total)),
  }));
  return {
    folder: 'picture',
    metadata: { sources: [], inputs: [], asOf: '2026-06-30' },
    has: (name: string) => ['joint_total', 'observation', 'seizure'].includes(name),
    rows: async (name: string) => (name === 'joint_total' ? rows : []),
    observations: async () => months,
    seizures: async () => finds,
  } as unknown as Picture;
}

test('a month that a picture of claims and finds was asked by is answered', async () => {
  const found = await askWhy(picture(), 'NLVLI cocaine 2022-04');
  expect(found.why?.total).toMatchObject({
    period: '2022-04-01/2022-04-30',
    reported: { likely: 100 },
  });
  const own = await askWhy(picture(), 'NLVLI cocaine 2022-05');
  expect(own.why?.total.reported.lowest).toBe(200);
});
