import type { Candidate } from './candidate.ts';

/** Some links of one record that may stand together. */
interface Group {
  readonly links: readonly Candidate[];
  readonly value: number;
}

/** How groups may be made, and how much work is allowed. */
interface GroupRules {
  readonly capacity: (one: number) => number;
  readonly admissible: (one: number, links: readonly Candidate[]) => boolean;
  /** Groups and combinations looked at before the search is cut off. */
  readonly steps: number;
}

/** Records of the one side in a component, above which the search would be too deep. */
const deepest = 2000;

const byValue = (a: Group, b: Group): number => b.value - a.value;

/** All groups of a record that are admissible; `whole` tells whether all were looked at. */
function groupsOf(
  links: readonly Candidate[],
  { capacity, admissible }: GroupRules,
  steps: number,
): { readonly groups: readonly Group[]; readonly whole: boolean } {
  const one = links[0]?.one ?? -1;
  const groups: Group[] = [];
  let budget = steps;
  const strongest = [...links].sort((a, b) => b.value - a.value || a.many - b.many);
  const grow = (size: number, from: number, held: readonly Candidate[], value: number): void => {
    if (held.length === size) {
      budget -= 1;
      const inOrder = [...held].sort((a, b) => a.many - b.many);
      if (admissible(one, inOrder)) groups.push({ links: inOrder, value });
      return;
    }
    const last = strongest.length - (size - held.length);
    for (let next = from; next <= last && budget > 0; next += 1) {
      const link = strongest[next] as Candidate;
      grow(size, next + 1, [...held, link], value + link.value);
    }
  };
  // Small groups first: a search that is cut off has then seen all of those.
  const room = Math.min(capacity(one), strongest.length);
  for (let size = 1; size <= room && budget > 0; size += 1) grow(size, 0, [], 0);
  const whole = budget > 0;
  return { groups: groups.sort(byValue), whole };
}

/** Groups by what they are worth, each that still fits. */
function greedily(all: readonly Group[]): Group {
  const ones = new Set<number>();
  const manys = new Set<number>();
  const links: Candidate[] = [];
  let value = 0;
  for (const group of [...all].sort(byValue)) {
    const one = group.links[0]?.one as number;
    if (ones.has(one) || group.links.some(({ many }) => manys.has(many))) continue;
    ones.add(one);
    for (const link of group.links) manys.add(link.many);
    links.push(...group.links);
    value += group.value;
  }
  return { links, value };
}

/**
 * At most one admissible group for each record of the one side, no record of the many side in two of them, worth the
 * most together: depth-first, cut off where what is left cannot beat the best so far. `exact` is false where the
 * steps did not suffice; the result is then the best found, at least as good as taking the best group first.
 */
function bestGroups(
  links: readonly Candidate[],
  rules: GroupRules,
): { readonly links: readonly Candidate[]; readonly exact: boolean } {
  const byOne = new Map<number, Candidate[]>();
  for (const link of links) {
    const held = byOne.get(link.one);
    if (held) held.push(link);
    else byOne.set(link.one, [link]);
  }
  // Each record gets its share of half of the steps, so that the last one is not left without any.
  const share = Math.ceil(rules.steps / 2 / Math.max(1, byOne.size));
  const offered = [...byOne.values()].map((of) => groupsOf(of, rules, share));
  let exact = offered.every(({ whole }) => whole) && offered.length <= deepest;
  const choices = offered.map(({ groups }) => groups).filter((groups) => groups.length > 0);
  let best = greedily(choices.flat());
  const most = new Float64Array(choices.length + 1);
  for (let at = choices.length - 1; at >= 0; at -= 1)
    most[at] = (most[at + 1] as number) + (choices[at]?.[0]?.value ?? 0);
  const used = new Set<number>();
  let budget = rules.steps / 2;
  const choose = (at: number, held: readonly Candidate[], value: number): void => {
    if (value > best.value) best = { links: held, value };
    if (at >= choices.length || value + (most[at] as number) <= best.value) return;
    if (budget <= 0) {
      exact = false;
      return;
    }
    budget -= 1;
    for (const group of choices[at] ?? []) {
      if (group.links.some(({ many }) => used.has(many))) continue;
      for (const { many } of group.links) used.add(many);
      choose(at + 1, [...held, ...group.links], value + group.value);
      for (const { many } of group.links) used.delete(many);
    }
    choose(at + 1, held, value);
  };
  if (offered.length <= deepest) choose(0, [], 0);
  return { links: best.links, exact };
}

/** The nearest first: numbers by distance, ties by the smaller number. */
class NearestFirst {
  readonly #items: { readonly distance: number; readonly item: number }[] = [];

