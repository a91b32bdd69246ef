import type { Random } from '../random.ts';
import { around, between, cash, day, type Ledger, moment } from './ledger.ts';
import { type Person, type Population, uneven } from './population.ts';

/** What persons do every month: wages, rent, bills, shops, friends, savings, cash. */
export function liveMonths(random: Random, population: Population, ledger: Ledger): void {
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
