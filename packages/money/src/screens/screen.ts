import type { Finding } from '@samenbeeld/schema';
import { fromCents } from '../amount/cents.ts';
import { dayOf } from '../transactions/day-of.ts';
import type { Transactions } from '../transactions/transaction.ts';
import type { Hubs } from './hubs.ts';
import type { ScreenOptions } from './limits.ts';
import { type ScreenKind, screenSays } from './screen-words.ts';

/** A pattern, without saying whose. */
export interface Pattern {
  /** How many accounts have a part in it. */
  readonly accounts: number;
  readonly transactions: number;
  readonly amount: number;
  /** Days of its first and its last transaction. */
  readonly from: string;
  readonly to: string;
}

/** A finding whose estimate is a number of patterns. It holds no account; see `accountsBehind`. */
export interface Screen extends Finding {
  readonly kind: ScreenKind;
  /** In order of time, which ranks nothing. */
  readonly patterns: readonly Pattern[];
}

/** A pattern as it comes out of the engine. */
export interface PatternRow {
  readonly accounts: number;
  readonly transactions: number;
  readonly cents: number;
  readonly first: number;
  readonly last: number;
}

/** What a screen found, and how it is said. */
export interface Found {
  readonly kind: ScreenKind;
  readonly data: Transactions;
  readonly options: ScreenOptions;
  readonly patterns: readonly PatternRow[];
  /** Numbers of the accounts a person would look at. */
  readonly accounts: readonly number[];
  readonly hubs: Hubs | null;
  /** Least number of counterparties, amounts or links, as the sentence says it. */
  readonly count: number;
  readonly days: number;
  readonly definition: string;
  readonly method: string;
  readonly assumptions?: readonly string[];
  readonly warnings?: readonly string[];
  readonly details?: Readonly<Record<string, number | string | null>>;
  /** Whether the search ended before it was through. */
  readonly isCut?: boolean;
  /** Whether the data lack what the pattern is told by. */
  readonly isUnknown?: boolean;
}

/** Accounts of a screen, kept where nothing that writes a finding can reach them. */
const behind = new WeakMap<
  Screen,
  { readonly data: Transactions; readonly accounts: readonly number[] }
>();

/** The accounts of a screen made here, by number; undefined for any other object, a copy of it too. */
export function hiddenAccounts(
  screen: Screen,
): { readonly data: Transactions; readonly accounts: readonly number[] } | undefined {
  return behind.get(screen);
}

/** Makes the finding of a screen, and keeps its accounts apart from it. */
export function toScreen(found: Found): Screen {
  const { kind, data, options, hubs, count, days } = found;
  const patterns = [...found.patterns]
    .sort((a, b) => a.first - b.first || a.last - b.last || a.cents - b.cents)
    .map(
      ({ accounts, transactions, cents, first, last }): Pattern => ({
        accounts,
        transactions,
        amount: fromCents(cents),
        from: dayOf(first),
        to: dayOf(last),
      }),
    );
  const { isCut = false, isUnknown = false } = found;
  const screen: Screen = {
    kind,
    subject: options.subject ?? '',
    estimate: isUnknown ? null : patterns.length,
    unit: 'pattern',
    interval: null,
    n: data.n,
    p: null,
    method: found.method,
    definition: found.definition,
    assumptions: [
      'the transactions of the accounts are complete within the period',
      'an account under two pseudonyms is two accounts',
      ...(found.assumptions ?? []),
    ],
    warnings: [
      'a screen shows where to look; most accounts that fit a pattern have an innocent reason',
      ...(hubs && hubs.accounts > 0
        ? [
            `${hubs.accounts} hubs with more counterparties than the limit, in ${hubs.transactions} transactions, are set apart`,
          ]
        : []),
      ...(data.daysOnly ? ['times are whole days: the order within a day is not known'] : []),
      ...(isCut ? ['the search was ended before all was seen: there are at least so many'] : []),
      ...(found.warnings ?? []),
    ],
    confidence: 'low',
    details: {
      days,
      accounts: found.accounts.length,
      shareOfAccounts: data.accountCount === 0 ? null : found.accounts.length / data.accountCount,
      hubs: hubs?.accounts ?? null,
      hubTransactions: hubs?.transactions ?? null,
      ...found.details,
    },
    says: screenSays({
      kind,
      patterns: patterns.length,
      accounts: found.accounts.length,
      n: data.n,
      count,
      days,
      hubs,
      isCut,
      isUnknown,
      label: options.label,
    }),
    patterns,
  };
  behind.set(screen, { data, accounts: found.accounts });
  return screen;
}
