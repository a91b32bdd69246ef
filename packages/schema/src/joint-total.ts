import type { Text } from './language.ts';
import type { Wording } from './observation.ts';

/** Why a reported range is wider than a point, or why a member is missing. */
export interface Cause {
  readonly kind:
    | 'wording'
    | 'conflict'
    | 'separate_counts'
    | 'double_report'
    | 'missing_quantity'
    | 'not_reported'
    | 'finds_only'
    | 'joint_report'
    /** A wider figure in which what is reported does not fit, so that its lower limit is contested too. */
    | 'opposed'
    | 'not_comparable'
    | 'override';
  readonly place: string | null;
  readonly text: Text;
  /** Subject of the `override` decision that made the sum, or that would make it. */
  readonly subject?: string;
}

/** The middle 90 % of what a total may be; `high` is null where a weight is missing, so that there is no upper end. */
export interface Range90 {
  readonly low: number;
  readonly high: number | null;
}

/** What deciding one pair of records is worth for a total, in the order in which it pays to decide them. */
export interface Stake {
  /** Key of the pair, the subject of the decision that settles it. */
  readonly pair: string;
  /** Variance of the total that deciding it removes, in the square of the unit, and as a share of the whole. */
  readonly variance: number;
  readonly share: number;
  /** Share of the variance that this pair and those before it remove together. */
  readonly together: number;
  /** Whether it also tells if a find has a known weight, and so whether the total has an upper end. */
  readonly closes: boolean;
}

/** How events were counted once: by weighing every admissible partition of the records (joint total, rule 12). */
export interface PartitionMethod {
  readonly kind: 'partitions';
  /** Probability from which a pair is a candidate, and so widens lowest and highest. */
  readonly candidateFrom: number;
  /** Probability from which a pair counts as one wherever each find must be counted once. */
  readonly sameFrom: number;
  /** Records, components they form, and of these how many had too many partitions to list, so that some were drawn. */
  readonly records: number;
  readonly components: number;
  readonly sampled: number;
  /** Components too large for their true extremes: lowest and highest hold a bound of theirs that no partition passes. */
  readonly bounded?: number;
  readonly seed: number;
}

/** A find that a total of events counts once, with the weight that counted. */
export interface CountedEvent {
  /** The record that stands for it, and every record that is held to be it. */
  readonly record: string;
  readonly records: readonly string[];
  /** Its likeliest weight, in kilograms; null where none is known. */
  readonly kilograms: number | null;
  /** The records that give this weight: of one file, several where it counts batches. */
  readonly weighedBy: readonly string[];
  /** What it adds to `likely`: the mean over the ways in which the records may belong together, else its weight. */
  readonly adds: number;
  /**
   * What it adds to the port's lowest, and to its highest: null where it has no upper end. What it weighs by its wording and
   * packing in the way its records belong together that gives the least, or the most, in all.
   */
  readonly lowest?: number;
  readonly highest?: number | null;
}

/**
 * What records of events say without any model: the most that one file alone adds up to, since no file lists a find twice, and
 * all records together, as if none were double. null where nothing is reported, or a weight has no upper end.
 */
export interface Unweighed {
  readonly lowest: number | null;
  readonly highest: number | null;
}

/**
 * The likeliest figure; undecided: figures contradict each other, or services each counted for themselves (the state of the
 * member tells them apart), and nobody decided; null where nothing tells it.
 */
export type Likely = number | 'undecided' | null;

/** One port within one cell. */
export interface MemberTotal {
  readonly place: string;
  /** apart: services that each counted for themselves, so that the figure lies between the largest and their sum. */
  readonly state: 'reported' | 'undecided' | 'apart' | 'finds_only' | 'not_reported';
  /** null where it is not reported: no member without a report has a number. */
  readonly lowest: number | null;
  readonly likely: Likely;
  readonly highest: number | null;
  /** Only where events were counted: the middle 90 % of the total. */
  readonly interval90?: Range90;
  /** Only where events were counted, and `lowest`, `likely` and `highest` are therefore modelled. */
  readonly unweighed?: Unweighed;
  /** Only where events were counted: the finds, which add up to `likely`. */
  readonly counted?: readonly CountedEvent[];
  /** Only where events were counted: what the largest single find weighs at least, however records belong together. */
  readonly largestFind?: number;
  /** How the governing claim is worded, so that `likely` is shown as "almost 1,700". */
  readonly wording: Wording | null;
  /** Subject under which a person decides a contested member. */
  readonly subject: string;
  /** The id of the claim that governs; null where rivals contend undecided, and of events. */
  readonly governing: string | null;
  /** Claims that agree with the governing one and narrow its interval. */
  readonly combined: readonly string[];
  /** Ids of claims or events: those absorbed, the finds that make the floor. */
  readonly absorbed: readonly string[];
  readonly finds: readonly string[];
  /** Finds that raise `lowest` above what the figures themselves leave sure; absent where none does. */
  readonly raisedBy?: readonly string[];
  /** Ids of the claims that contend undecided, the leading one first. */
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
  /** Where events were counted (`method`) this is what a model weighs, and `unweighed` what needs none. */
  readonly reported: {
    /** null where nothing is reported: a sum over no members is none, not 0. */
    readonly lowest: number | null;
    readonly likely: Likely;
    readonly highest: number | null;
    readonly interval90?: Range90;
  };
  readonly unweighed?: Unweighed;
  /** Only where events were counted: what the largest single find weighs at least, however records belong together. */
  readonly largestFind?: number;
  /**
   * Only where events were counted and a find may be of one member or another: what the sums of the members' lowest and highest
   * lack, or have too much.
   */
  readonly between?: { readonly lowest: number; readonly highest: number | null };
  /** Only where events were counted: the pairs whose decision would narrow the total most. */
  readonly stakes?: readonly Stake[];
  readonly method?: PartitionMethod;
  readonly total: { readonly atLeast: number | null; readonly atMost: number | null };
  readonly status: 'complete' | 'partial' | 'none';
  readonly missing: readonly string[];
  readonly causes: readonly Cause[];
  readonly ceilings: readonly Ceiling[];
  readonly conflicts: readonly string[];
}

