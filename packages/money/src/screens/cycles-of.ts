import type { Engine } from '@samenbeeld/engine';
import { wrongUse } from '@samenbeeld/schema';
import type { Transactions } from '../transactions/transaction.ts';
import { findHops, type Hops } from './hops.ts';
import { countHubs, type Hubs } from './hubs.ts';
import { countOf, hubOf, leastOf, type ScreenOptions, shareOf, windowOf } from './limits.ts';
import type { PatternRow } from './screen.ts';

/** Payments with all that a cycle is told by. */
export interface Payments extends HopGraph {
  readonly cents: ArrayLike<number>;
  readonly fromCountry: ArrayLike<string | null>;
  readonly toCountry: ArrayLike<string | null>;
}

/** Takes the payments that pair with another, and the pairs, out of the engine. */
async function readHops(engine: Engine, { payments, pairs }: Hops): Promise<Payments> {
  // Only a payment that is followed or that follows can be part of a cycle; these get places of their own.
  const used = `(select a as place from ${pairs} union select b from ${pairs})`;
  const paired = `(select cast(row_number() over (order by place) - 1 as INTEGER) as spot, place from ${used})`;
  const rows = await engine.query(
    `select ms, sender, receiver, cents, from_country, to_country
     from ${paired} u join ${payments} p on p.place = u.place order by spot`,
  );
  const steps = await engine.query(
    `select x.spot as a, y.spot as b from ${pairs} join ${paired} x on x.place = a join ${paired} y on y.place = b order by 1, 2`,
  );
  const column = <T>(table: typeof rows, name: string): ArrayLike<T> =>
    table.numRows() === 0 ? [] : (table.array(name) as ArrayLike<T>);
  const count = rows.numRows();
  const from = new Int32Array(count + 1);
  const first = column<number>(steps, 'a');
  for (let at = 0; at < first.length; at += 1)
    from[(first[at] as number) + 1] = (from[(first[at] as number) + 1] as number) + 1;
  for (let place = 0; place < count; place += 1)
    from[place + 1] = (from[place + 1] as number) + (from[place] as number);
  return {
    ms: column<number>(rows, 'ms'),
    sender: column<number>(rows, 'sender'),
    receiver: column<number>(rows, 'receiver'),
    cents: column<number>(rows, 'cents'),
    fromCountry: column<string | null>(rows, 'from_country'),
    toCountry: column<string | null>(rows, 'to_country'),
    from,
    next: column<number>(steps, 'b'),
  };
}

/** Payments in order of time, by place, and which may follow which. */
interface HopGraph {
  readonly ms: ArrayLike<number>;
  readonly sender: ArrayLike<number>;
  readonly receiver: ArrayLike<number>;
  /** Successors of payment p are `next[from[p]]` up to, not including, `next[from[p + 1]]`. */
  readonly from: ArrayLike<number>;
  readonly next: ArrayLike<number>;
}

/** How far to search. */
interface CycleLimits {
  readonly shortest: number;
  readonly longest: number;
  /** From the first payment to the last. */
  readonly width: number;
  /** Steps after which the search ends. */
  readonly steps: number;
}

/** Cycles as places of payments, and whether the search was ended before all was seen. */
interface Cycles {
  readonly cycles: readonly (readonly number[])[];
  readonly isCut: boolean;
}

/** Latest payment to each account: a search from an account need not start after it. */
function lastArrival({ ms, receiver }: HopGraph): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  for (let place = 0; place < ms.length; place += 1)
    last.set(receiver[place] as number, ms[place] as number);
  return last;
}

/**
 * All ways of money that return to where they began: payments each strictly later than the one before, no account twice. Each
 * cycle is found once, from its earliest payment, depth first.
 */
