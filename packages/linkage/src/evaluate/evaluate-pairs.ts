import { endsOf, pairName, recordName } from '../cluster/record.ts';
import type { Pair } from '../pair.ts';
import { type Score, scoreOf } from './score.ts';
import { knowTruth, type Truth } from './truth.ts';

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

/** What is evaluated. */
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
