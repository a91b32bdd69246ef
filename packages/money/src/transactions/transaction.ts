import type { Engine } from '@samenbeeld/engine';
import { type Shape, shape } from '@samenbeeld/schema';

/** A payment between two accounts under pseudonyms. */
export interface Transaction {
  readonly tx: string;
  /** ISO date, or date and time in UTC. */
  readonly at: string;
  /** Pseudonym of an account; null is cash, or an account nobody knows. Not both. */
  readonly sender: string | null;
  readonly receiver: string | null;
  /** Whole cents, above zero. */
  readonly cents: number;
  /** Three letters; absent is that of the table. */
  readonly currency?: string;
  /** How it was paid ("cash_deposit", "transfer"). */
  readonly instrument?: string;
  /** Country of the sender's and of the receiver's account. */
  readonly fromCountry?: string;
  readonly toCountry?: string;
}

/** Transactions in an engine, ready for screens. Drop the tables, or close the engine, to be rid of them. */
export interface Transactions {
  readonly engine: Engine;
  /** Table of transactions in order of time: n, ms (since 1970), sender, receiver (account numbers), cents, instrument, from_country, to_country. */
  readonly table: string;
  /** Table of accounts: n, id (pseudonym), payers and payees (how many different ones). */
  readonly accounts: string;
  readonly n: number;
  readonly accountCount: number;
  /** Sum of all amounts. */
  readonly cents: number;
  readonly currency: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  /** Whether times are days only, so that the order within a day is not known. */
  readonly daysOnly: boolean;
  /** How many transactions name both countries. */
  readonly withCountries: number;
  /** Payments of an account to itself; screens of counterparties leave them out. */
  readonly toSelf: number;
}

export const transactionsShape: Shape = shape.record<Transactions>({
  engine: shape.anything,
  table: shape.text,
  accounts: shape.text,
});