function searchCycles(graph: HopGraph, limits: CycleLimits): Cycles {
  const { ms, sender, receiver, from, next } = graph;
  const { shortest, longest, width } = limits;
  const returns = lastArrival(graph);
  const cycles: number[][] = [];
  const path: number[] = [];
  const visited = new Set<number>();
  let steps = limits.steps;

  const follow = (place: number, home: number, end: number): void => {
    for (let at = from[place] as number; at < (from[place + 1] as number); at += 1) {
      steps -= 1;
      if (steps < 0) return;
      const other = next[at] as number;
      if ((ms[other] as number) > end) continue;
      const account = receiver[other] as number;
      if (account === home) {
        if (path.length + 1 >= shortest) cycles.push([...path, other]);
      } else if (path.length + 1 < longest && !visited.has(account)) {
        path.push(other);
        visited.add(account);
        follow(other, home, end);
        visited.delete(account);
        path.pop();
      }
    }
  };

  for (let place = 0; place < ms.length && steps >= 0; place += 1) {
    const home = sender[place] as number;
    if ((returns.get(home) ?? -1) <= (ms[place] as number)) continue;
    path.push(place);
    visited.add(receiver[place] as number);
    follow(place, home, (ms[place] as number) + width);
    visited.clear();
    path.pop();
  }
  return { cycles, isCut: steps < 0 };
}

export interface CycleOptions extends ScreenOptions {
  /** Fewest and most payments, from 2 to 6; 2 to 6. */
  readonly length?: readonly [shortest: number, longest: number];
  /** Least share of an amount that each account hands on; 0.9. */
  readonly retained?: number;
  /** Steps after which the search ends, and says so; 50,000,000. */
  readonly steps?: number;
}

/** Limits of a search for cycles, checked. */
interface CycleSearch {
  readonly days: number;
  readonly shortest: number;
  readonly longest: number;
  readonly retained: number;
  readonly least: number;
  readonly hub: number;
}

interface CyclesFound {
  readonly search: CycleSearch;
  readonly patterns: readonly PatternRow[];
  readonly accounts: readonly number[];
  readonly hubs: Hubs;
  readonly isCut: boolean;
}

function checkSearch(options: CycleOptions): CycleSearch {
  const { days = 30, length = [2, 6] } = options;
  const [shortest, longest] = length;
  countOf(shortest, 2, 'length');
  countOf(longest, shortest, 'length');
  if (longest > 6)
    throw wrongUse(
      '`length` is hoogstens 6 betalingen, niet {longest}',
      '`length` est au plus 6 paiements, et non {longest}',
      '`length` ist höchstens 6 Zahlungen, nicht {longest}',
      '`length` must be at most 6 payments, got {longest}',
      { longest: String(longest) },
    );
  const retained = shareOf(options.retained ?? 0.9, 'retained');
  return { days, shortest, longest, retained, least: leastOf(options), hub: hubOf(options) };
}

/** Cycles of payments, of which those are kept that a condition holds for. */
export async function cyclesOf(
  data: Transactions,
  options: CycleOptions,
  keeps: (payments: Payments, cycle: readonly number[]) => boolean,
): Promise<CyclesFound> {
  const search = checkSearch(options);
  const width = windowOf(search.days);
  const hops = await findHops(data, { ...search, width });
  try {
    const payments = await readHops(data.engine, hops);
    const steps = countOf(options.steps ?? 50_000_000, 1, 'steps');
    const { cycles, isCut } = searchCycles(payments, { ...search, width, steps });
    const kept = cycles.filter((cycle) => keeps(payments, cycle));
    const { ms, sender, cents } = payments;
    const accounts = new Set(kept.flatMap((cycle) => cycle.map((at) => sender[at] as number)));
    return {
      search,
      patterns: kept.map((cycle) => ({
        accounts: cycle.length,
        transactions: cycle.length,
        cents: cents[cycle[0] as number] as number,
        first: ms[cycle[0] as number] as number,
        last: ms[cycle.at(-1) as number] as number,
      })),
      accounts: [...accounts].sort((a, b) => a - b),
      hubs: await countHubs(data, 'either', search.hub),
      isCut,
    };
  } finally {
    await hops.drop();
  }
}
