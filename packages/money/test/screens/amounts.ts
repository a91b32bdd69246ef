import type { Transaction } from '@samenbeeld/money';

/** Payments with these amounts in cents. */
export function amounts(cents: readonly number[]): readonly Transaction[] {
  return cents.map((one, at) => ({
    tx: `${at}`,
    at: '2024-03-01',
    sender: 'a1',
    receiver: 'b1',
    cents: one,
  }));
}
