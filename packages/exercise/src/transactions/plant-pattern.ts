import { type Random, randomOf } from '../random.ts';
import { around, between, cash, day, type Entry, type Ledger, moment } from './ledger.ts';
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
interface Ground {
  readonly random: Random;
  readonly ledger: Ledger;
  readonly of: Population['of'];
  /** One in so many: slower, smaller or with higher fees than screens usually allow for. */
  readonly isHard: boolean;
}

/** Different persons' accounts, as launderers borrow or buy them. */
function mules({ random, of }: Ground, count: number): readonly number[] {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(random.pick(of.person));
  return [...chosen];
}

/** A day on which something that takes so many days can start. */
function startDay({ random, ledger }: Ground, room: number): number {
  return random.int(0, Math.max(0, ledger.days - room - 1));
}

const hour = 3_600_000;

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

/** Second accounts that nobody uses after the first weeks. */
function asleep(of: Population['of'], entries: readonly Entry[]): readonly number[] {
  const last = new Map<number, number>();
  for (const { ms, from, to } of entries)
    for (const account of [from, to]) last.set(account, Math.max(ms, last.get(account) ?? 0));
  return of.second.filter((account) => (last.get(account) ?? Number.POSITIVE_INFINITY) < 32 * day);
}

/** How many patterns of each kind are planted, and which share of them is hard. */
interface Planting {
  readonly patterns: number;
  readonly hard: number;
}

/** Plants patterns of every kind among what is lived already. */
export function plantPatterns(
  seed: number,
  { of }: Population,
  ledger: Ledger,
  { patterns, hard }: Planting,
): readonly PlantedTransactions[] {
  const quiet = asleep(of, ledger.entries);
  const planted: PlantedTransactions[] = [];
  for (const kind of Object.keys(planters) as (keyof typeof planters)[]) {
    const random = randomOf(seed, kind);
    for (let count = 0; count < patterns; count += 1)
      planted.push(planters[kind]({ random, ledger, of, isHard: random.chance(hard) }));
  }
  const random = randomOf(seed, 'dormant');
  for (const account of random.shuffle(quiet).slice(0, patterns))
    planted.push(plantDormant({ random, ledger, of, isHard: random.chance(hard) }, account));
  return planted;
}
