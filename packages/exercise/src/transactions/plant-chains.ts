import { around, between, cash, day, moment } from './ledger.ts';
import { type Ground, mules, type PlantedTransactions, startDay } from './plant-pattern.ts';

const hour = 3_600_000;

/** Money goes round through several accounts and comes back, less a fee each time. */
export function plantCycle(ground: Ground): PlantedTransactions {
  return goRound(ground, 'cycle', mules(ground, ground.random.int(3, 6)), 4 * 24);
}

/** Money leaves the country, passes accounts abroad, and returns. */
export function plantRoundTrip(ground: Ground): PlantedTransactions {
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
export function plantPassThrough(ground: Ground): PlantedTransactions {
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
export function plantStructuring(ground: Ground): PlantedTransactions {
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
