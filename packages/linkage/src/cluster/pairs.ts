import { type Contradiction, closeJudgements } from '../judgement/closure.ts';
import type { Judgement } from '../judgement/judgement.ts';
import { type SettledPair, settleJudgements } from '../judgement/settle.ts';
import type { Pair } from '../pair.ts';
import { clusterEdges, type EdgeClusters, type Edges } from './edges.ts';
import type { Obstacle } from './guard.ts';
import { checkGuard, checkProbability, type Guard, type Refused } from './options.ts';
import { countSizes, profileEdges, type SizeCount } from './profile.ts';
import { compareRecords, endsOf, pairName, type RecordRef, recordName } from './record.ts';
import { indexRecords, type RecordIndex } from './record-index.ts';

export interface ClusterLink<P extends Pair> {
  readonly a: RecordRef;
  readonly b: RecordRef;
  /** log2 of the odds; Infinity where a person said that they are the same. */
  readonly weight: number;
  /** Null where only a judgement names it. */
  readonly pair: P | null;
}

/** Records that are held to be the same. */
export interface Cluster<P extends Pair> {
  /** The name of its first record ("customs/17"). */
  readonly id: string;
  readonly records: readonly RecordRef[];
  readonly links: number;
  /** Links as a share of all pairs of its records; null for a cluster of one. */
  readonly density: number | null;
  /** Weight of the weakest link that it needs; null for a cluster of one. */
  readonly weakest: number | null;
  /** The most links that one record of it has. */
  readonly hub: number;
  /** Links without which it falls apart: in a chain all, in a triangle none. */
  readonly bridges: readonly ClusterLink<P>[];
}

