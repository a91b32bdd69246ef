import { closeJudgements } from '../judgement/closure.ts';
import type { Judgement } from '../judgement/judgement.ts';
import { settleJudgements } from '../judgement/settle.ts';
import type { Pair } from '../pair.ts';
import { describeClusters } from './describe.ts';
import { clusterEdges } from './edges.ts';
import { linksOf, numberIn } from './gather.ts';
import type { Obstacle } from './guard.ts';
import { checkGuard, checkProbability, type Guard, type Refused } from './options.ts';
import type { Edges } from './order.ts';
import { endsOf, type RecordRef } from './record.ts';
import { indexRecords } from './record-index.ts';
import type { Clustering, ClusterLink } from './types.ts';

/** How pairs become clusters. */
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
