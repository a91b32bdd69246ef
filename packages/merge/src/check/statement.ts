import type { Conflict, Interval, JointTotal, NotAdded } from '@samenbeeld/schema';
import type { Claim } from '../claim.ts';
import type { TotalOf } from '../total-of.ts';
import type { Question } from './question.ts';

/** What the joint total of a scope states, and what stands behind and beside it. */
export interface Stated {
  /** The totals it is made of: one, or of several years each year's own. */
  readonly totals: readonly JointTotal[];
  /** What every rival satisfies, also a wider figure; 0 where nothing is reported. */
  readonly atLeast: number;
  readonly atMost: number | null;
  /** The floor that the total states where it is not weighed against wider figures. */
  readonly unweighed: number;
  /** Whether figures contradict one another, or a wider one, and nobody has decided. */
  readonly isUndecided: boolean;
  /** Wider figures that it does not fit in. */
  readonly opposed: readonly Opposed[];
  readonly conflicts: readonly Conflict[];
  readonly notAdded: readonly NotAdded[];
}

/** How a claim stands to the totals of its own scope and of the one asked for. */
export interface Standing {
  /** stands: it governs, agrees or is a floor; contested: others contradict it undecided, or count beside it; falls: it was set aside. */
  readonly kind: 'stands' | 'contested' | 'falls';
  /** Who contradicts it, or counted beside it. */
  readonly by: readonly Claim[];
  /** Whether those only counted for themselves: other scopes, which contradict nothing. */
  readonly isApart: boolean;
}

/** Totals of any scope of one picture. */
export interface Scopes {
  readonly claims: readonly Claim[];
  readonly stated: (question: ScopeOf, place?: string) => Stated;
  readonly standing: (claim: Claim, asked: Stated) => Standing;
}

export type ScopeOf = Pick<
  Question,
  'place' | 'substance' | 'basis' | 'metric' | 'unit' | 'agencies' | 'period'
>;

/** A wider figure, or a ceiling in use, that what lies inside it exceeds while nobody has decided which is right. */
export interface Opposed {
  readonly whole: Claim;
  /** What may lie inside at most, as the wider figure has it. */
  readonly bound: Interval;
  /** The figures that do not fit in it: each that exceeds it alone, else all that do so together. */
  readonly inside: readonly Claim[];
  readonly conflict: Conflict;
}

/** A total with the wider figures that contradict it, and the floor that holds whichever of them is right. */
export interface WeighedTotal extends TotalOf {
  readonly opposed: readonly Opposed[];
  readonly sure: number;
}
