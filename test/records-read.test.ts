// The records that are read for a question, beside all records of a built picture.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, pictureRecords, pictureScopes } from '@samenbeeld/answers';
import { settle, type TotalQuestion } from '@samenbeeld/merge';
import { InputError } from '@samenbeeld/schema';
import { openPicture, type Picture as Stored } from '@samenbeeld/store';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { exercise, published } from './pictures.ts';

describe.each([
  ['published', published],
  ['exercise', exercise],
])('the %s picture', (_, folder) => {
  let stored: Stored;
  beforeAll(async () => {
    stored = await openPicture(folder);
  });
  afterAll(() => stored.close());

  test('answers every question from the records that are read for it as from all', async () => {
    const whole = await pictureRecords(stored);
    const pairs = whole.seizures.length > 0 ? await whole.pairs() : [];
    const { observations, seizures } = await pictureScopes(stored);
    const questions = [
      ...observations.map(({ place, substance, basis, metric, unit }) => ({
        ...{ place, substance, basis, metric, unit },
      })),
      ...seizures.map(({ place, substance, basis }) => ({
        ...{ place, substance, basis, metric: 'quantity', unit: 'kg' },
      })),
    ].filter((_question, at) => at % 7 === 0);
    let fewer = 0;
    const answer = (records: Parameters<typeof settle>[0], question: TotalQuestion): unknown => {
      try {
        const { totals, conflicts, notAdded, of } = settle(records, question);
        return { totals, conflicts, notAdded, of };
      } catch (error) {
        return String(error);
      }
    };
    for (const question of questions.slice(0, 40)) {
      const read = await pictureRecords(stored, { about: [question] });
      const own = read.seizures.length > 0 ? await read.pairs() : [];
      expect(answer({ ...read, pairs: own }, question)).toEqual(
        answer({ ...whole, pairs }, question),
      );
      const all = whole.observations.length + whole.seizures.length;
      if (read.observations.length + read.seizures.length < all) fewer += 1;
    }
    expect(fewer).toBeGreaterThan(0);
  });
});

describe('an open picture', () => {
  const question = { place: 'NLVLI', substance: 'COC', basis: 'seized_in_port' };
  let stored: Stored;
  beforeAll(async () => {
    stored = await openPicture(published);
  });
  afterAll(() => stored.close());

  test('keeps what was asked last, and beside it the whole', async () => {
    const read = vi.spyOn(stored, 'observations');
    const reads = async (name: string, asked = {}): Promise<boolean> => {
      read.mockClear();
      await ask(stored, name, asked);
      return read.mock.calls.length > 0;
    };
    expect(await reads('total', question)).toBe(true);
    expect(await reads('sources')).toBe(true);
    expect(await reads('total', { ...question, place: 'BEANR' })).toBe(true);
    expect(await reads('total', question)).toBe(true);
    expect(await reads('total', question)).toBe(false);
    expect(await reads('sources')).toBe(false);
    read.mockRestore();
  });

  test('answers nothing from what it keeps where the decisions can no longer be read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'later-'));
    const later = join(folder, 'decisions.jsonl');
    const asked = (): Promise<unknown> => ask(stored, 'total', question, { later });
    await asked();
    mkdirSync(later);
    await expect(asked()).rejects.toThrow(InputError);
    rmSync(later, { recursive: true });
    await asked();
    rmSync(folder, { recursive: true });
  });
});
