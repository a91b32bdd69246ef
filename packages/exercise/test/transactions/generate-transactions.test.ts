import {
  generateTransactions,
  type PatternKind,
  type TransactionWorld,
} from '@samenbeeld/exercise';
import { detectPersonalColumn } from '@samenbeeld/schema';
import { beforeAll, describe, expect, it } from 'vitest';

const kinds: readonly PatternKind[] = [
  'fan_in',
  'fan_out',
  'cycle',
  'scatter_gather',
  'structuring',
  'pass_through',
  'round_trip',
  'dormant',
];

let world: TransactionWorld;
beforeAll(() => {
  world = generateTransactions(3, { persons: 300, patterns: 6 });
});

describe('generateTransactions', () => {
  it('is the same world for a seed, and another for another', () => {
    expect(generateTransactions(3, { persons: 300, patterns: 6 })).toEqual(world);
    expect(generateTransactions(4, { persons: 300, patterns: 6 }).transactions).not.toEqual(
      world.transactions,
    );
  });

  it('gives transactions in order of time, with ids of their own, whole cents and known accounts', () => {
    const known = new Set(world.accounts.map(({ id }) => id));
    expect(known.size).toBe(world.accounts.length);
    expect(new Set(world.transactions.map(({ tx }) => tx)).size).toBe(world.transactions.length);
    let before = '';
    for (const { at, sender, receiver, cents, fromCountry, toCountry } of world.transactions) {
      if (at < before || !Number.isSafeInteger(cents) || cents <= 0) throw new Error(at);
      if (sender === null && receiver === null) throw new Error('nobody');
      for (const account of [sender, receiver])
        if (account !== null && !known.has(account)) throw new Error(account);
      if (!/^[A-Z]{2}$/.test(fromCountry) || !/^[A-Z]{2}$/.test(toCountry))
        throw new Error(fromCountry);
      before = at;
    }
    expect(before.slice(0, 4)).toBe('2024');
  });

  it('plants as many patterns of each kind as asked, and tells their transactions', () => {
    const counts = kinds.map((kind) => world.planted.filter((one) => one.kind === kind).length);
    expect(counts).toEqual(kinds.map(() => 6));
    const by = new Map(world.transactions.map((one) => [one.tx, one]));
    for (const { kind, named, accounts, transactions } of world.planted) {
      expect(
        named.every((id) => accounts.includes(id)),
        kind,
      ).toBe(true);
      const rows = transactions.map((tx) => by.get(tx));
      expect(rows.length, kind).toBeGreaterThanOrEqual(2);
      const touched = new Set(rows.flatMap((row) => [row?.sender, row?.receiver]));
      expect(
        named.every((id) => touched.has(id)),
        kind,
      ).toBe(true);
    }
  });

  it('closes its cycles, each payment later and no larger', () => {
    const by = new Map(world.transactions.map((one) => [one.tx, one]));
    for (const { transactions } of world.planted.filter(
      ({ kind }) => kind === 'cycle' || kind === 'round_trip',
    )) {
      const way = transactions.map((tx) => by.get(tx) as TransactionWorld['transactions'][number]);
      expect(way.at(-1)?.receiver).toBe(way[0]?.sender);
      for (const [at, next] of way.slice(1).entries()) {
        expect(next.sender).toBe(way[at]?.receiver);
        expect(next.at > (way[at]?.at ?? '')).toBe(true);
        expect(next.cents).toBeLessThanOrEqual(way[at]?.cents as number);
      }
    }
  });

  it('hides the role in the pseudonym, which looks like nothing personal', () => {
    const ids = world.accounts.map(({ id }) => id);
    expect(detectPersonalColumn(ids, { column: 'code' })).toEqual([]);
    const sorted = [...world.accounts].sort((a, b) => (a.id < b.id ? -1 : 1));
    const half = sorted.slice(0, sorted.length / 2).filter(({ role }) => role === 'person').length;
    const persons = world.accounts.filter(({ role }) => role === 'person').length;
    expect(Math.abs(half / persons - 0.5)).toBeLessThan(0.1);
  });

  it('refuses a world too small for its patterns', () => {
    expect(() => generateTransactions(1, { persons: 20 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a world of transactions needs 150 days and 200 persons, found 180 and 20]`,
    );
  });
});
