import type { Admissible } from './admissible.ts';
import type { Weighed } from './enumerate.ts';

/** How long the sampler walks. */
export interface SampleOptions {
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** Walks over all records that are kept, and that are thrown away at the start. */
  readonly sweeps?: number;
  readonly burnIn?: number;
  /** Where it starts: every record by itself, or the likeliest seizures made first. */
  readonly start?: 'apart' | 'joined';
}

type Groups = number[][];

const sorted = (group: readonly number[]): readonly number[] => [...group].sort((i, j) => i - j);
const without = (groups: Groups, moved: ReadonlySet<number>): Groups =>
  groups.map((group) => group.filter((i) => !moved.has(i))).filter((group) => group.length > 0);

/** Joins the two groups that gain most, until none gains. */
function joinGreedily(rules: Admissible, apart: Groups): Groups {
  let groups = apart;
  for (;;) {
    let best: { readonly gain: number; readonly next: Groups } | null = null;
    for (const [i, one] of groups.entries())
      for (const other of groups.slice(i + 1)) {
        const joined = [...one, ...other];
        const gain =
          rules.logWeight(sorted(joined)) -
          rules.logWeight(sorted(one)) -
          rules.logWeight(sorted(other));
        if (gain > (best?.gain ?? 0))
          best = {
            gain,
            next: [...groups.filter((group) => group !== one && group !== other), joined],
          };
      }
    if (!best) return groups;
    groups = best.next;
  }
}

/**
 * A sample of partitions by Gibbs sampling (Geman and Geman 1984): each record in turn is taken out and put into one of
 * the seizures left, or into one of its own, with probability in proportion to the weight of what arises. Batches also
 * move as one between "all together somewhere" and "each on its own", and two records change places (Metropolis), so that
 * partners are exchanged without passing a partition of no weight. Weights are counts of visits.
 */
export function samplePartitions(
  rules: Admissible,
  { random, sweeps = 6000, burnIn = 500, start = 'apart' }: SampleOptions,
): readonly Weighed[] {
  const apart: Groups = rules.atoms.map((atom) => [...atom]);
  let groups: Groups = start === 'apart' ? apart : joinGreedily(rules, apart);
  const visits = new Map<string, { seizures: Weighed['seizures']; weight: number }>();

  const isSeizure = (group: readonly number[]): boolean =>
    rules.logWeight(sorted(group)) > Number.NEGATIVE_INFINITY;

  /** Chooses among partitions, each given by what it adds to the groups that stay. */
  function choose(rest: Groups, ways: readonly { readonly next: Groups; readonly log: number }[]) {
    const largest = Math.max(...ways.map(({ log }) => log));
    const weights = ways.map(({ log }) => Math.exp(log - largest));
    let left = random() * weights.reduce((all, weight) => all + weight, 0);
    const chosen = ways.find((_, at) => {
      left -= weights[at] ?? 0;
      return left < 0;
    });
    return (chosen ?? ways.at(-1))?.next ?? rest;
  }
  function joining(rest: Groups, moved: readonly number[]) {
    return rest.map((group, at) => {
      const joined = [...group, ...moved];
      return {
        next: rest.map((other, index) => (index === at ? joined : other)),
        log: rules.logWeight(sorted(joined)) - rules.logWeight(sorted(group)),
      };
    });
  }
  function moveAtom(atom: readonly number[]): void {
    const rest = without(groups, new Set(atom));
    // Taking a record out may leave what cannot stand alone; then it stays where it is.
    if (rest.some((group) => !isSeizure(group))) return;
    groups = choose(rest, [
      ...joining(rest, atom),
      { next: [...rest, [...atom]], log: rules.logWeight(atom) },
    ]);
  }
  function moveBatches(batch: readonly number[]): void {
    const holding = groups.filter((group) => group.some((i) => batch.includes(i)));
    const areSingle =
      holding.length === batch.length && holding.every(({ length }) => length === 1);
    const areTogether = holding.length === 1;
    if (!areSingle && !areTogether) return;
    const rest = without(groups, new Set(batch));
    if (rest.some((group) => !isSeizure(group))) return;
    groups = choose(rest, [
      ...joining(rest, batch),
      { next: [...rest, ...batch.map((i) => [i])], log: 0 },
    ]);
  }
  function exchange(): void {
    const pick = () => rules.atoms[Math.floor(random() * rules.atoms.length)] ?? [];
    const [one, other] = [pick(), pick()];
    const holds = (atom: readonly number[]) =>
      groups.find((group) => group.includes(atom[0] as number)) ?? [];
    const [from, to] = [holds(one), holds(other)];
    if (from === to) return;
    const swapped = (group: readonly number[], out: readonly number[], into: readonly number[]) => [
      ...group.filter((i) => !out.includes(i)),
      ...into,
    ];
    const [first, second] = [swapped(from, one, other), swapped(to, other, one)];
    const gain =
      rules.logWeight(sorted(first)) +
      rules.logWeight(sorted(second)) -
      rules.logWeight(sorted(from)) -
      rules.logWeight(sorted(to));
    if (random() < Math.exp(gain))
      groups = groups.map((group) => (group === from ? first : group === to ? second : group));
  }
  function remember(): void {
    const ordered = groups.map(sorted).sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
    const key = ordered.map((group) => group.join(',')).join('|');
    const known = visits.get(key);
    if (known) known.weight += 1;
    else
      visits.set(key, {
        seizures: ordered.map((members) => ({ members, log: rules.logWeight(members) })),
        weight: 1,
      });
  }

  const free = rules.batches.filter((batch) =>
    batch.every((i) => rules.atoms.some((atom) => atom.length === 1 && atom[0] === i)),
  );
  for (let sweep = 0; sweep < sweeps + burnIn; sweep += 1) {
    for (const atom of rules.atoms) {
      moveAtom(atom);
      exchange();
    }
    for (const batch of free) moveBatches(batch);
    if (sweep >= burnIn) remember();
  }
  return [...visits].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, visited]) => visited);
}
