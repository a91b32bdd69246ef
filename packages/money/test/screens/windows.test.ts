// Each screen of moving windows against a plain reading of its definition, on random payments.
import { openEngine } from '@samenbeeld/engine';
import {
  findDormantThenBusy,
  findFans,
  findPassThrough,
  findStructuring,
  loadTransactions,
  type Screen,
  type Transaction,
} from '@samenbeeld/money';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { somePayments } from '../transactions/made.ts';
import { naivePatterns } from './naive.ts';

const hub = Number.POSITIVE_INFINITY;
const payments = somePayments({
  accounts: 6,
  hours: 60,
  amounts: [30, 40, 60, 70, 100],
  fewest: 20,
  most: 60,
});
const sum = (rows: readonly Transaction[]): number =>
  rows.reduce((all, { cents }) => all + cents, 0);

/** Numbers of transactions, amounts and ends of patterns, in an order of their own. */
function shape(patterns: Screen['patterns']): readonly string[] {
  return patterns
    .map(({ transactions, amount, from, to }) => `${transactions} ${amount} ${from} ${to}`)
    .sort();
}

function shapeOf(
  rows: readonly Transaction[],
  patterns: readonly string[],
  amount: (members: readonly Transaction[]) => number = sum,
): readonly string[] {
  return patterns
    .map((ids) => {
      const members = ids.split(' ').map((tx) => rows.find((row) => row.tx === tx) as Transaction);
      const times = members.map(({ at }) => at).sort();
      return `${members.length} ${amount(members) / 100} ${times[0]?.slice(0, 10)} ${times.at(-1)?.slice(0, 10)}`;
    })
    .sort();
}

async function compare(
  screen: (data: Awaited<ReturnType<typeof loadTransactions>>) => Promise<Screen>,
  expected: (rows: readonly Transaction[]) => readonly string[],
): Promise<number> {
  const engine = await openEngine();
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(payments, async (rows) => {
      const data = await loadTransactions(engine, rows);
      const patterns = expected(rows);
      seen += patterns.length;
      expect(shape((await screen(data)).patterns)).toEqual(patterns);
      await engine.run(`drop table ${data.table}; drop table ${data.accounts}`);
    }),
    { numRuns: 10, seed: 11 },
  );
  await engine.close();
  return seen;
}

test('findStructuring adds amounts below the threshold in every window', async () => {
  const seen = await compare(
    (data) => findStructuring(data, { threshold: 1, near: 0.4, count: 2, days: 0.5 }),
    (rows) =>
      shapeOf(
        rows,
        naivePatterns(
          rows,
          12,
          ({ receiver, sender, cents }) =>
            sender !== receiver && cents >= 40 && cents < 100 ? receiver : null,
          (window) => window.length >= 2 && sum(window) >= 100,
        ),
      ),
  );
  expect(seen).toBeGreaterThan(25);
});

test.each(['in', 'out'] as const)(
  'findFans (%s) counts different counterparties in every window',
  async (direction) => {
    const [account, other] =
      direction === 'in' ? (['receiver', 'sender'] as const) : (['sender', 'receiver'] as const);
    const seen = await compare(
      (data) =>
        findFans(data, { direction, counterparties: 3, days: 1, least: 0.4, regular: true, hub }),
      (rows) =>
        shapeOf(
          rows,
          naivePatterns(
            rows,
            24,
            (row) =>
              row.sender !== null && row.sender !== row.receiver && row.cents >= 40
                ? row[account]
                : null,
            (window) => new Set(window.map((row) => row[other])).size >= 3,
          ),
        ),
    );
    expect(seen).toBeGreaterThan(10);
  },
);

