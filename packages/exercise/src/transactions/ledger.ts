import type { Random } from '../random.ts';
import type { Instrument } from './made-transaction.ts';

/** One day in milliseconds. */
export const day = 86_400_000;

/** A payment between accounts by number; -1 is cash. */
export interface Entry {
  readonly ms: number;
  readonly from: number;
  readonly to: number;
  readonly cents: number;
  readonly instrument: Instrument;
}

/** Entries of a world, within its days. */
export interface Ledger {
  readonly days: number;
  readonly entries: readonly Entry[];
  /** Number of the entry, or -1 where it falls behind the last day. */
  pay(ms: number, from: number, to: number, cents: number, instrument?: Instrument): number;
}

/** Cash over the counter. */
export const cash = -1;

/** An empty ledger of so many days. */
export function openLedger(days: number): Ledger {
  const entries: Entry[] = [];
  return {
    days,
    entries,
    pay(ms, from, to, cents, instrument = 'transfer') {
      if (ms >= days * day) return -1;
      const whole = Math.max(1, Math.round(cents));
      return (
        entries.push({ ms: Math.floor(ms / 1000) * 1000, from, to, cents: whole, instrument }) - 1
      );
    },
  };
}

/** A moment of a day between six and twenty-two o'clock. */
export function moment(random: Random, at: number): number {
  return at * day + random.int(6 * 3600, 22 * 3600 - 1) * 1000;
}

/** An amount in cents around a median in euros, log-normal. */
export function around(random: Random, median: number, sigma: number): number {
  return Math.round(median * 100 * Math.exp(sigma * random.normal()));
}

/** A share between two. */
export function between(random: Random, low: number, high: number): number {
  return low + ((high - low) * random.int(0, 1_000_000)) / 1_000_000;
}
