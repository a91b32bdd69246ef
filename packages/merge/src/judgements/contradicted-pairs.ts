import type { Seizure } from '@samenbeeld/schema';
import type { DoubleReport } from '../double-reports.ts';
import { admissible } from '../same-seizure/partition/admissible.ts';
import { pairKey } from '../same-seizure/partition/said-together.ts';
import { tiedRecords } from '../same-seizure/partition/tied-records.ts';
import { toRecordPairs } from '../same-seizure/to-record-pairs.ts';

/**
 * Pairs that a person called the same and that no total follows: they contradict another decision, or would make one seizure
 * of two rows of a file that are no batches (joint total, rule 12). `judgeSeizures` leaves such decisions out beforehand;
 * whoever hands decisions to `findDoubleReports` otherwise finds here what became of them.
 *
 * @example
 * ```ts
 * import { contradictedPairs } from '@samenbeeld/merge';
 * const records = [{ id: 'a', source: 'nl' }, { id: 'b1', source: 'be' }, { id: 'b2', source: 'be' }];
 * const same = (b) => ({ key: `same a ${b}`, a: 'a', b, weight: 3, verdict: 'same', decision: `D-${b}` });
 * contradictedPairs(records, [same('b1')]).length // => 0
 * contradictedPairs(records, [same('b1'), same('b2')]).map(({ decision }) => decision) // => ['D-b2']
 * ```
 */
export function contradictedPairs<
  P extends Pick<DoubleReport, 'a' | 'b' | 'weight' | 'verdict' | 'decision'>,
>(records: readonly Pick<Seizure, 'id' | 'source'>[], pairs: readonly P[]): readonly P[] {
  const name = ({ a, b }: Pick<DoubleReport, 'a' | 'b'>): string => pairKey(a, b);
  const found = new Set(
    tiedRecords(records, toRecordPairs(pairs))
      .filter((tied) => tied.pairs.some(({ decided }) => decided === 'same'))
      .flatMap((tied) => admissible(tied).contradicted.map(name)),
  );
  return pairs.filter((pair) => found.has(name(pair)));
}
