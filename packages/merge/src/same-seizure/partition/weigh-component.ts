import { type Admissible, admissible } from './admissible.ts';
import { countPartitions, logWeights, type PartitionCover, partitionCover } from './cover.ts';
import { nearRecords } from './near-records.ts';
import { type PossibleSeizure, possibleSeizures } from './possible-seizures.ts';
import type { Component, Partition } from './record-pair.ts';
import { seeded } from './seeded.ts';
import type { TiedRecords } from './tied-records.ts';

/** Records that stand together in a walk, known by identity: the same records are always the same object. */
interface Group {
  /** Sorted. */
  readonly members: readonly number[];
  /** Logarithm of the weight; -Infinity where it is no seizure. */
  readonly log: number;
  /** In the order in which groups were first met. */
  readonly place: number;
}

/** Groups with what they become by one step, each worked out once however often a walk takes it. */
interface GroupMoves {
  group(members: readonly number[]): Group;
  /** Both together. */
  joined(group: Group, other: Group): Group;
  /** What is left of a group; null where nothing is. */
  without(group: Group, other: Group): Group | null;
}

/** What groups become by a step, by the place of the other group. */
type Steps<T> = (Map<number, T> | undefined)[];

function keep<T>(steps: Steps<T>, from: Group, by: Group, made: T): T {
  const known = steps[from.place];
  if (known) known.set(by.place, made);
  else steps[from.place] = new Map([[by.place, made]]);
  return made;
}

/** Makes groups of records, and remembers the steps between them. */
function groupMoves(rules: Pick<Admissible, 'logWeight'>): GroupMoves {
  const groups = new Map<string, Group>();
  const joins: Steps<Group> = [];
  const leaves: Steps<Group | null> = [];
  function group(members: readonly number[]): Group {
    const sorted = [...members].sort((i, j) => i - j);
    const key = sorted.join(',');
    const known = groups.get(key);
    if (known) return known;
    const made = { members: sorted, log: rules.logWeight(sorted), place: groups.size };
    groups.set(key, made);
    joins.push(undefined);
    leaves.push(undefined);
    return made;
  }
  return {
    group,
    joined(from, other) {
      const known = joins[from.place]?.get(other.place);
      return known ?? keep(joins, from, other, group([...from.members, ...other.members]));
    },
    without(from, other) {
      const known = leaves[from.place]?.get(other.place);
      if (known !== undefined) return known;
      const left = from.members.filter((i) => !other.members.includes(i));
      return keep(leaves, from, other, left.length === 0 ? null : group(left));
    },
  };
}

/** A partition into seizures, with a weight in proportion to its probability. */
export interface Weighed {
  readonly seizures: readonly PossibleSeizure[];
  readonly weight: number;
}

