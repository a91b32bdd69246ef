import type { Contradiction } from '../judgement/closure.ts';
import type { Pair } from '../pair.ts';
import type { Refused } from './options.ts';
import type { SizeCount } from './profile.ts';
import type { RecordRef } from './record.ts';

/** A link of two records. */
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
