import { argumentKinds, inFour, shape, takes, UsageError, wrongArgument } from '@samenbeeld/schema';
import type { Amount } from '../amount/cents.ts';
import { type Transactions, transactionsShape } from '../transactions/transaction.ts';
import { collect } from './collect.ts';
import { instrumentSql } from './instrument-sql.ts';
import {
  countOf,
  directionOf,
  type ScreenOptions,
  shareOf,
  thresholdOf,
  windowOf,
} from './limits.ts';
import { type Screen, toScreen } from './screen.ts';
import { patternsSql, windowSql } from './window-sql.ts';

/** Options of `findStructuring`; `least` and `hub` do not apply. */
export interface StructuringOptions extends Omit<ScreenOptions, 'least' | 'hub'> {
  /** The declared threshold, in the currency of the table. */
  readonly threshold: Amount;
  /** Amounts below this share of the threshold are not counted; 0.3. */
  readonly near?: number;
  /** At least so many amounts; 3. */
  readonly count?: number;
  /** Instruments for which the threshold holds ("cash_deposit"); all where not given. */
  readonly instruments?: readonly string[];
  /** Whether amounts that come in or that go out are added; in. */
  readonly side?: 'in' | 'out';
}

/**
 * Accounts where several amounts, each below a threshold of declaration, together reach it within some days.
 *
 * A window is any moment with the `days` (10) before it; it counts where it holds at least `count` amounts from
 * `near` × threshold up to, not including, the threshold, and they add up to the threshold. Windows of one account that
 * overlap are one pattern. Name the threshold that is in force for the instrument and place, and the instrument. See
 * `findBunching` for amounts just below it over all accounts. FATF typologies call this structuring or smurfing.
 *
 * @throws UsageError without a threshold, or for limits that are none
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { findStructuring, loadTransactions } from '@samenbeeld/money';
 * const engine = await openEngine();
 * const paid = [4000, 4500, 9900].map((euros, day) => ({ tx: String(day), at: `2024-03-0${day + 1}`, sender: null, receiver: 'a1', cents: euros * 100 }));
 * const screen = await findStructuring(await loadTransactions(engine, paid), { threshold: 10000 });
 * screen.patterns // => [{ accounts: 1, transactions: 3, amount: 18400, from: '2024-03-01', to: '2024-03-03' }]
 * await engine.close();
 * ```
 */
export async function findStructuring(
  data: Transactions,
  options: StructuringOptions,
): Promise<Screen> {
  takes(
    'findStructuring',
    ['data', data, transactionsShape],
    ['options', options, shape.maybe(shape.options)],
  );

  const threshold = thresholdOf(options);
  const { near = 0.3, instruments, days = 10 } = options;
  const side = directionOf(options.side ?? 'in', 'side');
  if (threshold <= 0)
    throw new UsageError(wrongArgument('threshold', argumentKinds.aboveZero, options.threshold));
  const width = windowOf(days);
  const count = countOf(options.count ?? 3, 2, 'count');
  const low = Math.ceil(threshold * shareOf(near, 'near'));
  const [account, other] = side === 'in' ? ['receiver', 'sender'] : ['sender', 'receiver'];
  const amounts = `(select ${account} as account, ${other} as other, n, ms, cents from ${data.table}
    where ${account} is not null and ${account} is distinct from ${other}
      and cents >= ${low} and cents < ${threshold} and ${instrumentSql(instruments)})`;
  const window = windowSql(['account'], width);
  const hits = `(select *, count(*) over ${window} >= ${count} and sum(cents) over ${window} >= ${threshold} as hit from ${amounts})`;
  const { patterns, accounts } = await collect(data.engine, {
    members: patternsSql(hits, ['account'], width),
    accounts: '1',
  });
  return toScreen({
    kind: 'structuring',
    data,
    options,
    patterns,
    accounts,
    hubs: null,
    count,
    days,
    method: 'Sums of amounts below a threshold in moving windows',
    definition: `at least ${count} amounts from ${low / 100} up to, not including, ${threshold / 100} ${data.currency} ${side === 'in' ? 'into' : 'out of'} one account within ${days} days, together at least ${threshold / 100}`,
    assumptions: [
      inFour(
        'de drempel gold, voor deze betaalmiddelen, op deze plaatsen',
        'le seuil était en vigueur, pour ces instruments, en ces lieux',
        'die Schwelle galt, für diese Zahlungsmittel, an diesen Orten',
        'the threshold was in force, for these instruments, in these places',
      ),
    ],
    details: { threshold: threshold / 100, instruments: instruments?.join(', ') ?? null },
  });
}
