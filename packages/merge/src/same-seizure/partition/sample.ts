import type { Admissible } from './admissible.ts';
import type { Weighed } from './enumerate.ts';
import { type Group, type GroupMoves, groupMoves } from './group-moves.ts';
import { nearRecords } from './near-records.ts';

/** How long the sampler walks. */
export interface SampleOptions {
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** Walks over all records that are kept, and that are thrown away at the start. */
  readonly sweeps?: number;
  readonly burnIn?: number;
  /** Where it starts: every record by itself, or the likeliest seizures made first. */
  readonly start?: 'apart' | 'joined';
  /** For each record those that may be one find with it; worked out where several walks do not share it. */
  readonly near?: readonly (readonly number[])[];
  readonly moves?: GroupMoves;
}

const isSeizure = ({ log }: Group): boolean => log > Number.NEGATIVE_INFINITY;

/**
 * A sample of partitions by Gibbs sampling (Geman and Geman 1984): each record in turn is taken out and put into one of
 * the seizures left, or into one of its own, with probability in proportion to the weight of what arises. Batches also
 * move as one between "all together somewhere" and "each on its own", and two records change places (Metropolis), so that
 * partners are exchanged without passing a partition of no weight. Weights are counts of visits.
 */
export function samplePartitions(
  rules: Admissible,
  {
    random,
    sweeps = 6000,
    burnIn = 500,
    start = 'apart',
    near = nearRecords(rules),
    moves = groupMoves(rules),
  }: SampleOptions,
): readonly Weighed[] {
  const atoms = rules.atoms.map(moves.group);
  /** The group that each record is in. */
  const holding: Group[] = Array.from({ length: rules.size }, (_, i) => moves.group([i]));
  const put = (group: Group): void => {
    for (const i of group.members) holding[i] = group;
  };
  atoms.forEach(put);
  const nearOf = (moved: Group): readonly number[] => moved.members.flatMap((i) => near[i] ?? []);
  const groupsOf = (some: readonly number[]): Group[] => [
    ...new Set(some.map((i) => holding[i] as Group)),
  ];

  const weights = new Float64Array(rules.size);
  /** Joins a record or batches to one of the groups near, or leaves each of them alone, in proportion to what arises. */
  function choose(moved: Group, around: readonly Group[], alone: readonly Group[]): void {
    const log = alone.reduce((sum, group) => sum + group.log, 0);
    let largest = log;
    for (const [at, group] of around.entries()) {
      const one = moves.joined(group, moved).log - group.log;
      weights[at] = one;
      if (one > largest) largest = one;
    }
    let sum = Math.exp(log - largest);
    for (let at = 0; at < around.length; at += 1) {
      const weight = Math.exp((weights[at] as number) - largest);
      weights[at] = weight;
      sum += weight;
    }
    let left = random() * sum;
    const chosen = around.find((_, at) => {
      left -= weights[at] as number;
      return left < 0;
    });
    if (chosen) put(moves.joined(chosen, moved));
    else alone.forEach(put);
  }
  const nearOfAtom = new Map(atoms.map((atom) => [atom, nearOf(atom)]));
  function moveAtom(atom: Group): void {
    const left = moves.without(holding[atom.members[0] ?? 0] as Group, atom);
    // Taking a record out may leave what cannot stand alone; then it stays where it is.
    if (left && !isSeizure(left)) return;
    if (left) put(left);
    put(atom);
    const around = groupsOf(nearOfAtom.get(atom) ?? []).filter((group) => group !== atom);
    choose(atom, around, [atom]);
  }
  const free = rules.batches
    .filter((batch) => batch.every((i) => atoms.some(({ members }) => members.join() === `${i}`)))
    .map((batch) => ({ all: moves.group(batch), rows: batch.map((i) => moves.group([i])) }));
  function moveBatches({ all, rows }: (typeof free)[number]): void {
    const from = groupsOf(all.members);
    if (from.length !== 1 && !from.every(({ members }) => members.length === 1)) return;
    const rest = from.flatMap((group) => moves.without(group, all) ?? []);
    if (!rest.every(isSeizure)) return;
    rest.forEach(put);
    rows.forEach(put);
    choose(
      all,
      groupsOf(nearOf(all)).filter((group) => !rows.includes(group)),
      rows,
    );
  }
  function exchange(): void {
    const pick = () => atoms[Math.floor(random() * atoms.length)] as Group;
    const [one, other] = [pick(), pick()];
    const [from, to] = [one, other].map(({ members }) => holding[members[0] ?? 0] as Group) as [
      Group,
      Group,
    ];
    if (from === to) return;
    const swapped = (group: Group, out: Group, into: Group): Group => {
      const left = moves.without(group, out);
      return left ? moves.joined(left, into) : into;
    };
    const [first, second] = [swapped(from, one, other), swapped(to, other, one)];
    if (random() >= Math.exp(first.log + second.log - from.log - to.log)) return;
    put(first);
    put(second);
  }
  /** Joins the two groups that gain most, until none gains. */
  function joinGreedily(): void {
    for (;;) {
      let best: { readonly gain: number; readonly both: Group } | null = null;
      for (const one of groupsOf([...holding.keys()]))
        for (const other of groupsOf(nearOf(one))) {
          if (one === other) continue;
          const both = moves.joined(one, other);
          const gain = both.log - one.log - other.log;
          if (gain > (best?.gain ?? 0)) best = { gain, both };
        }
      if (!best) return;
      put(best.both);
    }
  }
  const visits = new Map<string, { seizures: Weighed['seizures']; weight: number }>();
  function remember(): void {
    const key = holding.map(({ place }) => place).join();
    const known = visits.get(key);
    if (known) known.weight += 1;
    else visits.set(key, { seizures: groupsOf([...holding.keys()]), weight: 1 });
  }

  if (start === 'joined') joinGreedily();
  for (let sweep = 0; sweep < sweeps + burnIn; sweep += 1) {
    for (const atom of atoms) {
      moveAtom(atom);
      exchange();
    }
    for (const batch of free) moveBatches(batch);
    if (sweep >= burnIn) remember();
  }
  return [...visits].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, visited]) => visited);
}
