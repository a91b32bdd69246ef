import type { Edges } from './edges.ts';

/** The links of each record: `edgesOf[start[r]…start[r + 1] − 1]`; those marked as repeated are passed over. */
interface Neighbours {
  readonly start: Uint32Array;
  readonly edgesOf: Uint32Array;
  readonly repeated: Uint8Array;
}

/**
 * The links without which the records they join would no longer hang together, in ascending order. By depth-first
 * search with low points (Tarjan 1974), without recursion, for a chain may be as long as the data.
 */
function findBridges(
  { left, right }: Pick<Edges, 'left' | 'right'>,
  count: number,
  { start, edgesOf, repeated }: Neighbours,
): Uint32Array {
  const found = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const via = new Int32Array(count).fill(-1);
  const next = start.slice(0, count);
  const path = new Int32Array(count);
  const bridges: number[] = [];
  const otherEnd = (edge: number, record: number): number =>
    (left[edge] === record ? right[edge] : left[edge]) as number;
  let time = 0;
  for (let root = 0; root < count; root += 1) {
    if (found[root] !== -1) continue;
    let depth = 0;
    path[0] = root;
    found[root] = low[root] = time++;
    while (depth >= 0) {
      const record = path[depth] as number;
      const at = next[record] as number;
      if (at < (start[record + 1] as number)) {
        next[record] = at + 1;
        const edge = edgesOf[at] as number;
        if (edge === via[record] || repeated[edge]) continue;
        const other = otherEnd(edge, record);
        if (found[other] === -1) {
          found[other] = low[other] = time++;
          via[other] = edge;
          depth += 1;
          path[depth] = other;
        } else low[record] = Math.min(low[record] as number, found[other] as number);
        continue;
      }
      depth -= 1;
      if (depth < 0) break;
      const parent = path[depth] as number;
      low[parent] = Math.min(low[parent] as number, low[record] as number);
      if ((low[record] as number) > (found[parent] as number)) bridges.push(via[record] as number);
    }
  }
  return Uint32Array.from(bridges).sort();
}

/** How well the clusters hang together; arrays by the label of a cluster, 0 for numbers that are none. */
export interface EdgeProfile {
  readonly size: Uint32Array;
  /** Links within the cluster, also those that were not needed to build it; a pair named twice is one link. */
  readonly links: Uint32Array;
  /** The most links that one record of it has. */
  readonly hub: Uint32Array;
  /** Links without which a cluster falls apart, one an element, in the order of the input. */
  readonly bridges: Uint32Array;
}

export interface SizeCount {
  readonly size: number;
  readonly clusters: number;
  readonly records: number;
}

/** The links within clusters as neighbours of each record. */
function adjacency({ left, right }: Edges, label: Uint32Array): Omit<Neighbours, 'repeated'> {
  const count = label.length;
  const start = new Uint32Array(count + 1);
  const inside = new Uint8Array(left.length);
  for (let edge = 0; edge < left.length; edge += 1) {
    const [a, b] = [left[edge] as number, right[edge] as number];
    if (a === b || label[a] !== label[b]) continue;
    inside[edge] = 1;
    start[a + 1] = (start[a + 1] as number) + 1;
    start[b + 1] = (start[b + 1] as number) + 1;
  }
  for (let record = 0; record < count; record += 1)
    start[record + 1] = (start[record + 1] as number) + (start[record] as number);
  const edgesOf = new Uint32Array(start[count] as number);
  const place = start.slice();
  for (let edge = 0; edge < left.length; edge += 1) {
    if (inside[edge] === 0) continue;
    const [a, b] = [left[edge] as number, right[edge] as number];
    edgesOf[place[a] as number] = edge;
    place[a] = (place[a] as number) + 1;
    edgesOf[place[b] as number] = edge;
    place[b] = (place[b] as number) + 1;
  }
  return { start, edgesOf };
}

/** Marks the links whose two records another link also joins: all but the strongest of them. */
function markRepeated(
  { left, right, weight }: Edges,
  { start, edgesOf }: Omit<Neighbours, 'repeated'>,
): Uint8Array {
  const count = start.length - 1;
  const repeated = new Uint8Array(left.length);
  const lastSeen = new Int32Array(count).fill(-1);
  const lastEdge = new Uint32Array(count);
  for (let record = 0; record < count; record += 1)
    for (let at = start[record] as number; at < (start[record + 1] as number); at += 1) {
      const edge = edgesOf[at] as number;
      const other = (left[edge] === record ? right[edge] : left[edge]) as number;
      if (other < record) continue;
      const former = lastEdge[other] as number;
      const twice = lastSeen[other] === record;
      const weaker = twice && (weight[edge] as number) <= (weight[former] as number);
      if (twice) repeated[weaker ? edge : former] = 1;
      if (weaker) continue;
      lastSeen[other] = record;
      lastEdge[other] = edge;
    }
  return repeated;
}

/**
 * How well clusters hang together: size, links, hub, bridges. A cluster of few links, with bridges, was chained.
 *
 * @param label for each record the smallest of its cluster, as `clusterEdges` gives it
 * @example
 * ```ts
 * import { profileEdges } from '@samenbeeld/linkage';
 * const edges = { left: Uint32Array.of(0, 1, 0, 2), right: Uint32Array.of(1, 2, 2, 3), weight: Float64Array.of(9, 8, 7, 1) };
 * const { size, links, bridges } = profileEdges(edges, Uint32Array.of(0, 0, 0, 0));
 * [size[0], links[0], [...bridges]] // => [4, 4, [3]]
 * ```
 */
export function profileEdges(edges: Edges, label: Uint32Array): EdgeProfile {
  const { left, right } = edges;
  const count = label.length;
  const { start, edgesOf } = adjacency(edges, label);
  const repeated = markRepeated(edges, { start, edgesOf });
  const size = new Uint32Array(count);
  const links = new Uint32Array(count);
  const hub = new Uint32Array(count);
  for (let record = 0; record < count; record += 1) {
    const cluster = label[record] as number;
    size[cluster] = (size[cluster] as number) + 1;
    let degree = 0;
    for (let at = start[record] as number; at < (start[record + 1] as number); at += 1) {
      const edge = edgesOf[at] as number;
      if (repeated[edge]) continue;
      degree += 1;
      if (Math.min(left[edge] as number, right[edge] as number) === record)
        links[cluster] = (links[cluster] as number) + 1;
    }
    hub[cluster] = Math.max(hub[cluster] as number, degree);
  }
  return { size, links, hub, bridges: findBridges(edges, count, { start, edgesOf, repeated }) };
}

/** How many clusters there are of each size, the smallest first. */
export function countSizes(sizes: Iterable<number>): readonly SizeCount[] {
  const counts = new Map<number, number>();
  for (const size of sizes) if (size > 0) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([size, clusters]) => ({ size, clusters, records: size * clusters }));
}
