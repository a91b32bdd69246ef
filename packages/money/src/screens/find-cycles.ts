import { shape, takes } from '@samenbeeld/schema';
import { type Transactions, transactionsShape } from '../transactions/transaction.ts';
import { type CycleOptions, cyclesOf } from './cycles-of.ts';
import { type Screen, toScreen } from './screen.ts';

/**
 * Money that goes from account to account and returns to where it began.
 *
 * Simple cycles of 2 to 6 payments, each strictly later than the one before, all within `days` (30) from the first to the last;
 * each account hands on at least `retained` (0.9) of what came in, and no more than it. All of them are found, each once
 * (depth first from its earliest payment over pairs joined in the engine; Johnson 1975 for graphs without time), unless the
 * search is cut at `steps`, which the finding says. Hubs are not followed and counted.
 *
 * @throws UsageError for limits that are none
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { findCycles, loadTransactions } from '@samenbeeld/money';
 * const engine = await openEngine();
 * const paid = [['a1', 'b1', 5000], ['b1', 'c1', 4800], ['c1', 'a1', 4700]].map(([sender, receiver, euros], day) => ({ tx: `${day}`, at: `2024-03-0${day + 1}`, sender, receiver, cents: euros * 100 }));
 * (await findCycles(await loadTransactions(engine, paid))).patterns // => [{ accounts: 3, transactions: 3, amount: 5000, from: '2024-03-01', to: '2024-03-03' }]
 * await engine.close();
 * ```
 */
export async function findCycles(data: Transactions, options: CycleOptions = {}): Promise<Screen> {
  takes('findCycles', ['data', data, transactionsShape], ['options', options, shape.options]);

  const { search, ...found } = await cyclesOf(data, options, () => true);
  const { shortest, longest, days, retained, least, hub } = search;
  return toScreen({
    ...found,
    kind: 'cycle',
    data,
    options,
    count: longest,
    days,
    method: 'Enumeration of temporal cycles',
    definition: `simple cycles of ${shortest} to ${longest} payments, each later than the one before, within ${days} days, at least ${retained} handed on each time and no more than came in, amounts from ${least / 100} ${data.currency}`,
    details: { least: least / 100, retained, shortest, longest, hubLimit: hub },
  });
}
