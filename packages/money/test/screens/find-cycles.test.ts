import { openEngine } from '@samenbeeld/engine';
import { findCycles, findRoundTrips, loadTransactions, type Transaction } from '@samenbeeld/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paid, somePayments } from '../transactions/made.ts';
import { naiveCycles } from './naive.ts';

describe('findCycles', () => {
  it('finds what an independent enumeration finds on random graphs', async () => {
    const engine = await openEngine();
    let seen = 0;
    let longest = 0;
    const payments = somePayments({
      accounts: 7,
      hours: 50,
      amounts: [900, 960, 1000, 1000, 1000, 1000],
      fewest: 60,
      most: 80,
    });
    await fc.assert(
      fc.asyncProperty(
        payments,
        fc.constantFrom(2, 3),
        fc.constantFrom(4, 6),
        fc.constantFrom(0.9, 0.95, 1),
        async (rows, from, to, retained) => {
          const data = await loadTransactions(engine, rows);
          const { patterns, details } = await findCycles(data, {
            days: 1.5,
            least: 9.2,
            length: [from, to],
            retained,
            hub: Number.POSITIVE_INFINITY,
          });
          const expected = naiveCycles(rows, {
            shortest: from,
            longest: to,
            hours: 36,
            retained,
            least: 920,
          });
          const by = new Map(rows.map((row) => [row.tx, row]));
          const shown = expected.map((cycle) => {
            const way = cycle.split(' ').map((tx) => by.get(tx) as Transaction);
            return [
              way.length,
              (way[0] as Transaction).cents / 100,
              way[0]?.at.slice(0, 10),
              way.at(-1)?.at.slice(0, 10),
            ].join(' ');
          });
          expect(
            patterns
              .map(({ transactions, amount, from: first, to: last }) =>
                [transactions, amount, first, last].join(' '),
              )
              .sort(),
          ).toEqual(shown.sort());
          const accounts = new Set(
            expected.flatMap((cycle) => cycle.split(' ').map((tx) => by.get(tx)?.sender)),
          );
          expect(details['accounts']).toBe(accounts.size);
          seen += expected.length;
          longest = Math.max(longest, ...expected.map((cycle) => cycle.split(' ').length));
          await engine.run(`drop table ${data.table}; drop table ${data.accounts}`);
        },
      ),
      { numRuns: 15, seed: 7 },
    );
    // The graphs are dense enough for the comparison to mean something.
    expect(seen).toBeGreaterThan(200);
    expect(longest).toBe(6);
    await engine.close();
  });

  it('needs strict order, retained amounts, one account once, and the window', async () => {
    const engine = await openEngine();
    const ring = (...cents: readonly number[]) => [
      paid('1', 0, 'a1', 'b1', cents[0] as number),
      paid('2', 5, 'b1', 'c1', cents[1] as number),
      paid('3', 20, 'c1', 'a1', cents[2] as number),
    ];
    const count = async (rows: readonly Transaction[], days = 30): Promise<number | null> =>
      (await findCycles(await loadTransactions(engine, rows), { days })).estimate;
    expect(await count(ring(100_000, 95_000, 90_000))).toBe(1);
    expect(await count(ring(100_000, 89_999, 89_999))).toBe(0);
    expect(await count(ring(100_000, 100_001, 100_000))).toBe(0);
    expect(await count(ring(100_000, 95_000, 90_000), 20 / 24)).toBe(1);
    expect(await count(ring(100_000, 95_000, 90_000), 19 / 24)).toBe(0);
    const [first, second, third] = ring(100_000, 100_000, 100_000) as [
      Transaction,
      Transaction,
      Transaction,
    ];
    expect(await count([first, { ...second, at: first.at }, third])).toBe(0);
    expect(await count([third, first, second])).toBe(1);
    await engine.close();
  });

  it('does not follow hubs and says so, and says where it was cut', async () => {
    const engine = await openEngine();
    const crowd = Array.from({ length: 4 }, (_, at) =>
      paid(`x${at}`, at, `p${at}`, 'shop1', 90_000),
    );
    const ring = [paid('1', 10, 'a1', 'shop1', 100_000), paid('2', 20, 'shop1', 'a1', 95_000)];
    const data = await loadTransactions(engine, [...crowd, ...ring]);
    const set = await findCycles(data, { hub: 4 });
    expect([set.estimate, set.details['hubs'], set.details['hubTransactions']]).toEqual([0, 1, 6]);
    expect(set.warnings.map(({ en }) => en)).toContain(
      '1 hub with more counterparties than the limit, in 6 transactions, is set apart',
    );
    expect(set.says.en).toMatchInlineSnapshot(
      `"No pattern of payments in a circle found (at most 6 payments within 30 days that return to where they began) in 6 transactions. That does not show that there is none. 1 account with very many counterparties (100% of the transactions) is set apart."`,
    );
    expect((await findCycles(data, { hub: 5 })).estimate).toBe(1);
    const many = Array.from({ length: 30 }, (_, at) =>
      paid(`${at}`, at, `a${at % 2}`, `a${(at + 1) % 2}`, 100_000),
    );
    const cut = await findCycles(await loadTransactions(engine, many), { steps: 20 });
    expect(cut.estimate).toBeGreaterThan(0);
    expect(cut.says.en).toMatch(/^At least /);
    expect(cut.warnings.map(({ en }) => en)).toContain(
      'the search was ended before all was seen: there are at least so many',
    );
    await engine.close();
  });
});

