import { compareRecords, endsOf, inOrder } from '../cluster/record.ts';
import type { ExplainedPair } from '../pair.ts';

/** What somebody sees who judges without knowing what the model or an earlier reader said. */
export interface BlindPair {
  readonly a: string;
  readonly b: string;
  readonly tableA: string;
  readonly tableB: string;
  /** What the two records say, comparison by comparison: no level, no weight. */
  readonly compared: readonly {
    readonly comparison: string;
    readonly left: readonly (string | null)[];
    readonly right: readonly (string | null)[];
  }[];
}

/**
 * The pairs without probability, weights, levels and earlier verdicts, in the order of the records' ids: the order of
 * questions by uncertainty or stake would tell what was hidden. Comparisons stand in the order of their names, not of
 * their weights.
 *
 * @example
 * ```ts
 * import { blindPairs } from '@samenbeeld/linkage';
 * const pair = { a: '1', b: '7', tableA: 'be', tableB: 'nl', weight: 4, probability: 0.94, prior: -8, reasons: [{ comparison: 'kg', level: 'exact', weight: 12, rarity: 3, left: ['1279'], right: ['1279'] }] };
 * blindPairs([pair])[0] // => { a: '1', b: '7', tableA: 'be', tableB: 'nl', compared: [{ comparison: 'kg', left: ['1279'], right: ['1279'] }] }
 * ```
 */
export function blindPairs(pairs: Iterable<ExplainedPair>): readonly BlindPair[] {
  return [...pairs]
    .map(({ a, b, tableA, tableB, reasons }) => ({
      a,
      b,
      tableA,
      tableB,
      compared: reasons
        .map(({ comparison, left, right }) => ({ comparison, left, right }))
        .sort((x, y) => inOrder(x.comparison, y.comparison)),
    }))
    .sort((x, y) => {
      const [[a, b], [c, d]] = [endsOf(x), endsOf(y)];
      return compareRecords(a, c) || compareRecords(b, d);
    });
}