test('findFans leaves out pairs that deal at other times too', async () => {
  await compare(
    (data) => findFans(data, { direction: 'in', counterparties: 2, days: 0.5, least: 0, hub }),
    (rows) => {
      const times = (pair: Transaction): readonly number[] =>
        rows
          .filter(({ sender, receiver }) => sender === pair.sender && receiver === pair.receiver)
          .map(({ at }) => Date.parse(at));
      const occasional = rows.filter(
        (row) => Math.max(...times(row)) - Math.min(...times(row)) <= 12 * 3_600_000,
      );
      return shapeOf(
        rows,
        naivePatterns(
          occasional,
          12,
          (row) => (row.sender !== null && row.sender !== row.receiver ? row.receiver : null),
          (window) => new Set(window.map(({ sender }) => sender)).size >= 2,
        ),
      );
    },
  );
});

/** Payments as an account sees them: once for each side. */
function moves(
  rows: readonly Transaction[],
): readonly (Transaction & { readonly account: string; readonly isIn: boolean })[] {
  return rows.flatMap((row) => [
    ...(row.receiver === null ? [] : [{ ...row, account: row.receiver, isIn: true }]),
    ...(row.sender === null ? [] : [{ ...row, account: row.sender, isIn: false }]),
  ]);
}

test('findPassThrough compares what came in with what went out', async () => {
  const seen = await compare(
    (data) => findPassThrough(data, { days: 0.5, retained: 0.8, least: 0.4, sum: 1, hub }),
    (rows) => {
      const used = moves(rows).filter(
        ({ sender, receiver, cents }) => sender !== receiver && cents >= 40,
      );
      const came = (list: readonly Transaction[], account: string) =>
        sum(list.filter(({ receiver }) => receiver === account));
      const went = (list: readonly Transaction[], account: string) =>
        sum(list.filter(({ sender }) => sender === account));
      const accounts = [...new Set(used.map(({ account }) => account))];
      return accounts
        .flatMap((account) => {
          const own = used.filter((one) => one.account === account);
          const last = (window: readonly Transaction[]) =>
            Math.max(...window.map(({ at }) => Date.parse(at)));
          // What left before the first that came in was not handed on.
          const since = (list: readonly Transaction[]): readonly Transaction[] => {
            const ins = list.filter(({ receiver }) => receiver === account);
            const first = Math.min(...ins.map(({ at }) => Date.parse(at)));
            return list.filter(({ at }) => Date.parse(at) >= first);
          };
          const patterns = naivePatterns(
            own,
            12,
            () => account,
            (window) => {
              const [i, o] = [came(window, account), went(since(window), account)];
              const ends = window.some(
                (row) => row.sender === account && Date.parse(row.at) === last(window),
              );
              return ends && i >= 100 && Math.min(i, o) >= 0.8 * Math.max(i, o);
            },
          );
          const handedOn = patterns.map((ids) => {
            const members = since(own.filter(({ tx }) => ids.split(' ').includes(tx)));
            return [...new Set(members.map(({ tx }) => tx))].sort().join(' ');
          });
          return shapeOf(rows, handedOn, (members) =>
            Math.min(came(members, account), went(members, account)),
          );
        })
        .sort();
    },
  );
  expect(seen).toBeGreaterThan(5);
});

test('findDormantThenBusy looks behind a pause only', async () => {
  const seen = await compare(
    (data) => findDormantThenBusy(data, { asleep: 1, days: 0.5, count: 2, least: 1 }),
    (rows) => {
      const used = moves(rows).filter(({ sender, receiver, isIn }) => sender !== receiver || isIn);
      const accounts = [...new Set(used.map(({ account }) => account))];
      return accounts
        .flatMap((account) => {
          const own = used.filter((one) => one.account === account);
          const times = own.map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
          const wakes = times.filter(
            (time, at) => at > 0 && time - (times[at - 1] as number) >= 24 * 3_600_000,
          );
          const patterns = naivePatterns(
            own,
            12,
            () => account,
            (window) =>
              window.some(({ at }) => wakes.includes(Date.parse(at))) &&
              window.length >= 2 &&
              sum(window) >= 100,
          );
          return shapeOf(rows, patterns);
        })
        .sort();
    },
  );
  expect(seen).toBeGreaterThan(2);
});
