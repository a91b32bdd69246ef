import type { Text } from './language.ts';

/** What an analysis returns: a number that defends itself, and the sentence that follows from it. */
export interface Finding {
  /** Which analysis ("mann_kendall", "rate_ratio", "largest_share"). */
  readonly kind: string;
  /** What it is about, by code ("NLVLI COC seized_in_port kg"). */
  readonly subject: string;
  /** null where no estimate is possible; `says` then says so. */
  readonly estimate: number | null;
  readonly unit: string | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly n: number;
  readonly p: number | null;
  /** Name of the method, and where its definition is published. */
  readonly method: string;
  readonly definition: string;
  /** What it takes for granted. */
  readonly assumptions: readonly Text[];
  /** What to know before it is quoted. */
  readonly warnings: readonly Text[];
  readonly confidence: 'high' | 'medium' | 'low';
  /** Further numbers of the method, by name. */
  readonly details: Readonly<Record<string, number | string | null>>;
  readonly says: Text;
}
