import { endsOf, pairName, type RecordRef, recordName } from './cluster/record.ts';
import type { Pair } from './pair.ts';

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
interface KnownTruth {
  /** Whether two records are the same; null where it is not known. */
  readonly isSame: (a: RecordRef, b: RecordRef) => boolean | null;
  readonly truePairs: number;
}

/** A truth that names each record's entity. */
type EntityTruth = Extract<Truth, { readonly records: unknown }>;

const pairsOf = (n: number): number => (n * (n - 1)) / 2;

/** Pairs among so many records of each table, of the kind that counts. */
function pairsAmong(
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
function knowTruth(truth: Truth): KnownTruth {
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

/** How well what was found agrees with what is true. A measure is null where it would divide by nothing. */
export interface Score {
  /** Found and true, found and not true, true and not found. */
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  /** tp / (tp + fp) */
  readonly precision: number | null;
  /** tp / (tp + fn) */
  readonly recall: number | null;
  /** 2 tp / (2 tp + fp + fn) */
  readonly f1: number | null;
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

function scoreOf(tp: number, fp: number, fn: number): Score {
  return {
    tp,
    fp,
    fn,
    precision: share(tp, tp + fp),
    recall: share(tp, tp + fn),
    f1: share(2 * tp, 2 * tp + fp + fn),
  };
}

/** How well links agree with the truth from one threshold on. */
export interface ThresholdScore extends Score {
  /** Pairs of at least this probability are links. */
  readonly atLeast: number;
  /** Pairs of at least this weight, which differs where probabilities are alike. */
  readonly weight: number;
}

/** How well pairs agree with the truth. */
export interface PairEvaluation {
  readonly truePairs: number;
  /** True pairs among those given, whatever their probability. */
  readonly offered: number;
  /** True pairs that were not even compared; they count as not found at every threshold. */
  readonly neverOffered: number;
  /** Pairs of which the truth says nothing; they are not counted. */
  readonly unknown: number;
  /** At the thresholds asked for, or at each distinct weight, the strictest first. */
  readonly rows: readonly ThresholdScore[];
  /** The largest F1 at any threshold; of several the strictest. Null where there is no pair. */
  readonly best: ThresholdScore | null;
}

export interface EvaluateOptions {
  /** Probabilities at which to score. Default: each distinct weight. */
  readonly at?: readonly number[];
}

/**
 * Precision, recall and F1 of pairs against the truth, threshold by threshold. Recall counts the true pairs that
 * blocking never offered; F1 = 2 tp / (2 tp + fp + fn). The best F1 is sought over all weights, not only those of
 * `at`.
 *
 * @throws RangeError for a threshold outside 0…1, a pair given twice, a record the truth does not know
 * @example
 * ```ts
 * import { evaluatePairs } from '@samenbeeld/linkage';
 * const pair = (a, b, weight) => ({ a, b, tableA: 't', tableB: 't', weight, probability: 1 / (1 + 2 ** -weight) });
 * const records = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'].map((id) => ({ table: 't', id }));
 * const truth = { records, entityOf: ({ id }) => id[0] };
 * const { best, rows, neverOffered } = evaluatePairs([pair('A1', 'A2', 5), pair('A1', 'B1', 3), pair('B1', 'B2', 1)], truth, { at: [0.9] });
 * rows.map(({ precision, recall, f1 }) => [precision, recall, f1]) // => [[1, 1 / 3, 0.5]]
 * [best.weight, best.tp, best.fp, best.fn, neverOffered] // => [1, 2, 1, 1, 1]
 * ```
 */
export function evaluatePairs(
  pairs: Iterable<Pair>,
  truth: Truth,
  { at }: EvaluateOptions = {},
): PairEvaluation {
  const wrong = at?.find((probability) => !(probability >= 0 && probability <= 1));
  if (wrong !== undefined)
    throw new RangeError(`\`at\` holds ${wrong}; expected probabilities between 0 and 1`);
  const { isSame, truePairs } = knowTruth(truth);
  const met = new Set<string>();
  const scored: { weight: number; probability: number; same: boolean }[] = [];
  let unknown = 0;
  for (const pair of pairs) {
    const [a, b] = endsOf(pair);
    const { weight, probability } = pair;
    if (Number.isNaN(weight) || Number.isNaN(probability))
      throw new RangeError(`the pair ${recordName(a)} and ${recordName(b)} has no weight`);
    if (met.size === met.add(pairName(a, b)).size)
      throw new RangeError(
        `the pair ${recordName(a)} and ${recordName(b)} is given twice, and would count twice`,
      );
    const same = isSame(a, b);
    if (same === null) unknown += 1;
    else scored.push({ weight, probability, same });
  }
  scored.sort((x, y) => (x.weight === y.weight ? 0 : y.weight - x.weight));

  const curve: ThresholdScore[] = [];
  let tp = 0;
  let fp = 0;
  scored.forEach(({ weight, probability, same }, index) => {
    if (same) tp += 1;
    else fp += 1;
    if (scored[index + 1]?.weight !== weight)
      curve.push({ atLeast: probability, weight, ...scoreOf(tp, fp, truePairs - tp) });
  });
  const scoreAt = (atLeast: number): ThresholdScore => {
    const weight = Math.log2(atLeast / (1 - atLeast));
    const from = curve.findLast((row) => row.atLeast >= atLeast);
    return {
      atLeast,
      weight,
      ...scoreOf(from?.tp ?? 0, from?.fp ?? 0, truePairs - (from?.tp ?? 0)),
    };
  };
  const best = curve.reduce<ThresholdScore | null>(
    (sofar, row) => ((row.f1 ?? 0) > (sofar?.f1 ?? -1) ? row : sofar),
    null,
  );
  return {
    truePairs,
    offered: tp,
    neverOffered: truePairs - tp,
    unknown,
    rows: at ? at.map(scoreAt) : curve,
    best,
  };
}
