import { type Random, randomOf } from '../random.ts';
import { around, between, cash, day, type Ledger, moment } from './ledger.ts';
import type { Role } from './made-transaction.ts';

/** An account with what its holder does every month. */
interface Account {
  readonly id: string;
  readonly role: Role;
  readonly country: string;
}

/** A person's fixed circumstances, by account number. */
interface Person {
  readonly account: number;
  readonly employer: number;
  readonly payday: number;
  readonly salary: number;
  readonly landlord: number;
  readonly rent: number;
  readonly utilities: readonly number[];
  readonly friends: readonly number[];
  readonly savings: number | null;
}

/** Who is there. */
export interface Population {
  readonly accounts: readonly Account[];
  readonly people: readonly Person[];
  /** Account numbers by role. */
  readonly of: Readonly<Record<Role, readonly number[]>>;
}

const home: Readonly<Record<string, number>> = { NL: 45, BE: 35, DE: 8, FR: 7, LU: 5 };
const away: Readonly<Record<string, number>> = {
  AE: 3,
  TR: 3,
  CN: 2,
  GB: 3,
  ES: 3,
  PL: 3,
  CY: 1,
  HK: 1,
  MA: 2,
  US: 2,
};

/** How many accounts of each role there are for so many persons. */
function sizes(persons: number): Readonly<Record<Role, number>> {
  const part = (share: number, least: number): number =>
    Math.max(least, Math.ceil(persons * share));
  return {
    person: persons,
    savings: part(0.33, 5),
    second: part(0.06, 40),
    employer: part(0.035, 8),
    shop: part(0.016, 8),
    landlord: part(0.003, 3),
    utility: part(0.001, 3),
    supplier: part(0.02, 6),
    club: part(0.006, 4),
    abroad: part(0.025, 10),
  };
}

/** One of a list, the first far more often than the last: a few shops have most customers. */
function uneven(random: Random, list: readonly number[], power: number): number {
  return list[Math.floor(list.length * between(random, 0, 0.999999) ** power)] as number;
}

/** Makes accounts and people; pseudonyms do not tell the role. */
export function makePopulation(random: Random, persons: number): Population {
  const counts = sizes(persons);
  const scramble = random.int(0, 0xffffffff);
  const accounts: Account[] = [];
  const of = {} as Record<Role, readonly number[]>;
  for (const role of Object.keys(counts) as Role[])
    of[role] = Array.from({ length: counts[role] }, () => {
      // A step that is odd passes through every number of 32 bits once.
      const number = (Math.imul(accounts.length + 1, 0x9e3779b1) ^ scramble) >>> 0;
      const country = random.weighted(role === 'abroad' ? away : home);
      return accounts.push({ id: `a0${number.toString(16).padStart(8, '0')}`, role, country }) - 1;
    });
  const employers = [...of.employer, ...of.shop, ...of.supplier];
  const people = of.person.map((account, at): Person => {
    const salary = Math.round(220_000 * Math.exp(0.35 * random.normal()));
    return {
      account,
      employer: uneven(random, employers, 1.8),
      payday: random.pick([20, 23, 24, 25, 25, 25, 26]),
      salary,
      landlord: uneven(random, of.landlord, 1.2),
      rent: Math.round(salary * between(random, 0.25, 0.45)),
      utilities: [random.pick(of.utility), random.pick(of.utility)],
      friends: Array.from({ length: 5 }, () => random.pick(of.person)).filter(
        (friend) => friend !== account,
      ),
      savings: of.savings[at] ?? null,
    };
  });
  return { accounts, people, of };
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

/** What persons do every month: wages, rent, bills, shops, friends, savings, cash. */
function liveMonths(random: Random, population: Population, ledger: Ledger): void {
  const months = Math.ceil(ledger.days / 30);
  for (const person of population.people)
    for (let month = 0; month < months; month += 1)
      liveMonth(random, { population, ledger, person, start: month * 30 });
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

/** Innocent doings that resemble a pattern: dues, group holidays, small landlords, builders, accounts used in summer only. */
function liveLookAlikes(random: Random, { of, people }: Population, ledger: Ledger): void {
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

/** Everything innocent: what persons and firms do every month, and what resembles a pattern. */
export function live(seed: number, population: Population, ledger: Ledger): void {
  liveMonths(randomOf(seed, 'months'), population, ledger);
  runFirms(randomOf(seed, 'firms'), population, ledger);
  liveLookAlikes(randomOf(seed, 'look-alikes'), population, ledger);
}
