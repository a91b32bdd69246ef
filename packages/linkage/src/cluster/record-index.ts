import { compareRecords, type RecordRef } from './record.ts';

/** Records by number, in the order of `compareRecords`, so that numbers do not depend on the order of the input. */
export interface RecordIndex {
  readonly records: readonly RecordRef[];
  /** The number of a record; undefined where it is not among them. */
  numberOf(record: RecordRef): number | undefined;
}

/** Numbers records; one that is named twice counts once. */
export function indexRecords(records: Iterable<RecordRef>): RecordIndex {
  const tables = new Map<string, Map<string, number>>();
  const distinct: RecordRef[] = [];
  for (const { table, id } of records) {
    const ids = tables.get(table) ?? new Map<string, number>();
    if (ids.size === 0) tables.set(table, ids);
    if (ids.has(id)) continue;
    ids.set(id, -1);
    distinct.push({ table, id });
  }
  distinct.sort(compareRecords);
  distinct.forEach(({ table, id }, number) => {
    tables.get(table)?.set(id, number);
  });
  return { records: distinct, numberOf: ({ table, id }) => tables.get(table)?.get(id) };
}
