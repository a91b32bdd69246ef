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

/** What a person said of a listed pair, or null. */
export function decidedOf({
  verdict,
  decision,
}: Pick<ListedPair, 'verdict' | 'decision'>): 'same' | 'different' | null {
  return decision !== null && verdict !== 'candidate' ? verdict : null;
}

/** Listed pairs as partitions take them: odds, and what a person said. */
export function toRecordPairs(pairs: readonly ListedPair[]): readonly RecordPair[] {
  return pairs.map((pair) => ({
    a: pair.a,
    b: pair.b,
    odds: 2 ** pair.weight,
    decided: decidedOf(pair),
  }));
}