/** Clusters, and what was left out to make them. */
export interface Clustering<P extends Pair> {
  /** In the order of their first records; each record is in exactly one. */
  readonly clusters: readonly Cluster<P>[];
  /** Links that were not followed, the strongest first, each with what stood against it. */
  readonly refused: readonly { readonly link: ClusterLink<P>; readonly because: Refused }[];
  /** How many pairs were below the threshold. */
  readonly below: number;
  readonly sizes: readonly SizeCount[];
  /** Tables of `guard.once` of which no record was seen: a slip of the pen, or an empty table. */
  readonly onceUnseen: readonly string[];
  /** Judgements that cannot all hold; none of their positive ones was followed. */
  readonly contradictions: readonly Contradiction[];
}

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
function describeClusters<P extends Pair>(
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

/** The links among pairs: those at or above the threshold, and those that persons found to be the same. */
function linksOf<P extends Pair>(
  pairs: Iterable<P>,
  atLeast: number,
  positives: readonly SettledPair[],
): { readonly links: readonly ClusterLink<P>[]; readonly below: number } {
  const judged = new Map(positives.map((pair) => [pairName(pair.a, pair.b), pair]));
  const links: ClusterLink<P>[] = [];
  const met = new Set<string>();
  let below = 0;
  for (const pair of pairs) {
    const [a, b] = endsOf(pair);
    const wrong = Number.isNaN(pair.weight) || !(pair.probability >= 0 && pair.probability <= 1);
    if (wrong)
      throw new RangeError(
        `the pair ${recordName(a)} and ${recordName(b)} has weight ${pair.weight} and probability ${pair.probability}; expected a number and a probability between 0 and 1`,
      );
    if (compareRecords(a, b) === 0)
      throw new RangeError(
        `a pair names the record ${recordName(a)} twice; a pair is of two records`,
      );
    const name = judged.size > 0 ? pairName(a, b) : '';
    if (judged.has(name)) {
      met.add(name);
      links.push({ a, b, weight: Number.POSITIVE_INFINITY, pair });
    } else if (pair.probability >= atLeast) links.push({ a, b, weight: pair.weight, pair });
    else below += 1;
  }
  for (const [name, { a, b }] of judged)
    if (!met.has(name)) links.push({ a, b, weight: Number.POSITIVE_INFINITY, pair: null });
  return { links, below };
}

/** The number of a record that must be there. */
function numberIn(index: RecordIndex, record: RecordRef, of: string): number {
  const number = index.numberOf(record);
  if (number === undefined)
    throw new RangeError(
      `${of} names the record ${recordName(record)}, which is not among \`records\`; give all records of the tables, or replay judgements on the new data first (replayJudgements)`,
    );
  return number;
}

export interface ClusterOptions {
  /** Probability from which a pair is a link, 0…1. */
  readonly atLeast: number;
  /** All records, so that those without a link are clusters of one. Default: those that the pairs, judgements and `apart` name. */
  readonly records?: Iterable<RecordRef>;
  readonly guard?: Guard;
  /** What persons said: the same comes first whatever its probability, different stays apart. */
  readonly judgements?: readonly Judgement[];
  /** How many roles must say the same before a judgement counts. Default 1. */
  readonly agreeing?: number;
}

/**
 * Clusters of records that pairs join directly or through others (connected components), guarded against chaining:
 * links are followed from the strongest to the weakest, and one that would bring together what `guard` or a negative
 * judgement keeps apart is left out and reported. The same whatever the order of the pairs.
 *
 * A judgement that counts is stronger than any probability, the guard is stronger than a judgement: a positive one of
 * two records of a table that lists each thing once is refused and reported, for one of the two statements is wrong.
 * Unsure pairs keep their probability. For millions of pairs use `clusterLinks` or `clusterEdges`.
 *
 * @throws RangeError for a probability outside 0…1, a pair of a record with itself, a record that is not in `records`
 * @example
 * ```ts
 * import { clusterPairs } from '@samenbeeld/linkage';
 * const pair = (tableA, a, tableB, b, probability) => ({ tableA, a, tableB, b, probability, weight: Math.log2(probability / (1 - probability)) });
 * const pairs = [pair('be', '1', 'nl', '7', 0.99), pair('be', '1', 'nl', '8', 0.8), pair('be', '2', 'nl', '9', 0.3)];
 * const names = ({ records }) => records.map(({ id }) => id).join('=');
 * clusterPairs(pairs, { atLeast: 0.5 }).clusters.map(names) // => ['1=7=8', '2', '9']
 * const guarded = clusterPairs(pairs, { atLeast: 0.5, guard: { once: ['nl'] } });
 * guarded.clusters.map(names) // => ['1=7', '2', '8', '9']
 * guarded.refused.map(({ link, because }) => [link.pair.probability, because.kind, because.table]) // => [[0.8, 'once', 'nl']]
 * ```
 */
export function clusterPairs<P extends Pair>(
  pairs: Iterable<P>,
  options: ClusterOptions,
): Clustering<P> {
  const { guard = {}, judgements = [] } = options;
  checkGuard(guard);
  const settled = settleJudgements(judgements, { agreeing: options.agreeing ?? 1 });
  const { positives, negatives, contradictions } = closeJudgements(settled);
  const atLeast = checkProbability('atLeast', options.atLeast);
  const all = [...pairs];
  const { links, below } = linksOf(all, atLeast, positives);
  const stated = guard.apart ?? [];
  const apart = [...stated, ...negatives.map(({ a, b }) => [a, b] as const)];
  const index = indexRecords(
    options.records ?? [
      ...all.flatMap(endsOf),
      ...links.flatMap(({ a, b }) => [a, b]),
      ...apart.flat(),
    ],
  );
  const { records } = index;
  const edges: Edges = {
    left: Uint32Array.from(links, ({ a }) => numberIn(index, a, 'a link')),
    right: Uint32Array.from(links, ({ b }) => numberIn(index, b, 'a link')),
    weight: Float64Array.from(links, ({ weight }) => weight),
  };
  const { once, forbids, largest } = guard;
  const at = (number: number): RecordRef => records[number] as RecordRef;
  const { label, refused, weakest } = clusterEdges(edges, records.length, {
    ...(once ? { once: Int32Array.from(records, ({ table }) => once.indexOf(table)) } : {}),
    apart: apart.map(([a, b]) => [
      numberIn(index, a, 'what is to be kept apart'),
      numberIn(index, b, 'what is to be kept apart'),
    ]),
    ...(forbids ? { forbids: (a, b) => forbids(at(a), at(b)) } : {}),
    ...(largest === undefined ? {} : { largest }),
  });

  const because = (obstacle: Obstacle): Refused => {
    if (obstacle.kind === 'largest') return obstacle;
    const between = [at(obstacle.records[0]), at(obstacle.records[1])] as const;
    if (obstacle.kind === 'once')
      return { kind: 'once', table: between[0].table, records: between };
    if (obstacle.kind === 'forbidden') return { ...obstacle, records: between };
    const judged = negatives[obstacle.apart - stated.length];
    return judged
      ? { kind: 'judged', records: between, judgements: judged.by.map(({ id }) => id) }
      : { kind: 'apart', records: between };
  };
  const { clusters, sizes } = describeClusters(edges, { label, weakest }, links, records);
  const seen = new Set(records.map(({ table }) => table));
  return {
    clusters,
    refused: refused.map(({ edge, obstacle }) => ({
      link: links[edge] as ClusterLink<P>,
      because: because(obstacle),
    })),
    below,
    sizes,
    onceUnseen: (once ?? []).filter((table) => !seen.has(table)),
    contradictions,
  };
}
