import type { ClusterEvaluation } from '../cluster/evaluation.ts';
import { type RecordRef, recordName } from '../cluster/record.ts';
import { scoreOf } from './score.ts';
import { type EntityTruth, pairsAmong } from './truth.ts';

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
export function againstEntities(
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
