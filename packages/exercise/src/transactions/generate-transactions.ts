import { inFour, UsageError } from '@samenbeeld/schema';
import { type Random, randomOf } from '../random.ts';
import {
  around,
  between,
  cash,
  day,
  type Entry,
  type Ledger,
  moment,
  openLedger,
} from './ledger.ts';
import { liveLookAlikes } from './live-look-alikes.ts';
import type { MadeTransaction, PatternKind, TransactionWorld } from './made-transaction.ts';
import { type Ground, mules, type PlantedTransactions, startDay } from './plant-pattern.ts';
import { makePopulation, type Person, type Population, uneven } from './population.ts';

const hour = 3_600_000;

/** Money goes round through several accounts and comes back, less a fee each time. */
function plantCycle(ground: Ground): PlantedTransactions {
  return goRound(ground, 'cycle', mules(ground, ground.random.int(3, 6)), 4 * 24);
}

/** Money leaves the country, passes accounts abroad, and returns. */
function plantRoundTrip(ground: Ground): PlantedTransactions {
  const { random, of } = ground;
  const [owner = 0, cousin = 0] = mules(ground, 2);
  const first = random.int(0, of.abroad.length - 1);
  const abroad = Array.from(
    { length: random.int(1, 3) },
    (_, at) => of.abroad[(first + at) % of.abroad.length] as number,
  );
  const accounts = random.chance(0.5) ? [owner, ...abroad] : [owner, ...abroad, cousin];
  return goRound(
    ground,
    'round_trip',
    accounts.length < 3 ? [...accounts, cousin] : accounts,
    7 * 24,
  );
}

function goRound(
  ground: Ground,
  kind: 'cycle' | 'round_trip',
  accounts: readonly number[],
  slowest: number,
): PlantedTransactions {
  const { random, ledger, isHard } = ground;
  const start = startDay(ground, Math.ceil((accounts.length * slowest) / 24) + 1);
  let at = moment(random, start);
  let cents = around(random, 8000, 0.6);
  const entries = accounts.map((from, step) => {
    const entry = ledger.pay(at, from, accounts[(step + 1) % accounts.length] as number, cents);
    at += random.int(1, slowest - 1) * hour;
    cents = Math.floor(cents * between(random, isHard ? 0.8 : 0.92, isHard ? 0.9 : 1));
    return entry;
  });
  return { kind, named: accounts, accounts, entries };
}

/** A chain of accounts, each of which sends on nearly all it got within a day and a half, in one to three parts. */
function plantPassThrough(ground: Ground): PlantedTransactions {
  const { random, ledger, isHard, of } = ground;
  const accounts = mules(ground, random.int(3, 5));
  const named = accounts.slice(1, -1);
  const start = startDay(ground, accounts.length * 3);
  let at = moment(random, start);
  let cents = around(random, 12_000, 0.5);
  const origin = random.pick(of.abroad);
  const entries = [ledger.pay(at - 2 * hour, origin, accounts[0] as number, cents)];
  for (const [step, from] of accounts.slice(0, -1).entries()) {
    const to = accounts[step + 1] as number;
    const parts = random.int(1, 3);
    for (let part = 0; part < parts; part += 1)
      entries.push(ledger.pay(at + part * hour, from, to, cents / parts));
    at += parts * hour + random.int(2, isHard ? 120 : 34) * hour;
    cents = Math.floor(cents * between(random, isHard ? 0.7 : 0.92, 1));
  }
  return { kind: 'pass_through', named: [accounts[0] as number, ...named], accounts, entries };
}

/** Cash is brought in amounts below ten thousand euros that together pass it. */
function plantStructuring(ground: Ground): PlantedTransactions {
  const { random, ledger, isHard } = ground;
  const [account = 0] = mules(ground, 1);
  const deposits = random.int(4, 12);
  const span = isHard ? 30 : random.int(2, 9);
  const start = startDay(ground, span + 1);
  const entries = Array.from({ length: deposits }, () =>
    ledger.pay(
      moment(random, start) + between(random, 0, span * day),
      cash,
      account,
      1_000_000 * between(random, isHard ? 0.15 : 0.4, 0.99),
      'cash_deposit',
    ),
  );
  return { kind: 'structuring', named: [account], accounts: [account], entries };
}

/** What persons do every month: wages, rent, bills, shops, friends, savings, cash. */
function liveMonths(random: Random, population: Population, ledger: Ledger): void {
  const months = Math.ceil(ledger.days / 30);
  for (const person of population.people)
    for (let month = 0; month < months; month += 1)
      liveMonth(random, { population, ledger, person, start: month * 30 });
}

interface Month {
  readonly population: Population;
  readonly ledger: Ledger;
  readonly person: Person;
  readonly start: number;
}