  push(item: number, distance: number): void {
    const items = this.#items;
    items.push({ distance, item });
    let at = items.length - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.#before(at, up)) break;
      this.#swap(at, up);
      at = up;
    }
  }

  /** Takes the nearest out; undefined where nothing is left. */
  pop(): { readonly distance: number; readonly item: number } | undefined {
    const items = this.#items;
    if (items.length === 0) return undefined;
    this.#swap(0, items.length - 1);
    const nearest = items.pop();
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= items.length) break;
      const least = left + 1 < items.length && this.#before(left + 1, left) ? left + 1 : left;
      if (!this.#before(least, at)) break;
      this.#swap(at, least);
      at = least;
    }
    return nearest;
  }

  #before(a: number, b: number): boolean {
    const [one, two] = [this.#items[a], this.#items[b]];
    if (!one || !two) return false;
    return one.distance < two.distance || (one.distance === two.distance && one.item < two.item);
  }

  #swap(a: number, b: number): void {
    const items = this.#items;
    const [one, two] = [items[a], items[b]];
    if (!one || !two) return;
    items[a] = two;
    items[b] = one;
  }
}

/** A possible choice for a left record: a right one, and what the choice is worth, 0 or more. */
interface Offer {
  readonly right: number;
  readonly value: number;
  /** What the caller knows the offer by. */
  readonly link: number;
}

/**
 * The offers with the largest total value such that no left and no right record is in two of them; any may stay
 * alone. Shortest augmenting paths with potentials on the sparse graph (Jonker & Volgenant 1987; the Hungarian
 * method): each left record is added in turn, and those before it are moved where that is worth more.
 *
 * @param offers of each left record, in a fixed order
 * @param rights how many right records there are
 */
function optimalOffers(offers: readonly (readonly Offer[])[], rights: number): readonly Offer[] {
  const lefts = offers.length;
  let most = 0;
  for (const of of offers) for (const { value } of of) most = Math.max(most, value);
  // To stay alone is a right record of one's own that is worth nothing; so every left record finds one.
  const choices = offers.map((of, left): readonly Offer[] => [
    ...of,
    { right: rights + left, value: 0, link: -1 },
  ]);
  const total = rights + lefts;
  const priceOfLeft = new Float64Array(lefts);
  const priceOfRight = new Float64Array(total);
  const taker = new Int32Array(total).fill(-1);
  const taken: (Offer | undefined)[] = new Array(lefts);

  for (let start = 0; start < lefts; start += 1) {
    const distance = new Map<number, number>();
    const reached = new Map<number, { readonly left: number; readonly offer: Offer }>();
    const settled: number[] = [];
    const done = new Set<number>();
    const queue = new NearestFirst();
    const look = (left: number, sofar: number): void => {
      for (const offer of choices[left] ?? []) {
        const { right, value } = offer;
        const price = (priceOfLeft[left] as number) + (priceOfRight[right] as number);
        const far = sofar + Math.max(0, most - value - price);
        if (far >= (distance.get(right) ?? Number.POSITIVE_INFINITY)) continue;
        distance.set(right, far);
        reached.set(right, { left, offer });
        queue.push(right, far);
      }
    };
    look(start, 0);
    let end = -1;
    let length = 0;
    for (let nearest = queue.pop(); nearest; nearest = queue.pop()) {
      const { item: right, distance: far } = nearest;
      if (done.has(right)) continue;
      done.add(right);
      if (taker[right] === -1) {
        end = right;
        length = far;
        break;
      }
      settled.push(right);
      look(taker[right] as number, far);
    }
    priceOfLeft[start] = (priceOfLeft[start] as number) + length;
    for (const right of settled) {
      const saved = length - (distance.get(right) as number);
      const left = taker[right] as number;
      priceOfRight[right] = (priceOfRight[right] as number) - saved;
      priceOfLeft[left] = (priceOfLeft[left] as number) + saved;
    }
    for (let right = end; right !== -1; ) {
      const step = reached.get(right);
      if (!step) break;
      const { left, offer } = step;
      const former = taken[left]?.right ?? -1;
      taker[right] = left;
      taken[left] = offer;
      right = left === start ? -1 : former;
    }
  }
  return taken.filter((offer): offer is Offer => offer !== undefined && offer.right < rights);
}

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

function strongestFirst(
  candidates: readonly Candidate[],
  capacity: ComponentRules['capacity'],
): Chosen {
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
  if (seated > exactUpTo) return strongestFirst(candidates, capacity);
  const offers = new Map<number, Offer[]>();
  candidates.forEach(({ one, many, value }, link) => {
    const of = offers.get(many) ?? [];
    for (const right of seats.get(one) ?? []) of.push({ right, value, link });
    offers.set(many, of);
  });
  const chosen = optimalOffers([...offers.values()], seatCount);
  return { links: chosen.map(({ link }) => candidates[link] as Candidate), exact: true };
}
