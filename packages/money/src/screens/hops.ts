import { InputError, inFour, type Text } from '@samenbeeld/schema';
import { tableName } from '../transactions/table-name.ts';
import type { Transactions } from '../transactions/transaction.ts';
import { isHubSql } from './hubs.ts';

/** Which payments may follow which. */
export interface HopLimits {
  readonly width: number;
  /** Least share of an amount that goes on. */
  readonly retained: number;
  readonly least: number;
  readonly hub: number;
}

/** Tables of payments between accounts that are no hubs, by `place` in time, and of pairs that may follow each other. */
export interface Hops {
  readonly payments: string;
  /** Columns a and b: places of a payment, and of one that hands it on. */
  readonly pairs: string;
  drop(): Promise<void>;
}

/** More pairs than this are not compared, and more than that are not kept: a machine of an office ends before. */
const mostCompared = 400_000_000;
const mostKept = 20_000_000;

function tooMany(what: Text, found: number): InputError {
  return new InputError(
    inFour(
      '{found} {what} zijn meer dan een zoektocht kan bekijken',
      '{found} {what} sont plus qu’une recherche ne peut examiner',
      '{found} {what} sind mehr, als eine Suche ansehen kann',
      '{found} {what} are more than a search can look at',
      { found: String(found), what },
    ),
    inFour(
      'verhoog `least`, verlaag `hub` (drukke rekeningen staan dan apart en worden geteld), of verkort `days`',
      'relevez `least`, baissez `hub` (les comptes très actifs sont alors mis à part et comptés), ou raccourcissez `days`',
      '`least` erhöhen, `hub` senken (rege Konten stehen dann für sich und werden gezählt) oder `days` verkürzen',
      'raise `least`, lower `hub` (busy accounts are then set apart and counted), or shorten `days`',
    ),
  );
}

/**
 * Pairs of payments where the receiver of one pays on, strictly later, within the window, no more than came in and at least the
 * retained share of it. Joined by account and by slice of time as wide as the window: the next payment is in the same or the
 * next slice.
 *
 * @throws InputError for more pairs than can be compared or kept
 */
export async function findHops(data: Transactions, limits: HopLimits): Promise<Hops> {
  const { engine, table, accounts } = data;
  const { width, retained, least, hub } = limits;
  const payments = tableName(engine, 'payments');
  const pairs = tableName(engine, 'pairs');
  const goesOn = `f.sender = e.receiver and f.ms > e.ms and f.ms - e.ms <= ${width}
    and f.cents <= e.cents and f.cents >= cast(${retained} as DOUBLE) * e.cents`;
  const join = (next: number): string =>
    `select e.place as a, f.place as b from ${payments} e join ${payments} f on f.slice = e.slice + ${next} and ${goesOn}`;
  const drop = (): Promise<void> =>
    engine.run(`drop table if exists ${payments}; drop table if exists ${pairs}`);
  try {
    await engine.run(
      `create temporary table ${payments} as
       select cast(row_number() over (order by t.n) - 1 as INTEGER) as place, t.n, ms, sender, receiver, cents,
         from_country, to_country, cast(floor(ms / cast(${width} as DOUBLE)) as BIGINT) as slice
       from ${table} t join ${accounts} s on s.n = t.sender join ${accounts} r on r.n = t.receiver
       where t.sender <> t.receiver and cents >= ${least}
         and not ${isHubSql('either', hub, 's')} and not ${isHubSql('either', hub, 'r')}
       order by t.n`,
    );
    const count = (side: string): string =>
      `(select ${side} as account, slice, count(*) as many from ${payments} group by ${side}, slice)`;
    const [compared] = await engine.rows<{ n: number | null }>(
      `select sum(i.many * o.many) as n from ${count('receiver')} i join ${count('sender')} o
       on o.account = i.account and (o.slice = i.slice or o.slice = i.slice + 1)`,
    );
    if ((compared?.n ?? 0) > mostCompared)
      throw tooMany(
        inFour(
          'paren betalingen via één rekening',
          'paires de paiements par un seul compte',
          'Paare von Zahlungen über ein Konto',
          'pairs of payments through one account',
        ),
        compared?.n ?? 0,
      );
    await engine.run(`create temporary table ${pairs} as ${join(0)} union all ${join(1)}`);
    const [kept] = await engine.rows<{ n: number }>(`select count(*) as n from ${pairs}`);
    if ((kept?.n ?? 0) > mostKept)
      throw tooMany(
        inFour(
          'betalingen die op een andere kunnen volgen',
          'paiements qui peuvent en suivre un autre',
          'Zahlungen, die auf eine andere folgen können',
          'payments that may follow another',
        ),
        kept?.n ?? 0,
      );
  } catch (error) {
    await drop();
    throw error;
  }
  return { payments, pairs, drop };
}
