import type { Random } from '../random.ts';
import type { Ledger } from './ledger.ts';
import type { PatternKind } from './made-transaction.ts';
import type { Population } from './population.ts';

/** A pattern by numbers of accounts and entries. */
export interface PlantedTransactions {
  readonly kind: PatternKind;
  readonly named: readonly number[];
  readonly accounts: readonly number[];
  readonly entries: readonly number[];
}

/** Where a pattern is put. */
export interface Ground {
  readonly random: Random;
  readonly ledger: Ledger;
  readonly of: Population['of'];
  /** One in so many: slower, smaller or with higher fees than screens usually allow for. */
  readonly isHard: boolean;
}

/** Different persons' accounts, as launderers borrow or buy them. */
export function mules({ random, of }: Ground, count: number): readonly number[] {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(random.pick(of.person));
  return [...chosen];
}

/** A day on which something that takes so many days can start. */
export function startDay({ random, ledger }: Ground, room: number): number {
  return random.int(0, Math.max(0, ledger.days - room - 1));
}
