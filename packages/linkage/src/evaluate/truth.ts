import { pairName, type RecordRef, recordName } from '../cluster/record.ts';

/**
 * What is true: an entity for each record (all pairs of one entity are the same, all others are not), or a verdict
 * for some pairs (of the others nothing is known).
 */
export type Truth =
  | {
      readonly records: Iterable<RecordRef>;
      /** The entity of a record; null where it is not known, and its pairs are then not counted. */
      readonly entityOf: (record: RecordRef) => string | null;
      /** Which pairs were to be found: all, those of one table, or those of two. Default "all". */
      readonly among?: 'all' | 'within tables' | 'between tables';
    }
  | {
      readonly pairs: Iterable<{
        readonly a: RecordRef;
        readonly b: RecordRef;
        readonly same: boolean;
      }>;
    };

/** What is true, ready to be asked. */
export interface KnownTruth {
  /** Whether two records are the same; null where it is not known. */
  readonly isSame: (a: RecordRef, b: RecordRef) => boolean | null;
  readonly truePairs: number;
}

/** A truth that names each record's entity. */
export type EntityTruth = Extract<Truth, { readonly records: unknown }>;

const pairsOf = (n: number): number => (n * (n - 1)) / 2;

/** Pairs among so many records of each table, of the kind that counts. */
export function pairsAmong(
  byTable: ReadonlyMap<string, number>,
  among: EntityTruth['among'] = 'all',
): number {
  const counts = [...byTable.values()];
  const all = pairsOf(counts.reduce((sum, n) => sum + n, 0));
  const within = counts.reduce((sum, n) => sum + pairsOf(n), 0);
  return among === 'all' ? all : among === 'within tables' ? within : all - within;
}

function fromEntities({ records, entityOf, among = 'all' }: EntityTruth): KnownTruth {
  const entities = new Map<string, string | null>();
  const sizes = new Map<string, Map<string, number>>();
  for (const record of records) {
    const name = recordName(record);
    if (entities.has(name)) continue;
    const entity = entityOf(record);
    entities.set(name, entity);
    if (entity === null) continue;
    const byTable = sizes.get(entity) ?? new Map<string, number>();
    sizes.set(entity, byTable.set(record.table, (byTable.get(record.table) ?? 0) + 1));
  }
  let truePairs = 0;
  for (const byTable of sizes.values()) truePairs += pairsAmong(byTable, among);
  const entityNamed = (record: RecordRef): string | null => {
    const entity = entities.get(recordName(record));
    if (entity === undefined)
      throw new RangeError(
        `the record ${recordName(record)} is paired, and is not among \`records\` of the truth; name all records that were linked`,
      );
    return entity;
  };
  return {
    truePairs,
    isSame: (a, b) => {
      if (among !== 'all' && (a.table === b.table) !== (among === 'within tables')) return null;
      const [one, two] = [entityNamed(a), entityNamed(b)];
      return one === null || two === null ? null : one === two;
    },
  };
}

/** Prepares a truth. @throws RangeError where a pair is labelled in two ways, or a record is unknown */
export function knowTruth(truth: Truth): KnownTruth {
  if ('records' in truth) return fromEntities(truth);
  const verdicts = new Map<string, boolean>();
  for (const { a, b, same } of truth.pairs) {
    const name = pairName(a, b);
    if ((verdicts.get(name) ?? same) !== same)
      throw new RangeError(
        `the truth says of ${recordName(a)} and ${recordName(b)} that they are the same, and that they are not`,
      );
    verdicts.set(name, same);
  }
  return {
    truePairs: [...verdicts.values()].filter(Boolean).length,
    isSame: (a, b) => verdicts.get(pairName(a, b)) ?? null,
  };
}