function liveMonth(random: Random, { population, ledger, person, start }: Month): void {
  const { account, employer, salary, landlord, rent } = person;
  const any = (): number => moment(random, start + random.int(0, 29));
  ledger.pay(moment(random, start + person.payday), employer, account, salary);
  ledger.pay(moment(random, start + random.int(0, 2)), account, landlord, rent);
  for (const utility of person.utilities)
    ledger.pay(moment(random, start + 14), account, utility, around(random, 80, 0.4));
  for (let bought = random.poisson(8); bought > 0; bought -= 1)
    ledger.pay(
      any(),
      account,
      uneven(random, population.of.shop, 2),
      around(random, 35, 0.8),
      'card',
    );
  if (random.chance(0.15))
    ledger.pay(any(), account, uneven(random, population.of.shop, 2), around(random, 900, 0.5));
  for (let paid = random.poisson(0.8); paid > 0; paid -= 1) {
    const friend = random.pick(person.friends);
    const [at, cents] = [any(), around(random, 25, 0.9)];
    ledger.pay(at, account, friend, cents);
    // Friends pay each other back, now and then to the cent.
    if (random.chance(0.2)) ledger.pay(at + random.int(1, 20) * day, friend, account, cents);
  }
  for (let drawn = random.poisson(1); drawn > 0; drawn -= 1)
    ledger.pay(any(), account, cash, random.pick([2000, 5000, 10_000, 20_000]), 'cash_withdrawal');
  if (random.chance(0.04))
    ledger.pay(any(), cash, account, around(random, 600, 0.8), 'cash_deposit');
  if (person.savings !== null) save(random, { ledger, person, at: any(), savings: person.savings });
}

/** Money is put by; sometimes it is taken out and spent within a day, which looks like passing it through. */
function save(
  random: Random,
  at: {
    readonly ledger: Ledger;
    readonly person: Person;
    readonly at: number;
    readonly savings: number;
  },
): void {
  const { ledger, person, savings } = at;
  ledger.pay(at.at, person.account, savings, around(random, 250, 0.6));
  if (!random.chance(0.06)) return;
  const cents = around(random, 1500, 0.5);
  ledger.pay(at.at + 2 * day, savings, person.account, cents);
  const spent = at.at + 2 * day + random.int(1, 30) * 3_600_000;
  const share = between(random, 0.7, 1);
  ledger.pay(spent, person.account, random.pick(person.friends), cents * share);
}

/** Many pay one, or one pays many, within a week. */
function plantFan(ground: Ground, direction: 'in' | 'out'): PlantedTransactions {
  const { random, ledger, isHard } = ground;
  const [centre = 0, ...others] = mules(
    ground,
    1 + (isHard ? random.int(4, 6) : random.int(6, 20)),
  );
  const span = isHard ? 20 : random.int(1, 6);
  const start = startDay(ground, span + 4);
  const usual = isHard ? 450 : around(random, 1800, 0.5) / 100;
  let total = 0;
  const entries = others.map((other) => {
    const cents = around(random, Math.max(usual, 400), 0.25);
    total += cents;
    const [from, to] = direction === 'in' ? [other, centre] : [centre, other];
    return ledger.pay(moment(random, start + random.int(0, span)), from, to, cents);
  });
  // Half of those who gather send it on abroad, and half of those who spread got it from there.
  if (random.chance(0.5)) {
    const abroad = random.pick(ground.of.abroad);
    const [from, to] = direction === 'in' ? [centre, abroad] : [abroad, centre];
    const at = moment(random, direction === 'in' ? start + span + 2 : Math.max(0, start - 1));
    entries.push(ledger.pay(at, from, to, total * between(random, 0.8, 0.98)));
  }
  return {
    kind: direction === 'in' ? 'fan_in' : 'fan_out',
    named: [centre],
    accounts: [centre, ...others],
    entries,
  };
}

/** One pays several, who pass it on to another one. */
function plantScatterGather(ground: Ground): PlantedTransactions {
  const { random, ledger, isHard } = ground;
  const accounts = mules(ground, 2 + random.int(isHard ? 3 : 5, 12));
  const [source = 0, sink = 0, ...middles] = accounts;
  const start = startDay(ground, 10);
  const usual = around(random, 3000, 0.5) / 100;
  const entries = middles.flatMap((middle) => {
    const cents = around(random, Math.max(usual, 900), 0.3);
    const at = moment(random, start + random.int(0, 2));
    const kept = between(random, isHard ? 0.7 : 0.91, 1);
    const on = at + random.int(2, 70) * 3_600_000;
    return [
      ledger.pay(at, source, middle, cents),
      ledger.pay(on, middle, sink, Math.floor(cents * kept)),
    ];
  });
  return { kind: 'scatter_gather', named: accounts, accounts, entries };
}

