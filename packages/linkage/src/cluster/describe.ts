import type { Pair } from '../pair.ts';
import type { EdgeClusters } from './edges.ts';
import type { Edges } from './order.ts';
import { countSizes, profileEdges, type SizeCount } from './profile.ts';
import { compareRecords, type RecordRef, recordName } from './record.ts';
import type { Cluster, ClusterLink } from './types.ts';

const weakestFirst = (x: ClusterLink<Pair>, y: ClusterLink<Pair>): number =>
  (x.weight === y.weight ? 0 : x.weight - y.weight) ||
  compareRecords(x.a, y.a) ||
  compareRecords(x.b, y.b);

function gather<Value>(into: Map<number, Value[]>, key: number, value: Value): void {
  const known = into.get(key);
  if (known) known.push(value);
  else into.set(key, [value]);
}

/** Labelled records as clusters, with what a person needs to judge whether they hang together. */
export function describeClusters<P extends Pair>(
  edges: Edges,
  { label, weakest }: Pick<EdgeClusters, 'label' | 'weakest'>,
  links: readonly ClusterLink<P>[],
  records: readonly RecordRef[],
): { readonly clusters: readonly Cluster<P>[]; readonly sizes: readonly SizeCount[] } {
  const profile = profileEdges(edges, label);
  const members = new Map<number, RecordRef[]>();
  records.forEach((record, number) => {
    gather(members, label[number] as number, record);
  });
  const bridges = new Map<number, ClusterLink<P>[]>();
  for (const edge of profile.bridges) {
    const cluster = label[edges.left[edge] as number] as number;
    gather(bridges, cluster, links[edge] as ClusterLink<P>);
  }
  const clusters = [...members].map(([cluster, held]): Cluster<P> => {
    const inside = profile.links[cluster] as number;
    const pairs = (held.length * (held.length - 1)) / 2;
    return {
      id: recordName(records[cluster] as RecordRef),
      records: held,
      links: inside,
      density: pairs > 0 ? inside / pairs : null,
      weakest: pairs > 0 ? (weakest[cluster] as number) : null,
      hub: profile.hub[cluster] as number,
      bridges: (bridges.get(cluster) ?? []).sort(weakestFirst),
    };
  });
  return { clusters, sizes: countSizes(profile.size) };
}
