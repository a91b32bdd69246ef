import { shape, takes } from '@samenbeeld/schema';
import { type Transactions, transactionsShape } from '../transactions/transaction.ts';
import { collect } from './collect.ts';
import { findHops } from './hops.ts';
import { countHubs } from './hubs.ts';
import { countOf, hubOf, leastOf, type ScreenOptions, shareOf, windowOf } from './limits.ts';
import { type Screen, toScreen } from './screen.ts';
import { distinctSql, patternsSql } from './window-sql.ts';

export interface ScatterGatherOptions extends ScreenOptions {
  /** At least so many accounts in between; 3. */
  readonly between?: number;
  /** Least share of an amount that is handed on; 0.9. */
  readonly retained?: number;
}

/**
 * One account pays several, and they pay the same other account: money that parts and meets again.
 *
 * Pairs of payments A → M → B, the second later, within `days` (7), with at least `retained` of the amount and no more than it; at
 * least `between` different M whose first payments lie in one window of `days`. Hubs are set apart: wages and rents meet in the
 * same way. Scatter-gather as AMLSim names it.
 *
 * @throws UsageError for limits that are none
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { findScatterGather, loadTransactions } from '@samenbeeld/money';
 * const engine = await openEngine();
 * const paid = [1, 2, 3].flatMap((m) => [['a0', `m${m}`, 1], [`m${m}`, 'b0', 2]].map(([sender, receiver, day]) => ({ tx: `${m}${day}`, at: `2024-03-0${day}`, sender, receiver, cents: 100000 })));
 * (await findScatterGather(await loadTransactions(engine, paid))).patterns // => [{ accounts: 5, transactions: 6, amount: 3000, from: '2024-03-01', to: '2024-03-02' }]
 * await engine.close();
 * ```
 */
export async function findScatterGather(
  data: Transactions,
  options: ScatterGatherOptions = {},
): Promise<Screen> {
  takes(
    'findScatterGather',
    ['data', data, transactionsShape],
    ['options', options, shape.options],
  );

  const { days = 7 } = options;
  const width = windowOf(days);
  const retained = shareOf(options.retained ?? 0.9, 'retained');
  const count = countOf(options.between ?? 3, 2, 'between');
  const least = leastOf(options);
  const hub = hubOf(options);
  const hops = await findHops(data, { width, retained, least, hub });
  try {
    const keys = ['source', 'sink'];
    const steps = `(select source, sink, middle, n, ms, last, cents, first_place, last_place from (
        select *, count(*) over (partition by source, sink) as ways from (
          select e.sender as source, f.receiver as sink, e.receiver as middle,
            cast(row_number() over (order by a, b) as INTEGER) as n, e.ms, f.ms as last, f.cents, a as first_place, b as last_place
          from ${hops.pairs} join ${hops.payments} e on e.place = a join ${hops.payments} f on f.place = b)
        where source <> sink)
      where ways >= ${count})`;
    const hits = `(select *, others >= ${count} as hit from ${distinctSql(steps, keys, 'middle', width)})`;
    // A last payment may follow several first ones; its amount counts once.
    const members = `(select *, row_number() over (partition by source, sink, pattern, last_place order by first_place) as turn
      from ${patternsSql(hits, keys, width)})`;
    const { patterns, accounts } = await collect(data.engine, {
      members,
      keys,
      accounts: '2 + count(distinct middle)',
      transactions: 'count(distinct first_place) + count(distinct last_place)',
      cents: 'sum(case when turn = 1 then cents end)',
      last: 'last',
      named: ['source', 'middle', 'sink'],
    });
    return toScreen({
      kind: 'scatter_gather',
      data,
      options,
      patterns,
      accounts,
      hubs: await countHubs(data, 'either', hub),
      count,
      days,
      method: 'Pairs of payments through the same accounts, in moving windows',
      definition: `at least ${count} accounts hand on at least ${retained} of what one account paid them to one other account, within ${days} days each, amounts from ${least / 100} ${data.currency}`,
      details: { least: least / 100, retained, hubLimit: hub },
    });
  } finally {
    await hops.drop();
  }
}
