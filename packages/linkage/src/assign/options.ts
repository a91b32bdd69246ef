import type { RecordRef } from '../cluster/record.ts';
import type { Pair } from '../pair.ts';

/** Which pairs may stand together. */
export type AssignOptions<P extends Pair> = {
  /** Probability from which a pair may be chosen, above 0 and below 1; also the odds at which a link is worth its risk. */
  readonly atLeast: number;
} & (
  | { readonly kind: 'free' }
  | {
      readonly kind: 'one-to-one';
      /** Links in a component up to which the best choice is sought. Default 50,000. */
      readonly exactUpTo?: number;
    }
  | {
      readonly kind: 'one-to-many';
      /** The table of which a record may take several of another table. */
      readonly one: string;
      /** How many a record may take. Default: any number. */
      readonly capacity?: number | ((one: RecordRef) => number);
      /** Whether a record may take just these, which are in order: whether their amounts add up. Default: yes. */
      readonly admissible?: (
        one: RecordRef,
        many: readonly RecordRef[],
        pairs: readonly P[],
      ) => boolean;
      /** Links in a component up to which the best choice is sought, without `admissible`. Default 50,000. */
      readonly exactUpTo?: number;
      /** Groups and combinations looked at in a component, with `admissible`. Default 200,000. */
      readonly steps?: number;
    }
);

/** How the pairs of records that hang together were chosen. */
export interface AssignedComponent {
  readonly records: number;
  readonly links: number;
  /** `greedy`: too large for the bound; what was chosen is admissible, and may not be the best. */
  readonly method: 'exact' | 'greedy';
}

/** A pair that was not chosen. */
export interface LeftPair<P extends Pair> {
  readonly pair: P;
  /**
   * `taken`: one of its records was needed elsewhere · `full`: its record of the one side took as many as it may ·
   * `inadmissible`: no better group with it may stand.
   */
  readonly because: 'taken' | 'full' | 'inadmissible';
  /** The chosen pairs that hold its records. */
  readonly instead: readonly P[];
}

/** Pairs that may stand together, and what became of the others; each pair is in one of `chosen`, `left`, `below`. */
export interface Assignment<P extends Pair> {
  /** In the order of their records. */
  readonly chosen: readonly P[];
  readonly left: readonly LeftPair<P>[];
  /** How many pairs were below the threshold. */
  readonly below: number;
  /** Whether the choice is the best there is, in every component. */
  readonly exact: boolean;
  /** Components of more than one link, the largest first. */
  readonly components: readonly AssignedComponent[];
}
