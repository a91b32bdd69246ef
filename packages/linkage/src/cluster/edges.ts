import { Forest } from './forest.ts';
import { ClusterGuard, type NumberedGuard, type Obstacle } from './guard.ts';
import { type Edges, strongestFirst } from './order.ts';

/** What became of numbered records and their links. */
export interface EdgeClusters {
  /** For each record the smallest record of its cluster. */
  readonly label: Uint32Array;
  /** Links that were not followed, the strongest first. */
  readonly refused: readonly { readonly edge: number; readonly obstacle: Obstacle }[];
  /** For each label, the weakest link without which the cluster would fall apart; NaN for a cluster of one. */
  readonly weakest: Float64Array;
}

/**
 * Joins numbered records along their links, from the strongest to the weakest (Kruskal), and leaves out each link
 * that would bring together what the guard keeps apart. What is refused stays refused, for clusters only grow; so no
 * cluster holds a forbidden pair, and a refused link always yielded to links at least as strong.
 *
 * For data too large for objects: 10 million links among 5 million records are four typed arrays.
 *
 * @param count how many records there are, with or without links
 * @throws RangeError for a record beyond `count`, or a weight that is not a number
 * @example
 * ```ts
 * import { clusterEdges } from '@samenbeeld/linkage';
 * const edges = { left: Uint32Array.of(0, 1, 2), right: Uint32Array.of(1, 2, 3), weight: Float64Array.of(9, 2, 7) };
 * [...clusterEdges(edges, 5).label] // => [0, 0, 0, 0, 4]
 * const guarded = clusterEdges(edges, 5, { apart: [[0, 3]] });
 * [...guarded.label] // => [0, 0, 2, 2, 4]
 * guarded.refused.map(({ edge }) => edge) // => [1]
 * ```
 */
export function clusterEdges(edges: Edges, count: number, guard?: NumberedGuard): EdgeClusters {
  const { left, right, weight } = edges;
  const forest = new Forest(count);
  const watch = guard ? new ClusterGuard(guard, forest, count) : null;
  const lastWeight = new Float64Array(count).fill(Number.NaN);
  const refused: { edge: number; obstacle: Obstacle }[] = [];
  for (const edge of strongestFirst(edges)) {
    const [one, two] = [left[edge] as number, right[edge] as number];
    if (one >= count || two >= count)
      throw new RangeError(
        `link ${edge} names record ${Math.max(one, two)}; there are ${count} records, numbered from 0`,
      );
    const [a, b] = [forest.find(one), forest.find(two)];
    if (a === b) continue;
    const obstacle = watch?.obstacle(a, b);
    if (obstacle) {
      refused.push({ edge, obstacle });
      continue;
    }
    const stays = forest.join(a, b);
    watch?.joined(stays, stays === a ? b : a);
    lastWeight[stays] = weight[edge] as number;
  }
  const label = forest.labels();
  const weakest = new Float64Array(count).fill(Number.NaN);
  for (let record = 0; record < count; record += 1)
    if (label[record] === record) weakest[record] = lastWeight[forest.find(record)] as number;
  return { label, refused, weakest };
}
