import type { PartitionCover } from './cover.ts';
import type { PossibleSeizure } from './possible-seizures.ts';

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
