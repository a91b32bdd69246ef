/** Payments in order of time, by place, and which may follow which. */
export interface HopGraph {
  readonly ms: ArrayLike<number>;
  readonly sender: ArrayLike<number>;
  readonly receiver: ArrayLike<number>;
  /** Successors of payment p are `next[from[p]]` up to, not including, `next[from[p + 1]]`. */
  readonly from: ArrayLike<number>;
  readonly next: ArrayLike<number>;
}

/** How far to search. */
export interface CycleLimits {
  readonly shortest: number;
  readonly longest: number;
  /** From the first payment to the last. */
  readonly width: number;
  /** Steps after which the search ends. */
  readonly steps: number;
}

/** Cycles as places of payments, and whether the search was ended before all was seen. */
export interface Cycles {
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
export function searchCycles(graph: HopGraph, limits: CycleLimits): Cycles {
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
