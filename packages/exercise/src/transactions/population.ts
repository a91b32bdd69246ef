import type { Random } from '../random.ts';
import { between } from './ledger.ts';
import type { Role } from './made-transaction.ts';

/** An account with what its holder does every month. */
export interface Account {
  readonly id: string;
  readonly role: Role;
  readonly country: string;
}

/** A person's fixed circumstances, by account number. */
export interface Person {
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
export function uneven(random: Random, list: readonly number[], power: number): number {
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
