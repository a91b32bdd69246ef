import type { MatchQuality } from '@samenbeeld/ingest';
import type { Text } from '@samenbeeld/schema';

/** One reason to think that a label means a code. */
export interface Evidence {
  /** The code; null where an earlier crosswalk found no counterpart. */
  readonly to: string | null;
  readonly match: MatchQuality;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: Text;
  /** Less than half of the label speaks for it: it makes others doubtful, and is not proposed itself. */
  readonly stray?: boolean;
  /** The label is the code itself. */
  readonly isCode?: true;
  /** One of several meanings that the list itself gives the word. */
  readonly homonym?: true;
}

/** What only a word of the list itself may have: everything else stays below. */
export const certain = 0.9;
