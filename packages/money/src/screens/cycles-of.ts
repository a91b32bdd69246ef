import { wrongUse } from '@samenbeeld/schema';
import type { Transactions } from '../transactions/transaction.ts';
import { findHops } from './hops.ts';
import { countHubs, type Hubs } from './hubs.ts';
import { countOf, hubOf, leastOf, type ScreenOptions, shareOf, windowOf } from './limits.ts';
import { type Payments, readHops } from './read-hops.ts';
import type { PatternRow } from './screen.ts';
import { searchCycles } from './search-cycles.ts';

export interface CycleOptions extends ScreenOptions {
  /** Fewest and most payments, from 2 to 6; 2 to 6. */
  readonly length?: readonly [shortest: number, longest: number];
  /** Least share of an amount that each account hands on; 0.9. */
  readonly retained?: number;
  /** Steps after which the search ends, and says so; 50,000,000. */
  readonly steps?: number;
}

/** Limits of a search for cycles, checked. */
export interface CycleSearch {
  readonly days: number;
  readonly shortest: number;
  readonly longest: number;
  readonly retained: number;
  readonly least: number;
  readonly hub: number;
}

export interface CyclesFound {
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
