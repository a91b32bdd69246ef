import type { ClusterEvaluation } from '../cluster/evaluation.ts';
import { pairName, type RecordRef, recordName } from '../cluster/record.ts';
import { scoreOf } from './score.ts';
import { type EntityTruth, knowTruth, pairsAmong, type Truth } from './truth.ts';

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

function put(groups: Map<string, RecordRef[]>, key: string, record: RecordRef): void {
  const group = groups.get(key);
  if (group) group.push(record);
  else groups.set(key, [record]);
}

/** How many records of each table. */
function byTable(records: readonly RecordRef[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { table } of records) add(counts, table);
  return counts;
}

/** Clusters against the entity of each record; a record that no cluster holds is one of its own. */
function againstEntities(
  clusters: readonly (readonly RecordRef[])[],
  { records, entityOf, among }: EntityTruth,
): ClusterEvaluation {
  const known = new Map<string, { readonly record: RecordRef; readonly entity: string | null }>();
  const whole = new Map<string, RecordRef[]>();
  for (const record of records) {
    const name = recordName(record);
    if (known.has(name)) continue;
    const entity = entityOf(record);
    known.set(name, { record, entity });
    if (entity !== null) put(whole, entity, record);
  }
  const clustered = new Set(clusters.flat().map(recordName));
  const alone = [...known].flatMap(([name, { record }]) => (clustered.has(name) ? [] : [[record]]));
  const cells: { readonly entity: string; readonly records: readonly RecordRef[]; of: number }[] =
    [];
  const spread = new Map<string, number>();
  let [unknown, found, count, mixed] = [0, 0, 0, 0];
  for (const cluster of [...clusters, ...alone]) {
    const inside = new Map<string, RecordRef[]>();
    for (const record of cluster) {
      const one = known.get(recordName(record));
      if (!one)
        throw new RangeError(
          `the record ${recordName(record)} is in a cluster, and is not among \`records\` of the truth; name all records that were linked`,
        );
      if (one.entity === null) unknown += 1;
      else put(inside, one.entity, record);
    }
    if (inside.size === 0) continue;
    const all = [...inside.values()].flat();
    count += 1;
    if (inside.size > 1) mixed += 1;
    found += pairsAmong(byTable(all), among);
    for (const [entity, own] of inside) {
      add(spread, entity);
      cells.push({ entity, records: own, of: all.length });
    }
  }
  const size = (entity: string): number => whole.get(entity)?.length ?? 0;
  const total = cells.reduce((sum, cell) => sum + cell.records.length, 0);
  const mean = (worth: (cell: (typeof cells)[number]) => number): number | null =>
    total > 0 ? cells.reduce((sum, cell) => sum + worth(cell), 0) / total : null;
  const precision = mean((cell) => cell.records.length ** 2 / cell.of);
  const recall = mean((cell) => cell.records.length ** 2 / size(cell.entity));
  const tp = cells.reduce((sum, cell) => sum + pairsAmong(byTable(cell.records), among), 0);
  const truth = [...whole.values()].reduce((sum, own) => sum + pairsAmong(byTable(own), among), 0);
  return {
    pairs: scoreOf(tp, found - tp, truth - tp),
    bCubed: {
      precision,
      recall,
      f1: precision && recall ? (2 * precision * recall) / (precision + recall) : null,
    },
    exact: cells.filter((cell) => cell.records.length === cell.of && cell.of === size(cell.entity))
      .length,
    clusters: count,
    entities: whole.size,
    mixed,
    split: [...spread.values()].filter((n) => n > 1).length,
    unknown,
  };
}

/** Clusters against verdicts on pairs: only those pairs count. */
function againstVerdicts(
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
