import type { Ground } from './decision.ts';
import type { Text } from './language.ts';

/** How two claims differ. */
export type ConflictType =
  | 'absorbed'
  | 'same_scope_different_value'
  | 'part_exceeds_whole'
  | 'digit_transposition'
  | 'factor_10^k'
  | 'vintage'
  | 'cutoff'
  | 'scope'
  | 'basis'
  | 'agency'
  | 'separate_counts'
  | 'rounding'
  | 'above_ceiling';

/** Claims that do not agree, the likely cause, and what a person may decide. */
export interface Conflict {
  /** Stable key of this pair of claims within its cell. */
  readonly key: string;
  /** The cell, which is the subject of a decision ("NLVLI COC seized_in_port quantity 2021"). */
  readonly subject: string;
  readonly type: ConflictType;
  /** Ids of the claims, the governing one first. */
  readonly claims: readonly string[];
  readonly place: string;
  readonly substance: string | null;
  readonly basis: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  /** Difference in the unit of the claims, and as a factor. */
  readonly difference: number | null;
  readonly factor: number | null;
  readonly explanation: Text;
  /** Whether the explanation follows from other figures, so that the governing claim may stand. */
  readonly computed: boolean;
  readonly proposal: { readonly verdict: string; readonly reason: Text } | null;
  /**
   * explained: computed; undecided: a person must decide; apart: services that each counted for themselves, which contradict
   * nothing; decided: a person did (`decision`).
   */
  readonly state: 'explained' | 'undecided' | 'apart' | 'decided';
  readonly decision: string | null;
  /** What a decision on the subject is taken on, as it stands now. */
  readonly grounds?: readonly Ground[];
}