/** Every partition of a cover with its weight, in a fixed order. */
export function enumeratePartitions({ nodes }: PartitionCover): readonly Weighed[] {
  const found: { readonly seizures: readonly PossibleSeizure[]; readonly log: number }[] = [];
  const chosen: PossibleSeizure[] = [];
  const walk = (at: number, log: number): void => {
    if (at === 0) {
      found.push({ seizures: [...chosen], log });
      return;
    }
    for (const { seizure, next } of nodes[at] ?? []) {
      chosen.push(seizure);
      walk(next, log + seizure.log);
      chosen.pop();
    }
  };
  walk(nodes.length - 1, 0);
  const largest = found.reduce((most, { log }) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  return found.map(({ seizures, log }) => ({ seizures, weight: Math.exp(log - largest) }));
}

/** How long the sampler walks. */
interface SampleOptions {
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

/** What several walks from different starts found. */
interface ChainSample {
  readonly weighed: readonly Weighed[];
  /** Whether the walks agree on every pair: the probability that it is one seizure differs by a tenth at most. */
  readonly agree: boolean;
}

const mostApart = 0.1;

/** Sweeps of a walk, fewer where a sweep has many steps to weigh: the walks may then disagree, which they say. */
const most = { sweeps: 1500, steps: 2_000_000 };
const least = { sweeps: 100 };
/** Where a sweep has so many steps, fewer still: what such records come to is bounded beside what is drawn. */
const huge = { from: 10_000, steps: 600_000, least: 10 };

function sweepsFor(steps: number): number {
  const [all, atLeast] = steps < huge.from ? [most.steps, least.sweeps] : [huge.steps, huge.least];
  return Math.round(Math.min(most.sweeps, Math.max(atLeast, all / steps)));
}

function jointly(weighed: readonly Weighed[]): ReadonlyMap<string, number> {
  const sum = weighed.reduce((all, { weight }) => all + weight, 0);
  const shares = new Map<string, number>();
  for (const { seizures, weight } of weighed)
    for (const { members } of seizures)
      for (const i of members)
        for (const j of members)
          if (i < j) shares.set(`${i} ${j}`, (shares.get(`${i} ${j}`) ?? 0) + weight / sum);
  return shares;
}

/** Two walks from records apart and two from the likeliest seizures, of which all visits count. */
export function sampleChains(rules: Admissible, random: () => number): ChainSample {
  const [near, moves] = [nearRecords(rules), groupMoves(rules)];
  const steps = near.reduce((sum, some) => sum + some.length, 0);
  const sweeps = sweepsFor(steps);
  const chains = (['apart', 'joined', 'apart', 'joined'] as const).map((start) =>
    samplePartitions(rules, {
      random,
      start,
      sweeps,
      burnIn: Math.round(sweeps / 3),
      near,
      moves,
    }),
  );
  const shares = chains.map(jointly);
  const agree = [...new Set(shares.flatMap((share) => [...share.keys()]))].every((pair) => {
    const found = shares.map((share) => share.get(pair) ?? 0);
    return Math.max(...found) - Math.min(...found) <= mostApart;
  });
  const all = new Map<string, { seizures: Weighed['seizures']; weight: number }>();
  for (const { seizures, weight } of chains.flat()) {
    const key = seizures.map(({ members }) => members.join()).join('|');
    const known = all.get(key);
    if (known) known.weight += weight;
    else all.set(key, { seizures, weight });
  }
  return { weighed: [...all.values()], agree };
}

/**
 * Partitions drawn independently, each with exactly its probability, where they are too many to list: from all records
 * on, a seizure at a time, in proportion to the weight of all partitions that hold it. Weights are counts of draws.
 */
export function drawPartitions(
  cover: PartitionCover,
  random: () => number,
  draws = 6000,
): readonly Weighed[] {
  const logs = logWeights(cover);
  const shares = cover.nodes.map((ways, at) =>
    ways.map(({ seizure, next }) => Math.exp(seizure.log + (logs[next] ?? 0) - (logs[at] ?? 0))),
  );
  const visits = new Map<string, { seizures: readonly PossibleSeizure[]; weight: number }>();
  for (let draw = 0; draw < draws; draw += 1) {
    const seizures: PossibleSeizure[] = [];
    for (let at = cover.nodes.length - 1; at > 0; ) {
      let left = random();
      const ways = cover.nodes[at] ?? [];
      const chosen =
        ways.find((_, index) => {
          left -= shares[at]?.[index] ?? 0;
          return left < 0;
        }) ?? ways[0];
      if (!chosen) break;
      seizures.push(chosen.seizure);
      at = chosen.next;
    }
    const key = seizures.map(({ members }) => members.join()).join('|');
    const known = visits.get(key);
    if (known) known.weight += 1;
    else visits.set(key, { seizures, weight: 1 });
  }
  return [...visits].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, visited]) => visited);
}

/** Partitions up to which each is weighed (two files of seven records have 130,922 at most); of more, some are drawn. */
const enumerateUpTo = 150_000;

/** How partitions are drawn where there are more than {@link enumerateUpTo}. */
export interface PartitionOptions {
  readonly seed?: number;
}

/** A component with all that its records may be. */
export interface WeighedComponent {
  readonly component: Component;
  /** Every seizure that the records may make; null where there are too many. */
  readonly seizures: readonly PossibleSeizure[] | null;
  /** All partitions as a graph; null where it is too large. */
  readonly cover: PartitionCover | null;
}

interface Found {
  readonly weighed: readonly Weighed[];
  readonly method: Component['method'];
  readonly settled: boolean;
}

function find(rules: Admissible, cover: PartitionCover | null, random: () => number): Found {
  if (!cover) {
    const { weighed, agree } = sampleChains(rules, random);
    return { weighed, method: 'sampled', settled: agree };
  }
  return countPartitions(cover) <= enumerateUpTo
    ? { weighed: enumeratePartitions(cover), method: 'enumerated', settled: true }
    : { weighed: drawPartitions(cover, random), method: 'sampled', settled: true };
}

/** Weighs the partitions of tied records: all of them, or independent draws, or walks of a sampler, as many as there are. */
export function weighComponent(
  tied: TiedRecords,
  { seed = 1 }: PartitionOptions = {},
): WeighedComponent {
  const records = tied.records.map(({ id }) => id);
  const rules = admissible(tied);
  const seizures = possibleSeizures(rules);
  const graph = seizures ? partitionCover(records.length, seizures) : 'too large';
  if (graph === 'none')
    throw new Error(
      `no partition is admissible of ${records.join(', ')}: decisions were not checked`,
    );
  const cover = graph === 'too large' ? null : graph;
  const random = seeded(`${seed} ${records.join(' ')}`);
  const { weighed, method, settled } = find(rules, cover, random);
  const sum = weighed.reduce((all, { weight }) => all + weight, 0);
  const named = new Map<string, readonly string[]>();
  const names = ({ members }: PossibleSeizure): readonly string[] => {
    const key = members.join();
    const known = named.get(key) ?? members.map((i) => records[i] as string);
    named.set(key, known);
    return known;
  };
  const partitions = weighed.map(
    ({ seizures: made, weight }): Partition => ({
      groups: [...made].sort((x, y) => (x.members[0] ?? 0) - (y.members[0] ?? 0)).map(names),
      probability: weight / sum,
    }),
  );
  return { component: { records, partitions, method, settled }, seizures, cover };
}
