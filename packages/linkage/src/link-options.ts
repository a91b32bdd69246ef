import type { BlockingRule } from './blocking-rule.ts';
import type { Comparison } from './comparison.ts';
import type { Prior } from './learn-model.ts';
import type { LinkedTable, LinkKind } from './linked-table.ts';
import type { LinkageModel } from './model.ts';
import type { LinkProgress } from './progress.ts';
import type { NewRecords } from './record-table.ts';

export interface LinkOptions {
  readonly tables: readonly LinkedTable[];
  /** Which pairs are compared; a pair that several rules find is compared once, by the first. */
  readonly blocking: readonly BlockingRule[];
  readonly comparisons: readonly Comparison[];
  /** Default: 'within' for one table, 'between' for several. */
  readonly link?: LinkKind;
  /** How many pairs are the same. Default: estimated from what the blocking rules find apart and together. */
  readonly prior?: Prior;
  /** A model to use instead of learning one. */
  readonly model?: LinkageModel;
  /** Rules whose pairs teach m; default: the blocking rules. */
  readonly training?: readonly BlockingRule[];
  /** How many pairs a stated m or u is worth against the data; default: Infinity, which holds it as it is. */
  readonly statedWorth?: number;
  /** Seed of the draw that teaches u. Default: 1. */
  readonly seed?: number | string;
  /** Pairs at or above this probability are kept. Default: 0.01. */
  readonly threshold?: number;
  /** Blocking that brings together more pairs than this is refused before any is compared. Default: a thousand million. */
  readonly maxPairs?: number;
  /**
   * How rare a value is, is counted in records, of which several may be of one thing: its share is discounted, to this part of
   * what was counted at least (0.05). Where one thing is recorded k times at most, 1/k. From 0 to 1.
   */
  readonly leastShare?: number;
  /** Compares only pairs with a new record: SQL over one record, or ids, or { table, id }. The model is of all records. */
  readonly only?: NewRecords;
  /** How many pairs are drawn for u, and compared at most for m in each pass. Default: 1,000,000 and 500,000. */
  readonly sample?: { readonly u?: number; readonly m?: number };
  /** Pairs in one statement, about: a smaller number tells progress more often. Default: 4,000,000. */
  readonly partSize?: number;
  /** Start of the names of the tables it makes. Default: "linkage", with a number where that is taken. */
  readonly name?: string;
  readonly onProgress?: (progress: LinkProgress) => void;
}
