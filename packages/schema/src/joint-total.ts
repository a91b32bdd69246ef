import type { Text } from './language.ts';
import type { Wording } from './observation.ts';

/** Why a reported range is wider than a point, or why a member is missing. */
export interface Cause {
  readonly kind:
    | 'wording'
    | 'conflict'
    | 'double_report'
    | 'missing_quantity'
    | 'not_reported'
    | 'finds_only'
    | 'joint_report';
  readonly place: string | null;
  readonly text: Text;
}

/** One port within one cell. */
export interface MemberTotal {
  readonly place: string;
  readonly state: 'reported' | 'undecided' | 'finds_only' | 'not_reported';
  readonly lowest: number;
  readonly likely: number | 'undecided' | null;
  readonly highest: number | null;
  /** How the governing claim is worded, so that `likely` is shown as "almost 1,700". */
  readonly wording: Wording | null;
  /** Subject under which a person decides a contested member. */
  readonly subject: string;
  /** Claim or event ids: the governing one, those absorbed, the finds that make the floor, the rivals. */
  readonly governing: string | null;
  /** Claims that agree with the governing one and narrow its interval. */
  readonly combined: readonly string[];
  readonly absorbed: readonly string[];
  readonly finds: readonly string[];
  readonly rivals: readonly string[];
}

/** A ceiling on offer or in use: a wider total minus parts known to lie outside. */
export interface Ceiling {
  /** Stable key, the subject of the decision that uses it. */
  readonly key: string;
  /** The members it bounds together. */
  readonly places: readonly string[];
  readonly value: number;
  readonly whole: string;
  readonly parts: readonly string[];
  readonly assumption: Text;
  readonly inUse: boolean;
  readonly decision: string | null;
}

/** The figure analysts are quoted on: members × period × substance × basis × metric × agency coverage. */
export interface JointTotal {
  readonly key: string;
  readonly complex: string;
  readonly members: readonly MemberTotal[];
  /** Sets of members that are reported together (Zeeland ports = Vlissingen + Terneuzen). */
  readonly together: readonly MemberTotal[];
  readonly period: string;
  readonly substance: string;
  readonly basis: string;
  readonly metric: string;
  readonly unit: string;
  /** Agencies whose work is counted, or null for all of them together. */
  readonly agencies: readonly string[] | null;
  readonly reported: {
    readonly lowest: number;
    readonly likely: number | 'undecided' | null;
    readonly highest: number | null;
  };
  readonly total: { readonly atLeast: number; readonly atMost: number | null };
  readonly status: 'complete' | 'partial' | 'none';
  readonly missing: readonly string[];
  readonly causes: readonly Cause[];
  readonly ceilings: readonly Ceiling[];
  readonly conflicts: readonly string[];
}

/** A figure on another footing that stands beside a total and is never added to it. */
export interface NotAdded {
  readonly period: string;
  readonly claim: string;
  readonly place: string;
  readonly basis: string;
  readonly value: number | null;
  readonly wording: string;
  readonly unit: string;
  /** Why it is not added: another footing, a longer window, a wider area or drug, or already inside. */
  readonly kind: 'basis' | 'window' | 'wider' | 'inside';
  readonly reason: Text;
}
