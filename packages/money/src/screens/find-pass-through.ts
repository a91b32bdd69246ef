import { shape, takes } from '@samenbeeld/schema';
import { type Transactions, transactionsShape } from '../transactions/transaction.ts';
import { collect } from './collect.ts';
import { countHubs, isHubSql } from './hubs.ts';
import { hubOf, leastOf, type ScreenOptions, shareOf, windowOf } from './limits.ts';
import { type Screen, toScreen } from './screen.ts';
import { patternsSql, windowSql } from './window-sql.ts';

export interface PassThroughOptions extends ScreenOptions {
  /** Least share of what came in that goes out, and the other way round; 0.9. */
  readonly retained?: number;
  /** Least sum that comes in within the window; 2,500. */
  readonly sum?: number;
}

/**
 * Accounts that hand on nearly all they get within hours or days.
 *
 * At each payment out of an account, what came in and what went out in the `days` (2) before it, of amounts from `least` on,
 * and of what went out only from the first that came in: money that left before cannot be handed on. It counts where min(in, out) / max(in, out) ≥ `retained`. Windows that overlap are one pattern. `details.layers` counts payments
 * that are the way out of one such account and the way into another: chains. Cash counts. Hubs are set apart.
 *
 * @throws UsageError for limits that are none
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { findPassThrough, loadTransactions } from '@samenbeeld/money';
 * const engine = await openEngine();
 * const paid = [['a1', 'b1', 5000], ['b1', 'c1', 4900], ['c1', 'd1', 4800]].map(([sender, receiver, euros], hour) => ({ tx: `${hour}`, at: `2024-03-01T1${hour}:00`, sender, receiver, cents: euros * 100 }));
 * const { patterns, details } = await findPassThrough(await loadTransactions(engine, paid));
 * [patterns.map(({ amount }) => amount), details.layers] // => [[4900, 4800], 1]
 * await engine.close();
 * ```
 */
export async function findPassThrough(
  data: Transactions,
  options: PassThroughOptions = {},
): Promise<Screen> {
  takes('findPassThrough', ['data', data, transactionsShape], ['options', options, shape.options]);

  const { days = 2, sum = 2500 } = options;
  const width = windowOf(days);
  const retained = shareOf(options.retained ?? 0.9, 'retained');
  const least = leastOf(options);
  const hub = hubOf(options);
  const total = Math.max(leastOf({ least: sum }), 1);
  const side = (account: string, other: string, came: string, went: string): string =>
    `select t.${account} as account, t.${other} as other, t.n, ms, ${came} as came, ${went} as went
     from ${data.table} t join ${data.accounts} a on a.n = t.${account}
     where cents >= ${least} and sender is distinct from receiver and not ${isHubSql('either', hub, 'a')}`;
  const flows = `(${side('receiver', 'sender', 'cents', '0')} union all ${side('sender', 'receiver', '0', 'cents')})`;
  const window = windowSql(['account'], width);
  // What had left before a payment came in; its least over a window is what had left before the first one in it.
  const gone = `(select *, sum(went) over (partition by account order by ms) as left_so_far,
    case when came > 0 then coalesce(sum(went) over (partition by account order by ms range between unbounded preceding and 1 preceding), 0) end as left_before
    from ${flows})`;
  const sums = `(select *, sum(came) over ${window} as all_in,
    left_so_far - min(left_before) over ${window} as all_out from ${gone})`;
  const hits = `(select *, went > 0 and all_in >= ${total} and all_out >= cast(${retained} as DOUBLE) * all_in and all_in >= cast(${retained} as DOUBLE) * all_out as hit from ${sums})`;
  const { patterns, accounts, more } = await collect(
    data.engine,
    {
      members: `(select * from ${patternsSql(hits, ['account'], width)}
        qualify ms >= min(case when came > 0 then ms end) over (partition by account, pattern))`,
      accounts: '1 + count(distinct other)',
      cents: 'least(sum(came), sum(went))',
    },
    async (members) => {
      const [row] = await data.engine.rows<{ layers: number }>(
        `select count(*) as layers from (select n from ${members} group by n having sum(came) > 0 and sum(went) > 0)`,
      );
      return row?.layers ?? 0;
    },
  );
  return toScreen({
    kind: 'pass_through',
    data,
    options,
    patterns,
    accounts,
    hubs: await countHubs(data, 'either', hub),
    count: Math.round(retained * 100),
    days,
    method: 'Money in and out of an account in moving windows',
    definition: `min(in, out) / max(in, out) of at least ${retained} within ${days} days, at least ${total / 100} ${data.currency} in, amounts from ${least / 100}`,
    details: { least: least / 100, retained, hubLimit: hub, layers: more ?? 0 },
  });
}
