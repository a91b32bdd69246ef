import type { Random } from '../random.ts';
import { around, between, day, type Ledger, moment } from './ledger.ts';
import type { Population } from './population.ts';

/** Innocent doings that resemble a pattern: dues, group holidays, small landlords, builders, accounts used in summer only. */
export function liveLookAlikes(random: Random, { of, people }: Population, ledger: Ledger): void {
  const some = (list: readonly number[], count: number): readonly number[] =>
    Array.from({ length: count }, () => random.pick(list));
  const share = (part: number): number => Math.ceil(people.length * part);
  const late = (room: number): number => random.int(0, Math.max(0, ledger.days - room));

  for (const club of of.club) {
    const [start, dues] = [late(20), around(random, 120, 0.5)];
    for (const member of some(of.person, random.int(15, 60)))
      ledger.pay(moment(random, start + random.int(0, 14)), member, club, dues);
  }
  // Friends pay one of them for a holiday or a present; he pays the house.
  for (const organiser of some(of.person, share(0.006))) {
    const [start, cost] = [late(12), around(random, 220, 0.7)];
    const friends = some(of.person, random.int(5, 14)).filter((one) => one !== organiser);
    for (const friend of friends)
      ledger.pay(moment(random, start + random.int(0, 5)), friend, organiser, cost);
    ledger.pay(moment(random, start + 7), organiser, random.pick(of.shop), cost * friends.length);
  }
  for (const owner of some(of.person, share(0.01))) {
    const tenants = some(of.person, random.int(2, 7)).filter((one) => one !== owner);
    const rents = tenants.map(() => around(random, 800, 0.2));
    for (let month = 0; month * 30 < ledger.days; month += 1)
      tenants.forEach((tenant, at) => {
        const paid = moment(random, month * 30 + random.int(0, 3));
        ledger.pay(paid, tenant, owner, rents[at] as number);
      });
  }
  // A builder is paid by a client, and pays those who did the work.
  for (const builder of some(of.supplier, share(0.004))) {
    const start = late(10);
    const paid = around(random, 14_000, 0.5);
    ledger.pay(moment(random, start), random.pick(of.employer), builder, paid);
    const helpers = some([...of.person, ...of.supplier], random.int(3, 9));
    for (const helper of helpers)
      if (helper !== builder)
        ledger.pay(
          moment(random, start + random.int(1, 5)),
          builder,
          helper,
          (paid * 0.7) / helpers.length,
        );
  }
  // Colleagues get a bonus and give most of it to the one of them who books the journey.
  for (const employer of some(of.employer, share(0.003))) {
    const [start, bonus] = [late(12), around(random, 900, 0.2)];
    const [organiser = 0, ...colleagues] = some(of.person, random.int(3, 8));
    for (const one of colleagues) {
      if (one === organiser) continue;
      const paid = moment(random, start);
      ledger.pay(paid, employer, one, bonus);
      ledger.pay(paid + random.int(1, 6) * day, one, organiser, bonus * between(random, 0.8, 1));
    }
  }
  // A loan between friends that is paid back whole.
  for (const lender of some(of.person, share(0.006))) {
    const [start, cents] = [late(40), around(random, 1500, 0.5)];
    const friend = random.pick(of.person);
    if (friend === lender) continue;
    ledger.pay(moment(random, start), lender, friend, cents);
    ledger.pay(moment(random, start + random.int(5, 40)), friend, lender, cents);
  }
  for (const second of of.second) useNowAndThen(random, second, { of, ledger, late });
}

/** An account that is hardly used; for a few of them, all at once in summer. */
function useNowAndThen(
  random: Random,
  account: number,
  {
    of,
    ledger,
    late,
  }: {
    readonly of: Population['of'];
    readonly ledger: Ledger;
    readonly late: (room: number) => number;
  },
): void {
  const first = moment(random, random.int(0, 20));
  for (let used = random.int(1, 4); used > 0; used -= 1) {
    const cents = around(random, 150, 0.8);
    ledger.pay(first + used * random.int(0, 3) * day, random.pick(of.person), account, cents);
  }
  if (!random.chance(0.35)) return;
  const start = late(12);
  for (let used = random.int(1, 9); used > 0; used -= 1) {
    const shop = random.pick(of.shop);
    ledger.pay(moment(random, start + random.int(0, 9)), account, shop, around(random, 260, 1));
  }
}
