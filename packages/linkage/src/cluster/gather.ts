import type { SettledPair } from '../judgement/settle.ts';
import type { Pair } from '../pair.ts';
import { compareRecords, endsOf, pairName, type RecordRef, recordName } from './record.ts';
import type { RecordIndex } from './record-index.ts';
import type { ClusterLink } from './types.ts';

/** The links among pairs: those at or above the threshold, and those that persons found to be the same. */
export function linksOf<P extends Pair>(
  pairs: Iterable<P>,
  atLeast: number,
  positives: readonly SettledPair[],
): { readonly links: readonly ClusterLink<P>[]; readonly below: number } {
  const judged = new Map(positives.map((pair) => [pairName(pair.a, pair.b), pair]));
  const links: ClusterLink<P>[] = [];
  const met = new Set<string>();
  let below = 0;
  for (const pair of pairs) {
    const [a, b] = endsOf(pair);
    const wrong = Number.isNaN(pair.weight) || !(pair.probability >= 0 && pair.probability <= 1);
    if (wrong)
      throw new RangeError(
        `the pair ${recordName(a)} and ${recordName(b)} has weight ${pair.weight} and probability ${pair.probability}; expected a number and a probability between 0 and 1`,
      );
    if (compareRecords(a, b) === 0)
      throw new RangeError(
        `a pair names the record ${recordName(a)} twice; a pair is of two records`,
      );
    const name = judged.size > 0 ? pairName(a, b) : '';
    if (judged.has(name)) {
      met.add(name);
      links.push({ a, b, weight: Number.POSITIVE_INFINITY, pair });
    } else if (pair.probability >= atLeast) links.push({ a, b, weight: pair.weight, pair });
    else below += 1;
  }
  for (const [name, { a, b }] of judged)
    if (!met.has(name)) links.push({ a, b, weight: Number.POSITIVE_INFINITY, pair: null });
  return { links, below };
}

/** The number of a record that must be there. */
export function numberIn(index: RecordIndex, record: RecordRef, of: string): number {
  const number = index.numberOf(record);
  if (number === undefined)
    throw new RangeError(
      `${of} names the record ${recordName(record)}, which is not among \`records\`; give all records of the tables, or replay judgements on the new data first (replayJudgements)`,
    );
  return number;
}
