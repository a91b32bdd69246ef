import type { Transaction } from '@samenbeeld/money';
import fc from 'fast-check';

/** A payment on an hour of January 2024, by account, in cents. */
export function paid(
  tx: string,
  hour: number,
  sender: string | null,
  receiver: string | null,
  cents: number,
): Transaction {
  const at = `${new Date(Date.UTC(2024, 0, 1, hour)).toISOString().slice(0, 19)}Z`;
  return { tx, at, sender, receiver, cents };
}

/** Random payments between few accounts, with ties in time, cash and payments to oneself. */
export function somePayments(options: {
  readonly accounts: number;
  readonly hours: number;
  readonly amounts: readonly number[];
  readonly fewest?: number;
  readonly most: number;
}): fc.Arbitrary<readonly Transaction[]> {
  const account = fc.integer({ min: 0, max: options.accounts - 1 }).map((n) => `a${n}`);
  const row = fc.record({
    hour: fc.integer({ min: 0, max: options.hours }),
    sender: fc.option(account, { freq: 8, nil: null }),
    receiver: account,
    cents: fc.constantFrom(...options.amounts),
  });
  return fc
    .array(row, { minLength: options.fewest ?? 1, maxLength: options.most, size: 'max' })
    .map((rows) =>
      rows.map(({ hour, sender, receiver, cents }, at) =>
        paid(`t${at}`, hour, sender, receiver, cents),
      ),
    );
}
