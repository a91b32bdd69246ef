import type { ClusterEvaluation } from '../cluster/evaluation.ts';
import { pairName, type RecordRef, recordName } from '../cluster/record.ts';
import { scoreOf } from './score.ts';
import { type EntityTruth, knowTruth, type Truth } from './truth.ts';

/** Clusters against verdicts on pairs: only those pairs count. */
export function againstVerdicts(
  clusters: readonly (readonly RecordRef[])[],
  truth: Exclude<Truth, EntityTruth>,
): ClusterEvaluation {
  const pairs = [...truth.pairs];
  const { truePairs } = knowTruth({ pairs });
  const clusterOf = new Map(
    clusters.flatMap((records, at) => records.map((record) => [recordName(record), at] as const)),
  );
  const asked = new Set<string>();
  const judged = new Set<string>();
  const touched = new Set<number | string>();
  const mixed = new Set<number>();
  let [tp, fp] = [0, 0];
  for (const { a, b, same } of pairs) {
    for (const record of [a, b]) {
      const name = recordName(record);
      judged.add(name);
      touched.add(clusterOf.get(name) ?? name);
    }
    const [one, two] = [clusterOf.get(recordName(a)), clusterOf.get(recordName(b))];
    if (asked.size === asked.add(pairName(a, b)).size || one === undefined || one !== two) continue;
    if (same) tp += 1;
    else {
      fp += 1;
      mixed.add(one);
    }
  }
  return {
    pairs: scoreOf(tp, fp, truePairs - tp),
    bCubed: { precision: null, recall: null, f1: null },
    exact: null,
    clusters: touched.size,
    entities: null,
    mixed: mixed.size,
    split: null,
    unknown: [...clusterOf.keys()].filter((name) => !judged.has(name)).length,
  };
}
