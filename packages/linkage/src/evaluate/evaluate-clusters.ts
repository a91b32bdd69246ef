import type { ClusterEvaluation } from '../cluster/evaluation.ts';
import { type RecordRef, recordName } from '../cluster/record.ts';
import { againstEntities } from './evaluate-entities.ts';
import type { Truth } from './truth.ts';
import { againstVerdicts } from './verdicts.ts';

/**
 * Clusters against the truth. Besides pairs, where one large cluster outweighs all others, B-cubed (Bagga & Baldwin
 * 1998): of each record the share of its cluster that is of its entity (precision), and the share of its entity that
 * is in its cluster (recall), averaged over the records. A record of the truth that is in no cluster stands alone:
 * what was never linked counts against recall. `among` limits the pairs, and leaves B-cubed over all records.
 *
 * @throws RangeError for a record in two clusters, or one that is not among the records of the truth
 * @example
 * ```ts
 * import { evaluateClusters } from '@samenbeeld/linkage';
 * const refs = (...ids) => ids.map((id) => ({ table: 't', id }));
 * const truth = { records: refs('A1', 'A2', 'B1', 'B2'), entityOf: ({ id }) => id[0] };
 * const found = evaluateClusters([{ records: refs('A1', 'A2', 'B1') }], truth);
 * [found.bCubed.precision?.toFixed(4), found.bCubed.recall, found.exact, found.mixed, found.split] // => ['0.6667', 0.75, 0, 1, 1]
 * ```
 */
export function evaluateClusters(
  clusters: Iterable<{ readonly records: readonly RecordRef[] }>,
  truth: Truth,
): ClusterEvaluation {
  if (typeof truth === 'function')
    throw new TypeError(
      'evaluateClusters needs the records that were linked as well: { records, entityOf }; those in no cluster count against recall',
    );
  const all = [...clusters].map(({ records }) => records);
  const met = new Set<string>();
  for (const record of all.flat())
    if (met.size === met.add(recordName(record)).size)
      throw new RangeError(`the record ${recordName(record)} is in two clusters`);
  return 'records' in truth ? againstEntities(all, truth) : againstVerdicts(all, truth);
}
