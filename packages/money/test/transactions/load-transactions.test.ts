import { createHash } from 'node:crypto';
import { openEngine } from '@samenbeeld/engine';
import { loadTransactions, type Transaction } from '@samenbeeld/money';
import { detectPersonalData } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { somePayments } from './made.ts';

const one: Transaction = { tx: 't1', at: '2024-03-01', sender: 'a1', receiver: 'b2', cents: 100 };

async function refusal(rows: readonly unknown[]): Promise<string> {
  const engine = await openEngine();
  try {
    await loadTransactions(engine, rows as readonly Transaction[]);
    return 'accepted';
  } catch (error) {
    const left = await engine.tables();
    return `${(error as Error).name}: ${(error as Error).message}${left.length > 0 ? ` LEFT ${left}` : ''}`;
  } finally {
    await engine.close();
  }
}

describe('loadTransactions', () => {
  it('numbers accounts by pseudonym and rows by time, then id', async () => {
    const engine = await openEngine();
    const data = await loadTransactions(engine, [
      {
        tx: 'c',
        at: '2024-03-02T10:00:00Z',
        sender: 'b2',
        receiver: 'c3',
        cents: 90,
        instrument: 'card',
      },
      { tx: 'b', at: '2024-03-01', sender: null, receiver: 'b2', cents: 110 },
      {
        tx: 'a',
        at: '2024-03-01T00:00',
        sender: 'a1',
        receiver: 'b2',
        cents: 100,
        fromCountry: 'NL',
        toCountry: 'BE',
      },
      { tx: 'd', at: '2024-03-03T10:00:00.250Z', sender: 'c3', receiver: 'c3', cents: 5 },
    ]);
    expect(await engine.rows(`select * from ${data.table} order by n`)).toEqual([
      {
        n: 0,
        ms: Date.UTC(2024, 2, 1),
        sender: 0,
        receiver: 1,
        cents: 100,
        instrument: null,
        from_country: 'NL',
        to_country: 'BE',
      },
      {
        n: 1,
        ms: Date.UTC(2024, 2, 1),
        sender: null,
        receiver: 1,
        cents: 110,
        instrument: null,
        from_country: null,
        to_country: null,
      },
      {
        n: 2,
        ms: Date.UTC(2024, 2, 2, 10),
        sender: 1,
        receiver: 2,
        cents: 90,
        instrument: 'card',
        from_country: null,
        to_country: null,
      },
      {
        n: 3,
        ms: Date.UTC(2024, 2, 3, 10) + 250,
        sender: 2,
        receiver: 2,
        cents: 5,
        instrument: null,
        from_country: null,
        to_country: null,
      },
    ]);
    expect(await engine.rows(`select * from ${data.accounts} order by n`)).toEqual([
      { n: 0, id: 'a1', payers: 0, payees: 1 },
      { n: 1, id: 'b2', payers: 1, payees: 1 },
      { n: 2, id: 'c3', payers: 1, payees: 0 },
    ]);
    const { n, accountCount, cents, currency, from, to, daysOnly, withCountries, toSelf } = data;
    expect({ n, accountCount, cents, currency, from, to, daysOnly, withCountries, toSelf }).toEqual(
      {
        n: 4,
        accountCount: 3,
        cents: 305,
        currency: 'EUR',
        from: '2024-03-01',
        to: '2024-03-03',
        daysOnly: false,
        withCountries: 1,
        toSelf: 1,
      },
    );
    expect(await engine.tables()).toEqual([data.accounts, data.table].sort());
    await engine.close();
  });

  it('takes a table, whatever the type of its times', async () => {
    const engine = await openEngine();
    await engine.run(
      `create table bank as select * from (values
         ('1', TIMESTAMP '2024-03-01 10:30:00', 'a1', 'b2', 100), ('2', TIMESTAMP '2024-03-02 00:00:00', 'b2', NULL, 40)
       ) v(tx, "at", sender, receiver, cents);
       create table day as select tx, cast("at" as DATE) as "at", sender, receiver, cents from bank`,
    );
    const bank = await loadTransactions(engine, 'bank');
    const day = await loadTransactions(engine, 'day');
    expect([bank.n, bank.cents, bank.daysOnly, day.daysOnly]).toEqual([2, 140, false, true]);
    await engine.run('create table short as select tx, sender from bank');
    await expect(loadTransactions(engine, 'short')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InputError: table "short" has no column at, receiver, cents; it has tx, sender. Repair: rename its columns to tx, at, sender, receiver, cents, currency, instrument, from_country, to_country]`,
    );
    await engine.run(
      'create table cut as select tx, "at", sender, receiver, cents + 0.5 as cents from bank',
    );
    await expect(loadTransactions(engine, 'cut')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InputError: table "cut" holds 2 amounts that are no whole cents. Repair: multiply amounts in euros by 100 and round them]`,
    );
    await engine.close();
  });

  it('gives the same table whatever the order of rows', async () => {
    const engine = await openEngine();
    const payments = somePayments({ accounts: 4, hours: 5, amounts: [1, 20, 300], most: 12 });
    await fc.assert(
      fc.asyncProperty(payments, fc.integer(), async (rows, turn) => {
        const other = rows.map((_, at) => rows[(at + Math.abs(turn)) % rows.length] as Transaction);
        const all = [];
        for (const given of [rows, other]) {
          const data = await loadTransactions(engine, given);
          expect(data.cents).toBe(given.reduce((sum, { cents }) => sum + cents, 0));
          all.push(await engine.rows(`select * from ${data.table} order by n`));
        }
        expect(all[0]).toEqual(all[1]);
      }),
      { numRuns: 12 },
    );
    await engine.close();
  });

  it('refuses what screens cannot use, and leaves nothing of it behind', async () => {
    const tried: readonly unknown[][] = [
      [],
      [one, { ...one, tx: 't2', at: null }],
      [one, { ...one, tx: 't2', at: '2024-02-30' }],
      [{ ...one, at: '1 March' }],
      [{ ...one, at: '2024-03-01T10:00:00+02:00' }],
      [one, { ...one, tx: 't2', cents: -5 }],
      [{ ...one, cents: 0 }],
      [{ ...one, cents: 12.5 }],
      [{ ...one, cents: Number.NaN }],
      [one, one],
      [{ ...one, sender: null, receiver: null }],
      [{ ...one, tx: null }],
      [{ ...one, currency: 'USD' }],
    ];
    expect(await Promise.all(tried.map(refusal))).toMatchInlineSnapshot(`
      [
        "InputError: expected transactions, found none. Repair: give at least one",
        "InputError: 1 of 2 transactions have no time; the first is row 2. Repair: give a date, or a date and time; without it no order is known and no window can be laid",
        "InputError: 1 of 2 transactions have a time that cannot be read; the first is row 2. Repair: write ISO dates (2024-03-01), or dates and times in UTC (2024-03-01T14:05:00Z)",
        "InputError: 1 of 1 transactions have a time that cannot be read; the first is row 1. Repair: write ISO dates (2024-03-01), or dates and times in UTC (2024-03-01T14:05:00Z)",
        "InputError: 1 of 1 transactions have a time that cannot be read; the first is row 1. Repair: write ISO dates (2024-03-01), or dates and times in UTC (2024-03-01T14:05:00Z)",
        "InputError: 1 of 2 transactions have an amount that is not above zero; the first is row 2. Repair: give amounts without sign, and the direction as sender and receiver; leave out corrections and say so",
        "InputError: 1 of 1 transactions have an amount that is not above zero; the first is row 1. Repair: give amounts without sign, and the direction as sender and receiver; leave out corrections and say so",
        "InputError: row 1: expected whole cents, found 12.5. Repair: give amounts in cents; \`toCents\` turns amounts into them",
        "InputError: row 1: expected whole cents, found NaN. Repair: give amounts in cents; \`toCents\` turns amounts into them",
        "InputError: 1 of 2 transactions have an id that another one has. Repair: leave out what was delivered twice; a payment counts once",
        "InputError: 1 of 1 transactions have neither sender nor receiver; the first is row 1. Repair: name one of the two; only the other side may be cash or unknown",
        "InputError: 1 of 1 transactions have no id; the first is row 1. Repair: give each transaction an id of its own",
        "RefusalError: 1 of 1 amounts are not in EUR; amounts of different currencies are not added or compared. Convert them with dated exchange rates, or load each currency apart.",
      ]
    `);
  });

  it('refuses accounts that are no pseudonyms, without naming them', async () => {
    // Numbers that pass the checks of their kind and belong to nobody known: the IBAN of ISO 13616's examples, made-up others.
    const tried = [
      'NL91ABNA0417164300',
      'BE71 0961 2345 6769',
      'rekening 12',
      'surname',
      'first.last85',
      '85.07.30-033.28',
      'x@example.org',
    ];
    const messages = await Promise.all(tried.map((sender) => refusal([{ ...one, sender }])));
    for (const [at, message] of messages.entries()) expect(message).not.toContain(tried[at]);
    expect(messages.map((message) => message.replace(/ Repair: .*/, ''))).toMatchInlineSnapshot(`
      [
        "InputError: expected pseudonyms as account ids, found some of 2 that look like what they must not be (iban: 1).",
        "InputError: expected pseudonyms as account ids, found some of 2 that look like what they must not be (iban: 1).",
        "InputError: expected pseudonyms as account ids, found some of 2 that look like what they must not be (name: 1).",
        "InputError: expected pseudonyms as account ids, found some of 2 that look like what they must not be (name: 1).",
        "InputError: expected pseudonyms as account ids, found some of 2 that look like what they must not be (name: 1).",
        "InputError: expected pseudonyms as account ids, found some of 2 that look like what they must not be (be-national-number: 1).",
        "InputError: expected pseudonyms as account ids, found some of 2 that look like what they must not be (e-mail: 1).",
      ]
    `);
    expect(await refusal([{ ...one, sender: 'first.last85' }])).toMatchInlineSnapshot(
      `"InputError: expected pseudonyms as account ids, found some of 2 that look like what they must not be (name: 1). Repair: replace each account id by a keyed hash before loading; a pseudonym has a digit, no blank and no two words"`,
    );
  });

  it('takes hashes, numbers and wallets for pseudonyms', async () => {
    const engine = await openEngine();
    const ids = [
      'deadbeef-cafe-4bad-8f00-ba5eba11f00d',
      '7830146918',
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7k',
      'acct_17',
      '9f86d081884c7d659a2feaa0c55ad015',
    ];
    const data = await loadTransactions(
      engine,
      ids.map((sender, at) => ({ ...one, tx: `${at}`, sender })),
    );
    expect(data.accountCount).toBe(ids.length + 1);
    // Of many hashes some look like what identifies a person: that of 25990 begins like an IBAN, check digits and all.
    const hashes = [...Array.from({ length: 2000 }, (_, at) => at), 25_990, 30_210].map((at) =>
      createHash('sha256').update(String(at)).digest('hex'),
    );
    const found = hashes.flatMap((hash) => detectPersonalData(hash, { column: 'code' }));
    expect(found.map(({ detector }) => detector)).toEqual(['iban', 'national-number']);
    const many = await loadTransactions(
      engine,
      hashes.map((sender, at) => ({ ...one, tx: `${at}`, sender })),
    );
    expect(many.accountCount).toBe(hashes.length + 1);
    await engine.close();
  });
});
