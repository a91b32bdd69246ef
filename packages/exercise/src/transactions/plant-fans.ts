import { around, between, day, moment } from './ledger.ts';
import { type Ground, mules, type PlantedTransactions, startDay } from './plant-pattern.ts';

/** Many pay one, or one pays many, within a week. */
export function plantFan(ground: Ground, direction: 'in' | 'out'): PlantedTransactions {
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
export function plantScatterGather(ground: Ground): PlantedTransactions {
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
export function plantDormant(ground: Ground, account: number): PlantedTransactions {
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
