import type { Candidate } from './candidate.ts';
import { bestGroups } from './groups.ts';
import { type Offer, optimalOffers } from './optimal.ts';

/** What the links of one component must respect. */
export interface ComponentRules {
  /** How many a record of the one side may take; 1 makes it one-to-one. */
  readonly capacity: (one: number) => number;
  readonly admissible?: (one: number, links: readonly Candidate[]) => boolean;
  readonly exactUpTo: number;
  readonly steps: number;
}

/** What was chosen among the links of a component. */
export interface Chosen {
  readonly links: readonly Candidate[];
  readonly exact: boolean;
}

function greedily(candidates: readonly Candidate[], capacity: ComponentRules['capacity']): Chosen {
  const taken = new Map<number, number>();
  const used = new Set<number>();
  const strongest = [...candidates].sort(
    (a, b) => b.value - a.value || a.one - b.one || a.many - b.many,
  );
  const links = strongest.filter(({ one, many }) => {
    const sofar = taken.get(one) ?? 0;
    if (used.has(many) || sofar >= capacity(one)) return false;
    taken.set(one, sofar + 1);
    used.add(many);
    return true;
  });
  return { links, exact: false };
}

/** Chooses among the links of one component: the best choice within the bounds, else a greedy one that says so. */
export function assignComponent(
  candidates: readonly Candidate[],
  { capacity, admissible, exactUpTo, steps }: ComponentRules,
): Chosen {
  if (admissible) return bestGroups(candidates, { capacity, admissible, steps });
  const degree = new Map<number, number>();
  for (const { one } of candidates) degree.set(one, (degree.get(one) ?? 0) + 1);
  if ([...degree].every(([one, links]) => capacity(one) >= links)) {
    // Nobody can be full: each record of the many side goes where it is worth most.
    const best = new Map<number, Candidate>();
    for (const candidate of candidates)
      if (candidate.value > (best.get(candidate.many)?.value ?? -1))
        best.set(candidate.many, candidate);
    return { links: [...best.values()], exact: true };
  }
  // A record that may take three stands as three seats, of which each is taken once.
  const seats = new Map<number, readonly number[]>();
  let seatCount = 0;
  for (const [one, links] of degree) {
    const room = Math.min(capacity(one), links);
    seats.set(
      one,
      Array.from({ length: room }, (_, seat) => seatCount + seat),
    );
    seatCount += room;
  }
  const seated = candidates.reduce((sum, { one }) => sum + (seats.get(one)?.length ?? 0), 0);
  if (seated > exactUpTo) return greedily(candidates, capacity);
  const offers = new Map<number, Offer[]>();
  candidates.forEach(({ one, many, value }, link) => {
    const of = offers.get(many) ?? [];
    for (const right of seats.get(one) ?? []) of.push({ right, value, link });
    offers.set(many, of);
  });
  const chosen = optimalOffers([...offers.values()], seatCount);
  return { links: chosen.map(({ link }) => candidates[link] as Candidate), exact: true };
}
