import type { RecordPair } from './partition/record-pair.ts';

/** What is listed of a pair, as far as partitions need it. */
export interface ListedPair {
  readonly a: string;
  readonly b: string;
  /** log2 of the odds of the pair by itself. */
  readonly weight: number;
  readonly verdict: 'same' | 'candidate' | 'different';
  readonly decision: string | null;
}

/** Listed pairs as partitions take them: odds, and what a person said. */
export function toRecordPairs(pairs: readonly ListedPair[]): readonly RecordPair[] {
  return pairs.map(({ a, b, weight, verdict, decision }) => ({
    a,
    b,
    odds: 2 ** weight,
    decided: decision !== null && verdict !== 'candidate' ? verdict : null,
  }));
}
