import type { Pair } from './pair.ts';

/** What is expected of the links at one cut-off, from the probabilities alone. */
export interface EstimatedErrors {
  readonly atLeast: number;
  /** Pairs at or above the cut-off. */
  readonly links: number;
  /** Of these, how many are expected to be the same, and the standard deviation of that number. */
  readonly expectedTrue: number;
  readonly expectedTrueSd: number;
  /** Pairs that are the same and are expected below the cut-off, those never offered included where known. */
  readonly expectedMissed: number;
  /** Mean of 1 − p of the links; null where there is none. */
  readonly falseDiscovery: number | null;
  /** Expected missed over all that are expected to be the same; null where nothing is. */
  readonly falseNegative: number | null;
  /** Share of the records that have a link; null where their number is not given. */
  readonly matchRate: number | null;
}

/** Cut-offs, and what the pairs do not tell. */
export interface ErrorOptions {
  /** Probabilities from which a pair is a link. Default 0.5, 0.75, 0.85, 0.9, 0.95, 0.99. */
  readonly at?: readonly number[];
  /**
   * Pairs that are the same among those that were not kept, because their probability was below the candidate
   * threshold or blocking never offered them: the sum of their probabilities. Default 0, which makes the
   * false-negative rate a lower bound.
   */
  readonly missing?: number;
  /** Number of records of the smaller table (or of the one table), for the match rate. */
  readonly records?: number;
}

interface Sums {
  readonly links: number;
  readonly same: number;
  readonly different: number;
  readonly variance: number;
}

const nothing: Sums = { links: 0, same: 0, different: 0, variance: 0 };

/** p, and 1 − p to full precision also where p is rounded to 1. */
const oddsOf = ({ weight, probability }: Pair): readonly [p: number, rest: number] =>
  Number.isFinite(weight)
    ? [1 / (1 + 2 ** -weight), 1 / (1 + 2 ** weight)]
    : [probability, 1 - probability];

/**
 * Error rates of a linkage without any truth, from the probabilities themselves: with p the probability of a pair and
 * S the cut-off, false discovery = Σ_{p ≥ S} (1 − p) / n_{p ≥ S}; false negative = Σ_{p < S} p / Σ p (Enamorado,
 * Fifield & Imai 2019, "Using a probabilistic model to assist merging of large-scale administrative records").
 *
 * They are as good as the model: where comparisons hang together more than it supposes, probabilities are too sure,
 * and so are these rates.
 *
 * @throws RangeError for a probability outside 0…1, or a negative `missing` or `records`
 * @example
 * ```ts
 * import { estimateErrors } from '@samenbeeld/linkage';
 * const pair = (a, probability) => ({ a, b: 'x' + a, tableA: 't', tableB: 'u', probability, weight: Math.log2(probability / (1 - probability)) });
 * const [half] = estimateErrors([pair('1', 0.9), pair('2', 0.8), pair('3', 0.3)], { at: [0.5], missing: 0.5 });
 * [half.links, half.falseDiscovery?.toFixed(3), half.falseNegative?.toFixed(3)] // => [2, '0.150', '0.320']
 * ```
 */
export function estimateErrors(
  pairs: Iterable<Pair>,
  { at = [0.5, 0.75, 0.85, 0.9, 0.95, 0.99], missing = 0, records }: ErrorOptions = {},
): readonly EstimatedErrors[] {
  if (!(missing >= 0)) throw new RangeError(`\`missing\` must be 0 or more, not ${missing}`);
  if (records !== undefined && !(records > 0))
    throw new RangeError(`\`records\` must be above 0, not ${records}`);
  const wrong = at.find((cut) => !(cut >= 0 && cut <= 1));
  if (wrong !== undefined)
    throw new RangeError(`\`at\` holds ${wrong}; expected probabilities between 0 and 1`);
  const sorted = [...pairs];
  for (const { a, b, probability } of sorted)
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(
        `the pair ${a} and ${b} has the probability ${probability}; expected 0 to 1`,
      );
  // Ascending, so that small parts are added before large ones and the sum does not depend on the input's order.
  sorted.sort(
    (x, y) => x.probability - y.probability || (x.weight === y.weight ? 0 : x.weight - y.weight),
  );
  const sum = (part: readonly Pair[]): Sums =>
    part.reduce<Sums>((sofar, pair) => {
      const [p, rest] = oddsOf(pair);
      return {
        links: sofar.links + 1,
        same: sofar.same + p,
        different: sofar.different + rest,
        variance: sofar.variance + p * rest,
      };
    }, nothing);
  return at.map((atLeast) => {
    const first = sorted.findIndex(({ probability }) => probability >= atLeast);
    const split = first < 0 ? sorted.length : first;
    const above = sum(sorted.slice(split));
    const missed = sum(sorted.slice(0, split)).same + missing;
    const all = above.same + missed;
    return {
      atLeast,
      links: above.links,
      expectedTrue: above.same,
      expectedTrueSd: Math.sqrt(above.variance),
      expectedMissed: missed,
      falseDiscovery: above.links > 0 ? above.different / above.links : null,
      falseNegative: all > 0 ? missed / all : null,
      matchRate: records === undefined ? null : matchRate(sorted.slice(split), records),
    };
  });
}

/** Records with a link, of the side of which fewer have one; within a table either end is a record of both sides. */
function matchRate(links: readonly Pair[], records: number): number {
  const [left, right] = [new Set<string>(), new Set<string>()];
  for (const { tableA, a, tableB, b } of links) {
    const [one, two] = [JSON.stringify([tableA, a]), JSON.stringify([tableB, b])];
    left.add(one);
    right.add(two);
    if (tableA !== tableB) continue;
    left.add(two);
    right.add(one);
  }
  return Math.min(left.size, right.size) / records;
}
