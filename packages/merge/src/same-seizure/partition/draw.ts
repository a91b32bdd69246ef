import { logWeights, type PartitionCover } from './cover.ts';
import type { Weighed } from './enumerate.ts';
import type { PossibleSeizure } from './possible-seizures.ts';

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
