import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settle } from '@samenbeeld/merge';
import {
  type Observation,
  observationTable,
  observationToRow,
  parsePeriod,
  publicHandling,
  storedTotal,
} from '@samenbeeld/schema';
import { clearance, openPicture, type Picture, writePicture } from '@samenbeeld/store';
import { afterAll, describe, expect, test } from 'vitest';
import { claimRow } from '../../../merge/test/claim-row.ts';
import { seizureRow } from '../../../merge/test/seizure-row.ts';
import { source } from '../../../store/test/handling.ts';
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

describe('a name that two places have, in a picture that keeps no total of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'two-places-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const port = { place: 'DEHAM', basis: 'seized_in_port' } as const;
  const land = { place: 'DE6', basis: 'seized_in_port' } as const;
  const columns = observationTable.map(({ field: _, ...column }) => column);
  const title = { nl: 'Proef', fr: 'Essai', de: 'Probe', en: 'Trial' };
  const picked = async (...places: readonly Partial<Observation>[]) => {
    const rows = places.map((over, at) => {
      const row = observationToRow(
        claimRow(`h${at}`, {
          value: 100 + at,
          printed: String(100 + at),
          wording: 'exact',
          ...over,
        }),
      );
      return columns.map(({ name }) => row[name] ?? null);
    });
    const out = mkdtempSync(join(folder, 'picture-'));
    await writePicture(
      join(out, 'p'),
      {
        metadata: { name: 'trial', title, sources: [source()], inputs: [] },
        tables: [{ name: 'observation', columns, rows }],
      },
      clearance(publicHandling, 'public', { synthetic: false }),
    );
    const stored = await openPicture(join(out, 'p'));
    const { why } = await askWhy(stored, 'Hamburg cocaine 2022');
    await stored.close();
    return why && [why.total.complex, why.total.reported.likely];
  };
  test('is of the one that the records name', async () => {
    expect(await picked(port)).toEqual(['DEHAM', 100]);
    expect(await picked(land)).toEqual(['DE6', 100]);
  });
  test('is of neither where the records name both', async () => {
    expect(await picked(port, land)).toBeNull();
    expect(await picked(land, port)).toBeNull();
  });
  test('is of the one whose records are of the drug', async () => {
    expect(await picked({ ...port, substance: 'CAN' }, land)).toEqual(['DE6', 101]);
  });
});
