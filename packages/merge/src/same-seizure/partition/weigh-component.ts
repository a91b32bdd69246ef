import { type Admissible, admissible } from './admissible.ts';
import { countPartitions, logWeights, type PartitionCover, partitionCover } from './cover.ts';
import { enumeratePartitions, type Weighed } from './enumerate.ts';
import { groupMoves } from './group-moves.ts';
import { nearRecords } from './near-records.ts';
import { type PossibleSeizure, possibleSeizures } from './possible-seizures.ts';
import type { Component, Partition } from './record-pair.ts';
import { samplePartitions } from './sample.ts';
import { seeded } from './seeded.ts';
import type { TiedRecords } from './tied-records.ts';

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
export const enumerateUpTo = 150_000;

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
