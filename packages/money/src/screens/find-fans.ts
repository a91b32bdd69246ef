import { inFour, shape, takes } from '@samenbeeld/schema';
import { type Transactions, transactionsShape } from '../transactions/transaction.ts';
import { collect } from './collect.ts';
import { countHubs, isHubSql } from './hubs.ts';
import {
  countOf,
  directionOf,
  hubOf,
  leastOf,
  neededOption,
  type ScreenOptions,
  windowOf,
} from './limits.ts';
import { type Screen, toScreen } from './screen.ts';
import { distinctSql, patternsSql } from './window-sql.ts';

export interface FanOptions extends ScreenOptions {
  /** Many pay one, or one pays many. */
  readonly direction: 'in' | 'out';
  /** At least so many different counterparties; 5. */
  readonly counterparties?: number;
  /** Whether pairs that also deal at other times (wages, rents) count too; false. */
  readonly regular?: boolean;
}

/**
 * Accounts that many others pay, or that pay many others, within a few days.
 *
 * A window is any moment with the `days` (7) before it; it counts where it holds at least `counterparties` different ones.
 * Windows of one account that overlap are one pattern. Payments between two accounts that are further apart than the window
 * are regular (wages, rents, dues by the month) and left out unless `regular`. Hubs are set apart and counted. Cash has no
 * counterparty. Fan-in and fan-out as AMLSim names them (Suzumura and Kanezashi 2021).
 *
 * @throws UsageError without a direction, or for limits that are none
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { findFans, loadTransactions } from '@samenbeeld/money';
 * const engine = await openEngine();
 * const paid = [1, 2, 3, 4, 5].map((day) => ({ tx: `${day}`, at: `2024-03-0${day}`, sender: `a${day}`, receiver: 'b1', cents: 90000 }));
 * const data = await loadTransactions(engine, paid);
 * (await findFans(data, { direction: 'in' })).patterns // => [{ accounts: 6, transactions: 5, amount: 4500, from: '2024-03-01', to: '2024-03-05' }]
 * (await findFans(data, { direction: 'out' })).estimate // => 0
 * await engine.close();
 * ```
 */
export async function findFans(data: Transactions, options: FanOptions): Promise<Screen> {
  takes(
    'findFans',
    ['data', data, transactionsShape],
    ['options', options, shape.maybe(shape.options)],
  );

  const direction = directionOf(
    neededOption(
      options,
      'direction',
      inFour(
        'in waar velen één betalen, out waar één velen betaalt',
        'in là où plusieurs paient un seul, out là où un seul paie plusieurs',
        'in, wo viele einen bezahlen, out, wo einer viele bezahlt',
        'in where many pay one, out where one pays many',
      ),
    ),
    'direction',
  );
  const { days = 7, regular = false } = options;
  const width = windowOf(days);
  const count = countOf(options.counterparties ?? 5, 2, 'counterparties');
  const least = leastOf(options);
  const hub = hubOf(options);
  const isIn = direction === 'in';
  const [account, other] = isIn ? ['receiver', 'sender'] : ['sender', 'receiver'];
  const side = isIn ? 'payers' : 'payees';
  const occasional = regular
    ? 'true'
    : `max(ms) over (partition by sender, receiver) - min(ms) over (partition by sender, receiver) <= ${width}`;
  const payments = `(select account, other, n, ms, cents from (
      select t.${account} as account, t.${other} as other, t.n, ms, cents, ${occasional} as kept
      from ${data.table} t join ${data.accounts} a on a.n = t.${account}
      where sender <> receiver and cents >= ${least} and a.${side} >= ${count} and not ${isHubSql(side, hub, 'a')})
    where kept)`;
  const counted = distinctSql(payments, ['account'], 'other', width);
  const hits = `(select *, others >= ${count} as hit from ${counted})`;
  const { patterns, accounts } = await collect(data.engine, {
    members: patternsSql(hits, ['account'], width),
    accounts: '1 + count(distinct other)',
  });
  return toScreen({
    kind: isIn ? 'fan_in' : 'fan_out',
    data,
    options,
    patterns,
    accounts,
    hubs: await countHubs(data, side, hub),
    count,
    days,
    method: 'Different counterparties in moving windows',
    definition: `at least ${count} different accounts ${isIn ? 'pay one' : 'are paid by one'} within ${days} days, amounts from ${least / 100} ${data.currency}${regular ? '' : ', pairs that deal within the window only'}`,
    details: { least: least / 100, hubLimit: hub },
  });
}
