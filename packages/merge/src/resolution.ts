import type { Conflict, Likely } from '@samenbeeld/schema';
import type { Claim } from './claim.ts';

/** What the claims say about one set of places within a cell. */
export interface Resolution {
  readonly places: readonly string[];
  readonly subject: string;
  readonly state: 'reported' | 'undecided' | 'apart' | 'finds_only' | 'not_reported';
  readonly lowest: number;
  readonly likely: Likely;
  readonly highest: number | null;
  readonly governing: Claim | null;
  readonly combined: readonly Claim[];
  readonly absorbed: readonly Claim[];
  readonly finds: readonly Claim[];
  readonly rivals: readonly Claim[];
  /** Finds that raise the lowest above what the figures themselves leave sure. */
  readonly raisedBy?: readonly Claim[];
  readonly conflicts: readonly Conflict[];
  /** What contends while nobody has decided: what a decision is taken on. */
  readonly judged: readonly Claim[];
}

/** A resolution of nothing: no claim speaks of these places. */
export function notReported(places: readonly string[], subject: string): Resolution {
  return {
    places,
    subject,
    state: 'not_reported',
    lowest: 0,
    likely: null,
    highest: null,
    governing: null,
    combined: [],
    absorbed: [],
    finds: [],
    rivals: [],
    conflicts: [],
    judged: [],
  };
}