/** An account that slept for months, then moves money every day for a week. */
function plantDormant(ground: Ground, account: number): PlantedTransactions {
  const { random, ledger, isHard } = ground;
  const start = random.int(Math.min(130, ledger.days - 12), Math.max(130, ledger.days - 12));
  const others = mules(ground, random.int(8, 20));
  const span = isHard ? 12 : random.int(2, 6);
  const entries = others.map((other, at) => {
    const [from, to] = at % 2 === 0 ? [other, account] : [account, other];
    const cents = around(random, 1400, 0.6);
    return ledger.pay(moment(random, start) + (span * day * at) / others.length, from, to, cents);
  });
  return { kind: 'dormant', named: [account], accounts: [account, ...others], entries };
}

/** What firms do: invoices between them, from and to abroad, takings in cash. */
function runFirms(random: Random, { of }: Population, ledger: Ledger): void {
  const firms = [...of.employer, ...of.shop, ...of.supplier];
  const months = Math.ceil(ledger.days / 30);
  for (const firm of firms) {
    const suppliers = Array.from({ length: random.int(2, 6) }, () => random.pick(of.supplier));
    const customers = Array.from({ length: random.int(1, 5) }, () => random.pick(firms));
    const partner = random.chance(0.3) ? random.pick(of.abroad) : null;
    for (let month = 0; month < months; month += 1) {
      const any = (): number => moment(random, month * 30 + random.int(0, 29));
      for (const supplier of suppliers)
        if (supplier !== firm && random.chance(0.8))
          ledger.pay(any(), firm, supplier, around(random, 1800, 0.9));
      for (const customer of customers)
        if (customer !== firm && random.chance(0.8))
          ledger.pay(any(), customer, firm, around(random, 4000, 0.9));
      if (partner !== null && random.chance(0.6)) {
        const bought = random.chance(0.5);
        ledger.pay(
          any(),
          bought ? firm : partner,
          bought ? partner : firm,
          around(random, 9000, 0.8),
        );
      }
    }
  }
  for (const shop of of.shop) if (random.chance(0.4)) bankTakings(random, shop, ledger);
}

/** A shop brings its takings to the bank once or twice a week: below any threshold, and innocent. */
function bankTakings(random: Random, shop: number, ledger: Ledger): void {
  const usual = around(random, 1500, 0.7) / 100;
  const every = random.pick([3, 4, 7, 7, 7]);
  for (let at = random.int(0, 6); at < ledger.days; at += every)
    ledger.pay(moment(random, at), cash, shop, around(random, usual, 0.3), 'cash_deposit');
}

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

const planters: Readonly<
  Record<Exclude<PatternKind, 'dormant'>, (ground: Ground) => PlantedTransactions>
> = {
  fan_in: (ground) => plantFan(ground, 'in'),
  fan_out: (ground) => plantFan(ground, 'out'),
  cycle: plantCycle,
  scatter_gather: plantScatterGather,
  structuring: plantStructuring,
  pass_through: plantPassThrough,
  round_trip: plantRoundTrip,
};

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
    throw new UsageError(
      inFour(
        'een wereld van transacties vraagt 150 dagen en 200 personen; gevonden: {days} en {persons}',
        'un monde de transactions demande 150 jours et 200 personnes ; trouvé : {days} et {persons}',
        'eine Welt von Transaktionen braucht 150 Tage und 200 Personen; gefunden: {days} und {persons}',
        'a world of transactions needs 150 days and 200 persons, found {days} and {persons}',
        { days: String(days), persons: String(persons) },
      ),
    );
  const population = makePopulation(randomOf(seed, 'accounts'), persons);
  const ledger = openLedger(days);
  liveMonths(randomOf(seed, 'months'), population, ledger);
  runFirms(randomOf(seed, 'firms'), population, ledger);
  liveLookAlikes(randomOf(seed, 'look-alikes'), population, ledger);
  const quiet = asleep(population, ledger.entries);
  const planted: PlantedTransactions[] = [];
  for (const kind of Object.keys(planters) as (keyof typeof planters)[]) {
    const random = randomOf(seed, kind);
    for (let count = 0; count < patterns; count += 1)
      planted.push(
        planters[kind]({ random, ledger, of: population.of, isHard: random.chance(hard) }),
      );
  }
  const random = randomOf(seed, 'dormant');
  for (const account of random.shuffle(quiet).slice(0, patterns))
    planted.push(
      plantDormant({ random, ledger, of: population.of, isHard: random.chance(hard) }, account),
    );
  return written(seed, population, ledger.entries, planted);
}

/** Second accounts that nobody uses after the first weeks. */
function asleep({ of }: Population, entries: readonly Entry[]): readonly number[] {
  const last = new Map<number, number>();
  for (const { ms, from, to } of entries)
    for (const account of [from, to]) last.set(account, Math.max(ms, last.get(account) ?? 0));
  return of.second.filter((account) => (last.get(account) ?? Number.POSITIVE_INFINITY) < 32 * day);
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
