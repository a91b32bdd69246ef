import { inFour, shape, takes, wrongUse } from '@samenbeeld/schema';
import { type Transactions, transactionsShape } from '../transactions/transaction.ts';
import { collect } from './collect.ts';
import { countOf, leastOf, type ScreenOptions, windowOf } from './limits.ts';
import { type Screen, toScreen } from './screen.ts';
import { patternsSql, windowSql } from './window-sql.ts';

/** Options of `findDormantThenBusy`; `hub` does not apply, and `least` is of the sum. */
export interface DormantOptions extends Omit<ScreenOptions, 'hub'> {
  /** Days without any transaction; 90. */
  readonly asleep?: number;
  /** At least so many transactions in the window; 5. */
  readonly count?: number;
}

/**
 * Accounts that slept for months and then are busy.
 *
 * No transaction for at least `asleep` days, then within `days` (7) of waking at least `count` transactions, in and out, that
 * add up to at least `least` (2,500). An account is asleep only where it was used before, in these data: a new account is not
 * told from one that slept. The period must be longer than the sleep.
 *
 * @throws UsageError for limits that are none
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { findDormantThenBusy, loadTransactions } from '@samenbeeld/money';
 * const engine = await openEngine();
 * const paid = ['01-02', '06-01', '06-02', '06-03', '06-04', '06-05'].map((day, at) => ({ tx: `${at}`, at: `2024-${day}`, sender: `a${at}`, receiver: 'b1', cents: 90000 }));
 * (await findDormantThenBusy(await loadTransactions(engine, paid))).patterns // => [{ accounts: 6, transactions: 5, amount: 4500, from: '2024-06-01', to: '2024-06-05' }]
 * await engine.close();
 * ```
 */
export async function findDormantThenBusy(
  data: Transactions,
  options: DormantOptions = {},
): Promise<Screen> {
  takes(
    'findDormantThenBusy',
    ['data', data, transactionsShape],
    ['options', options, shape.options],
  );

  const { days = 7, asleep = 90 } = options;
  const width = windowOf(days);
  const sleep = windowOf(asleep, 'asleep');
  if (sleep <= width)
    throw wrongUse(
      '`asleep` is langer dan `days`, niet {asleep} en {days}',
      '`asleep` est plus long que `days`, et non {asleep} et {days}',
      '`asleep` ist länger als `days`, nicht {asleep} und {days}',
      '`asleep` must be longer than `days`, got {asleep} and {days}',
      { asleep: String(asleep), days: String(days) },
    );
  const count = countOf(options.count ?? 5, 2, 'count');
  const least = leastOf({ least: options.least ?? 2500 });
  const moves = `(
    select receiver as account, sender as other, n, ms, cents from ${data.table} where receiver is not null
    union all
    select sender, receiver, n, ms, cents from ${data.table} where sender is not null and sender is distinct from receiver)`;
  // Only the few accounts that ever slept are looked at closely.
  const slept = `(select distinct account from (
      select account, ms - lag(ms) over (partition by account order by ms) as pause from ${moves})
    where pause >= ${sleep})`;
  const woken = `(select m.*, ms - lag(ms) over (partition by account order by ms, n) as pause
    from ${moves} m where account in (select account from ${slept}))`;
  const window = windowSql(['account'], width);
  const counted = `(select *, max(case when pause >= ${sleep} then 1 else 0 end) over ${window} as woke,
      count(*) over ${window} as moved, sum(cents) over ${window} as total from ${woken})`;
  const hits = `(select *, woke = 1 and moved >= ${count} and total >= ${least} as hit from ${counted})`;
  const { patterns, accounts } = await collect(data.engine, {
    members: patternsSql(hits, ['account'], width),
    accounts: '1 + count(distinct other)',
  });
  return toScreen({
    kind: 'dormant',
    data,
    options,
    patterns,
    accounts,
    hubs: null,
    count,
    days,
    method: 'Pauses between transactions, and moving windows after them',
    definition: `no transaction for ${asleep} days, then at least ${count} within ${days} days, together at least ${least / 100} ${data.currency}`,
    warnings:
      Date.parse(data.to) - Date.parse(data.from) < sleep
        ? [
            inFour(
              'de gegevens beslaan minder dan {n} {n:dag|dagen}: geen rekening kan zo lang hebben stilgelegen',
              'les données couvrent moins de {n} {n:jour|jours}\u00a0: aucun compte ne peut avoir dormi si longtemps',
              'die Daten umfassen weniger als {n} {n:Tag|Tage}: Kein Konto kann so lange geruht haben',
              'the data cover less than {n} {n:day|days}: no account can have slept so long',
              { n: asleep },
            ),
          ]
        : [],
    details: { least: least / 100, asleep },
  });
}
