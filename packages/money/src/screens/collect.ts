import type { Engine } from '@samenbeeld/engine';
import { tableName } from '../transactions/table-name.ts';
import type { PatternRow } from './screen.ts';

/** Rows of patterns and what is counted in them. */
export interface Collect {
  /** A relation of rows with keys (`account` where left out), `pattern`, `ms` and what the expressions read. */
  readonly members: string;
  readonly keys?: readonly string[];
  /** SQL of the accounts of a pattern, of its transactions and of its amount in cents. */
  readonly accounts: string;
  readonly transactions?: string;
  readonly cents?: string;
  readonly last?: string;
  /** Columns that hold the accounts a person would look at; the keys where left out. */
  readonly named?: readonly string[];
}

/** Counts patterns and gathers their accounts from rows that are worked out once. */
export async function collect<More = unknown>(
  engine: Engine,
  given: Collect,
  more?: (members: string) => Promise<More>,
): Promise<{
  readonly patterns: readonly PatternRow[];
  readonly accounts: readonly number[];
  readonly more: More | undefined;
}> {
  const { keys = ['account'], named = keys, accounts } = given;
  const { transactions = 'count(*)', cents = 'sum(cents)', last = 'ms' } = given;
  const members = tableName(engine, 'members');
  await engine.run(`create temporary table ${members} as select * from ${given.members} m`);
  try {
    const patterns = await engine.rows<PatternRow>(
      `select ${accounts} as accounts, ${transactions} as transactions, ${cents} as cents,
         min(ms) as first, max(${last}) as last
       from ${members} group by ${keys.join(', ')}, pattern
       order by min(ms), max(${last}), ${keys.join(', ')}, pattern`,
    );
    const union = named
      .map((column) => `select ${column} as account from ${members}`)
      .join(' union ');
    const found = await engine.rows<{ account: number }>(
      `select distinct account from (${union}) where account is not null order by account`,
    );
    return {
      patterns,
      accounts: found.map(({ account }) => account),
      more: await more?.(members),
    };
  } finally {
    await engine.run(`drop table ${members}`);
  }
}