/**
 * Whether a total has a range only because of how its figures are given: 9.4 may be 9.35 to 9.45. It is then told as it was
 * published, and its ends as what they are.
 *
 * @example
 * ```ts
 * import { isRoundedOnly } from '@samenbeeld/schema';
 * const cause = { place: 'LU', text: { nl: '', fr: '', de: '', en: '' } };
 * const reported = { lowest: 9.35, likely: 9.4, highest: 9.45 };
 * isRoundedOnly({ reported, causes: [{ ...cause, kind: 'wording' }] }) // => true
 * isRoundedOnly({ reported, causes: [{ ...cause, kind: 'conflict' }] }) // => false
 * ```
 */
export function isRoundedOnly({
  method,
  reported: { lowest, likely, highest },
  causes,
}: Pick<JointTotal, 'method' | 'reported' | 'causes'>): boolean {
  return (
    method === undefined &&
    typeof likely === 'number' &&
    highest !== null &&
    lowest !== highest &&
    causes.some(({ kind }) => kind === 'wording') &&
    causes.every(({ kind }) => kind === 'wording' || kind === 'not_reported')
  );
}

/** From so many kilograms on grams are not told of what a model weighs. */
const leastInWhole = 100;

/**
 * The ends of what a model weighs as they are told: it does not weigh to the gram, so they are rounded away from each other to
 * whole kilograms, and to the nearest where both are the same; those of a small range stand as they are.
 *
 * @example
 * ```ts
 * import { wholeEnds } from '@samenbeeld/schema';
 * wholeEnds({ lowest: 4749.939, highest: 4753.931 }) // => { lowest: 4749, highest: 4754 }
 * wholeEnds({ lowest: 1830.882, highest: 1830.882 }) // => { lowest: 1831, highest: 1831 }
 * wholeEnds({ lowest: 29.7, highest: null }) // => { lowest: 29.7, highest: null }
 * ```
 */
export function wholeEnds({
  lowest,
  highest,
}: {
  readonly lowest: number | null;
  readonly highest: number | null;
}): { readonly lowest: number | null; readonly highest: number | null } {
  if ((lowest ?? 0) < leastInWhole) return { lowest, highest };
  if (lowest !== null && lowest === highest) {
    return { lowest: Math.round(lowest), highest: Math.round(lowest) };
  }
  return {
    lowest: lowest === null ? null : Math.floor(lowest),
    highest: highest === null ? null : Math.ceil(highest),
  };
}

/**
 * What is reported, or modelled, of a total as it is told: what a model weighs without its grams, as {@link wholeEnds} has the
 * ends. What nobody modelled stands as it is.
 *
 * @example
 * ```ts
 * import { toldReported } from '@samenbeeld/schema';
 * const weighed = { candidateFrom: 0.05, sameFrom: 0.5, records: 9, components: 2, sampled: 0, seed: 1 };
 * const reported = { lowest: 2819.411, likely: 2889.4, highest: null, interval90: { low: 2822.81, high: null } };
 * toldReported({ method: { kind: 'partitions', ...weighed }, reported })
 * // => { lowest: 2819, likely: 2889, highest: null, interval90: { low: 2822, high: null } }
 * ```
 */
export function toldReported({
  method,
  reported,
  unit,
}: Pick<JointTotal, 'method' | 'reported'> &
  Partial<Pick<JointTotal, 'unit'>>): JointTotal['reported'] {
  const { lowest, likely, interval90 } = reported;
  if (!method || lowest === null) return reported;
  const isOfFinds = unit === 'seizure';
  if (lowest < leastInWhole && !isOfFinds) return reported;
  const middle = interval90 && wholeEnds({ lowest: interval90.low, highest: interval90.high });
  return {
    ...reported,
    ...wholeEnds(reported),
    likely: typeof likely === 'number' ? Math.round(likely) : likely,
    ...(middle && { interval90: { low: middle.lowest ?? 0, high: middle.highest } }),
  };
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
