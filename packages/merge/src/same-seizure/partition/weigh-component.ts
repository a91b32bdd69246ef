import { type Admissible, admissible } from './admissible.ts';
import { countPartitions, type PartitionCover, partitionCover } from './cover.ts';
import { drawPartitions } from './draw.ts';
import { enumeratePartitions, type Weighed } from './enumerate.ts';
import { type PossibleSeizure, possibleSeizures } from './possible-seizures.ts';
import type { Component, Partition } from './record-pair.ts';
import { sampleChains } from './sample-chains.ts';
import { seeded } from './seeded.ts';
import type { TiedRecords } from './tied-records.ts';

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
