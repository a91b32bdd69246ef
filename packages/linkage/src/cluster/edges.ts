import { Forest } from './forest.ts';
import { ClusterGuard, type NumberedGuard, type Obstacle } from './guard.ts';

/** Links between numbered records, one an index. `left` and `right` are numbers of records, in any order. */
export interface Edges {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** How strong each is; more is stronger. */
  readonly weight: Float64Array;
}

const lowWordFirst = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
const byComparison = 4096;
const digitBits = 11;
const digits = 2 ** digitBits;

/** Orders edges by a key of 32 bits, those of equal keys as they were. Key and edge travel together, pass by pass. */
function sortByKey(order: Uint32Array<ArrayBuffer>, keyOf: Uint32Array): Uint32Array<ArrayBuffer> {
  let edges = order;
  let keys = new Uint32Array(edges.length);
  for (let at = 0; at < edges.length; at += 1) keys[at] = keyOf[edges[at] as number] as number;
  let [spareEdges, spareKeys] = [new Uint32Array(edges.length), new Uint32Array(edges.length)];
  for (let shift = 0; shift < 32; shift += digitBits) {
    const starts = new Uint32Array(digits + 1);
    for (let at = 0; at < keys.length; at += 1) {
      const slot = (((keys[at] as number) >>> shift) & (digits - 1)) + 1;
      starts[slot] = (starts[slot] as number) + 1;
    }
    if (starts.includes(keys.length)) continue;
    for (let digit = 1; digit <= digits; digit += 1)
      starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] as number;
      const digit = (key >>> shift) & (digits - 1);
      const place = starts[digit] as number;
      spareKeys[place] = key;
      spareEdges[place] = edges[at] as number;
      starts[digit] = place + 1;
    }
    [edges, spareEdges, keys, spareKeys] = [spareEdges, edges, spareKeys, keys];
  }
  return edges;
}

/** The weights as two keys that grow as the weight falls. */
function fallingKeys(weight: Float64Array): {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
} {
  const high = new Uint32Array(weight.length);
  const low = new Uint32Array(weight.length);
  const one = new Float64Array(1);
  const words = new Uint32Array(one.buffer);
  const [highWord, lowWord] = lowWordFirst ? [1, 0] : [0, 1];
  for (let edge = 0; edge < weight.length; edge += 1) {
    // Adding 0 turns −0 into 0, which have different bits and are one weight.
    one[0] = (weight[edge] as number) + 0;
    const [upper, lower] = [words[highWord] as number, words[lowWord] as number];
    // The bits of positive numbers grow with the number, those of negative ones against it.
    const negative = upper >= 0x8000_0000;
    high[edge] = negative ? upper : 0x7fff_ffff - upper;
    low[edge] = negative ? lower : 0xffff_ffff - lower;
  }
  return { high, low };
}

/**
 * The links from the strongest to the weakest; ties by the smaller record, then by the larger. A total order, so
 * that what is built along it does not depend on the order of the input. By radix above a few thousand links.
 *
 * @throws RangeError for a weight that is not a number
 */
export function strongestFirst({ left, right, weight }: Edges): Uint32Array {
  const wrong = weight.findIndex(Number.isNaN);
  if (wrong >= 0) throw new RangeError(`the weight of link ${wrong} is not a number`);
  const order = new Uint32Array(weight.length).map((_, index) => index);
  const smaller = left.map((one, edge) => Math.min(one, right[edge] as number));
  const larger = left.map((one, edge) => Math.max(one, right[edge] as number));
  if (order.length <= byComparison)
    return order.sort((a, b) => {
      const [one, two] = [weight[a] as number, weight[b] as number];
      if (one !== two) return two > one ? 1 : -1;
      return (
        (smaller[a] as number) - (smaller[b] as number) ||
        (larger[a] as number) - (larger[b] as number)
      );
    });
  const { high, low } = fallingKeys(weight);
  return [larger, smaller, low, high].reduce(sortByKey, order);
}

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
