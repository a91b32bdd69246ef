import { wrongUse } from '@samenbeeld/schema';
import { randomOf } from '../random.ts';
import { type Entry, openLedger } from './ledger.ts';
import type { MadeTransaction, TransactionWorld } from './made-transaction.ts';
import { type PlantedTransactions, plantPatterns } from './plant-pattern.ts';
import { live, makePopulation, type Population } from './population.ts';

/** Options of `generateTransactions`. */
export interface TransactionOptions {
  /** Persons; 2,000. A person makes about fourteen payments a month. */
  readonly persons?: number;
  /** Days, at least 150; 180. */
  readonly days?: number;
  /** Patterns of each kind; 20. */
  readonly patterns?: number;
  /** Share of patterns that are slower, smaller or dearer than usual; 0.06. */
  readonly hard?: number;
}

/**
 * Half a year of payments between made-up accounts, with patterns of laundering planted among innocent ones that resemble
 * them, and the truth about both.
 *
 * Persons are paid, rent, shop, save and pay each other back; firms invoice and bank their takings; clubs collect dues,
 * friends pay for a holiday, builders pay helpers, accounts are used in summer only. The kinds of patterns are those of
 * AMLSim and AMLworld; amounts and delays are made up. A share of patterns lies outside what screens usually allow for.
 *
 * @param seed makes the same world again
 * @throws UsageError for fewer than 150 days or 200 persons
 * @example
 * ```ts
 * import { generateTransactions } from '@samenbeeld/exercise';
 * const { transactions, planted } = generateTransactions(1, { persons: 200, patterns: 2 });
 * planted.length // => 16
 * transactions[0]?.at.slice(0, 10) // => '2024-01-01'
 * ```
 */
export function generateTransactions(
  seed: number,
  options: TransactionOptions = {},
): TransactionWorld {
  const { persons = 2000, days = 180, patterns = 20, hard = 0.06 } = options;
  if (!(days >= 150 && persons >= 200))
    throw wrongUse(
      'een wereld van transacties vraagt 150 dagen en 200 personen; gevonden: {days} en {persons}',
      'un monde de transactions demande 150 jours et 200 personnes ; trouvé : {days} et {persons}',
      'eine Welt von Transaktionen braucht 150 Tage und 200 Personen; gefunden: {days} und {persons}',
      'a world of transactions needs 150 days and 200 persons, found {days} and {persons}',
      { days: String(days), persons: String(persons) },
    );
  const population = makePopulation(randomOf(seed, 'accounts'), persons);
  const ledger = openLedger(days);
  live(seed, population, ledger);
  const planted = plantPatterns(seed, population, ledger, { patterns, hard });
  return written(seed, population, ledger.entries, planted);
}

/** Transactions in order of time, under pseudonyms, and the patterns in the same terms. */
function written(
  seed: number,
  { accounts }: Population,
  entries: readonly Entry[],
  planted: readonly PlantedTransactions[],
): TransactionWorld {
  const start = Date.UTC(2024, 0, 1);
  const order = entries.map((_, at) => at);
  order.sort((a, b) => (entries[a] as Entry).ms - (entries[b] as Entry).ms || a - b);
  const name = new Map(order.map((at, place) => [at, `t${String(place + 1).padStart(7, '0')}`]));
  const id = (account: number): string | null => accounts[account]?.id ?? null;
  const country = (account: number, other: number): string =>
    (accounts[account] ?? accounts[other])?.country ?? 'NL';
  const transactions = order.map((at): MadeTransaction => {
    const { ms, from, to, cents, instrument } = entries[at] as Entry;
    return {
      tx: name.get(at) as string,
      at: `${new Date(start + ms).toISOString().slice(0, 19)}Z`,
      sender: id(from),
      receiver: id(to),
      cents,
      instrument,
      fromCountry: country(from, to),
      toCountry: country(to, from),
    };
  });
  const ids = (list: readonly number[]): readonly string[] => list.map((one) => id(one) as string);
  return {
    seed,
    transactions,
    planted: planted.map(({ kind, named, accounts: all, entries: made }) => ({
      kind,
      named: ids(named),
      accounts: ids(all),
      transactions: made.filter((at) => at >= 0).map((at) => name.get(at) as string),
    })),
    accounts,
  };
}