describe('findCycles on busy accounts', () => {
  it('refuses what it could not end, and leaves nothing behind', async () => {
    const engine = await openEngine();
    const busy = Array.from({ length: 30_000 }, (_, at) =>
      paid(`${at}`, at % 24, `a${at % 2}`, `a${(at + 1) % 2}`, 100_000),
    );
    const data = await loadTransactions(engine, busy);
    await expect(findCycles(data)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InputError: 450000000 pairs of payments through one account are more than a search can look at. Repair: raise \`least\`, lower \`hub\` (busy accounts are then set apart and counted), or shorten \`days\`]`,
    );
    expect(await engine.tables()).toEqual([data.accounts, data.table].sort());
    await engine.close();
  });
});

describe('findRoundTrips', () => {
  it('needs a start and an end at home and an account abroad', async () => {
    const engine = await openEngine();
    const trip = (...countries: readonly string[]): readonly Transaction[] =>
      countries.map((fromCountry, at) => ({
        ...paid(`${at}`, at * 24, `a${at}`, `a${(at + 1) % countries.length}`, 100_000),
        fromCountry,
        toCountry: countries[(at + 1) % countries.length] as string,
      }));
    const count = async (
      rows: readonly Transaction[],
      home?: readonly string[],
    ): Promise<number | null> =>
      (await findRoundTrips(await loadTransactions(engine, rows), home ? { home } : {})).estimate;
    expect(await count(trip('NL', 'AE', 'CY'), ['NL'])).toBe(1);
    expect(await count(trip('NL', 'BE', 'NL'), ['NL', 'BE', 'LU'])).toBe(0);
    expect(await count(trip('NL', 'BE', 'NL'))).toBe(1);
    expect(await count(trip('AE', 'NL'), ['NL'])).toBe(0);
    expect(await count(trip('NL', 'NL', 'NL'))).toBe(0);
    const unknown = await findRoundTrips(
      await loadTransactions(engine, [paid('1', 0, 'a1', 'b1', 100_000)]),
    );
    expect(unknown.estimate).toBeNull();
    expect(unknown.says).toMatchInlineSnapshot(`
      {
        "de": "Keine Aussage möglich zum Muster „Umweg über das Ausland“: Zu wenige Transaktionen nennen die Länder.",
        "en": "No conclusion possible about round trips abroad: too few transactions name the countries.",
        "fr": "Aucune conclusion possible sur le schéma « aller-retour par l’étranger » : trop peu de transactions mentionnent les pays.",
        "nl": "Geen conclusie mogelijk over het patroon "heen en terug over de grens": te weinig transacties noemen de landen.",
      }
    `);
    const home = trip('NL', 'NL').map((row) => ({ ...row, tx: `c${row.tx}` }));
    const others = Array.from({ length: 98 }, (_, at) =>
      paid(`n${at}`, at, `p${at}`, `q${at}`, 100_000),
    );
    const few = await findRoundTrips(await loadTransactions(engine, [...home, ...others]));
    expect([few.estimate, few.details['withCountries']]).toEqual([null, 0.02]);
    const found = await findRoundTrips(
      await loadTransactions(engine, [...trip('NL', 'AE'), ...others]),
    );
    expect(found.estimate).toBe(1);
    expect(found.warnings.map(({ en }) => en)).toContain(
      '2 of 100 transactions name both countries; the others are not looked at',
    );
    await engine.close();
  });
});
