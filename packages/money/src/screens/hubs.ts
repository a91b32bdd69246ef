import type { Transactions } from '../transactions/transaction.ts';

/** Accounts set apart because they deal with very many, and what they carry. */
export interface Hubs {
  readonly accounts: number;
  readonly transactions: number;
  /** Of all transactions. */
  readonly share: number;
}

/** Which side of an account makes it a hub. */
export type HubSide = 'payers' | 'payees' | 'either';

/** SQL that is true of a hub, over a row of the accounts. */
export function isHubSql(side: HubSide, limit: number, alias: string): string {
  const above = (column: string): string => `${alias}.${column} > ${limit}`;
  return side === 'either' ? `(${above('payers')} or ${above('payees')})` : above(side);
}

/** Counts the hubs on one side, and the transactions that reach them there. */
export async function countHubs(
  { engine, table, accounts, n }: Transactions,
  side: HubSide,
  limit: number,
): Promise<Hubs> {
  const hubs = `select n from ${accounts} a where ${isHubSql(side, limit, 'a')}`;
  const reached = {
    payers: `receiver in (${hubs})`,
    payees: `sender in (${hubs})`,
    either: `receiver in (${hubs}) or sender in (${hubs})`,
  }[side];
  const [row] = await engine.rows<{ accounts: number; transactions: number }>(
    `select (select count(*) from (${hubs})) as accounts,
       (select count(*) from ${table} where ${reached}) as transactions`,
  );
  const { accounts: found = 0, transactions = 0 } = row ?? {};
  return { accounts: found, transactions, share: transactions / n };
}
